"""Calendars in and out of the week, in the desk's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpResult
    from clusterdesk.domain.views.calendar import CalendarChange, CalendarPlan


@dataclass(frozen=True, slots=True)
class ExportCalendar:
    """Writes the planned visits from a day on (to a last one) into a file."""

    path: Path
    first: date
    last: date | None
    t: Translator

    def __call__(self, desk: "Desk") -> tuple[Path, int]:
        """Write; return the file and how many visits are in it.

        Raises:
            KnownError: the file cannot be written.
        """
        from clusterdesk.exchange.calendar.write import export_calendar

        return self.path, export_calendar(desk.store, self.path, self.first, self.last, self.t)


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """Reads a file and says what it would change."""

    path: Path

    def __call__(self, desk: "Desk") -> "CalendarPlan":
        """Read.

        Raises:
            KnownError: it cannot be read, is too big, or is no calendar.
        """
        from clusterdesk.exchange.calendar.plan import plan_calendar

        return plan_calendar(desk.store, self.path)


class TakeCalendar:
    """Writes the changes that were chosen, as one step."""

    def __init__(self, file: str, changes: "Sequence[CalendarChange]") -> None:
        """``file`` is what the step is called after."""
        self._file, self._changes = file, changes

    def __call__(self, desk: "Desk") -> "OpResult[int]":
        """Write; return how many there were."""
        from clusterdesk.exchange.calendar.plan import import_calendar

        return import_calendar(desk.store, self._file, self._changes)
