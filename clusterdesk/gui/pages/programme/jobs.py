"""What the pages of the programme ask of the store, in the worker."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.programme import (
    AddParticipant,
    CarryOver,
    MarkPresence,
    MoveEvent,
    RankThemes,
    TellEvent,
)
from clusterdesk.domain.records.programme import Commitment, EventParticipation, ProgrammeEvent, Theme
from clusterdesk.domain.views.programme import EventPage, ProgrammeYear, Turnout

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_year(year: int, months: int | None, desk: "Desk") -> tuple[ProgrammeYear, Turnout]:
    """Read a year and who came to its events; or to those of the last so many months, where given."""
    from clusterdesk.services.programme_views import read_year as read
    from clusterdesk.services.turnout import read_recent_turnout, read_turnout

    store = desk.store
    came = read_turnout(store, year) if months is None else read_recent_turnout(store, months, store.clock.today())
    return read(store, year), came


def year_of(theme_id: UUID, desk: "Desk") -> int:
    """Return the year a theme is proposed for."""
    return desk.store.get(Theme, theme_id).year


def read_event(event_id: UUID, desk: "Desk") -> EventPage:
    """Read an event."""
    from clusterdesk.services.programme_views import read_event as read

    return read(desk.store, event_id)


def advisory_board(desk: "Desk") -> UUID | None:
    """Return the group that is the Advisory Board, None where there is none."""
    from clusterdesk.domain.records.groups import GroupKind, WorkingGroup

    found = desk.store.find(WorkingGroup, kind=GroupKind.ADVISORY_BOARD)
    return found[0].id if found else None


def carry_over(command: CarryOver, desk: "Desk") -> OpResult[tuple[Commitment, ...]]:
    """Give a year its commitments."""
    from clusterdesk.services import programme

    return programme.carry_over(desk.store, command)


def move_event(command: MoveEvent, desk: "Desk") -> OpResult[ProgrammeEvent]:
    """Move an event."""
    from clusterdesk.services import programme

    return programme.move_event(desk.store, command)


def tell_event(command: TellEvent, desk: "Desk") -> OpResult[ProgrammeEvent]:
    """Say how an event went."""
    from clusterdesk.services import programme

    return programme.tell_event(desk.store, command)


def rank_themes(command: RankThemes, desk: "Desk") -> OpResult[tuple[Theme, ...]]:
    """Rank themes by their votes."""
    from clusterdesk.services import programme

    return programme.rank_themes(desk.store, command)


def add_participant(command: AddParticipant, desk: "Desk") -> OpResult[EventParticipation]:
    """Register somebody."""
    from clusterdesk.services import event_participants

    return event_participants.add_participant(desk.store, command)


def mark_presence(command: MarkPresence, desk: "Desk") -> OpResult[int]:
    """Note who came."""
    from clusterdesk.services import event_participants

    return event_participants.mark_presence(desk.store, command)
