"""Which pages somebody wants to see on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.briefs.filenames import BriefKind, kind_name
from clusterdesk.briefs.makers import has_docx
from clusterdesk.domain.views.edition import Edition

if TYPE_CHECKING:
    from clusterdesk.gui.kit import Kit


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """Sheets or reports of sessions; ``organisation_ids`` ask for the sheet of whatever session comes next there.

    ``days`` ask for the page of each, before the sheets of its sessions; ``week`` for the note of the week of a Monday.
    ``subjects`` are what any other kind of page is about: the id of a record, or a year or quarter as text.
    """

    kind: BriefKind
    session_ids: tuple[UUID, ...] = ()
    organisation_ids: tuple[UUID, ...] = ()
    days: tuple[date, ...] = ()
    week: date | None = None
    subjects: tuple[UUID | str, ...] = ()

    @property
    def count(self) -> int:
        """How many pages of this kind are asked for."""
        asked = (self.session_ids, self.organisation_ids, self.days, self.subjects)
        return sum(map(len, asked)) + (self.week is not None)

    @property
    def ours(self) -> bool:
        """Whether the pages stay with whoever prints them, in their own language."""
        return self.kind in (BriefKind.DAY, BriefKind.WEEK_NOTE, BriefKind.BOARD)

    @property
    def is_report(self) -> bool:
        """Whether it is the report to the Advisory Board: of a state, in editions of its own, with a workbook."""
        return self.kind is BriefKind.BOARD

    @property
    def is_bag(self) -> bool:
        """Whether it is what one takes along to visits."""
        return self.kind is BriefKind.BAG

    @property
    def has_docx(self) -> bool:
        """Whether it is also written as a Word file."""
        return self.count == 1 and has_docx(self.kind)


@dataclass(frozen=True, slots=True)
class BriefChoice:
    """How they are to be: in one language, or ("") each in that of its organisation; and who will read them.

    ``state`` is a quarter or a day to report of instead of the one that was asked for.
    """

    language: str = ""
    edition: Edition = Edition.SHAREABLE
    state: str = ""


def sheet_of(session_id: UUID) -> BriefRequest:
    """Ask for the visit sheet of a session."""
    return BriefRequest(BriefKind.VISIT_SHEET, (session_id,))


def next_sheet_of(organisation_id: UUID) -> BriefRequest:
    """Ask for the visit sheet of whatever session comes next with an organisation."""
    return BriefRequest(BriefKind.VISIT_SHEET, organisation_ids=(organisation_id,))


def bag_of(visits: Iterable[tuple[UUID, date]]) -> BriefRequest:
    """Ask for what one takes along to visits: the page of each day, and the sheets of its visits."""
    known = tuple(visits)
    days = tuple(dict.fromkeys(day for _, day in known))
    return BriefRequest(BriefKind.BAG, tuple(one for one, _ in known), days=days)


def day_of(day: date) -> BriefRequest:
    """Ask for the page of a day."""
    return BriefRequest(BriefKind.DAY, days=(day,))


def note_of(monday: date) -> BriefRequest:
    """Ask for the note of the week that begins on a Monday."""
    return BriefRequest(BriefKind.WEEK_NOTE, week=monday)


def break_even_of(*ledger_ids: UUID) -> BriefRequest:
    """Ask for the break-even sheets of ledgers."""
    return BriefRequest(BriefKind.BREAK_EVEN, subjects=ledger_ids)


def attestation_of(evidence_id: UUID) -> BriefRequest:
    """Ask for an employment attestation to be signed on paper: the one that the evidence waits for."""
    return BriefRequest(BriefKind.ATTESTATION, subjects=(evidence_id,))


def diagnostic_of(diagnostic_id: UUID) -> BriefRequest:
    """Ask for the sheet of a diagnostic."""
    return BriefRequest(BriefKind.DIAGNOSTIC, subjects=(diagnostic_id,))


def page_of(kind: BriefKind, *subjects: UUID | str) -> BriefRequest:
    """Ask for a page of any kind about each subject."""
    return BriefRequest(kind, subjects=subjects)


def report_of(session_id: UUID) -> BriefRequest:
    """Ask for the report of a session."""
    return BriefRequest(BriefKind.VISIT_REPORT, (session_id,))


def heading(request: BriefRequest, organisation: str, kit: "Kit") -> str:
    """Return the heading of what was asked for; ``organisation`` is whom a single page is about, once known."""
    t = kit.t
    match request.kind:
        case BriefKind.BAG:
            return t.n("{n} visit, ready to go", "{n} visits, ready to go", n=len(request.session_ids))
        case BriefKind.DAY:
            return t("{kind} – {day}", kind=kind_name(request.kind, t), day=kit.formats.weekday_date(request.days[0]))
        case BriefKind.WEEK_NOTE:
            return kind_name(request.kind, t)
        case BriefKind.VISIT_REPORT if request.count > 1:
            return t.n("{n} visit report", "{n} visit reports", n=request.count)
        case BriefKind.VISIT_SHEET if request.count > 1:
            return t.n("{n} visit sheet", "{n} visit sheets", n=request.count)
    kind = kind_name(request.kind, t)
    return t("{kind} – {organisation}", kind=kind, organisation=organisation) if organisation else kind
