"""The dialogs and menus of figures, opened as they would be."""

from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.figures.cells import FigureCell, GridCell
from clusterdesk.domain.records.figures import FigureLine, Ledger
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.gui.pages.figures.asking import AskOver, AskReading, Over
from clusterdesk.gui.pages.figures.cell_menu import CellMenu
from clusterdesk.gui.pages.figures_files.file_menu import FileMenu
from clusterdesk.gui.pages.figures_files.request_dialog import RequestDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.figure_requests import FigureRequest
from clusterdesk.services.mail_drafts import Recipient

_LEDGER: UUID = derived_id("ledger", "noord")
_PERIODS = ("2026-08", "2026-09")


def reading(window: MainWindow, _subjects: object) -> QWidget:
    """Which of two numbers is meant?"""
    return AskReading(window.context.kit, "1.234", (Decimal(1234), Decimal("1.234")), _heard, window)


def over(window: MainWindow, _subjects: object) -> QWidget:
    """Which amounts stay?"""
    found = []
    for period in _PERIODS:
        old = FigureCell(period, FigureLine.REVENUE, Decimal("46100.50"))
        new = FigureCell(period, FigureLine.REVENUE, Decimal(48_200))
        found.append(Over(GridCell(_LEDGER, period, FigureLine.REVENUE), old, new))
    return AskOver(window.context.kit, found, _heard, window)


def cell_menu(window: MainWindow, _subjects: object) -> QWidget:
    """What can be done with a figure."""
    line = window.context.kit.t("Turnover")
    return CellMenu(window.context, window, GridCell(_LEDGER, _PERIODS[0], FigureLine.REVENUE), line)


def file_menu(window: MainWindow, _subjects: object) -> QWidget:
    """Figures into files, and out of them."""
    menu = FileMenu(window.context, window)
    menu.show_ledger(_LEDGER, _LEDGER, "Atelier Noord")
    return menu


def request(window: MainWindow, _subjects: object) -> QWidget:
    """What is asked of whom."""
    ledger = Ledger(organisation_id=_LEDGER, name="Atelier Noord")
    asked = FigureRequest(
        LedgerView(ledger, "Atelier Noord"),
        due=_PERIODS,
        known=(),
        lines=((FigureLine.REVENUE, None),),
        language="fr",
        recipients=(Recipient("nora.lejeune@noord.example", "Nora Lejeune"),),
    )
    return RequestDialog(window.context.kit, asked, window)


def _heard(_answer: object) -> None:
    """Do nothing with an answer."""
