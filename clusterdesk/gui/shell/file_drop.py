"""Files dropped anywhere on the window, where the page under the mouse has no use of its own for them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.widgets.dropped import local_paths, take_copy


class FileDrop(QObject):
    """Watches a window.

    Signals:
        dropped: the paths of the files.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Take drops on a window."""
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files from this laptop, leave everything else."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = [Path(path) for path in local_paths(event.mimeData())]
            if paths:
                take_copy(event)
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(paths)
                return True
        return False
