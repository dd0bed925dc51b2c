"""Results and what proves them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import EvidenceLevel, ResultKind


@dataclass(frozen=True, kw_only=True)
class AddResult(Command):
    """Note a result of a project on its effective date; it counts once confirmed."""

    LABEL: ClassVar[str] = N_("Result · {kind_label}")
    kind: ResultKind
    on: date
    project_id: UUID | None = None
    organisation_id: UUID | None = None
    coaching_file_id: UUID | None = None
    remark: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the kind."""
        return {"kind_label": choice_label(self.kind)}


@dataclass(frozen=True, kw_only=True)
class _OfResult(Command):
    result_id: UUID
    kind: ResultKind = ResultKind.INDUSTRIALISED

    def label_values(self) -> Mapping[str, str]:
        """Name the kind; the service fills it in."""
        return {"kind_label": choice_label(self.kind)}


@dataclass(frozen=True, slots=True)
class GivenProof:
    """A piece of evidence given while a result is confirmed: without a level, a paper is a document, else it was said.

    Without a title it is called as its paper is.
    """

    title: str = ""
    level: EvidenceLevel | None = None


@dataclass(frozen=True, kw_only=True)
class ConfirmResult(_OfResult):
    """Say by name that a result was reached, with what proves it: ``proof``, or what is there already."""

    LABEL: ClassVar[str] = N_("Confirm · {kind_label}")
    by: str
    on: date | None = None
    proof: GivenProof | None = None


@dataclass(frozen=True, kw_only=True)
class ValidateResult(_OfResult):
    """Validate a confirmed result, as a second person."""

    LABEL: ClassVar[str] = N_("Validate · {kind_label}")
    by: str
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RevokeResult(_OfResult):
    """Take a result back, with the reason; reports of earlier dates still show it."""

    LABEL: ClassVar[str] = N_("Revoke · {kind_label}")
    reason: str
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ConfirmProposal(Command):
    """Confirm by name a result that a rule proposes: noted and confirmed in one step, with what proves it.

    ``result_id`` is the result noted before, if any; ``evidence_ids`` becomes its evidence, and ``proof`` what is given
    now. ``override_reason`` says
    why it counts although it was ``already_before`` the coaching began.
    """

    LABEL: ClassVar[str] = N_("Confirm · {kind_label}")
    kind: ResultKind
    on: date
    by: str
    confirmed_on: date | None = None
    rule: str = ""
    result_id: UUID | None = None
    project_id: UUID | None = None
    organisation_id: UUID | None = None
    coaching_file_id: UUID | None = None
    ledger_id: UUID | None = None
    evidence_ids: tuple[UUID, ...] = ()
    proof: GivenProof | None = None
    already_before: bool = False
    override_reason: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the kind."""
        return {"kind_label": choice_label(self.kind)}


@dataclass(frozen=True, kw_only=True)
class AddEvidence(Command):
    """Note evidence there is, or that is still to obtain (``wanted``) and the indicator it would unlock."""

    LABEL: ClassVar[str] = N_("Evidence · {title}")
    title: str
    result_id: UUID | None = None
    project_id: UUID | None = None
    organisation_id: UUID | None = None
    document_id: UUID | None = None
    level: EvidenceLevel = EvidenceLevel.SAID
    indicator: str = ""
    on: date | None = None
    wanted: bool = False
    remark: str = ""
    visibility: Visibility = Visibility.INTERNAL

    def label_values(self) -> Mapping[str, str]:
        """Name the evidence."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class ObtainEvidence(Command):
    """Say that wanted evidence has come, at a level of the ladder, with its document where there is one."""

    LABEL: ClassVar[str] = N_("Evidence obtained · {title}")
    evidence_id: UUID
    level: EvidenceLevel
    document_id: UUID | None = None
    on: date | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the evidence."""
        return {"title": self.title}
