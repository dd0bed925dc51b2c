"""An error in three parts: what failed, is my data safe, what to do; and its details to copy."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.base.errors import ErrorTexts
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.focus_order import ReadDialog
from clusterdesk.gui.widgets.label import Label


class ErrorDialog(ReadDialog):
    """A calm window over the page; nothing is lost by closing it."""

    def __init__(self, kit: Kit, texts: ErrorTexts, details: str, parent: QWidget | None = None) -> None:
        """Show the three texts; ``details`` are what "Copy the details" copies."""
        super().__init__(parent)
        self._kit, self._details = kit, details
        self._texts = texts
        self.setWindowTitle(kit.t("ClusterDesk"))
        self.setMinimumWidth(kit.theme.length(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addLayout(_part(kit, "circle-alert", "bad", texts.message, "heading"))
        column.addLayout(_part(kit, "shield", "ok", texts.safe, ""))
        column.addLayout(_part(kit, "arrow-right", "muted", texts.advice, ""))
        column.addSpacing(6)
        self.copy = Button(kit, kit.t("Copy the details"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.close_button = Button(kit, kit.t("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setFocus()
        self.setAccessibleName(texts.message)
        self.setAccessibleDescription(f"{texts.safe} {texts.advice}")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join((*_all(self._texts), "", self._details)))
        self.copy.set_text(self._kit.t("Copied"))


class ErrorBanner(QFrame):
    """The same three texts inside a page, for errors that concern only that page.

    Signals:
        closed: the user closed it.
    """

    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make a hidden banner."""
        super().__init__(parent)
        self._kit = kit
        self.setProperty("role", "problem")
        self._message = Label("", "strong", wrap=True)
        self._rest = Label("", "", wrap=True)
        close = IconButton(kit, "x", kit.t("Close this message"), colour="bad")
        close.clicked.connect(self.clear)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._message)
        words.addWidget(self._rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addLayout(words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_texts(self, texts: ErrorTexts) -> None:
        """Show an error's texts (``error.texts(kit.t)``)."""
        self._message.setText(texts.message)
        self._rest.setText(self._kit.t("{safe} {advice}", safe=texts.safe, advice=texts.advice))
        self.setAccessibleName(texts.message)
        self.show()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self.hide()
        self.closed.emit()


def _part(kit: Kit, icon: str, colour: str, text: str, role: str) -> QHBoxLayout:
    picture = Label()
    picture.setPixmap(kit.icons.pixmap(icon, colour, size=20))
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    label = Label(text, role, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    row.addWidget(label, 1)
    return row


def _all(texts: ErrorTexts) -> tuple[str, str, str]:
    return texts.message, texts.safe, texts.advice
