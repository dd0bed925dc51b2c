"""What stands over the directory while it holds examples: that they are, and the way to be rid of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow

_UNFOLDED = 520


class ExamplesNotice(QFrame):
    """Hidden where there is no example.

    Signals:
        bin_asked: put all of them into the bin.
    """

    bin_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make it hidden."""
        super().__init__()
        self._kit = kit
        self.setProperty("role", "notice")
        self.words = Label("", "banner", wrap=True)
        self.button = Button(kit, kit.t("Remove the examples"), icon="trash-2")
        self.button.clicked.connect(self.bin_asked)
        folding = FoldingRow(kit, _UNFOLDED, spacing=12)
        folding.add(self.words, 1)
        folding.add(self.button, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(folding)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many teams are examples."""
        text = self._kit.t.n(
            "{n} team is an example: it shows how one is filled in, and does not exist.",
            "{n} teams are examples: they show how one is filled in, and do not exist.",
            n=count,
        )
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(count > 0)
