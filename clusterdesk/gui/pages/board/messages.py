"""Under the indicators: what stands beside them in the report of the quarter, edited in place."""

from functools import partial

from clusterdesk.domain.views.strategy import StrategyDesk
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.board import reading
from clusterdesk.gui.pages.strategy.board_cards import RemarksCard
from clusterdesk.gui.pages.strategy.choices import StrategyChoices


class QuarterMessages(RemarksCard):
    """Key messages, decisions asked for and the story of one quarter."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        self._asked = StrategyChoices(context.kit)
        super().__init__(context, self._asked)

    def read(self, quarter: str) -> None:
        """Ask for the messages of a quarter."""
        show = partial(self._show, quarter)
        self.context.desk.submit(reading.read_remarks, show, latest="board-messages", owner=self)

    def _show(self, quarter: str, desk: StrategyDesk) -> None:
        self._asked.desk = desk
        self.show_quarter(quarter, desk.remarks)
