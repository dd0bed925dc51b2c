"""The read model of one session: what visit mode, the visit sheet and the report are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.difficulties import Difficulty
from clusterdesk.domain.records.employment import ContractType
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.organisations import Establishment
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.referrals import Referral
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Action, NoteKind, Session, SessionAttendee, SessionNote
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.employment import HeadcountLine
from clusterdesk.domain.views.organisation_page import FileCard, OrganisationPage


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """Somebody who takes part, by name; ``side`` is the organisation a contact person comes for, empty for us."""

    record: SessionAttendee
    name: str
    role: str = ""
    side: str = ""

    @property
    def is_ours(self) -> bool:
        """Tell whether this is a colleague."""
        return self.record.profile_id is not None


@dataclass(frozen=True, slots=True)
class PastSessionLine:
    """A session that was held: whom we met, and what was written, without what is restricted."""

    session: Session
    who: tuple[str, ...] = ()
    notes: tuple[SessionNote, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A session with its parts, and the page of its organisation.

    ``before`` are the sessions held before this one, the newest first; ``nth_visit`` counts this one, in its coaching
    file where it has one. ``difficulties`` are those noted or quoted in it, ``referrals`` those begun,
    ``exchanges`` the offers and needs noted. ``colleagues``
    are the names of ours who are in charge of it or promised something in it.
    """

    session: Session
    organisation: OrganisationPage
    project: Project | None = None
    file: FileCard | None = None
    place: Establishment | None = None
    attendees: tuple[AttendeeLine, ...] = ()
    notes: tuple[SessionNote, ...] = ()
    promises: tuple[Action, ...] = ()
    documents: tuple[Document, ...] = ()
    headcounts: tuple[HeadcountLine, ...] = ()
    contract_types: tuple[ContractType, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    referrals: tuple[Referral, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    before: tuple[PastSessionLine, ...] = ()
    nth_visit: int = 1
    colleagues: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def in_charge(self) -> str:
        """Return the name of the colleague whose session it is; empty where none is noted."""
        return self.colleagues.get(self.session.profile_id, "") if self.session.profile_id else ""

    @property
    def code(self) -> str:
        """Return the short code that is printed on the visit sheet."""
        return short_code(self.session.id)

    @property
    def decisions(self) -> tuple[SessionNote, ...]:
        """Return what was decided."""
        return tuple(one for one in self.notes if one.kind is NoteKind.DECISION)

    @property
    def started(self) -> bool:
        """Tell whether the notes are open."""
        return bool(self.notes)


@dataclass(frozen=True, slots=True)
class UpcomingVisit:
    """A planned session of the agenda; ``organisation_id`` is the kept one where there was a merge."""

    session: Session
    organisation_id: UUID
    organisation: str
    languages: tuple[str, ...] = ()
    place: str = ""
    city: str = ""

    @property
    def on(self) -> date:
        """Return its day."""
        return self.session.on
