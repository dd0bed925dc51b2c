"""What stands where no organisation is listed: why, and the next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.label import Label


class NothingListed(QWidget):
    """A sentence and buttons that lead on.

    Signals:
        new_asked, import_asked, clear_asked: the buttons.
    """

    new_asked = Signal()
    import_asked = Signal()
    clear_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Start with the sentence of an empty binder."""
        super().__init__(parent)
        t = self._t = kit.t
        self.heading = Label("", "heading", wrap=True)
        self.sentence = Label("", "muted", wrap=True)
        self.new = Button(kit, "", "primary", icon="plus")
        self.bring = Button(kit, t("Import a list"), icon="import")
        self.clear = Button(kit, t("Show all"), icon="filter")
        self.new.clicked.connect(self.new_asked)
        self.bring.clicked.connect(self.import_asked)
        self.clear.clicked.connect(self.clear_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addWidget(Row(self.new, self.bring, self.clear))
        column.addStretch(1)
        self.explain("", filtered=False)

    def explain(self, text: str, *, filtered: bool) -> None:
        """Say why nothing is listed: a text that nothing bears, filters that nothing passes, or an empty binder."""
        t = self._t
        if text:
            self.heading.setText(t("No organisation matches “{text}”.", text=text))
            self.sentence.setText(t("Try fewer letters, or enter it now."))
            self.new.set_text(t("Enter “{text}”", text=text[:40]))
        elif filtered:
            self.heading.setText(t("No organisation matches these filters."))
            self.sentence.setText(t("Take one of them away, or show all."))
            self.new.set_text(t("New organisation"))
        else:
            self.heading.setText(t("No organisation yet."))
            self.sentence.setText(t("Bring in the list you have, or enter a first one."))
            self.new.set_text(t("New organisation"))
        self.new.setVisible(bool(text) or not filtered)
        self.bring.setVisible(not text and not filtered)
        self.clear.setVisible(bool(text) or filtered)
