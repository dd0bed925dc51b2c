"""What must be sold …? Three questions of the customer's table, one open at a time; nothing of them is kept."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot

from clusterdesk.domain.breakeven.questions import footing_of
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.mix_question import MixQuestion
from clusterdesk.gui.pages.break_even.question import Question
from clusterdesk.gui.pages.break_even.steps_question import StepsQuestion
from clusterdesk.gui.pages.break_even.wanted_question import WantedQuestion
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.fold import Fold
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.break_even_question_words import BEFORE, QuestionWords


class QuestionsCard(Card):
    """Answers from the last complete period; the answer is copied, or gone on with under "What if".

    Signals:
        tried: assumptions to go on with.
    """

    tried = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make the questions, closed."""
        super().__init__(spacing=8)
        self.kit = kit
        t = kit.t
        self._shown: BreakEven | None = None
        self.note = Label("", "small", wrap=True)
        self.wanted, self.mix, self.steps = WantedQuestion(kit), MixQuestion(kit), StepsQuestion(kit)
        self.folds: Mapping[Question, Fold] = {
            self.wanted: Fold(kit, t("… for a result after tax"), self.wanted),
            self.mix: Fold(kit, t("… with several products"), self.mix),
            self.steps: Fold(kit, t("… where fixed charges rise in steps"), self.steps),
        }
        self.add(SectionHeader(t("What must be sold…"), wrap=True), *self.folds.values(), self.note)
        for question, fold in self.folds.items():
            question.tried.connect(self.tried)
            fold.turned.connect(self._turned)
        self.note.hide()

    def show_view(self, view: BreakEven) -> None:
        """Start from the last complete period of a ledger; what is typed stays while it is the same."""
        before, self._shown = self._shown, view
        base = view.today_base
        self.setVisible(base is not None)
        if base is None:
            return
        footing = footing_of(base, view.judged)
        anew = before is None or before.ledger_id != view.ledger_id or before.today_base != base
        for question in self.folds:
            question.start(base, footing, view.currency, anew=anew)
        words = QuestionWords(self.kit.t, self.kit.formats, view.currency, footing)
        self.note.setText(f"{words.footing()} {self.kit.t(BEFORE)}")

    @Slot(bool)
    def _turned(self, opened: bool) -> None:
        """Close the others: the card stays small."""
        turned = self.sender()
        if opened:
            for fold in self.folds.values():
                if fold is not turned:
                    fold.set_open(opened=False)
        self.note.setVisible(any(fold.is_open for fold in self.folds.values()))
