"""A date field with a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.qt_language import LOCALES
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.fields.line import InlineDay


class InlineDate(InlineDay):
    """A whole date: typed, or picked from a calendar."""

    def make_row(self, edit: QLineEdit) -> QWidget:
        """Put the calendar button after the editor."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self._button = IconButton(self.kit, "calendar-days", self.kit.t("Choose a date: {field}", field=self.caption))
        self._button.clicked.connect(self._open)
        line.addWidget(edit, 1)
        line.addWidget(self._button)
        return row

    def set_read_only(self, read_only: bool) -> None:
        """Only show the value."""
        super().set_read_only(read_only)
        self._button.setVisible(not read_only)

    @Slot()
    def _open(self) -> None:
        popup = CalendarPopup(self.kit, self.value or self.kit.clock.today(), self)
        popup.picked.connect(self._pick)
        popup.open_under(self.edit)

    @Slot(object)
    def _pick(self, day: date) -> None:
        self.restore_draft(self.kit.formats.date(day))
        self.commit()


class CalendarPopup(QFrame):
    """A month to pick a day from; Esc leaves everything as it was.

    Signals:
        picked: the day (a date).
    """

    picked = Signal(object)

    def __init__(self, kit: Kit, day: date, parent: QWidget) -> None:
        """Show the month of ``day``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(LOCALES[kit.t.language]))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setAccessibleName(kit.t("Calendar"))
        self._name_buttons(kit)
        # "activated" comes with Enter and double click, "clicked" with the mouse.
        self.calendar.clicked.connect(self._picked)
        self.calendar.activated.connect(self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)

    def open_under(self, anchor: QWidget) -> None:
        """Show below a widget."""
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))
        self.show()
        self.calendar.setFocus()

    def event(self, event: QEvent) -> bool:
        """Close on Esc."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return super().event(event)

    def _name_buttons(self, kit: Kit) -> None:
        names = {
            "qt_calendar_prevmonth": kit.t("Previous month"),
            "qt_calendar_nextmonth": kit.t("Next month"),
            "qt_calendar_monthbutton": kit.t("Month"),
            "qt_calendar_yearbutton": kit.t("Year"),
            "qt_calendar_yearedit": kit.t("Year"),
            "qt_calendar_calendarview": kit.t("Days"),
        }
        for widget in self.calendar.findChildren(QWidget):
            if widget.objectName() in names:
                widget.setAccessibleName(names[widget.objectName()])

    @Slot(QDate)
    def _picked(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))
