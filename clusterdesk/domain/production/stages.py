"""The stages of a production project: idea → ranked → set up → financed → in production, or abandoned.

A step leads to the next stage, or back to an earlier one with a reason; what was abandoned is taken up again where it
stood. Ranking asks for a whole rating, giving up for a reason. Whoever moves a project asks here first.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.dated_steps import DayRefusal, StepDays, in_order, last_of
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.production import ProductionStage, ProductionStep

_IDEA, _RANKED, _SET_UP = ProductionStage.IDEA, ProductionStage.RANKED, ProductionStage.SET_UP
_FINANCED, _RUNNING, _ABANDONED = (
    ProductionStage.FINANCED,
    ProductionStage.IN_PRODUCTION,
    ProductionStage.ABANDONED,
)
ROAD = (_IDEA, _RANKED, _SET_UP, _FINANCED, _RUNNING)
_WANTS: Mapping[ProductionStage, str] = {
    _IDEA: N_("From here it is ranked, once it is rated; or abandoned."),
    _RANKED: N_("From here it is set up; or it goes back to an idea, or is abandoned."),
    _SET_UP: N_("From here it is financed; or it goes back, or is abandoned."),
    _FINANCED: N_("From here it goes into production; or it goes back, or is abandoned."),
    _RUNNING: N_("It produces: it can only go back or be abandoned, with a reason."),
    _ABANDONED: N_("It was abandoned: it is taken up again at the stage where it stood, or begins anew as an idea."),
}
DAYS = StepDays(
    ahead=DayRefusal(
        "production_ahead",
        N_("{day} is still to come: a stage is noted once it is reached."),
        N_("Give the day on which it was reached."),
    ),
    early=DayRefusal(
        "production_order",
        N_("The stage before was reached on {before}: {day} is earlier."),
        N_("Give a later day, or correct the day of the stage before."),
    ),
    late=DayRefusal(
        "production_order",
        N_("The stage that followed was reached on {after}: {day} is later."),
        N_("Give an earlier day, or correct the day of the stage that followed."),
    ),
)


def stage_of(steps: Iterable[ProductionStep]) -> ProductionStage:
    """Return where a project stands: an idea as long as nothing happened."""
    last = last_of(steps)
    return last.stage if last is not None else _IDEA


def left_at(steps: Iterable[ProductionStep]) -> ProductionStage:
    """Return the stage a project stood at before it was abandoned."""
    stages = [one.stage for one in in_order(steps) if one.stage is not _ABANDONED]
    return stages[-1] if stages else _IDEA


def moves_from(steps: Sequence[ProductionStep]) -> tuple[ProductionStage, ...]:
    """Return the stages a project may go to now: on first, then back, then giving up."""
    now = stage_of(steps)
    if now is _ABANDONED:
        return tuple(dict.fromkeys((left_at(steps), _IDEA)))
    place = ROAD.index(now)
    on = ROAD[place + 1 : place + 2]
    return (*on, *reversed(ROAD[:place]), _ABANDONED)


def is_back(steps: Sequence[ProductionStep], to: ProductionStage) -> bool:
    """Tell whether a move goes back, or gives up: it wants a reason."""
    now = stage_of(steps)
    if to is _ABANDONED:
        return True
    return now is not _ABANDONED and ROAD.index(to) < ROAD.index(now)


def check_move(
    name: str,
    steps: Sequence[ProductionStep],
    to: ProductionStage,
    on: date,
    *,
    today: date,
    remark: str = "",
    is_rated: bool = False,
) -> None:
    """Refuse a move that is not possible now, and say what is.

    Raises:
        KnownError: the stage does not follow, it is not rated, a reason is missing, or the day does not fit.
    """
    now = stage_of(steps)
    if to is now or to not in moves_from(steps):
        raise KnownError(
            "production_move",
            N_("“{name}” is at “{now_label}”: it cannot go to “{to_label}” from there."),
            advice=_WANTS[now],
            name=name,
            now_label=choice_label(now),
            to_label=choice_label(to),
        )
    if to is _RANKED and now is _IDEA and not is_rated:
        raise KnownError(
            "production_unrated",
            N_("“{name}” is not rated yet: ranking compares ratings."),
            advice=N_("Rate timing, skills, budget, funding and impact from 1 to 5 first."),
            name=name,
        )
    if is_back(steps, to) and not one_line(remark):
        raise KnownError(
            "production_reason",
            N_("Going back or giving up wants a reason."),
            advice=N_("Say in a few words what happened."),
        )
    DAYS.check_next(steps, on, today)


def check_is_last(steps: Sequence[ProductionStep], step: ProductionStep) -> None:
    """Refuse to take back a step that others followed on.

    Raises:
        KnownError: names the last one.
    """
    last = last_of(steps)
    if last is not None and last.id != step.id:
        raise KnownError(
            "production_followed",
            N_("“{stage_label}” is not the last stage: “{last_label}” followed on it."),
            advice=N_("Take back the last stage first, or move the project back with a reason."),
            stage_label=choice_label(step.stage),
            last_label=choice_label(last.stage),
        )
