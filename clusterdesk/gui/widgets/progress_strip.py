"""How far something has come from where it started to where it should be: a thin bar with three values under it."""

from decimal import Decimal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import Label

_HEIGHT = 6


class ProgressStrip(QWidget):
    """A bar from the baseline to the target; the words under it say the same."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self._bar = _Bar(kit)
        self._captions: list[Label] = []
        self._values: list[Label] = []
        row = QHBoxLayout()
        row.setSpacing(8)
        for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight):
            caption, value = Label("", "small", wrap=True), Label("", wrap=True)
            pair = QVBoxLayout()
            pair.setSpacing(0)
            for label in (caption, value):
                label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
                pair.addWidget(label)
            self._captions.append(caption)
            self._values.append(value)
            row.addLayout(pair, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addLayout(row)

    @property
    def words(self) -> tuple[str, ...]:
        """The three values shown."""
        return tuple(label.words for label in self._values)

    def show_values(self, share: float | None, *told: tuple[str, str]) -> None:
        """Fill the bar to ``share`` (0–1; ``None``: not known) and write three captions with their values under it."""
        for caption, value, (above, below) in zip(self._captions, self._values, told, strict=True):
            caption.setText(above)
            value.setText(below)
        self._bar.show_share(share)


def share_of_way(start: Decimal | None, now: Decimal | None, target: Decimal | None) -> float | None:
    """Return how much of the way from ``start`` to ``target`` is done, within 0–1; ``None`` where nothing tells."""
    if start is None or now is None or target is None or target == start:
        return None
    return float(min(max((now - start) / (target - start), Decimal(0)), Decimal(1)))


class _Bar(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)
        self._grow()

    def show_share(self, share: float | None) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the way, and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_by = self.height() / 2
        painter.setBrush(QColor(self._kit.theme.colours.neutral_soft))
        painter.drawRoundedRect(QRectF(self.rect()), round_by, round_by)
        if self._share is not None:
            painter.setBrush(QColor(self._kit.theme.colours.ok if self._share >= 1 else self._kit.theme.colours.accent))
            width = max(self.width() * self._share, self.height())
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), round_by, round_by)

    def _grow(self) -> None:
        self.setFixedHeight(self._kit.theme.length(_HEIGHT))
        self.update()
