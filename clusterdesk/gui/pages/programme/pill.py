"""An event in the strip: its day, a sign that says where it stands, at whose place; to be opened or moved."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.programme import EventRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.programme import words
from clusterdesk.gui.widgets.buttons import PressedByEnter
from clusterdesk.gui.widgets.dragging import DragStart
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.i18n.locale_facts import month_name

EVENT = "event"
_HEIGHT, _ICON, _EDGE, _ROUND = 38, 13, 5, 7


class EventPill(PressedByEnter):
    """One event; what took place stands still.

    Signals:
        opened: its id.
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, row: EventRow, today: date, *, with_month: bool = False) -> None:
        """Show an event; ``with_month`` where it does not stand under its month."""
        super().__init__()
        self._kit, self.row = kit, row
        record = row.record
        state, self._tone, self._icon = words.event_state(kit, record, today)
        self._wide = with_month
        self._day = kit.formats.number(record.on.day)
        if with_month:
            self._day += f" {month_name(kit.t.language, record.on.month, short=True)}"
        facts = " · ".join(part for part in (words.when(kit, record), words.event_facts(kit, row), state) if part)
        self.setAccessibleName(kit.t("{title} – {facts}", title=record.title, facts=facts))
        self.setToolTip(plain_tooltip(f"{record.title}\n{facts}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        movable = record.state is not GatheringState.HELD
        self.drag = DragStart(self, EVENT, record.id.bytes) if movable else None

    @property
    def event_id(self) -> UUID:
        """The event."""
        return self.row.record.id

    def sizeHint(self) -> QSize:
        """Ask for a day and a line of the title."""
        return QSize(self._kit.theme.length(104 if self._wide else 56), self._kit.theme.length(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Insist on the day and its sign."""
        return QSize(self._kit.theme.length(80 if self._wide else 40), self._kit.theme.length(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, day, sign, and the host or else the title."""
        units, colours = self._kit.theme.length, self._kit.theme.colours
        front, back = QColor(colours.front(self._tone)), QColor(colours.back(self._tone))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = QColor(colours.focus) if focused else front if self.underMouse() else back
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(back)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), units(_ROUND), units(_ROUND))
        inner = self.rect().adjusted(units(_EDGE) + 1, 3, -units(_EDGE), -3)
        half = inner.height() // 2
        icon = self._kit.icons.pixmap(self._icon, self._tone.value, size=_ICON)
        side = round(icon.width() / icon.devicePixelRatio())
        painter.drawPixmap(inner.right() - side, inner.top() + (half - side) // 2, icon)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(front)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(inner.left(), inner.top(), inner.width() - side, half), middle, self._day)
        font.setBold(False)
        font.setStrikeOut(self.row.record.state is GatheringState.CANCELLED)
        font.setPointSizeF(self.font().pointSizeF() * 0.82)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        line = QRect(inner.left(), inner.top() + half, inner.width(), inner.height() - half)
        title = painter.fontMetrics().elidedText(
            self.row.host or self.row.record.title, Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, middle, title)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.event_id)


class MissingPill(PressedByEnter):
    """What nobody has planned yet: a dashed place that plans it.

    Signals:
        asked: the kind of event (its id) and the month.
    """

    asked = Signal(object, int)

    def __init__(self, kit: Kit, kind_id: UUID | None, name: str, month: int, count: int, *, late: bool) -> None:
        """Say how many are missing."""
        super().__init__()
        self._kit, self._kind_id, self.month, self._late = kit, kind_id, month, late
        t = kit.t
        self._words = t("+ {n}", n=kit.formats.number(count))
        said = t.n("{n} to be planned", "{n} to be planned", n=count)
        self.setAccessibleName(t("Plan an event – {kind}: {what}", kind=name, what=said))
        self.setToolTip(plain_tooltip(self.accessibleName()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)

    def sizeHint(self) -> QSize:
        """Be as high as an event."""
        return QSize(self._kit.theme.length(56), self._kit.theme.length(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Insist on as much as an event."""
        return QSize(self._kit.theme.length(40), self._kit.theme.length(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed frame with a plus."""
        units, colours = self._kit.theme.length, self._kit.theme.colours
        front = QColor(colours.bad if self._late else colours.warn)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        pen = QPen(QColor(colours.focus) if focused else front, 2 if focused else 1.4)
        pen.setStyle(Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), units(_ROUND), units(_ROUND))
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(front)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._kind_id, self.month)
