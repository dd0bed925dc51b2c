"""What is to be printed: a read model of any kind, with the words of its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.domain.views.break_even_sheet import BreakEvenSheet
from clusterdesk.domain.views.day_page import DayPage
from clusterdesk.domain.views.diagnostic_sheet import DiagnosticSheet
from clusterdesk.domain.views.difficulty_papers import ReadPaper
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.domain.views.week_note import WeekNote
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

type BriefView = (
    VisitSheet
    | VisitReport
    | DayPage
    | WeekNote
    | BreakEvenSheet
    | Attestation
    | DiagnosticSheet
    | ReadPaper
    | ParcelView
)


@dataclass(frozen=True, slots=True)
class BriefJob:
    """One brief to print, in the language of whoever receives it."""

    view: BriefView
    t: Translator
    formats: Formats

    @property
    def kind(self) -> BriefKind:
        """What is printed."""
        match self.view:
            case VisitSheet():
                return BriefKind.VISIT_SHEET
            case VisitReport():
                return BriefKind.VISIT_REPORT
            case DayPage():
                return BriefKind.DAY
            case WeekNote():
                return BriefKind.WEEK_NOTE
            case BreakEvenSheet():
                return BriefKind.BREAK_EVEN
            case Attestation():
                return BriefKind.ATTESTATION
            case DiagnosticSheet():
                return BriefKind.DIAGNOSTIC
            case ParcelView():
                return BriefKind.REFERRAL
            case ReadPaper():
                return BriefKind.DIFFICULTY if self.view.paper.note is not None else BriefKind.DIFFICULTIES

    @property
    def organisation(self) -> str:
        """Whom it is about; nobody where it is about a day or a week."""
        match self.view:
            case VisitSheet():
                return self.view.header.organisation
            case VisitReport() | Attestation() | DiagnosticSheet() | ParcelView():
                return self.view.organisation
            case BreakEvenSheet():
                return self.view.view.organisation
            case _:
                return ""

    @property
    def on(self) -> date | None:
        """The day of the visit, or the first one of a week."""
        match self.view:
            case VisitSheet():
                return self.view.appointment.on
            case WeekNote():
                return self.view.monday
            case BreakEvenSheet():
                return self.view.view.as_of
            case ReadPaper():
                return self.view.paper.printed_on
            case _:
                return self.view.on

    @property
    def filed_on(self) -> date:
        """The day in the name of its file: of the visit, of the printing where none is agreed yet."""
        return self.on or self.view.footer.printed_at.date()


def kind_of(jobs: Sequence[BriefJob]) -> BriefKind:
    """Return what several briefs are together: of one kind, or a bag of days and sheets."""
    kinds = {job.kind for job in jobs}
    return kinds.pop() if len(kinds) == 1 else BriefKind.BAG
