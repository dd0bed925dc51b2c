"""What stands beside the numbers of the board, as it was known on its day."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.difficulties.counting import median_days, rounds
from clusterdesk.domain.records.base import DatedFact
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyStep
from clusterdesk.domain.records.groups import GatheringState, Meeting
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.programme import Commitment, ProgrammeEvent
from clusterdesk.domain.records.projects import ProjectValueChain
from clusterdesk.domain.records.strategy import Indicator
from clusterdesk.domain.records.vision import VisionDossier, VisionSource, VisionStage, VisionStep
from clusterdesk.domain.views.board_beside import Beside, ChainCount, DossierState, Thing, YearHeld
from clusterdesk.domain.views.indicators import IndicatorView
from clusterdesk.domain.views.vision import StageReached
from clusterdesk.services.vision_groups import vision_groups
from clusterdesk.store.desk_store import Store


def read_beside(
    store: Store, one: Indicator, view: IndicatorView | None, things: tuple[Thing, ...], day: date
) -> Beside:
    """Return what stands beside the number of an indicator, as of a day; ``things``: what was counted as it stands."""
    match one.measure:
        case "new_production" if view is not None:
            return Beside(chains=_by_chain(store, view))
        case "events_held":
            return Beside(things, year=_year(store, day))
        case "vision_published":
            return Beside(things, dossiers=_dossiers(store, day))
        case "difficulties_answered":
            return Beside(things, median_days=_median(store, one.start_on or date.min, day))
    return Beside(things)


def _by_chain(store: Store, view: IndicatorView) -> tuple[ChainCount, ...]:
    """Return the projects that count by the chains the rules name, or by all; the chains in their order."""
    wanted = view.rules.value_chains
    chains = sorted(store.find(ValueChain), key=lambda one: (one.position, one.key))
    counted = dict.fromkeys(line.project_id for line in view.counted if line.project_id is not None)
    own: dict[UUID, list[UUID]] = {}
    for link in store.find(ProjectValueChain, project_id=set(counted)) if counted else ():
        own.setdefault(link.value_chain_id, []).append(link.project_id)
    order = list(counted)
    return tuple(
        ChainCount(chain, tuple(sorted(own.get(chain.id, ()), key=order.index)))
        for chain in chains
        if (chain.key in wanted if wanted else chain.active or chain.id in own)
    )


def _year(store: Store, day: date) -> YearHeld:
    """Return the events held in the year of a day, and how many it owes: its commitments, else all that are planned."""
    events = [one for one in _known(store.find(ProgrammeEvent), day) if one.on.year == day.year]
    held = sum(one.state is GatheringState.HELD and one.on <= day for one in events)
    owed = sum(one.planned for one in store.find(Commitment, year=day.year))
    planned = sum(one.state in (GatheringState.HELD, GatheringState.PLANNED) for one in events)
    return YearHeld(day.year, held, owed or planned)


def _median(store: Store, start: date, day: date) -> float | None:
    """Return the median number of days of the answers of the plan until a day."""
    steps: dict[UUID, list[DifficultyStep]] = {}
    for step in _known(store.find(DifficultyStep), day):
        if step.on <= day:
            steps.setdefault(step.difficulty_id, []).append(step)
    found = _known(store.find(Difficulty, joined_into=None), day)
    every = (each for one in found for each in rounds(one, steps.get(one.id, ())))
    return median_days(each for each in every if each.answered_on is not None and start <= each.answered_on <= day)


def _dossiers(store: Store, day: date) -> tuple[DossierState, ...]:
    """Return the dossiers of the common vision with the stages they reached by a day."""
    dossiers = _known(store.find(VisionDossier), day)
    groups = vision_groups(store, dossiers)
    every = _known(store.find(Meeting), day)
    made = []
    for dossier in dossiers:
        meetings = [one for one in every if one.working_group_id in groups[dossier.id]]
        held = sum(one.state is GatheringState.HELD and one.on <= day for one in meetings)
        planned = held + sum(one.state is GatheringState.PLANNED for one in meetings)
        mine = _known(store.find(VisionStep, vision_dossier_id=dossier.id), day)
        steps = sorted((one for one in mine if one.on <= day), key=day_order)
        stages = tuple(StageReached(stage, _first(steps, stage)) for stage in VisionStage)
        sources = len(_known(store.find(VisionSource, vision_dossier_id=dossier.id), day))
        stage = steps[-1].stage if steps else None
        made.append(DossierState(dossier.id, dossier.title, stage, stages, sources, held, planned))
    return tuple(sorted(made, key=lambda one: (one.title.casefold(), one.dossier_id)))


def _known[F: DatedFact](found: Iterable[F], day: date) -> list[F]:
    """Return what was noted by a day, and not taken back by then."""
    return [
        one
        for one in found
        if (one.recorded_on is None or one.recorded_on <= day) and (one.revoked_on is None or one.revoked_on > day)
    ]


def _first(steps: Iterable[VisionStep], stage: VisionStage) -> date | None:
    return next((one.on for one in steps if one.stage is stage), None)
