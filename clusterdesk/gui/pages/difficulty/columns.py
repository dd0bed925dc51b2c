"""The two columns of a difficulty's page: its words at the left; where it stands, who meets it at the right."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.difficulties import DifficultyPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.difficulty.met_card import MetCard
from clusterdesk.gui.pages.difficulty.moves_card import MovesCard
from clusterdesk.gui.pages.difficulty.quotes_card import QuotesCard
from clusterdesk.gui.pages.difficulty.similar_card import SimilarCard
from clusterdesk.gui.pages.difficulty.steps_card import StepsCard
from clusterdesk.gui.pages.difficulty.story_card import AnswerCard, FactsCard, StoryCard
from clusterdesk.gui.widgets.page_scroll import lay_out_cards


class MainColumn(QWidget):
    """What stands in the way, the answer, quotes, and what says the same."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.story, self.answer = StoryCard(context), AnswerCard(context)
        self.quotes, self.similar = QuotesCard(context), SimilarCard(context)
        lay_out_cards(self, self.story, self.answer, self.quotes, self.similar)

    def forget(self) -> None:
        """Another difficulty is about to be shown."""
        self.quotes.forget()

    def show_page(self, page: DifficultyPage) -> None:
        """Show a difficulty; typed text stays."""
        for card in (self.story, self.answer, self.quotes, self.similar):
            card.show_page(page)


class SideColumn(QWidget):
    """Where it stands and what may follow, who meets it, who follows it, what happened."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.moves, self.met = MovesCard(context.kit), MetCard(context)
        self.facts, self.steps = FactsCard(context), StepsCard(context)
        lay_out_cards(self, self.moves, self.met, self.facts, self.steps)

    def forget(self) -> None:
        """Another difficulty is about to be shown."""
        self.met.forget()
        self.steps.forget()

    def show_page(self, page: DifficultyPage) -> None:
        """Show a difficulty; what was joined makes no moves of its own."""
        for card in (self.moves, self.met, self.facts, self.steps):
            card.show_page(page)
        self.moves.setVisible(page.into is None)
