"""What is printed of the programme: the button that leads to the preview of a year plan."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import page_of
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.programme import keys
from clusterdesk.gui.shortcuts import listen
from clusterdesk.gui.widgets.buttons import Button


class YearPlanButton(Button):
    """Offers the plan of the year on A4 or A3."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Make the button of a page; its key works on the page."""
        t = context.kit.t
        super().__init__(context.kit, t("Print"), icon="printer", hint=t("The year on one page: A4 or A3"))
        self.say_keys(keys.PRINT)
        self.year = context.kit.clock.today().year
        self._context = context
        self.clicked.connect(self._ask)
        listen(page, keys.PRINT, t(keys.PRINT.label), self._ask)

    @Slot()
    def _ask(self) -> None:
        t, menu = self._context.kit.t, QMenu(self)
        for words, kind in ((t("On A4"), BriefKind.YEAR_PLAN), (t("On A3"), BriefKind.YEAR_PLAN_A3)):
            menu.addAction(words).setData(kind)
        menu.triggered.connect(self._print)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot(QAction)
    def _print(self, action: QAction) -> None:
        self._context.shell.go(routes.preview(page_of(BriefKind(action.data()), str(self.year))))
