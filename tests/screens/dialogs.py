"""Every dialog, menu and layer of the window, opened as it would be: a new one has to be entered here."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.domain.commands.records import EraseTeamPerson
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal, StartState
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import MilestoneTemplate
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultKind
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.attestation import Attestation, StaffOn
from clusterdesk.domain.views.calendar import CalendarChange, CalendarPlan, ChangeKind, Ignored
from clusterdesk.domain.views.coaching import FilePlan, TrackPlan
from clusterdesk.domain.views.organisation_page import MergedOrganisation
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.session_page import UpcomingVisit
from clusterdesk.exchange.archive.plan import ArchivePlan
from clusterdesk.gui.capture.layer import CaptureLayer
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.dialogs.erasure import ErasureDialog
from clusterdesk.gui.dialogs.error import ErrorDialog
from clusterdesk.gui.dialogs.filing import FilingDialog
from clusterdesk.gui.dialogs.hand_over import HandOverDialog
from clusterdesk.gui.dialogs.history import HistoryDialog
from clusterdesk.gui.dialogs.key_sheet import KeySheet
from clusterdesk.gui.dialogs.leave_others import LeaveOthers
from clusterdesk.gui.pages.backups.reading import BackupFacts
from clusterdesk.gui.pages.backups.restoring import RestoreDialog
from clusterdesk.gui.pages.break_even.keep_dialog import KeepDialog
from clusterdesk.gui.pages.coaching.baseline_dialog import BaselineDialog
from clusterdesk.gui.pages.coaching.closing_dialog import ClosingDialog
from clusterdesk.gui.pages.coaching.templates_dialog import TemplatesDialog
from clusterdesk.gui.pages.difficulties.noting import NotingDialog
from clusterdesk.gui.pages.difficulty.agreement_dialog import AgreementDialog
from clusterdesk.gui.pages.difficulty.move_dialog import MoveDialog
from clusterdesk.gui.pages.difficulty.telling_dialog import TellingDialog
from clusterdesk.gui.pages.employment.attestation_dialog import AttestationDialog
from clusterdesk.gui.pages.employment.attestation_reading import Person, Prepared
from clusterdesk.gui.pages.figures.asking import AskOver, AskReading
from clusterdesk.gui.pages.figures.cell_menu import CellMenu
from clusterdesk.gui.pages.figures_files.file_menu import FileMenu
from clusterdesk.gui.pages.figures_files.request_dialog import RequestDialog
from clusterdesk.gui.pages.merging.apart import TakeApart
from clusterdesk.gui.pages.organisation.decision_dialog import Decision, DecisionDialog
from clusterdesk.gui.pages.organisation.header_menu import HeaderMenu
from clusterdesk.gui.pages.organisation.proposal_dialog import ProposalDialog
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.pages.organisations.new import NewOrganisation
from clusterdesk.gui.pages.organisations.several import PlanVisitsDialog, TagDialog
from clusterdesk.gui.pages.outbox.adding import AddFileDialog
from clusterdesk.gui.pages.settings.archive_dialog import ArchiveDialog
from clusterdesk.gui.pages.today.planning import NoteDialog, PlanDialog, SessionDialog
from clusterdesk.gui.pages.visit.choosing import VisitChoice
from clusterdesk.gui.pages.week.asking import DayMenu, HourDialog, HourMenu
from clusterdesk.gui.pages.week.calendar_dialog import CalendarDialog
from clusterdesk.gui.papers.dialog import PaperDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.fields.choice import Option, OptionsPopup
from clusterdesk.gui.widgets.fields.day import CalendarPopup
from clusterdesk.gui.widgets.focus_order import ReadDialog
from clusterdesk.services.shipped_lists import shipped_rows
from clusterdesk.store.comparison import BackupDifference
from tests.screens import collective_dialogs, difficulty_dialogs, figure_dialogs, referral_dialogs, strategy_dialogs
from tests.screens.binder import Subjects

type Opener = Callable[[MainWindow, Subjects], QWidget]

DAY = date(2026, 11, 24)
BASES: tuple[type[QWidget], ...] = (
    AskDialog,
    ReadDialog,
    SessionDialog,
    *referral_dialogs.BASES,
)  # never opened by themselves


def _attestation(window: MainWindow, _subjects: Subjects) -> QWidget:
    now = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
    footer = PageFooter(now, now, "Claire Delvaux")
    view = Attestation(
        organisation="Atelier Noord",
        number="1999.990.144",
        address="Rue Dieudonné Lefèvre 217, 1020 Laeken",
        project="Panneaux trois plis",
        before=StaffOn(Decimal(5), date(2024, 9, 30)),
        after=StaffOn(Decimal(7), date(2026, 9, 30)),
        code="KQWRTA9",
        footer=footer,
        created=Decimal(2),
        counted=("Contrat à durée indéterminée (CDI)",),
    )
    one = derived_id("evidence", "attestation")
    people = (Person("Nora Lejeune", "gérante"),)
    return AttestationDialog(window.context.kit, Prepared(one, one, "fr", view, people, "Laeken"), window)


def _decision(window: MainWindow, _subjects: Subjects) -> QWidget:
    t = window.context.kit.t
    asked = Decision(t("Confirm the result"), t("Confirm"), t("Who confirms it?"), t("By whom"), "", DAY, danger=False)
    return DecisionDialog(window.context.kit, asked, parent=window)


def _proposal(window: MainWindow, _subjects: Subjects) -> QWidget:
    paper = Evidence(title="Bons de livraison", level=EvidenceLevel.DOCUMENT, on=DAY)
    asked = ResultProposal(
        kind=ResultKind.INDUSTRIALISED,
        rule="MRL9",
        on=DAY,
        action=ProposedAction.CONFIRM,
        start=StartState.ALREADY_REACHED,
        evidence=(paper,),
    )
    return ProposalDialog(window.context.kit, asked, "Claire Delvaux", ("Hanne Wouters",), window)


def _plan() -> FilePlan:
    project = Project(title="Panneaux trois plis en bois de réemploi")
    file = CoachingFile(project_id=project.id, opened_on=date(2024, 11, 4))
    track = Track(key="employment", name_fr="Emploi", name_nl="Tewerkstelling", name_en="Employment")
    other = Track(key="break_even", name_fr="Équilibre financier", name_nl="Break-even", name_en="Break-even")
    plans = []
    for one in (track, other):
        record = CoachingFileTrack(
            coaching_file_id=file.id, track_id=one.id, unit="ETP", baseline=Decimal("6.5"), baseline_on=DAY
        )
        plans.append(TrackPlan(record, one))
    return FilePlan(file, project, tracks=tuple(plans))


def _baseline(window: MainWindow, _subjects: Subjects) -> QWidget:
    return BaselineDialog(window.context, _plan().tracks[0], window)


def _closing(window: MainWindow, _subjects: Subjects) -> QWidget:
    return ClosingDialog(window.context, _plan(), window)


def _templates(window: MainWindow, _subjects: Subjects) -> QWidget:
    plan = _plan()
    offered = tuple(one for one in shipped_rows() if isinstance(one, MilestoneTemplate))
    tracks = [one.track for one in plan.tracks]
    wanted = [one for one in offered if one.track_key in {track.key for track in tracks}]
    return TemplatesDialog(window.context, plan.file, wanted, tracks, window)


def _calendar(window: MainWindow, subjects: Subjects) -> QWidget:
    moved = CalendarChange(
        ChangeKind.MOVED,
        "1",
        subjects.organisation_id,
        "Atelier Noord",
        DAY,
        time(10),
        90,
        subjects.planned_session_id,
        (date(2026, 11, 23), time(9)),
    )
    new = CalendarChange(
        ChangeKind.NEW, "2", subjects.organisation_id, "Feutrelle", DAY, None, None, summary="Café", told_by="name"
    )
    ignored = {Ignored.PAST: 3, Ignored.UNKNOWN: 1}
    return CalendarDialog(window.context.kit, CalendarPlan("semaine.ics", (moved, new), ignored), window)


def _restore(window: MainWindow, _subjects: Subjects) -> QWidget:
    facts = BackupFacts(Path("b.db"), datetime(2026, 11, 20, 9, tzinfo=UTC), "start", 1_000_000)
    counts = {"organisation": 24, "session": 210}
    return RestoreDialog(window.context.kit, facts, BackupDifference(Path("b.db"), counts, counts, (), 0), window)


def _archive(window: MainWindow, _subjects: Subjects) -> QWidget:
    return ArchiveDialog(
        window.context.kit, Path("autre.jsonl"), ArchivePlan("autre.jsonl", (), (), frozenset()), window
    )


def _error(window: MainWindow, _subjects: Subjects) -> QWidget:
    error = KnownError(
        "printer_refused",
        "The printer {name} does not take the pages.",
        advice="Look whether it is switched on and connected, or save the PDF and print it elsewhere.",
        name="Bureau 2",
    )
    return ErrorDialog(window.context.kit, error.texts(window.context.kit.t), "Bureau 2", window)


def _options(window: MainWindow, _subjects: Subjects) -> QWidget:
    popup = OptionsPopup("Langues", [Option(key, key.upper()) for key in ("fr", "nl", "en")], ("fr",), window)
    popup.open_under(window)
    return popup


def _merged(subjects: Subjects) -> list[MergedOrganisation]:
    one = MergedOrganisation(subjects.twin_id, "Atelier Noord SRL", DAY, subjects.organisation_id)
    return [one, MergedOrganisation(derived_id("eyes"), "Noord Ateliers", None, subjects.organisation_id)]


def _at_hand(subjects: Subjects) -> list[UpcomingVisit]:
    own = subjects.organisation_id
    coming = Session(organisation_id=own, on=DAY, starts_at=time(10))
    forgotten = Session(organisation_id=own, on=date(2026, 11, 19))
    return [UpcomingVisit(coming, own, "Atelier Noord"), UpcomingVisit(forgotten, own, "Filature de la Senne")]


OPENERS: dict[type[QWidget], Opener] = {
    AskOver: figure_dialogs.over,
    AskReading: figure_dialogs.reading,
    CellMenu: figure_dialogs.cell_menu,
    FileMenu: figure_dialogs.file_menu,
    RequestDialog: figure_dialogs.request,
    **referral_dialogs.OPENERS,
    **strategy_dialogs.OPENERS,
    **collective_dialogs.OPENERS,
    NotingDialog: difficulty_dialogs.noting,
    MoveDialog: difficulty_dialogs.moving,
    TellingDialog: difficulty_dialogs.telling,
    AgreementDialog: difficulty_dialogs.agreeing,
    PaperDialog: difficulty_dialogs.paper,
    AddFileDialog: lambda window, _s: AddFileDialog(window.context, Path("Budget 2027.xlsx"), window),
    ArchiveDialog: _archive,
    AttestationDialog: _attestation,
    CalendarDialog: _calendar,
    BaselineDialog: _baseline,
    ClosingDialog: _closing,
    TemplatesDialog: _templates,
    CalendarPopup: lambda window, _s: CalendarPopup(window.context.kit, DAY, window),
    CaptureLayer: lambda window, _s: _captured(window),
    DayMenu: lambda window, _s: DayMenu(window.context.kit, [DAY], DAY, "Feutrelle", window),
    DecisionDialog: _decision,
    ErasureDialog: lambda window, s: ErasureDialog(
        window.context, "Lotte Vermeersch", EraseTeamPerson(hub_person_id=s.difficulty_id), window
    ),
    ErrorDialog: _error,
    FilingDialog: lambda window, _s: FilingDialog(window.context, [Path("photo.jpg"), Path("mail.eml")], window),
    HandOverDialog: lambda window, s: HandOverDialog(window.context, (s.organisation_id,), "Atelier Noord", window),
    HeaderMenu: lambda window, _s: HeaderMenu(window.context, window),
    HistoryDialog: lambda window, s: HistoryDialog(
        window.context, "organisation", s.organisation_id, "Atelier Noord", window
    ),
    HourDialog: lambda window, _s: HourDialog(window.context.kit, DAY, window),
    HourMenu: lambda window, _s: HourMenu(window.context.kit, DAY, [time(9), time(14)], window),
    KeySheet: lambda window, _s: KeySheet(window.context.kit, window.shortcuts, window),
    LeaveOthers: lambda window, _s: LeaveOthers(window.context.kit, 2, _nothing, window),
    NewOrganisation: lambda window, _s: NewOrganisation(window.context, "Atelier", window),
    NoteDialog: lambda window, _s: NoteDialog(window.context, window),
    OptionsPopup: _options,
    KeepDialog: lambda window, _s: KeepDialog(
        window.context.kit, window.context.kit.t("No break-even in this plan."), "Plan", window
    ),
    OrganisationDialog: lambda window, _s: OrganisationDialog(
        window.context, window.context.kit.t("Partner"), window.context.kit.t("Add"), window
    ),
    ProposalDialog: _proposal,
    PlanDialog: lambda window, _s: PlanDialog(window.context, window),
    PlanVisitsDialog: lambda window, s: PlanVisitsDialog(window.context, (s.organisation_id,), "Atelier Noord", window),
    RestoreDialog: _restore,
    TagDialog: lambda window, s: TagDialog(window.context, (s.organisation_id,), "Atelier Noord", window),
    TakeApart: lambda window, s: TakeApart(window.context, _merged(s), window),
    VisitChoice: lambda window, s: VisitChoice(window.context, _at_hand(s), window),
}


def _captured(window: MainWindow) -> QWidget:
    window.capture()
    layer: Any = window.findChild(CaptureLayer)
    assert isinstance(layer, CaptureLayer)
    return layer


def _nothing() -> None:
    """Leave nothing."""
