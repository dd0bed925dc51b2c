"""The dialogs of what many do together: production, offers and needs, events, the common vision."""

from datetime import date

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.groups import WorkingGroup
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.records.programme import EventKind
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.prospects import Prospect, ProspectState
from clusterdesk.domain.records.vision import VisionDossier, VisionStage
from clusterdesk.domain.views.groups import GroupPage, GroupRow
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.domain.views.prospects import ProspectRow
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.pages.chains.exchanges.noting import NoteExchangeDialog
from clusterdesk.gui.pages.chains.production.move_dialog import StageDialog
from clusterdesk.gui.pages.chains.prospects.find_dialog import FindProspectsDialog
from clusterdesk.gui.pages.chains.prospects.join_dialog import JoinDialog
from clusterdesk.gui.pages.chains.prospects.move_dialog import ProspectDialog
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking, NewProspectDialog
from clusterdesk.gui.pages.event.invite_dialog import InviteDialog
from clusterdesk.gui.pages.group.plan_dialog import PlanMeetingDialog
from clusterdesk.gui.pages.groups.new_dialog import NewGroupDialog
from clusterdesk.gui.pages.programme.new_dialog import NewEventDialog
from clusterdesk.gui.pages.vision.stage_dialog import VisionStageDialog
from clusterdesk.gui.shell.main_window import MainWindow
from tests.screens.binder import Subjects

_DAY = date(2026, 11, 24)


def exchange(window: MainWindow, subjects: Subjects) -> QWidget:
    """What is looked for, or offered?"""
    return NoteExchangeDialog(window.context, subjects.organisation_id, "Atelier Noord", window)


def production(window: MainWindow, _subjects: Subjects) -> QWidget:
    """When did production begin, and what proves it?"""
    row = ProductionRow(Project(title="Panneaux isolants en laine de la ville"), "Trilaine")
    return StageDialog(window.context, row, ProductionStage.IN_PRODUCTION, window)


def event(window: MainWindow, _subjects: Subjects) -> QWidget:
    """What is planned, and when?"""
    kind = EventKind(key="visit", name_fr="Visite d’entreprise", name_nl="Bedrijfsbezoek", name_en="Company visit")
    return NewEventDialog(window.context, (kind,), kind.id, _DAY, window)


def invitation(window: MainWindow, subjects: Subjects) -> QWidget:
    """Whom to invite, and who is left out?"""
    return InviteDialog(window.context, subjects.event_id, "Event annuel 2026", window)


def vision(window: MainWindow, _subjects: Subjects) -> QWidget:
    """Which stage was reached?"""
    page = VisionPage(VisionDossier(title="Produire en ville"), VisionStage.SCOPE, ())
    return VisionStageDialog(window.context, page, window)


def meeting(window: MainWindow, _subjects: Subjects) -> QWidget:
    """When does the group meet, and about what?"""
    group = WorkingGroup(name="Groupe de travail bois")
    return PlanMeetingDialog(window.context, GroupPage(GroupRow(group)), window)


def group(window: MainWindow, _subjects: Subjects) -> QWidget:
    """What is the group called?"""
    return NewGroupDialog(window.context, window)


def prospect(window: MainWindow, subjects: Subjects) -> QWidget:
    """What was said, and what comes next?"""
    return ProspectDialog(window.context, _lavandier(subjects), ProspectState.CONTACTED, window)


def joining(window: MainWindow, subjects: Subjects) -> QWidget:
    """Who is it, and what will it do in the project?"""
    return JoinDialog(window.context, _lavandier(subjects), window)


def new_prospect(window: MainWindow, _subjects: Subjects) -> QWidget:
    """Who could fill the link?"""
    return NewProspectDialog(window.context, Lacking(), window)


def find_prospects(window: MainWindow, _subjects: Subjects) -> QWidget:
    """Where, and for which activities?"""
    return FindProspectsDialog(window.context, Lacking(), window)


def _lavandier(subjects: Subjects) -> ProspectRow:
    return ProspectRow(Prospect(id=subjects.prospect_id, name="Démontages Lavandier"), project="Carrelets lamellés")


OPENERS = {
    FindProspectsDialog: find_prospects,
    ProspectDialog: prospect,
    JoinDialog: joining,
    NewProspectDialog: new_prospect,
    PlanMeetingDialog: meeting,
    NewGroupDialog: group,
    NoteExchangeDialog: exchange,
    StageDialog: production,
    NewEventDialog: event,
    InviteDialog: invitation,
    VisionStageDialog: vision,
}
