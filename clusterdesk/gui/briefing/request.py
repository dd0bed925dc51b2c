"""Which pages somebody wants to see on paper."""

from dataclasses import dataclass
from uuid import UUID

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.views.edition import Edition


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """Sheets or reports of sessions; ``organisation_ids`` ask for the sheet of whatever session comes next there."""

    kind: BriefKind
    session_ids: tuple[UUID, ...] = ()
    organisation_ids: tuple[UUID, ...] = ()

    @property
    def count(self) -> int:
        """How many pages of this kind are asked for."""
        return len(self.session_ids) + len(self.organisation_ids)


@dataclass(frozen=True, slots=True)
class BriefChoice:
    """How they are to be: in one language, or ("") each in that of its organisation; and who will read them."""

    language: str = ""
    edition: Edition = Edition.SHAREABLE


def sheet_of(session_id: UUID) -> BriefRequest:
    """Ask for the visit sheet of a session."""
    return BriefRequest(BriefKind.VISIT_SHEET, (session_id,))


def next_sheet_of(organisation_id: UUID) -> BriefRequest:
    """Ask for the visit sheet of whatever session comes next with an organisation."""
    return BriefRequest(BriefKind.VISIT_SHEET, organisation_ids=(organisation_id,))


def report_of(session_id: UUID) -> BriefRequest:
    """Ask for the report of a session."""
    return BriefRequest(BriefKind.VISIT_REPORT, (session_id,))
