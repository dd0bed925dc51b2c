"""The list of the palette: icon, name, what it is, and at the right the keys that do the same."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clusterdesk.domain.parsing.text import plain_line
from clusterdesk.gui.icons import SIZE
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.palette import Hit
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.label import Label

_HIT = Qt.ItemDataRole.UserRole.value
_WIDTH_UNITS, _ROW_UNITS, _PAD = 560, 34, 8


class HitPanel(QFrame):
    """The list under the search field; a child of the window, so that typing goes on in the field.

    Signals:
        opened: a Hit was chosen.
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, window: QWidget, field: QWidget) -> None:
        """Make a hidden list over a window."""
        super().__init__(window)
        self._kit, self._field = kit, field
        self.setProperty("role", "popup")
        self._model = QStandardItemModel(self)
        self._none = Label(kit.t("Nothing found. Try fewer letters, or another word."), "muted", wrap=True)
        self.list = QListView()
        self.list.setProperty("role", "options")
        self.list.setAccessibleName(kit.t("Results"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_HitDelegate(kit, self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._open)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._none)
        column.addWidget(self.list)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], under: QWidget) -> None:
        """Show hits below a widget, the first one current."""
        self._model.clear()
        for hit in (replace(hit, title=VEIL.words(hit.title), note=VEIL.words(hit.note)) for hit in hits):
            item = QStandardItem(self._spoken(hit))
            item.setData(hit, _HIT)
            self._model.appendRow(item)
        self._none.setVisible(not hits)
        self.list.setVisible(bool(hits))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._place(under, len(hits))

    @property
    def hits(self) -> list[Hit]:
        """What is listed."""
        return [self._model.index(row, 0).data(_HIT) for row in range(self._model.rowCount())]

    @Slot()
    def open_current(self) -> None:
        """Open the current hit."""
        self._open(self.list.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open on Enter; go back into the field on Esc and above the first hit."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_current()
                return True
            first = self.list.currentIndex().row() <= 0 and event.key() == Qt.Key.Key_Up
            if event.key() == Qt.Key.Key_Escape or first:
                self._field.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _spoken(self, hit: Hit) -> str:
        """Return the whole line as screen readers say it."""
        t = self._kit.t
        words = t("{title} · {kind}", title=hit.title, kind=hit.note) if hit.note else hit.title
        return t("{what} ({keys})", what=words, keys=hit.keys) if hit.keys else words

    def _place(self, under: QWidget, hits: int) -> None:
        theme, window = self._kit.theme, self.window()
        corner = under.mapTo(window, QPoint(0, under.height() + 4))
        room = window.height() - corner.y() - 12
        wanted = theme.length(_ROW_UNITS) * max(hits, 1) + 18
        width = min(theme.length(_WIDTH_UNITS), window.width() - corner.x() - 12)
        self.setGeometry(corner.x(), corner.y(), width, min(wanted, room))
        self.raise_()
        self.show()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        hit = index.data(_HIT)
        if isinstance(hit, Hit):
            self.opened.emit(hit)


class _HitDelegate(QStyledItemDelegate):
    """Paints a line."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._kit.theme.length(_ROW_UNITS))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit = index.data(_HIT)
        if not isinstance(hit, Hit):
            return
        colours = self._kit.theme.colours
        # PySide6's description leaves these attributes of the option out.
        room, state, font = QRect(option.rect), option.state, option.font
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = state & QStyle.StateFlag.State_Selected
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.drawRoundedRect(room, 6, 6)
            painter.restore()
        side = self._kit.theme.length(SIZE - 2)
        room.adjust(_PAD, 0, -_PAD, 0)
        if hit.icon:
            icon = self._kit.icons.icon(hit.icon, "muted").pixmap(side, side)
            painter.drawPixmap(QRect(room.left(), room.center().y() - side // 2, side, side), icon)
        room.setLeft(room.left() + side + _PAD + 2)
        metrics = QFontMetrics(font)
        if hit.keys:
            _draw(painter, room, hit.keys, colours.muted, Qt.AlignmentFlag.AlignRight)
            room.setRight(room.right() - metrics.horizontalAdvance(hit.keys) - 2 * _PAD)
        note = metrics.elidedText(plain_line(hit.note), Qt.TextElideMode.ElideRight, room.width() // 2)
        title_room = room.width() - (metrics.horizontalAdvance(note) + 2 * _PAD if note else 0)
        title = metrics.elidedText(plain_line(hit.title), Qt.TextElideMode.ElideRight, title_room)
        _draw(painter, room, title, colours.text, Qt.AlignmentFlag.AlignLeft)
        if note:
            _draw(painter, room, note, colours.muted, Qt.AlignmentFlag.AlignRight)


def _draw(painter: QPainter, room: QRect, text: str, colour: str, side: Qt.AlignmentFlag) -> None:
    painter.setPen(QColor(colour))
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
