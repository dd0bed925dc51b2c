"""How cells of figures are painted and edited: digits at the right, what was there before small below."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures.grid_model import FACE_ROLE, Face, GridModel, seen
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.ink import ink, paint_chip, write
from clusterdesk.gui.widgets.line_edit import PlainLine

type Index = QModelIndex | QPersistentModelIndex

_EDGE, _CHIP_EDGE = 8, 6
_LEAVING = frozenset(
    {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down}
)


class FigureDelegate(QStyledItemDelegate):
    """Paints faces; its editor is a line at the right, left with Tab, Enter or the arrows up and down.

    Signals:
        typing: what is in the editor now (the index, the text); "" where it was given up.
        left: the editor was left with a key (the key).
    """

    typing = Signal(object, str)
    left = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        """Paint with the theme of the kit."""
        super().__init__(parent)
        self._kit = kit
        self._take_colours()
        kit.theme.changed.connect(self._take_colours)

    @Slot()
    def _take_colours(self) -> None:
        """Make colours and pens once, not for each cell."""
        colour, theme = self._kit.theme.colour, self._kit.theme
        self._chosen, self._quiet, self._sign = colour("accent_soft"), colour("sunken"), colour("info")
        self._grid, self._frame = QPen(colour("border"), 1), QPen(colour("focus"), 2)
        self._edge, self._side = theme.length(_EDGE), float(theme.length(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text, signs, and what stands below."""
        model = index.model()
        if not isinstance(model, GridModel):
            super().paint(painter, option, index)
            return
        face = model.face(index.row(), index.column())
        painter.save()
        box, state = QRectF(option.rect), option.state
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._chosen)
        elif face.locked:
            painter.fillRect(box, self._quiet)
        painter.setPen(self._grid)
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        if face.text or face.below or face.mark:
            self._write(painter, box, face)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._frame)
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the line one types into."""
        edit = PlainLine(parent)
        edit.setProperty("role", "cell")
        edit.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or ""))
        if index.data(FACE_ROLE).number:
            edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        _Watcher(edit, QPersistentModelIndex(index), self)
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the plain form of the amount; text being typed stays when the store is read anew."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave the editor by keys: the text is read, and the table goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            key = event.key()
            if key in _LEAVING:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.left.emit(int(key))
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the width of the text."""
        face = index.data(FACE_ROLE)
        used = ink(self._kit, "name" if face.strong else "body")
        widest = max(used.width(face.text), ink(self._kit, "small").width(face.below))
        return QSize(widest + 2 * self._kit.theme.length(_EDGE) + 14, used.metrics.height() + 8)

    def _write(self, painter: QPainter, box: QRectF, face: Face) -> None:
        kit, edge = self._kit, self._edge
        inner = box.adjusted(edge, 0, -edge, 0)
        if face.chip and face.text and face.tone is not None:
            paint_chip(painter, inner.adjusted(-_CHIP_EDGE, 0, 0, 0), VEIL.words(face.text), face.tone, kit)
            return
        upper, lower = inner, inner
        if face.below:
            upper = QRectF(inner.left(), inner.top() + 3, inner.width(), inner.height() * 0.56)
            lower = QRectF(inner.left(), upper.bottom() - 2, inner.width(), inner.height() - upper.height() - 4)
        role = "name" if face.strong else "muted" if face.computed else "body"
        colour = "" if face.tone is None else face.tone.value
        self._line(painter, upper, role, seen(face.text, face), face, colour)
        if face.below:
            self._line(painter, lower, "small", seen(face.below, face), face, "")
        if face.mark:
            room = int(upper.width()) - ink(kit, role).width(face.text) - edge
            if room > edge:
                write(painter, kit, "small", upper, ink(kit, "small").cut(VEIL.words(face.mark), room))
        if face.corner:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._sign)
            right, top, side = box.right(), box.top() + 1, self._side
            painter.drawPolygon([QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)])

    def _line(self, painter: QPainter, box: QRectF, role: str, text: str, face: Face, colour: str) -> None:
        if not text:
            return
        used = ink(self._kit, role)
        shown, width = text, used.width(text)
        if width > box.width():
            shown = used.cut(text, int(box.width()))
            width = used.width(shown)
        left = box.right() - width if face.number else box.left()
        write(painter, self._kit, role, QRectF(left, box.top(), box.width(), box.height()), shown, colour=colour)


class _Watcher(QObject):
    """Tells what is typed into an editor."""

    def __init__(self, edit: QLineEdit, index: QPersistentModelIndex, delegate: FigureDelegate) -> None:
        super().__init__(edit)
        self._index, self._delegate = index, delegate
        edit.textEdited.connect(self._tell)

    def _tell(self, text: str) -> None:
        if self._index.isValid():
            self._delegate.typing.emit(self._index, text)
