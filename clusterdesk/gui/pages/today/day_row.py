"""What a day begins with: the visits, and beside them the promises."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.today import Today
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.promises import PromisesCard
from clusterdesk.gui.pages.today.room import Rows
from clusterdesk.gui.pages.today.visits import VisitsCard
from clusterdesk.gui.widgets.page_header import FoldingRow


class DayRow(FoldingRow):
    """Visits and promises side by side, each with half of the width."""

    def __init__(self, kit: Kit, units: int, host: QWidget) -> None:
        """Make empty cards; ``host`` is what the days to let a promise go on float over."""
        super().__init__(kit, units)
        self.visits = VisitsCard(kit)
        self.promises = PromisesCard(kit)
        self.promises.let_days_float_over(host)
        self.add(self.visits, 5)
        self.add(self.promises, 5)

    def set_room(self, room: Rows) -> bool:
        """Begin with so many rows from the next day shown on; tell whether they are others than before."""
        changed = room is not self.visits.room
        self.visits.room = self.promises.room = room
        return changed

    def show_day(self, today: Today) -> None:
        """Show what is planned and promised."""
        self.visits.show_visits(today)
        self.promises.show_promises(today)
