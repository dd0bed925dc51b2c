"""The days a promise can be given in one gesture: in the menu of its clock, and on the strip one drags it onto."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clusterdesk.domain.working_days import next_working_days
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.dragging import PROMISE, DropZone
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

_WORKING_DAYS = 5
_MARGIN = 10
_ZONE_UNITS = 96


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A day in words; ``None`` takes the day away."""

    words: str
    day: date | None


def day_choices(kit: Kit, today: date) -> tuple[DayChoice, ...]:
    """Return the days a promise can be put to: today, the next five working days, in a month, none."""
    t, formats = kit.t, kit.formats
    tomorrow, month = today + timedelta(days=1), today + timedelta(days=30)
    working = next_working_days(today, _WORKING_DAYS)
    return (
        DayChoice(t("Today"), today),
        *(DayChoice(t("Tomorrow") if day == tomorrow else formats.weekday_date(day), day) for day in working),
        DayChoice(t("In a month, {day}", day=formats.day_month(month)), month),
        DayChoice(t("Without a day"), None),
    )


class DayStrip(QFrame):
    """Days to let a promise go on; it floats over its host while one is dragged.

    Signals:
        chosen: the id of the promise, and the day (None: no day).
    """

    chosen = Signal(object, object)

    def __init__(self, kit: Kit, host: QWidget) -> None:
        """Make the strip, hidden, over ``host``."""
        super().__init__(host)
        self._kit, self._host = kit, host
        self.setProperty("role", "popup")
        self._zones = QWidget()
        self._flow = FlowLayout(self._zones, spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(6)
        column.addWidget(Label(kit.t("Drop it on a day"), "caption"))
        column.addWidget(self._zones)
        self.hide()

    @property
    def zones(self) -> tuple["DayZone", ...]:
        """The places to let go on."""
        return tuple(zone for zone in self._zones.findChildren(DayZone) if not zone.isHidden())

    @Slot(QWidget)
    def show_near(self, row: QWidget) -> None:
        """Float right under a row, or above it where there is no room."""
        self._fill()
        margin = self._kit.theme.length(_MARGIN)
        width = self._host.width() - 2 * margin
        self.setFixedWidth(width)
        height = self.heightForWidth(width)
        under = row.mapTo(self._host, QPoint(0, row.height())).y() + 2
        above = row.mapTo(self._host, QPoint(0, 0)).y() - height - 2
        self.setGeometry(margin, under if under + height <= self._host.height() else max(above, 0), width, height)
        self.raise_()
        self.show()

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for choice in day_choices(self._kit, self._kit.clock.today()):
            zone = DayZone(self._kit, choice)
            zone.chosen.connect(self.chosen)
            self._flow.addWidget(zone)


class DayZone(DropZone):
    """One day of the strip.

    Signals:
        chosen: as that of the strip.
    """

    chosen = Signal(object, object)

    def __init__(self, kit: Kit, choice: DayChoice) -> None:
        """Stand for a day."""
        super().__init__(PROMISE)
        self._kit, self._choice = kit, choice
        label = Label(choice.words, "strong")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(label)
        self.dropped.connect(self._take)

    @property
    def day(self) -> date | None:
        """The day it stands for."""
        return self._choice.day

    def sizeHint(self) -> QSize:
        """Ask for a place that is easy to hit."""
        size = super().sizeHint()
        return QSize(max(size.width(), self._kit.theme.length(_ZONE_UNITS)), size.height())

    @Slot(str, object)
    def _take(self, _kind: str, payload: bytes) -> None:
        self.chosen.emit(UUID(bytes=payload), self._choice.day)
