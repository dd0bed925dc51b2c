"""One of the questions at a company's table: its fields, the answer in sentences, and what can be done with it."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.breakeven.questions import Footing
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.number_edit import NumberEdit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.toast import announce
from clusterdesk.services.break_even_question_words import QuestionWords


class Question(QWidget):
    """Asks with a few numbers and answers in sentences; subclasses bring the fields and the calculation.

    Signals:
        tried: the answer as assumptions, to go on with under "What if".
    """

    tried = Signal(object)
    telling = 1  # which sentence says it first: what is asked for comes before it

    def __init__(self, kit: Kit) -> None:
        """Make a question without fields."""
        super().__init__()
        self.kit = kit
        self.footing: Footing | None = None
        self.base: Assumptions | None = None
        self.words: QuestionWords | None = None
        self.currency = "EUR"
        self.outcome: Assumptions | None = None
        t = kit.t
        self.fields = QVBoxLayout()
        self.fields.setSpacing(6)
        self.problem = Label("", "problem", wrap=True)
        self.sentences: tuple[str, ...] = ()
        self.answer = QVBoxLayout()
        self.answer.setSpacing(4)
        self.copy_button = Button(kit, t("Copy"), "link", icon="copy")
        self.try_button = Button(kit, t("Go on under “What if…?”"), "link", icon="arrow-right")
        buttons = FlowLayout(spacing=4)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.try_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(self.fields)
        column.addWidget(self.problem)
        column.addLayout(self.answer)
        column.addLayout(buttons)
        self.copy_button.clicked.connect(self._copy)
        self.try_button.clicked.connect(self._try)
        self.show_answer(())

    def start(self, base: Assumptions, footing: Footing, currency: str, *, anew: bool) -> None:
        """Start from a period; ``anew`` fills the fields with what it knows, else what is typed stays."""
        self.base, self.footing, self.currency = base, footing, currency
        self.words = QuestionWords(self.kit.t, self.kit.formats, currency, footing)
        if anew:
            self.prefill()
        self.work_out()

    def prefill(self) -> None:
        """Fill the fields with what the period knows."""
        raise NotImplementedError

    def numbers(self) -> Sequence[NumberEdit]:
        """Return the fields."""
        raise NotImplementedError

    def reckon(self) -> tuple[tuple[str, ...], Assumptions | None]:
        """Return the answer in sentences – none while a number is missing – and as assumptions where it has some.

        Raises:
            KnownError: the numbers make no sense together.
        """
        raise NotImplementedError

    @Slot()
    def work_out(self) -> None:
        """Answer anew."""
        if self.footing is None:
            return
        wrong = next((one.problem for one in self.numbers() if one.problem), "")
        lines: tuple[str, ...] = ()
        outcome = None
        if not wrong:
            try:
                lines, outcome = self.reckon()
            except KnownError as error:
                wrong = error.texts(self.kit.t).message
        self.show_answer(lines, outcome, wrong)

    def show_answer(self, lines: Sequence[str], outcome: Assumptions | None = None, problem: str = "") -> None:
        """Show sentences, or what is wrong with the numbers."""
        before, self.sentences = self.sentences, tuple(lines)
        self.outcome = outcome
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if self.sentences != before:
            clear_layout(self.answer)
            for place, line in enumerate(lines):
                self.answer.addWidget(Label(line, "strong" if place == self.telling else "", wrap=True))
        self.copy_button.setVisible(bool(lines))
        self.try_button.setVisible(outcome is not None)
        if self.isVisible() and (problem or self.sentences != before):
            announce(self, problem or " ".join(lines))

    def money(self, value: Decimal) -> str:
        """Write an amount in the currency of the ledger."""
        whole = value == value.to_integral_value()
        return self.kit.formats.money(value, self.currency, 0 if whole else 2)

    def number(self, value: Decimal) -> str:
        """Write a number."""
        return self.kit.formats.number(value)

    def percent(self, value: Decimal) -> str:
        """Write a percentage."""
        return self.kit.formats.percent(value / 100, 0 if value == value.to_integral_value() else 1)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.sentences))
        announce(self, self.kit.t("Copied."))

    @Slot()
    def _try(self) -> None:
        if self.outcome is not None:
            self.tried.emit(self.outcome)
