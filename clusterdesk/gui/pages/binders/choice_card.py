"""One way to begin: an icon, what it is, what one gets, and its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.label import Label


class ChoiceCard(Card):
    """A card with one button.

    Signals:
        chosen: the button was pressed.
    """

    chosen = Signal()

    def __init__(self, kit: Kit, icon: str, sentence: str, action: str, *, first: bool = False) -> None:
        """``action`` names the button, which is the ``first`` choice or one among others."""
        super().__init__(spacing=10)
        self._kit, self._icon = kit, icon
        self._picture = Label()
        self._draw()
        kit.theme.changed.connect(self._draw)
        self.button = Button(kit, action, "primary" if first else "plain")
        self.button.clicked.connect(self.chosen)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Label(sentence, "muted", wrap=True))
        self._extra = QVBoxLayout()
        words.addLayout(self._extra)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def put(self, widget: QWidget) -> None:
        """Put something between the sentence and the button."""
        self._extra.addWidget(widget)

    def _draw(self) -> None:
        self._picture.setPixmap(self._kit.icons.pixmap(self._icon, "accent", size=24))
