"""A thin moving line at the bottom of the rail: something has been going on for longer than 300 ms.

Pages tell of their long jobs by a bar of their own; this one tells of all the others, so that nothing goes on unseen.
"""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.busy_bar import SHOW_MS

_HEIGHT = 3


class BusyMark(QProgressBar):
    """Shows that lanes are busy.

    Signals:
        appeared: the line is shown.
    """

    appeared = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make a hidden line that keeps its room."""
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setRange(0, 0)
        self.setAccessibleName(kit.t("Working…"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._busy: set[QObject | None] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOW_MS)
        self._soon.timeout.connect(self._appear)
        self.hide()

    @Slot(bool)
    def follow(self, busy: bool) -> None:
        """A lane has begun to work, or has nothing more to do; it may say so twice."""
        (self._busy.add if busy else self._busy.discard)(self.sender())
        if not self._busy:
            self._soon.stop()
            self.hide()
        elif not self._soon.isActive() and self.isHidden():
            self._soon.start()

    @Slot()
    def _appear(self) -> None:
        self.show()
        self.appeared.emit()
