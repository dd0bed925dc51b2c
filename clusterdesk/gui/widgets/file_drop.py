"""Files dropped on a page: a frame over it says what will happen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clusterdesk.gui.widgets.dropped import local_paths, take_copy
from clusterdesk.gui.widgets.label import Label

_MARGIN = 14


class FileDrop(QObject):
    """Lets a widget take what lies on this laptop; what is elsewhere is left."""

    def __init__(
        self,
        host: QWidget,
        text: str,
        take: Callable[[list[str]], None],
        *,
        margin: int = _MARGIN,
        suffix: str | tuple[str, ...] = "",
    ) -> None:
        """Show ``text`` while files hang over ``host``, ``margin`` pixels inside it; ``take`` gets their paths.

        With a ``suffix`` (".ics"; or several) only one such file is taken; any other drop is for whoever is behind.
        """
        super().__init__(host)
        self._host, self._take, self._margin, self._suffix = host, take, margin, suffix
        self.frame = QFrame(host)
        self.frame.setProperty("role", "drop")
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label = Label(text, "heading", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self.frame).addWidget(label)
        self.frame.hide()
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the files."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if not self._files(event):
                return False
            take_copy(event)
            gap = self._margin
            self.frame.setGeometry(self._host.rect().adjusted(gap, gap, -gap, -gap))
            self.frame.raise_()
            self.frame.show()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.frame.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.frame.hide()
            files = self._files(event)
            if files:
                take_copy(event)
                self._take(files)
            return bool(files)
        return False

    def _files(self, event: QDropEvent) -> list[str]:
        paths = local_paths(event.mimeData())
        if self._suffix and (len(paths) > 1 or not all(path.lower().endswith(self._suffix) for path in paths)):
            return []
        return paths
