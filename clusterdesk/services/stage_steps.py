"""What the stages of dossiers, production projects and prospects allow, whichever road a step of them is written by.

Moves write steps of production projects and prospects; here the generic commands are kept from making a history that no
moves could have made. Archives, undo and colleagues bring back what was written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, SetField
from clusterdesk.domain.dated_steps import StepDays, in_order
from clusterdesk.domain.production import stages as production
from clusterdesk.domain.prospects import states as prospects
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.production import ProductionStep
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.prospects import Prospect, ProspectState, ProspectStep
from clusterdesk.domain.records.vision import VisionDossier, VisionStep
from clusterdesk.domain.vision import stages as vision
from clusterdesk.store.desk_store import Store


@dataclass(frozen=True, slots=True)
class _Road:
    """Whose steps they are, and which days they may bear."""

    owner: str
    days: StepDays


_ROADS: Mapping[type[Record], _Road] = {
    VisionStep: _Road("vision_dossier_id", vision.DAYS),
    ProductionStep: _Road("project_id", production.DAYS),
    ProspectStep: _Road("prospect_id", prospects.DAYS),
}


def check_new_step(store: Store, record: Record) -> None:
    """Refuse a new step of a dossier that does not follow from those before; other records may pass.

    Raises:
        KnownError: the day is to come or before the last step, or the dossier is at this stage already.
    """
    if isinstance(record, VisionStep):
        title = store.get(VisionDossier, record.vision_dossier_id).title
        vision.check_move(title, _steps(store, record), record.stage, record.on, today=store.clock.today())


def check_changed_step(store: Store, before: Record, after: Record) -> None:
    """Refuse another day of a step that puts the steps out of their order, and taking back any but the last stage.

    Raises:
        KnownError: it is to be corrected, or a later step is to be taken back first.
    """
    road = _ROADS.get(type(before))
    if road is None:
        return
    step: Any = before
    changed: Any = after
    if step.revoked_on is not None and changed.revoked_on is None:
        _check_joins_again(store, before)
    if is_taken_back(before, after):
        check_taken_back(store, before)
    elif changed.on != step.on:
        road.days.check_changed(_steps(store, before), step, changed.on, store.clock.today())


def is_taken_back(before: Record, after: Record) -> bool:
    """Tell whether an edit takes a fact back."""
    return getattr(after, "revoked_on", None) is not None and getattr(before, "revoked_on", None) is None


def check_taken_back(store: Store, record: Record) -> None:
    """Refuse that any but the last stage of a production project goes; other records may pass.

    Raises:
        KnownError: names the stage that goes first.
    """
    if isinstance(record, ProductionStep) and not record.deleted and record.revoked_on is None:
        production.check_is_last(_steps(store, record), record)


def check_brought_back(store: Store, record: Record) -> None:
    """Refuse that a stage comes back where the project or the prospect went elsewhere since; other records may pass.

    Raises:
        KnownError: the stage does not follow from where the project stands now.
    """
    if record.deleted:
        _check_joins_again(store, record)
    if not isinstance(record, ProductionStep) or not record.deleted or record.revoked_on is not None:
        return
    project = store.get(Project, record.project_id)
    production.check_move(
        project.title,
        _steps(store, record),
        record.stage,
        record.on,
        today=store.clock.today(),
        remark=record.remark or "–",
        is_rated=True,
    )


def unlinking(store: Store, record: Record) -> list[Change]:
    """Return what else goes with a step that is taken back: who has not joined is no organisation any more.

    The organisation itself, its place at the link and in the project stay: they are facts of their own.
    """
    if not _has_joined(record) or record.deleted:
        return []
    step: Any = record
    if store.get(Prospect, step.prospect_id).organisation_id is None or step.revoked_on is not None:
        return []
    return [SetField("prospect", step.prospect_id, "organisation_id", None)]


def _has_joined(record: Record) -> bool:
    return isinstance(record, ProspectStep) and record.state is ProspectState.JOINED


def _check_joins_again(store: Store, record: Record) -> None:
    """Refuse that joining comes back alone, without the organisation that it made or found."""
    if not _has_joined(record):
        return
    step: Any = record
    prospect = store.get(Prospect, step.prospect_id)
    if prospect.organisation_id is None:
        raise KnownError(
            "prospect_rejoin",
            N_("“{name}” is no organisation any more since this step was taken back."),
            advice=N_("Undo that, or let it join again: use “Has joined”, or clusterdesk prospect join."),
            name=prospect.name,
        )


def _steps[S: Record](store: Store, step: S) -> Sequence[Any]:
    """Return the steps of the same road that hold, the first one first."""
    owner = _ROADS[type(step)].owner
    found: list[Any] = store.find(type(step), revoked_on=None, **{owner: getattr(step, owner)})
    return in_order(found)
