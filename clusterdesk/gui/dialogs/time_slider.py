"""A slider over the days on which a record changed, the last of them today."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import Label


class TimeSlider(QWidget):
    """Slides from the first change to today; each stop is a day on which something changed.

    Signals:
        day_chosen: the day under the handle (a date), None at its right end: today.
    """

    day_chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make a slider without days; it is hidden until there are two."""
        super().__init__()
        self._kit = kit
        self._days: list[date] = []
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName(kit.t("Slide to a past day"))
        self.slider.valueChanged.connect(self._slid)
        self._first = Label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._first)
        row.addWidget(self.slider, 1)
        row.addWidget(Label(kit.t("Today"), "small"))
        self.hide()

    def show_days(self, days: Iterable[date], today: date) -> None:
        """Stop at these days and at today, where the handle stays or goes."""
        self._days = [*sorted({day for day in days if day < today}), today]
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(self._days) - 1)
        self.slider.setValue(len(self._days) - 1)
        self.slider.blockSignals(False)
        self._first.setText(self._kit.formats.date(self._days[0]))
        self.setVisible(len(self._days) > 1)

    def follow(self, day: date | None) -> None:
        """Put the handle on the last stop up to a day that was chosen elsewhere (None: today)."""
        stops = [index for index, stop in enumerate(self._days) if day is None or stop <= day]
        self.slider.blockSignals(True)
        self.slider.setValue(stops[-1] if stops else 0)
        self.slider.blockSignals(False)
        self._tell(self.slider.value())

    @Slot(int)
    def _slid(self, stop: int) -> None:
        self._tell(stop)
        last = stop == len(self._days) - 1
        self.day_chosen.emit(None if last else self._days[stop])

    def _tell(self, stop: int) -> None:
        day = self._kit.formats.long_date(self._days[stop]) if self._days else ""
        self.slider.setAccessibleDescription(day)
        self.slider.setToolTip(day)
