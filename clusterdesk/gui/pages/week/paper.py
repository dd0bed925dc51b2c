"""The button « Print » of the week: what one takes along, the day on one page, the note for the director."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.views.week import Week
from clusterdesk.domain.working_days import monday_of
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import bag_of, day_of, note_of
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button

_BAG, _NOTE = "bag", "note"


class WeekPaper(QObject):
    """Offers what can be printed of a week.

    Signals:
        went: the Route of a preview.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, page: QWidget) -> None:
        """Make the button."""
        super().__init__(page)
        self._kit, self._page = kit, page
        today = kit.clock.today()
        self._week = Week(monday_of(today), today)
        self.button = Button(
            kit, kit.t("Print"), icon="printer", hint=kit.t("The visits, the day on one page, the note")
        )
        self.button.clicked.connect(self.show_menu)

    def show_week(self, week: Week) -> None:
        """Know what there is to print."""
        self._week = week

    @Slot()
    def show_menu(self) -> None:
        """Offer what can be printed."""
        t = self._kit.t
        menu = QMenu(self._page)
        coming = self._coming()
        words = t.n("Prepare {n} visit of this week", "Prepare the {n} visits of this week", n=len(coming))
        bag = menu.addAction(words)
        bag.setData(_BAG)
        bag.setEnabled(bool(coming))
        for day in dict.fromkeys(day for _, day in coming):
            menu.addAction(t("The day on one page: {day}", day=self._kit.formats.weekday_date(day))).setData(day)
        menu.addAction(t("Weekly note for the director")).setData(_NOTE)
        menu.triggered.connect(self._act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _coming(self) -> list[tuple[UUID, date]]:
        week = self._week
        return [(one.session_id, one.on) for one in week.visits if one.is_planned and one.on >= week.today]

    @Slot(QAction)
    def _act(self, action: QAction) -> None:
        what = action.data()
        if isinstance(what, date):
            request = day_of(what)
        elif what == _NOTE:
            request = note_of(self._week.monday)
        else:
            request = bag_of(self._coming())
        self.went.emit(routes.preview(request))
