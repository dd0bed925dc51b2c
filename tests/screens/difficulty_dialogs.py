"""The dialogs of difficulties, opened as they would be."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyRecipient,
    DifficultyState,
    Severity,
)
from clusterdesk.domain.records.lists import Profile, ProfileRole
from clusterdesk.domain.views.difficulties import DifficultyPage, DifficultyRow, Met
from clusterdesk.gui.pages.difficulties.jobs import Noting
from clusterdesk.gui.pages.difficulties.noting import NotingDialog
from clusterdesk.gui.pages.difficulty.agreement_dialog import AgreementDialog
from clusterdesk.gui.pages.difficulty.move_dialog import MoveDialog
from clusterdesk.gui.pages.difficulty.telling_dialog import TellingDialog
from clusterdesk.gui.papers.dialog import PaperDialog
from clusterdesk.gui.shell.main_window import MainWindow
from tests.screens.binder import Subjects

DAY = date(2026, 11, 24)
_ID: UUID = derived_id("screens", "difficulty")
_MET = Met(_ID, _ID, "Atelier Noord")


def _page(state: DifficultyState) -> DifficultyPage:
    title = "Trois références de plus de 20.000 € pour un premier marché"
    record = Difficulty(id=_ID, title=title, on=DAY, severity=Severity.BLOCKING, state=state)
    met = (_MET, Met(_ID, derived_id("screens", "senne"), "Filature de la Senne"))
    to = DifficultyRecipient(key="cabinet", name_fr="Cabinet", name_nl="Kabinet", name_en="Cabinet")
    director = Profile(name="Diane Lefort", role=ProfileRole.DIRECTOR)
    return DifficultyPage(DifficultyRow(record, organisations=met), recipients=(to,), directors=(director,))


def noting(window: MainWindow, _subjects: object) -> QWidget:
    """What stands in the way?"""
    return NotingDialog(window.context, Noting("La machine attend sous une bâche."), window)


def moving(window: MainWindow, _subjects: object) -> QWidget:
    """Who approves it?"""
    return MoveDialog(window.context, _page(DifficultyState.DRAFT), DifficultyAct.APPROVED, window)


def telling(window: MainWindow, _subjects: object) -> QWidget:
    """Who is told?"""
    return TellingDialog(window.context, _page(DifficultyState.ANSWERED), None, window)


def agreeing(window: MainWindow, _subjects: object) -> QWidget:
    """Who agreed?"""
    return AgreementDialog(window.context, _ID, _MET, window)


def paper(window: MainWindow, subjects: Subjects) -> QWidget:
    """May it leave?"""
    return PaperDialog(window.context, (subjects.difficulty_id,), roll_up=False, parent=window)
