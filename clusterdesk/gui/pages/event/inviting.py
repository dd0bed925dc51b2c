"""What inviting asks of the store, in the worker."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.programme import InviteToEvent
from clusterdesk.domain.views.invitations import Candidate, Invitations, InviteFilter

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class FindCandidates:
    """Finds who fits a filter."""

    event_id: UUID
    wanted: InviteFilter

    def __call__(self, desk: "Desk") -> Invitations:
        """Read."""
        from clusterdesk.services.invitations import read_invitations

        return read_invitations(desk.store, self.event_id, self.wanted)


@dataclass(frozen=True, slots=True)
class Invite:
    """Writes the mail drafts where they are wanted, then notes who is invited; ``usual`` is the usual language."""

    event_id: UUID
    people: tuple[Candidate, ...]
    author: str
    usual: str
    drafts: bool

    def __call__(self, desk: "Desk") -> OpResult[tuple[Path, ...]]:
        """Invite; return the drafts.

        Raises:
            KnownError: the event may not leave, an address is none, or the drafts cannot be written.
        """
        from clusterdesk.exchange.invitations import write_drafts
        from clusterdesk.services.invitations import invite

        written: tuple[Path, ...] = ()
        if self.drafts:
            made = write_drafts(desk.store, self.event_id, self.people, author=self.author, usual=self.usual)
            written = tuple(one.path for one in made)
        command = InviteToEvent(event_id=self.event_id, invited=tuple(one.pair for one in self.people))
        return OpResult(written, invite(desk.store, command).changes)


@dataclass(frozen=True, slots=True)
class EventCalendar:
    """Makes the .ics file of an event."""

    event_id: UUID
    path: Path
    language: str

    def __call__(self, desk: "Desk") -> Path:
        """Write it; return where.

        Raises:
            KnownError: the file cannot be written.
        """
        from clusterdesk.base.told_file import write_file
        from clusterdesk.exchange.calendar.write import event_file
        from clusterdesk.i18n.translator import Translator

        write_file(self.path, event_file(desk.store, self.event_id, Translator(self.language)))
        return self.path
