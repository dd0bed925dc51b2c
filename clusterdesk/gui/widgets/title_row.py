"""A title and its buttons at the right; the buttons go under the title where there is no room for both."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.flow import FlowLayout

_TITLE_UNITS = 280  # what of a title should be seen before its buttons leave its line


class TitleRow(QWidget):
    """A title of any kind (a label, a field) beside buttons."""

    def __init__(self, kit: Kit, title: QWidget, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        """Lay out the title and, from left to right, the buttons."""
        super().__init__(parent)
        self._kit = kit
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions, spacing=8)
        for button in buttons:
            self._flow.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(title, 1)
        self._box.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self.fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure when the buttons have their fonts."""
        super().showEvent(event)
        self.fold()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fold()

    def fold(self) -> None:
        """Measure again: buttons have come or gone."""
        line = self._flow.sizeHint().width()
        fits = self.width() >= line + self._kit.theme.length(_TITLE_UNITS)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self._actions.setMinimumWidth(line if fits else 0)
        self._box.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag(0))
        self.updateGeometry()
