"""Planning, holding and noting sessions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.exchanges.noted import ExchangeSaid
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import NoteKind, OwnerKind, SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part: a contact person, a colleague, or a bare name."""

    contact_id: UUID | None = None
    profile_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """A text to write into a session, under a question or free."""

    text: str
    question_key: str = ""
    question: str = ""
    kind: NoteKind = NoteKind.NOTE
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPromise:
    """A promise caught while talking; ``due_on`` is a local date."""

    text: str
    owner: OwnerKind = OwnerKind.US
    profile_id: UUID | None = None
    contact_id: UUID | None = None
    owner_name: str = ""
    due_on: date | None = None
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """The session agreed upon when one ends."""

    on: date
    kind: SessionKind = SessionKind.VISIT
    starts_at: time | None = None
    minutes: int | None = None
    subject: str = ""


@dataclass(frozen=True, kw_only=True)
class _OfSession(Command):
    """An intent about one session; ``title`` is the organisation's name, filled in by the service."""

    session_id: UUID
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class _NewSession(Command):
    """What a new session is made from; times are local, ``minutes`` the duration."""

    organisation_id: UUID
    on: date
    kind: SessionKind = SessionKind.VISIT
    starts_at: time | None = None
    minutes: int | None = None
    establishment_id: UUID | None = None
    coaching_file_id: UUID | None = None
    profile_id: UUID | None = None
    subject: str = ""
    template: str = ""
    attendees: tuple[Participant, ...] = ()
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the kind and the organisation."""
        return {"kind_label": choice_label(self.kind), "title": self.title}


@dataclass(frozen=True, kw_only=True)
class PlanSession(_NewSession):
    """Put a session into the agenda."""

    LABEL: ClassVar[str] = N_("Plan · {kind_label} · {title}")


@dataclass(frozen=True, kw_only=True)
class PlanVisits(Command):
    """Put a visit to each of several organisations into the agenda, spread over the working days from a day on."""

    LABEL: ClassVar[str] = N_("Plan visits · {names}")
    organisation_ids: tuple[UUID, ...]
    from_on: date
    names: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisations."""
        return {"names": self.names}


@dataclass(frozen=True, kw_only=True)
class LogSession(_NewSession):
    """Write down a session that was held, after the fact, all in one step.

    ``exchanges`` are the offers and needs its notes say; who may read the first note may read them.
    """

    LABEL: ClassVar[str] = N_("Noted after the fact · {kind_label} · {title}")
    notes: tuple[NewNote, ...] = ()
    promises: tuple[NewPromise, ...] = ()
    exchanges: tuple[ExchangeSaid, ...] = ()
    next_step: str = ""
    next_step_on: date | None = None
    next_session: NextSession | None = None


@dataclass(frozen=True, kw_only=True)
class MoveSession(_OfSession):
    """Give a planned session another day or hour."""

    LABEL: ClassVar[str] = N_("Another day · {title}")
    on: date
    starts_at: time | None = None


@dataclass(frozen=True, kw_only=True)
class StartSession(Command):
    """Open the notes of a session: one record for each question, so that every keystroke has a place.

    Without ``session_id`` a session with ``organisation_id`` is made first: of now, or of the day ``on`` for what is
    written after the fact. ``language`` is that of the questions (``fr``, ``nl``, ``en``).
    """

    LABEL: ClassVar[str] = N_("Start · {title}")
    session_id: UUID | None = None
    organisation_id: UUID | None = None
    on: date | None = None
    language: str = "fr"
    kind: SessionKind = SessionKind.VISIT
    coaching_file_id: UUID | None = None
    profile_id: UUID | None = None
    template: str = ""
    attendees: tuple[Participant, ...] = ()
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class ChooseTemplate(_OfSession):
    """Ask other questions: those of ``template``, in ``language``; what was written already stays."""

    LABEL: ClassVar[str] = N_("Questions · {title}")
    template: str
    language: str = "fr"


@dataclass(frozen=True, kw_only=True)
class EditSessionNote(Command):
    """Write the text of a note, or say who may read it; what is ``None`` stays.

    ``exchanges`` are the offers and needs that the text says and nobody has noted yet.
    """

    LABEL: ClassVar[str] = N_("Note · {title}")
    note_id: UUID
    text: str | None = None
    visibility: Visibility | None = None
    kind: NoteKind | None = None
    title: str = ""
    exchanges: tuple[ExchangeSaid, ...] = ()

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class AddSessionNote(_OfSession):
    """Add a note or a decision to a session; ``exchanges`` are the offers and needs it says."""

    LABEL: ClassVar[str] = N_("Note · {title}")
    note: NewNote
    exchanges: tuple[ExchangeSaid, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SetAttendees(_OfSession):
    """Say who took part, or will."""

    LABEL: ClassVar[str] = N_("Attendees · {title}")
    attendees: tuple[Participant, ...]


@dataclass(frozen=True, kw_only=True)
class CloseSession(_OfSession):
    """Finish a session: it was held; the promises, decisions and next step caught go in with it.

    ``on`` and ``minutes`` are what really happened (default: as planned, at the latest today); ``attendees`` of
    ``None`` leaves those written down.
    """

    LABEL: ClassVar[str] = N_("Finish · {title}")
    on: date | None = None
    starts_at: time | None = None
    minutes: int | None = None
    subject: str | None = None
    attendees: tuple[Participant, ...] | None = None
    notes: tuple[NewNote, ...] = ()
    promises: tuple[NewPromise, ...] = ()
    next_step: str = ""
    next_step_on: date | None = None
    next_session: NextSession | None = None


@dataclass(frozen=True, kw_only=True)
class CancelSession(_OfSession):
    """Call a planned session off; ``reason`` is kept as an internal note."""

    LABEL: ClassVar[str] = N_("Called off · {title}")
    reason: str = ""
