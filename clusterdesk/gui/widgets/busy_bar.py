"""The busy bar: nothing for 300 ms, then a moving bar; after 2 s the named step, the count and Cancel."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label

SHOW_MS = 300
DETAIL_MS = 2_000


class BusyBar(QFrame):
    """Tells that work goes on; ``start``, then ``progress`` as often as wanted, then ``finish``.

    Signals:
        appeared: the work takes longer than 300 ms: the bar is shown.
        explained: it takes longer than 2 s: step, count and Cancel are shown.
        cancel_asked: the user pressed Cancel; keep the bar until the work has really stopped.
    """

    appeared = Signal()
    explained = Signal()
    cancel_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self._kit = kit
        self.setProperty("role", "busy")
        self._text = Label("", "strong")
        self._count = Label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._cancel = Button(kit, kit.t("Cancel"))
        self._cancel.clicked.connect(self._ask_cancel)
        self._show_timer = self._timer(SHOW_MS, self._appear)
        self._detail_timer = self._timer(DETAIL_MS, self._detail)
        column = QVBoxLayout()
        column.setSpacing(6)
        words = QHBoxLayout()
        words.addWidget(self._text)
        words.addStretch(1)
        words.addWidget(self._count)
        column.addLayout(words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)
        self.finish()

    @property
    def detailed(self) -> bool:
        """Whether step, count and Cancel are shown."""
        return not self._cancel.isHidden()

    def start(self, text: str, *, can_cancel: bool = True) -> None:
        """Work begins; ``text`` names it. Nothing is shown for the first 300 ms."""
        self.finish()
        self._can_cancel = can_cancel
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._cancel.setEnabled(True)
        self._show_timer.start()
        self._detail_timer.start()

    def progress(self, step: str, done: int = 0, total: int = 0) -> None:
        """Report a step; may be given as ``on_progress`` of a long job."""
        self._text.setText(step)
        self._bar.setAccessibleName(step)
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        formats = self._kit.formats
        count = self._kit.t("{done} of {total}", done=formats.number(done), total=formats.number(total))
        self._count.setText(count if total else "")

    def show_now(self) -> None:
        """Show everything without waiting: the work is known to take long."""
        self._appear()
        self._detail()

    @Slot()
    def finish(self) -> None:
        """Work is over, stopped or failed: disappear."""
        self._show_timer.stop()
        self._detail_timer.stop()
        self._can_cancel = False
        self._bar.setRange(0, 0)
        self._count.setText("")
        for widget in (self, self._text, self._count, self._cancel):
            widget.hide()

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _appear(self) -> None:
        self.show()
        self.appeared.emit()

    @Slot()
    def _detail(self) -> None:
        self._text.show()
        self._count.show()
        self._cancel.setVisible(self._can_cancel)
        self.explained.emit()

    @Slot()
    def _ask_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._text.setText(self._kit.t("Stopping…"))
        self.cancel_asked.emit()
