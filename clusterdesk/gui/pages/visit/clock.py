"""How long the talk has lasted; the host need not see it: a click hides it, and it stays hidden."""

from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.buttons import Button

_SETTING = "visit_timer"
_TICK_MS = 5_000


class VisitTimer(Button):
    """Hours and minutes since the notes were opened, or a small clock that brings them back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Begin with nothing to time."""
        super().__init__(context.kit, "", "quiet", icon="clock", parent=parent)
        self._context, self.kit = context, context.kit
        self._since: datetime | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show)
        self.clicked.connect(self._turn)

    def start(self, since: datetime) -> None:
        """Time from an instant on (UTC)."""
        self._since = since
        self._tick.start()
        self._show()

    def stop(self) -> None:
        """Time no longer."""
        self._tick.stop()

    @property
    def shown(self) -> bool:
        """Whether the time is seen."""
        return self._context.settings.visit_timer

    @Slot()
    def _turn(self) -> None:
        self._context.preferences.set(_SETTING, not self.shown)
        self._show()

    @Slot()
    def _show(self) -> None:
        t = self.kit.t
        seconds = (self.kit.clock.now() - self._since).total_seconds() if self._since is not None else 0
        minutes = max(int(seconds), 0) // 60
        elapsed = f"{minutes // 60:02d}:{minutes % 60:02d}"
        self.set_text(elapsed if self.shown else "")
        name = t("Time so far: {time}. Click to hide it.", time=elapsed) if self.shown else t("Show the time so far")
        self.setAccessibleName(name)
        self.setToolTip(name)
