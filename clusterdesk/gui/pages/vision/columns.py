"""The two columns of the common vision: what is written; beside it stages, questions and contributors."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.vision.chapters_card import ChaptersCard
from clusterdesk.gui.pages.vision.contributors_card import ContributorsCard
from clusterdesk.gui.pages.vision.questions_card import QuestionsCard
from clusterdesk.gui.pages.vision.sources_card import SourcesCard
from clusterdesk.gui.pages.vision.stage_card import StageCard
from clusterdesk.gui.pages.vision.steps_card import StepsCard
from clusterdesk.gui.pages.vision.story_card import StoryCard
from clusterdesk.gui.widgets.page_scroll import lay_out_cards


class MainColumn(QWidget):
    """Question and scope, chapters, sources."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.story, self.chapters, self.sources = StoryCard(context), ChaptersCard(context), SourcesCard(context)
        lay_out_cards(self, self.story, self.chapters, self.sources)

    def forget(self) -> None:
        """Another dossier is about to be shown."""
        self.chapters.forget()
        self.sources.forget()

    def show_page(self, page: VisionPage) -> None:
        """Show a dossier; typed text stays."""
        for card in (self.story, self.chapters, self.sources):
            card.show_page(page)


class SideColumn(QWidget):
    """How far it has come, what is still to be found out, who contributes, what happened."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.stages, self.questions = StageCard(context.kit), QuestionsCard(context)
        self.contributors, self.steps = ContributorsCard(context), StepsCard(context)
        lay_out_cards(self, self.stages, self.questions, self.contributors, self.steps)

    def forget(self) -> None:
        """Another dossier is about to be shown."""
        for card in (self.questions, self.contributors, self.steps):
            card.forget()

    def show_page(self, page: VisionPage) -> None:
        """Show a dossier; typed text stays."""
        for card in (self.stages, self.questions, self.contributors, self.steps):
            card.show_page(page)
