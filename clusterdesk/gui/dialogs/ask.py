"""A small dialog that asks for something and closes once it is done: heading, content, problem, two buttons."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.focus_order import ReadDialog, focus_order
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll, scroll_to

_MOST_CONTENT = 380  # pixels, whatever the size of the text: the rest of a small screen is for heading and buttons


class AskDialog(ReadDialog):
    """Put content into ``content``; answer ``agreed`` by ``accept`` or ``tell``.

    Signals:
        agreed: the button of consent was pressed (or Enter); the dialog stays open.
    """

    agreed = Signal()

    def __init__(
        self, kit: Kit, heading: str, action: str, *, danger: bool = False, parent: QWidget | None = None
    ) -> None:
        """``action`` is the verb on the button of consent, red where it takes something away."""
        super().__init__(parent)
        self.kit = kit
        self.setWindowTitle(VEIL.words(heading))
        self.setAccessibleName(heading)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = Label(heading, "title", wrap=True)
        self.content = QVBoxLayout()
        self.content.setSpacing(10)
        self._problem = Label("", "problem", wrap=True)
        self._problem.hide()
        self.consent = Button(kit, action, "danger" if danger else "primary")
        self.consent.setDefault(not danger)
        self.consent.setAutoDefault(not danger)
        self.consent.clicked.connect(self.agreed)
        self.consent.clicked.connect(self._look_for_problems)
        self._danger = danger
        self._cancel = Button(kit, kit.t("Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._answers = QHBoxLayout()
        self._answers.addStretch(1)
        self._answers.addWidget(self._cancel)
        self._answers.addWidget(self.consent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(self.content, 1)
        column.addWidget(self._problem)
        column.addLayout(self._answers)
        self.setMinimumWidth(kit.theme.length(480))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; where there is none, at the button that Enter should press."""
        if self.focusWidget() in (None, self._cancel):
            usual = self._cancel if self._danger else self.consent
            fields = (each for each in focus_order(self) if not isinstance(each, QPushButton))
            next(fields, usual).setFocus()
        super().showEvent(event)

    def scroll_content(self, *widgets: QWidget) -> None:
        """Put fields under each other where they scroll as soon as they are higher than a small screen has room for."""
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        scroll = page_scroll(inner, self.heading.text())
        inner.ensurePolished()
        scroll.setMinimumHeight(min(inner.sizeHint().height() + 4, _MOST_CONTENT))
        self.content.addWidget(scroll, 1)

    def offer(self, button: QPushButton) -> None:
        """Put another answer before the button of consent."""
        self._answers.insertWidget(self._answers.count() - 1, button)

    @property
    def problem(self) -> str:
        """The problem shown now."""
        return self._problem.text()

    @Slot(str)
    def tell(self, problem: str) -> None:
        """Say why it was not done ("" takes that away), and let it be tried again."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._make_room()
        self.consent.setEnabled(True)
        if problem and self._cancel.hasFocus():
            self.consent.setFocus()

    def _make_room(self) -> None:
        """Grow for a problem: Qt counts one line for a heading of two, and would lay fields over the problem."""
        lines = self.layout()
        if self.isVisible() and lines is not None:
            lines.activate()
            needed = lines.totalMinimumHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))

    @Slot()
    def _look_for_problems(self) -> None:
        QTimer.singleShot(0, self, self._show_first_problem)  # the fields have their new heights then

    @Slot()
    def _show_first_problem(self) -> None:
        """Bring what a field complains about into sight: below it, the button would look dead."""
        wrong = [one for one in self.findChildren(QWidget) if one.property("problem") and one.isVisible()]
        if self.isVisible() and wrong:
            wrong[0].setFocus()
            scroll_to(wrong[0].parentWidget() or wrong[0])

    def wait(self) -> None:
        """Take no second consent while the first is being carried out."""
        if self.consent.hasFocus():
            self._cancel.setFocus()  # or Qt goes to the first field, and scrolls away from where one is
        self.tell("")
        self.consent.setEnabled(False)
