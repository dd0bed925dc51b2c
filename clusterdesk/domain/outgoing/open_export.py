"""The open export for the agency: how often it is made, of which tables, and when it is due."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_


class Rhythm(StrEnum):
    """How often it is made by itself."""

    OFF = "off"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


def is_due(rhythm: Rhythm, last: date | None, today: date) -> bool:
    """Tell whether one is to be made today: in a week (from Monday) or a month that has none yet.

    A clock that was set back makes none: what was made is never made again before its time.
    """
    if rhythm is Rhythm.OFF:
        return False
    if last is None:
        return True
    return _begin(rhythm, today) > _begin(rhythm, last)


def chosen_tables(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the tables named in a setting, divided by commas, in their own order; an empty text means all.

    Raises:
        KnownError: ``open_export_table``: one is not known.
    """
    wanted = [name.strip().casefold() for name in text.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            raise KnownError(
                "open_export_table",
                N_("There is no table “{name}” in the open export."),
                advice=N_("Use one of: {names}."),
                name=name,
                names=", ".join(known),
            )
    return tuple(name for name in known if not wanted or name in wanted)


def _begin(rhythm: Rhythm, day: date) -> date:
    return day - timedelta(days=day.weekday()) if rhythm is Rhythm.WEEKLY else day.replace(day=1)
