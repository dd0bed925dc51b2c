"""How mature a project is: the level in words, the ladder, and what blocks the next level."""

from PySide6.QtCore import Signal

from clusterdesk.domain.industrialisation.industrialised import RULE
from clusterdesk.domain.industrialisation.maturity import LEVEL_NAMES
from clusterdesk.domain.views.industry import ProjectIndustry
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.industry.blocking import BlockingBlock
from clusterdesk.gui.pages.industry.level_ladder import LevelLadder
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label


class LevelCard(Card):
    """The card on top.

    Signals:
        promises_asked: the promises of the organisation should be shown.
    """

    promises_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=8)
        self.kit = context.kit
        self.header = SectionHeader("", wrap=True)
        self.ladder = LevelLadder(self.kit, RULE.level)
        self.since = Label("", "small", wrap=True)
        self.differs = Label("", "problem", wrap=True)
        self.blocking = BlockingBlock(context)
        self.blocking.promises_asked.connect(self.promises_asked)
        self.add(self.header, self.ladder, self.since, self.differs, self.blocking)

    def show_project(self, shown: ProjectIndustry, language: str) -> None:
        """Show a project; ``language`` is that of what it promises."""
        t, level = self.kit.t, shown.level
        words = t("Level {level} of 10: {name}", level=level, name=t(LEVEL_NAMES[level]))
        self.header.set_text(words)
        self.ladder.show_level(level, words)
        self.since.setText(self._since(shown))
        differs = shown.newest is not None and bool(shown.replies) and shown.maturity.level != level
        self.differs.setVisible(differs)
        if differs:
            self.differs.setText(
                t(
                    "As questions and answers stand now, the level would be {level}: assess today to keep that.",
                    level=shown.maturity.level,
                )
            )
        self.blocking.show_project(shown, language)

    def _since(self, shown: ProjectIndustry) -> str:
        t, newest, found = self.kit.t, shown.newest, shown.maturity
        if newest is None:
            return t("Not assessed yet: answer the first questions, the level follows.")
        day, count = self.kit.formats.date(newest.on), {"n": found.answered, "total": found.asked}
        by = shown.assessed[0].by
        if by:
            return t("Assessed on {day} by {name} · {n} of {total} questions answered", day=day, name=by, **count)
        return t("Assessed on {day} · {n} of {total} questions answered", day=day, **count)
