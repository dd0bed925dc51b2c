"""A score on a scale from 0 to 5: one click, one digit, or the arrow keys."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.inline import InlineField

_SIDE, _GAP = 26, 3
_DIGITS = {Qt.Key.Key_0 + digit: digit for digit in range(10)}


class ScoreScale(QSlider):
    """Boxes from 0 to ``highest``; those up to the score are filled. Delete takes the score away.

    Signals:
        scored: another score was given (a whole number, or None).
    """

    scored = Signal(object)

    def __init__(self, kit: Kit, highest: int, parent: QWidget | None = None) -> None:
        """Make a scale without a score."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kit = kit
        self._score: int | None = None
        self.setRange(0, highest)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)

    @property
    def score(self) -> int | None:
        """The score shown."""
        return self._score

    def show_score(self, score: int | None) -> None:
        """Show a score, or none."""
        self._score = score
        self.setValue(score or 0)
        said = self._kit.t("no score yet") if score is None else self._kit.t(
            "{score} of {most}", score=self._kit.formats.number(score), most=self._kit.formats.number(self.maximum())
        )  # fmt: skip
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the boxes."""
        count = self.maximum() + 1
        length = self._kit.theme.length
        return QSize(length(count * _SIDE + (count - 1) * _GAP), length(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """Insist on it."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit, the arrows, or Delete; everything else is not the scale's."""
        key, now = event.key(), self._score
        if key in _DIGITS and _DIGITS[key] <= self.maximum():
            self._give(_DIGITS[key])
        elif event.text().isdecimal() and int(event.text()) <= self.maximum():
            self._give(int(event.text()))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self._give(0 if now is None else min(now + 1, self.maximum()))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self._give(0 if now is None else max(now - 1, 0))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(None)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the score of the box; the box of the score itself takes it away."""
        step = self.width() / (self.maximum() + 1)
        box = min(max(int(event.position().x() / step), 0), self.maximum())
        self._give(None if box == self._score else box)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Do nothing: a score is pointed at, not dragged."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing more."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the boxes with their digits, and a frame around them while they have the focus."""
        painter, colours = QPainter(self), self._kit.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = self.maximum() + 1
        gap = self._kit.theme.length(_GAP)
        side = (self.width() - gap * (count - 1)) / count
        for number in range(count):
            box = QRectF(number * (side + gap) + 0.5, 0.5, side - 1, self.height() - 1)
            filled = self._score is not None and number <= self._score
            chosen = number == self._score
            painter.setPen(QPen(QColor(colours.accent if filled else colours.border), 1))
            painter.setBrush(QColor(colours.accent if chosen else colours.accent_soft if filled else colours.surface))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(QColor(colours.on_accent if chosen else colours.text if filled else colours.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = self._score or 0
            painter.drawRoundedRect(QRectF(place * (side + gap) + 1, 1, side - 2, self.height() - 2), 5, 5)

    def _give(self, score: int | None) -> None:
        if score != self._score:
            self.show_score(score)
            self.scored.emit(score)

    def _grow(self) -> None:
        self.updateGeometry()
        self.update()


class InlineScore(InlineField):
    """A score edited in place; saved when given."""

    def __init__(self, kit: Kit, caption: str, highest: int, parent: QWidget | None = None) -> None:
        """Make a field without a score."""
        super().__init__(kit, caption, parent)
        self.scale = ScoreScale(kit, highest)
        self.scale.scored.connect(self.committed)
        self.set_editor(self.scale)

    @property
    def value(self) -> int | None:
        """The score."""
        return self.scale.score

    def set_value(self, value: int | None) -> None:
        """Show a score from the store."""
        self.scale.show_score(value)

    def draft_text(self) -> str:
        """Return the score as text (scores have no drafts)."""
        return "" if self.scale.score is None else str(self.scale.score)

    def show_problem(self, text: str) -> None:
        """Show a problem, else say the score again."""
        super().show_problem(text)
        if not text:
            self.scale.show_score(self.scale.score)
