"""The stages of a dossier of the common vision: any may follow any other, forward or back, but never itself."""

from collections.abc import Iterable, Sequence
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.dated_steps import DayRefusal, StepDays, last_of
from clusterdesk.domain.records.vision import VisionStage, VisionStep

DAYS = StepDays(
    ahead=DayRefusal(
        "vision_day_to_come",
        N_("{day} has not come yet: a stage is noted when it is reached."),
        N_("Give today or an earlier day."),
    ),
    early=DayRefusal(
        "vision_days",
        N_("The stage before was noted on {before}: {day} is earlier."),
        N_("Give a later day, or correct the day of the step before."),
    ),
    late=DayRefusal(
        "vision_days",
        N_("The stage that followed was noted on {after}: {day} is later."),
        N_("Give an earlier day, or correct the day of the step that followed."),
    ),
)


def stage_of(steps: Iterable[VisionStep]) -> VisionStage | None:
    """Return the stage a dossier has reached; None as long as nothing happened."""
    last = last_of(steps)
    return last.stage if last is not None else None


def check_move(title: str, steps: Sequence[VisionStep], to: VisionStage, on: date, *, today: date) -> None:
    """Refuse a stage that the dossier is at already, and a day that does not fit.

    Raises:
        KnownError: it is one of these.
    """
    if to is stage_of(steps):
        raise KnownError(
            "vision_stage_reached",
            N_("“{name}” has reached this stage already."),
            advice=N_("Choose the stage that follows, or an earlier one it goes back to."),
            name=title,
        )
    DAYS.check_next(steps, on, today)
