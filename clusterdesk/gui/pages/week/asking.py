"""Asking lightly: a menu of days, a menu of hours, and one field for any other hour."""

from collections.abc import Iterable
from datetime import date, time

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import InlineHour
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL


class DayMenu(QMenu):
    """The days of the week.

    Signals:
        chosen: the day.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit, days: Iterable[date], favourite: date | None, near: str, parent: QWidget) -> None:
        """Offer days; the ``favourite`` one says whom it is close to (``near``)."""
        super().__init__(parent)
        self.setAccessibleName(kit.t("On which day?"))
        for day in days:
            words = kit.formats.weekday_date(day)
            text = kit.t("{day} – near {organisation}", day=words, organisation=near) if day == favourite else words
            action = self.addAction(VEIL.words(text).replace("&", "&&"))
            action.setData(day)
            if day == favourite:
                self.setActiveAction(action)
        self.triggered.connect(self._choose)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class HourMenu(QMenu):
    """The free hours of a day, the one to offer first at the head and ready for Enter; another one; none.

    Signals:
        chosen: the hour, or None.
        other_asked: another hour is to be typed.
    """

    chosen = Signal(object)
    other_asked = Signal()

    def __init__(self, kit: Kit, day: date, hours: Iterable[time], parent: QWidget) -> None:
        """Offer hours of a day."""
        super().__init__(parent)
        t = kit.t
        self.setAccessibleName(t("At what hour?"))
        heading = self.addAction(t("{day}: at what hour?", day=kit.formats.weekday_date(day)))
        heading.setEnabled(False)
        for hour in hours:
            self.addAction(kit.formats.time(hour)).setData(hour)
        self._other = self.addAction(t("Another hour…"))
        self._none = self.addAction(t("No hour yet"))
        self.triggered.connect(self._choose)
        self.aboutToHide.connect(self.deleteLater)

    def ask_at(self, place: QPoint) -> None:
        """Show the menu at a place of the screen, its first hour ready for Enter."""
        self.popup(place)
        self.setActiveAction(self.actions()[1])

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action is self._other:
            self.other_asked.emit()
        else:
            self.chosen.emit(None if action is self._none else action.data())


class HourDialog(AskDialog):
    """Asks for any hour.

    Signals:
        chosen: the hour.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit, day: date, parent: QWidget | None = None) -> None:
        """Ask for an hour of a day."""
        t = kit.t
        super().__init__(kit, t("{day}: at what hour?", day=kit.formats.weekday_date(day)), t("Plan it"), parent=parent)
        self.hour = InlineHour(kit, t("Hour"), required=True)
        self.hour.edit.setProperty("role", "input")
        self.content.addWidget(self.hour)
        self.agreed.connect(self._agree)
        self.hour.edit.setFocus()

    @Slot()
    def _agree(self) -> None:
        if self.hour.commit() and self.hour.value is not None:
            self.chosen.emit(self.hour.value)
            self.accept()
