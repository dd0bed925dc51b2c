"""The banner over the pages: "this is the sample binder"."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label


class Banner(QFrame):
    """A coloured line with a sentence, and a link when there is something to do about it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make a hidden banner."""
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._text = Label("", "banner", wrap=True)
        self.link = Button(kit, "", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 6, 20, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self.link)
        self.say("")

    def say(self, text: str, link: str = "") -> None:
        """Show a sentence ("" hides the banner); ``link`` names the button, whose ``clicked`` the window wires."""
        self._text.setText(text)
        self.link.set_text(link)
        self.link.setVisible(bool(link))
        self.setVisible(bool(text))
        self.setAccessibleName(text)
