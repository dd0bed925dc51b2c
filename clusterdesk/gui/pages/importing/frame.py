"""The frame of the wizard: title, steps, what went wrong, what is going on, the step, and the buttons under it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clusterdesk.base.errors import ErrorTexts
from clusterdesk.gui.dialogs.error import ErrorBanner
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.importing.strip import StepStrip
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow, PageHeader

_ONE_LINE = 520  # units of width from which the note stands beside the buttons


class WizardFrame(QWidget):
    """Shows one step at a time.

    Signals:
        next_asked, back_asked: the buttons under the step.
        stop_asked: Cancel on the bar of progress.
    """

    next_asked = Signal()
    back_asked = Signal()
    stop_asked = Signal()

    def __init__(self, kit: Kit, title: str, names: Sequence[str], parent: QWidget | None = None) -> None:
        """Make a frame for steps of these names (translated)."""
        super().__init__(parent)
        self._kit = kit
        self.header = PageHeader(kit, title)
        self.strip = StepStrip(kit, names)
        self.banner = ErrorBanner(kit)
        self.busy = BusyBar(kit)
        self.busy.cancel_asked.connect(self.stop_asked)
        self.stack = QStackedWidget()
        self.back = Button(kit, kit.t("Back"), icon="arrow-left", hint=kit.t("Back to the step before"))
        self.next = Button(kit, "", "primary")
        self.extra = Button(kit, kit.t("Save the refused rows…"), icon="download")
        self.extra.hide()
        for button, signal in ((self.back, self.back_asked), (self.next, self.next_asked)):
            button.clicked.connect(signal)
        self.note = Label("", "muted", wrap=True)
        self._footer = FoldingRow(kit, _ONE_LINE, spacing=12)
        self._footer.add(self.back, 0)
        self._footer.add(self.note, 1)
        self._footer.add(self.extra, 0)
        self._footer.add(self.next, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.header, self.strip, self.banner, self.busy):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addWidget(self._footer)
        self._can_go = True

    def add_step(self, step: QWidget) -> None:
        """Add the next step."""
        self.stack.addWidget(step)

    @property
    def step(self) -> int:
        """The number of the step shown, from 0."""
        return self.stack.currentIndex()

    def show_step(self, number: int) -> None:
        """Show a step."""
        self.stack.setCurrentIndex(number)
        self.strip.show_step(number)

    def offer(self, onward: str, *, note: str = "", back: bool = False, possible: bool = True) -> None:
        """Set the buttons: the words of the one that leads on ("" for none), whether it can be pressed, and a note."""
        self.next.setVisible(bool(onward))
        self.next.set_text(onward)
        self.back.setVisible(back)
        self.note.setText(note)
        self._footer.setVisible(bool(onward) or back)
        self._can_go = possible
        self._enable()

    def tell(self, texts: ErrorTexts | None) -> None:
        """Show what went wrong; None takes it away."""
        if texts is None:
            self.banner.clear()
        else:
            self.banner.show_texts(texts)

    @Slot(str)
    def begin(self, step: str) -> None:
        """Work goes on: the step waits."""
        self.banner.clear()
        self.busy.start(step)
        self.stack.setEnabled(False)
        self._enable()

    @Slot()
    def end(self) -> None:
        """The work is over."""
        self.busy.finish()
        self.stack.setEnabled(True)
        self._enable()

    def _enable(self) -> None:
        waiting = not self.stack.isEnabled()
        self.next.setEnabled(self._can_go and not waiting)
        self.back.setEnabled(not waiting)
