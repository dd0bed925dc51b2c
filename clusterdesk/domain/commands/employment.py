"""Head counts noted, by kind of contract too; the baseline of employment growth frozen; attestations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import FigureSource, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractStaff:
    """How many work under a kind of contract; nothing at all takes the part away."""

    contract_type_id: UUID
    fte: Decimal | None = None
    persons: int | None = None


@dataclass(frozen=True, kw_only=True)
class NoteHeadcount(Command):
    """Note the staff of an organisation, or of one of its projects, on a day."""

    LABEL: ClassVar[str] = N_("Head count · {title}")
    organisation_id: UUID
    on: date
    fte: Decimal | None = None
    persons: int | None = None
    created: Decimal | None = None
    retained: Decimal | None = None
    source: FigureSource = FigureSource.COMPANY
    precision: Precision = Precision.EXACT
    remark: str = ""
    visibility: Visibility = Visibility.SHAREABLE
    project_id: UUID | None = None
    session_id: UUID | None = None
    parts: tuple[ContractStaff, ...] = ()
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class SetContractStaff(Command):
    """Say how many of a head count work under a kind of contract."""

    LABEL: ClassVar[str] = N_("Head count by kind of contract · {title}")
    headcount_id: UUID
    staff: ContractStaff
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class FollowEmployment(Command):
    """Follow employment in a coaching file: its track, where it has none, with the baseline frozen on its day."""

    LABEL: ClassVar[str] = N_("Baseline of employment · {title}")
    coaching_file_id: UUID
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class CatchHeadcount(Command):
    """Note a head count that was said in a session, of its organisation and on its day."""

    LABEL: ClassVar[str] = N_("Head count caught · {title}")
    session_id: UUID
    fte: Decimal
    about: bool = False
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class AskAttestation(Command):
    """Ask a coaching file for a signed employment attestation: evidence that is wanted until the paper comes back."""

    LABEL: ClassVar[str] = N_("Attestation asked for · {title}")
    coaching_file_id: UUID
    name: str
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class KeepAttestation(Command):
    """Keep an attestation that was signed on the spot: the document and the evidence it is, in one step.

    ``evidence_id`` is the one whose code stands on the page; ``statement`` are the sentences that were signed, with
    their fingerprint: they name no person.
    """

    LABEL: ClassVar[str] = N_("Attestation signed · {title}")
    coaching_file_id: UUID
    evidence_id: UUID
    name: str
    filename: str
    statement: str = ""
    on: date | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}
