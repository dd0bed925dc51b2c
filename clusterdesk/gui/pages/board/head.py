"""The head of the board: which day, freezing a quarter, the way to the strategy."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.board.quarters import closed_quarters
from clusterdesk.domain.views.board import Board
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import Scope, Shortcut, listen
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.page_header import PageHeader

REPORT = Shortcut("report", N_("Advisory Board report"), ("Ctrl+P",), N_("Indicators"), Scope.PAGE, "board")


class BoardHead(PageHeader):
    """The title with the choice of the day and the buttons.

    Signals:
        chosen: the quarter to show, None for today.
        freeze_asked: the quarter to freeze.
        went: the Route of a page that feeds the indicators.
    """

    chosen = Signal(object)
    freeze_asked = Signal(str)
    went = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make the buttons; what can be frozen is known with the board."""
        t = kit.t
        super().__init__(kit, t("Indicators"), parent=parent)
        self.kit = kit
        self._freezable = ""
        self.choice = ChoiceBox()
        self.choice.setMinimumWidth(kit.theme.length(190))
        self.choice.setAccessibleName(t("State as of"))
        self.choice.activated.connect(self._choose)
        self.freeze = Button(kit, "", icon="lock")
        self.freeze.clicked.connect(self._freeze)
        self.strategy = Button(kit, t("Strategy and action plan"), icon="list")
        self.more = IconButton(kit, "ellipsis", t("What feeds the indicators"))
        menu = QMenu(self)
        menu.setAccessibleName(t("What feeds the indicators"))
        for words, route in (
            (t("Common vision"), routes.vision()),
            (t("Communication"), routes.communication()),
            (t("Statistics of the year"), routes.statistics()),
        ):
            action = QAction(words, menu)
            action.triggered.connect(partial(self._go, route))
            menu.addAction(action)
        self.more.setMenu(menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.report = Button(kit, t("Advisory Board report"), "primary", icon="printer")
        self.report.set_hint(t("The report as PDF and the workbook behind it."))
        self.add(self.choice, self.freeze, self.strategy, self.more, self.report)

    def show_board(self, board: Board, quarter: str | None) -> None:
        """Offer today and the quarters that have ended, and to freeze the one shown, else the last."""
        t, formats, today = self.kit.t, self.kit.formats, self.kit.clock.today()
        frozen = {one.period for one in board.freezes}
        options = [Option(None, t("Today, {day}", day=formats.date(today)))]
        for each in closed_quarters(today):
            name = formats.partial(each)
            words = t("{quarter}, frozen", quarter=name) if each in frozen else t("{quarter}, closed", quarter=name)
            options.append(Option(each, words))
        self.choice.set_options(options)
        self.choice.choose(quarter)
        wanted = quarter or closed_quarters(today)[0]
        self._freezable = "" if wanted in frozen else wanted
        self.freeze.setVisible(bool(self._freezable))
        self.freeze.set_text(t("Freeze {quarter}", quarter=formats.partial(wanted)))
        self.freeze.set_hint(t("Keep the numbers of this quarter as they stand; they are never written anew."))

    def reported(self, quarter: str | None) -> str:
        """Return the quarter that a report made here is of: the one shown, else the last that has ended."""
        return quarter or closed_quarters(self.kit.clock.today(), 1)[0]

    def listen_on(self, page: QWidget) -> None:
        """Let the key of the report work on the page."""
        self.report.say_keys(REPORT)
        listen(page, REPORT, self.kit.t(REPORT.label), self.report.click)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.chosen.emit(self.choice.itemData(index))

    def _go(self, route: Route, _checked: object = None) -> None:
        self.went.emit(route)

    @Slot()
    def _freeze(self) -> None:
        if self._freezable:
            self.freeze_asked.emit(self._freezable)
