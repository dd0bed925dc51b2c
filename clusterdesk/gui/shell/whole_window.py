"""The frame of a window, and the whole screen for one place: no rail; afterwards the window is as it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


class WindowFrame(QWidget):
    """Everything within a window; Tab goes through it as one reads."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as one reads."""
        # Imported with the first Tab: the first screen does not wait for it.
        from clusterdesk.gui.widgets.focus_order import focus_next

        return focus_next(self, forward=forward)


class WholeWindow:
    """Switches a window between its usual look and the whole screen."""

    def __init__(self, window: QMainWindow, rail: QWidget) -> None:
        """Begin with the usual look."""
        self._window, self._rail = window, rail
        self._whole = False
        self._before = Qt.WindowState.WindowNoState

    def show(self, *, whole: bool) -> None:
        """Take the whole screen, or give it back; nothing happens where it is so already."""
        if whole == self._whole:
            return
        self._whole = whole
        self._rail.setVisible(not whole)
        full = Qt.WindowState.WindowFullScreen
        if whole:
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | full)
        else:
            self._window.setWindowState(self._before & ~full)
