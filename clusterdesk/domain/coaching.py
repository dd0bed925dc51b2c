"""What a coaching action is, and when attribution starts and ends."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.sessions import Session, SessionKind, SessionState

COACHING_KINDS = frozenset({SessionKind.VISIT, SessionKind.MEETING, SessionKind.CALL})
MONTHS_AFTER_CLOSING = 12


@dataclass(frozen=True, slots=True)
class Attribution:
    """The days on which a result counts for a coaching file: after ``first_action``, up to ``last_day`` included."""

    first_action: date
    last_day: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether a result dated that day is attributed."""
        return day > self.first_action and (self.last_day is None or day <= self.last_day)


def is_coaching_action(session: Session, *, has_trace: bool, as_of: date | None = None) -> bool:
    """Tell whether a session is a coaching action: a visit, meeting or call that was held, with a trace and a file.

    ``has_trace``: something was written in it, or a document belongs to it. With ``as_of``, only what was recorded
    by then and not yet revoked counts.
    """
    if as_of is not None:
        if session.recorded_on is not None and session.recorded_on > as_of:
            return False
        if session.on > as_of:
            return False
    revoked = session.revoked_on is not None and (as_of is None or session.revoked_on <= as_of)
    return (
        has_trace
        and not revoked
        and not session.deleted
        and session.state is SessionState.HELD
        and session.kind in COACHING_KINDS
        and session.coaching_file_id is not None
    )


def first_coaching_action(
    sessions: Iterable[Session], traced: Collection[UUID], *, as_of: date | None = None
) -> date | None:
    """Return the day of the earliest coaching action; ``traced`` are the ids of sessions with a written trace."""
    days = [one.on for one in sessions if is_coaching_action(one, has_trace=one.id in traced, as_of=as_of)]
    return min(days, default=None)


def attribution(
    first_action: date | None, closed_on: date | None, months: int = MONTHS_AFTER_CLOSING
) -> Attribution | None:
    """Return the days on which results count for a file; ``None`` without a coaching action: nothing is attributed."""
    if first_action is None:
        return None
    return Attribution(first_action, None if closed_on is None else months_later(closed_on, months))


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later; the last of the month where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(day)
