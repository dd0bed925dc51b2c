"""Difficulties of the field: noted, borne out by organisations and quotes, sent up, answered, joined."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuote:
    """What somebody said, word for word; ``on`` and ``organisation_id`` of ``None`` are those of the session."""

    text: str
    organisation_id: UUID | None = None
    session_id: UUID | None = None
    on: date | None = None
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, kw_only=True)
class _TitledDifficulty(Command):
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the difficulty; the service fills it in."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class _OfDifficulty(_TitledDifficulty):
    difficulty_id: UUID


@dataclass(frozen=True, kw_only=True)
class NoteDifficulty(_TitledDifficulty):
    """Note a difficulty, with the organisations that meet it and what was said of it, in one step.

    Without a ``title`` the first words of what happens, or of the quote, are it. ``quick_note_id`` is the line it was
    jotted down as: it is sorted with it. ``cost`` is in ``currency`` a year.
    """

    LABEL: ClassVar[str] = N_("Difficulty · {title}")
    happens: str = ""
    theme_id: UUID | None = None
    severity: Severity = Severity.COSTLY
    organisation_ids: tuple[UUID, ...] = ()
    quotes: tuple[NewQuote, ...] = ()
    session_id: UUID | None = None
    profile_id: UUID | None = None
    on: date | None = None
    cost: Decimal | None = None
    currency: str = "EUR"
    cost_remark: str = ""
    wish: str = ""
    visibility: Visibility = Visibility.SHAREABLE
    quick_note_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AddTouched(_OfDifficulty):
    """Say that an organisation meets a difficulty too."""

    LABEL: ClassVar[str] = N_("Organisation that meets it · {title}")
    organisation_id: UUID


@dataclass(frozen=True, kw_only=True)
class RemoveTouched(_OfDifficulty):
    """Say that an organisation does not meet a difficulty after all; its quotes stay, without its name."""

    LABEL: ClassVar[str] = N_("Organisation taken away · {title}")
    organisation_id: UUID


@dataclass(frozen=True, kw_only=True)
class AgreeToBeNamed(_OfDifficulty):
    """Note that an organisation agrees to stand by name in a difficulty, or no longer: who said so, and when."""

    LABEL: ClassVar[str] = N_("Agreement to be named · {title}")
    organisation_id: UUID
    named: bool = True
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class QuoteDifficulty(_OfDifficulty):
    """Add what somebody said of a difficulty; the organisation meets it from then on."""

    LABEL: ClassVar[str] = N_("Quote · {title}")
    quote: NewQuote


@dataclass(frozen=True, kw_only=True)
class _Move(_OfDifficulty):
    """A move of a difficulty on a day (default: today), ``by`` somebody (default: who writes here)."""

    on: date | None = None
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class ApproveDifficulty(_Move):
    """Approve that a difficulty is sent up; ``by`` is the director."""

    LABEL: ClassVar[str] = N_("Approved · {title}")
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class SendBackDifficulty(_Move):
    """Send a difficulty back for changes: what is to be changed."""

    LABEL: ClassVar[str] = N_("Sent back for changes · {title}")
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class SendDifficulty(_Move):
    """Send an approved difficulty up to somebody of the list of recipients.

    ``with_note``: a note or a roll-up of ours left with it, so somebody has read it first; else it was told otherwise,
    as ``remark`` says.
    """

    LABEL: ClassVar[str] = N_("Sent · {title}")
    recipient_id: UUID | None = None
    remark: str = ""
    with_note: bool = True


@dataclass(frozen=True, kw_only=True)
class AnswerDifficulty(_Move):
    """Note the answer to a difficulty that was sent."""

    LABEL: ClassVar[str] = N_("Answered · {title}")
    answer: str


@dataclass(frozen=True, kw_only=True)
class FeedBackDifficulty(_Move):
    """Note that organisations were told of the answer: all of them where none is given.

    The difficulty moves on with the last one.
    """

    LABEL: ClassVar[str] = N_("Told to the organisations · {title}")
    organisation_ids: tuple[UUID, ...] = ()
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class CloseDifficulty(_Move):
    """Close a difficulty with what came of it."""

    LABEL: ClassVar[str] = N_("Closed · {title}")
    result: str


@dataclass(frozen=True, kw_only=True)
class ReopenDifficulty(_Move):
    """Take a difficulty up again: it is a draft once more, to be approved and sent anew."""

    LABEL: ClassVar[str] = N_("Taken up again · {title}")
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class JoinDifficulties(_Move):
    """Read a difficulty as another one that says the same: ``difficulty_id`` is joined into ``into_id``."""

    LABEL: ClassVar[str] = N_("Joined · {title} → {into}")
    into_id: UUID
    into: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name both."""
        return {"title": self.title, "into": self.into}


@dataclass(frozen=True, kw_only=True)
class TakeApartDifficulty(_Move):
    """Let a joined difficulty stand on its own again."""

    LABEL: ClassVar[str] = N_("Taken apart · {title}")
