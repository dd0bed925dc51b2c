"""The Fil: everything that happened with a company, newest first, as one list of entries."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clusterdesk.domain.parsing.text import plain_line, plain_note
from clusterdesk.domain.records.base import Visibility
from clusterdesk.gui.entry.selection import Quoted
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.entry_reader import EntryReader
from clusterdesk.gui.widgets.ink import paint_chip

Index = QModelIndex | QPersistentModelIndex
_ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
_BODY_LINES = 3
_BODY_SHOWN = 400  # characters that are measured and drawn: three lines never hold more
_DATE_UNITS, _ICON_UNITS, _GAP = 84, 26, 10


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry of the Fil, ready to show.

    ``when`` is a short date, ``icon`` the name of a drawing, ``body`` at most three lines are shown,
    ``mark`` a word in a chip at the right (visibility, state); ``pinned`` entries stand first and have a ground.
    Who quotes from it needs ``session_id``, the session it is, or who may read it.
    """

    id: Hashable
    when: str
    icon: str
    title: str
    body: str = ""
    mark: str = ""
    tone: Tone = Tone.NEUTRAL
    pinned: bool = False
    session_id: UUID | None = None
    visibility: Visibility | None = None


class TimelineModel(QAbstractListModel):
    """The entries of the Fil."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self._entries: Sequence[TimelineEntry] = ()

    @property
    def entries(self) -> Sequence[TimelineEntry]:
        """The entries shown."""
        return self._entries

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these entries, the pinned ones first."""
        self.beginResetModel()
        self._entries = sorted(entries, key=_after_pinned)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the title for display, the whole entry in words for screen readers."""
        if not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if VEIL.drawn:
            entry = replace(entry, title=VEIL.words(entry.title), body=VEIL.words(entry.body))
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == _ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (entry.when, entry.title, entry.body[:_BODY_SHOWN], entry.mark)
            return ", ".join(part for part in parts if part)
        return None


class TimelineView(QListView):
    """Shows the Fil.

    Signals:
        opened: the id of the entry opened (Enter, double click).
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list; ``name`` is what screen readers call it."""
        super().__init__(parent)
        self.entries = TimelineModel(self)
        self.setProperty("role", "timeline")
        self.setAccessibleName(name)
        self.setModel(self.entries)
        self.setItemDelegate(TimelineDelegate(kit, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.reader = EntryReader(self)
        self._pressed: QPoint | None = None
        self.doubleClicked.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self.reader.hide)
        kit.theme.changed.connect(self._measure)

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these entries, keeping the current one when it is still there."""
        current = self.current_id
        self.reader.hide()
        self.entries.set_entries(entries)
        for row, entry in enumerate(self.entries.entries):
            if entry.id == current:
                self.setCurrentIndex(self.entries.index(row))

    @property
    def current_id(self) -> Hashable | None:
        """The id of the current entry."""
        row = self.currentIndex().row()
        return self.entries.entries[row].id if 0 <= row < len(self.entries.entries) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; on the space bar, show the words so that some can be selected."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._read(self.currentIndex(), None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was pressed: a pull from there selects words."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        self.reader.hide()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select words with the button held down."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif self.reader.isVisible():
            self.reader.reach(at)
        elif (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._read(self.indexAt(self._pressed), self._pressed)
            if self.reader.isVisible():
                self.reader.reach(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection; a press alone opens."""
        self._pressed = None
        if self.reader.isVisible():
            self.setState(QAbstractItemView.State.NoState)
        else:
            super().mouseReleaseEvent(event)

    def quoted(self) -> Quoted:
        """Return the words of the current entry."""
        row = self.currentIndex().row()
        return _words_of(self.entries.entries[row]) if 0 <= row < len(self.entries.entries) else Quoted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew."""
        super().resizeEvent(event)
        self.reader.hide()
        self._measure()

    def _read(self, index: Index, at: QPoint | None) -> None:
        """Lay the words of an entry over it; ``at`` is where selecting begins, None for its first letter."""
        entry = index.data(_ENTRY_ROLE)
        delegate = self.itemDelegate()
        if entry is None or not isinstance(delegate, TimelineDelegate):
            return
        rect = self.visualRect(index)
        title, body = delegate.places(rect, entry)
        in_title = not entry.body or (at is not None and at.y() < body.top())
        words = replace(_words_of(entry), text=plain_line(entry.title)) if in_title else _words_of(entry)
        fonts = delegate.fonts()
        self.reader.show_words(words, entry.title, fonts[0 if in_title else 1], title if in_title else body)
        if at is not None:
            self.reader.begin(at)

    @Slot()
    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.entries.entries[index.row()].id)


class TimelineDelegate(QStyledItemDelegate):
    """Draws entries: date, icon, title and chip on the first line, the body under it."""

    def __init__(self, kit: Kit, view: QListView) -> None:
        """Draw for a view with the look of a kit."""
        super().__init__(view)
        self._kit, self._view = kit, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height an entry takes in the present width."""
        entry = index.data(_ENTRY_ROLE)
        width = self._view.viewport().width()
        title, body = self.fonts()
        height = QFontMetrics(title).lineSpacing() + 2 * _GAP
        if entry.body:
            shown = len(broken(entry.body, body, self._text_width(width)))
            height += shown * QFontMetrics(body).lineSpacing() + 3
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        entry, theme, colours = index.data(_ENTRY_ROLE), self._kit.theme, self._kit.theme.colours
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect, pinned=entry.pinned)
        title, body = self.fonts()
        line = QFontMetrics(title).lineSpacing()
        top, left = rect.top() + _GAP, rect.left() + _GAP
        painter.setFont(body)
        painter.setPen(QColor(colours.muted))
        date_box = QRect(left, top, theme.length(_DATE_UNITS), line)
        painter.drawText(date_box, int(Qt.AlignmentFlag.AlignVCenter), entry.when)
        icon = self._kit.icons.pixmap(entry.icon, "muted", size=16)
        icon_left = left + theme.length(_DATE_UNITS)
        side = theme.length(16)
        painter.drawPixmap(QRect(icon_left, top + (line - side) // 2, side, side), icon)
        x = icon_left + theme.length(_ICON_UNITS)
        room = rect.right() - _GAP - x
        if entry.mark:
            room -= self._paint_mark(painter, QRectF(x, top, room, line), entry)
        painter.setFont(title)
        painter.setPen(QColor(colours.text))
        shown = QFontMetrics(title).elidedText(plain_line(entry.title), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, top, room, line), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if entry.body:
            painter.setFont(body)
            painter.setPen(QColor(colours.muted))
            metrics = QFontMetrics(body)
            y = top + line + 3 + metrics.ascent()
            for text in broken(entry.body, body, self._text_width(rect.width())):
                painter.drawText(x, y, text)
                y += metrics.lineSpacing()
        painter.restore()

    def places(self, rect: QRect, entry: TimelineEntry) -> tuple[QRect, QRect]:
        """Return where the words of the title and those of the body of an entry stand."""
        title, body = (QFontMetrics(font) for font in self.fonts())
        width = self._text_width(rect.width())
        left = rect.left() + _GAP + self._kit.theme.length(_DATE_UNITS) + self._kit.theme.length(_ICON_UNITS)
        top = rect.top() + _GAP
        lines = len(broken(entry.body, self.fonts()[1], width)) if entry.body else 0
        first = QRect(left, top, width, title.lineSpacing())
        return first, QRect(left, first.bottom() + 4, width, lines * body.lineSpacing())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, pinned: bool) -> None:
        colours, state = self._kit.theme.colours, option.state
        ground = colours.sunken if pinned else ""
        if state & QStyle.StateFlag.State_MouseOver:
            ground = colours.hover
        if state & QStyle.StateFlag.State_Selected:
            ground = colours.accent_soft
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(rect).adjusted(1, 1, -1, -1)
        if ground:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.focus))
            painter.drawRoundedRect(box, 8, 8)

    def _paint_mark(self, painter: QPainter, line: QRectF, entry: TimelineEntry) -> int:
        font = QFont(self._view.font())
        font.setPointSizeF(self._kit.theme.points * 0.9)
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance(entry.mark) + 30.0
        cell = QRectF(line.right() - width, line.top(), width, line.height())
        paint_chip(painter, cell, entry.mark, entry.tone, self._kit)
        return int(width)

    def fonts(self) -> tuple[QFont, QFont]:
        """Return the font of titles, and that of bodies."""
        body = QFont(self._view.font())
        title = QFont(body)
        title.setWeight(QFont.Weight.DemiBold)
        return title, body

    def _text_width(self, width: int) -> int:
        theme = self._kit.theme
        return max(width - 2 * _GAP - theme.length(_DATE_UNITS) - theme.length(_ICON_UNITS), 40)


@lru_cache(maxsize=2_000)
def broken(body: str, font: QFont, width: int) -> tuple[str, ...]:
    """Break a text into at most three lines of a width in pixels; the last one ends in "…" when there is more."""
    text = " ".join(plain_note(body[:_BODY_SHOWN]).split())
    layout = QTextLayout(text, font)
    layout.beginLayout()
    spans: list[tuple[int, int]] = []
    while len(spans) < _BODY_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    lines = [text[start:end].rstrip() for start, end in spans]
    if spans and (spans[-1][1] < len(text) or len(body) > _BODY_SHOWN):
        rest = text[spans[-1][0] :].rstrip() + "…"
        lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


def _words_of(entry: TimelineEntry) -> Quoted:
    """Return the words of an entry as they are painted, all of them."""
    words = " ".join(plain_note(entry.body).split()) or plain_line(entry.title)
    return Quoted(words, entry.session_id, entry.visibility)


def _after_pinned(entry: TimelineEntry) -> bool:
    return not entry.pinned
