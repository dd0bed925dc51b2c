"""What stands over a record that lies in the bin: it can be read, not changed, and put back with one click."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label


class BinNotice(QFrame):
    """Hidden while the record is where it belongs.

    Signals:
        put_back_asked: take it out of the bin.
    """

    put_back_asked = Signal()

    def __init__(self, kit: Kit, text: str) -> None:
        """Make it hidden; ``text`` says what lies in the bin."""
        super().__init__()
        self.setProperty("role", "notice")
        self.setAccessibleName(text)
        self.button = Button(kit, kit.t("Put back"), icon="archive-restore")
        self.button.clicked.connect(self.put_back_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(Label(text, "banner", wrap=True), 1)
        row.addWidget(self.button)
        self.hide()

    def show_state(self, *, deleted: bool, frozen: Iterable[QWidget]) -> None:
        """Tell whether the record lies in the bin; what is ``frozen`` takes no change meanwhile."""
        self.setVisible(deleted)
        for part in frozen:
            part.setEnabled(not deleted)
