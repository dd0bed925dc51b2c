"""The two columns of the page: what it says and shows at the left, what if and the numbers at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.break_even.chart_card import ChartCard
from clusterdesk.gui.pages.break_even.facts_card import AheadCard, LevelCard, ReachedCard
from clusterdesk.gui.pages.break_even.questions_card import QuestionsCard
from clusterdesk.gui.pages.break_even.scenarios_card import ScenariosCard
from clusterdesk.gui.pages.break_even.sentence_card import SentenceCard
from clusterdesk.gui.pages.break_even.what_if_card import WhatIfCard
from clusterdesk.gui.pages.organisation.proposal_card import ProposalCard


class MainColumn(QWidget):
    """The sentence, the chart, when it was reached, the look ahead, the scenarios that were kept."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.sentence = SentenceCard(context.kit)
        self.chart = ChartCard(context.kit)
        self.reached = ReachedCard(context.kit)
        self.ahead = AheadCard(context.kit)
        self.scenarios = ScenariosCard(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for card in (self.sentence, self.chart, self.reached, self.ahead, self.scenarios):
            column.addWidget(card)
        column.addStretch(1)

    def show_view(self, view: BreakEven) -> None:
        """Show break-even of a ledger."""
        for card in (self.sentence, self.chart, self.reached, self.ahead, self.scenarios):
            card.show_view(view)


class SideColumn(QWidget):
    """What waits for a decision, what if, the numbers, and the results that stand."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.context = context
        self.what_if = WhatIfCard(context.kit)
        self.questions = QuestionsCard(context.kit)
        self.level = LevelCard(context.kit)
        self.pending: list[ProposalCard] = []
        self.standing: list[ProposalCard] = []
        self._first, self._last = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for layout in (self._first, self._last):
            layout.setSpacing(12)
        column.addLayout(self._first)
        for card in (self.what_if, self.questions, self.level):
            column.addWidget(card)
        column.addLayout(self._last)
        column.addStretch(1)

    def show_view(self, view: BreakEven, colleagues: Sequence[str]) -> None:
        """Show break-even of a ledger; ``colleagues`` are the names offered to confirm and validate."""
        self.what_if.show_view(view)
        self.questions.show_view(view)
        self.level.show_view(view)
        due = [one for one in view.proposals if one.action is not ProposedAction.NONE]
        held = [one for one in view.proposals if one.action is ProposedAction.NONE]
        self._fill(self._first, self.pending, due, colleagues)
        self._fill(self._last, self.standing, held, colleagues)

    def _fill(
        self,
        layout: QVBoxLayout,
        cards: list[ProposalCard],
        proposals: Sequence[ResultProposal],
        colleagues: Sequence[str],
    ) -> None:
        while len(cards) < len(proposals):
            cards.append(ProposalCard(self.context))
            layout.addWidget(cards[-1])
        for place, card in enumerate(cards):
            card.show_proposal(proposals[place] if place < len(proposals) else None, colleagues)
