"""What a day begins with, the visits and beside them the promises; and how many rows the cards of Today begin with."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.today import ROOMY, TIGHT, CardRows, Today
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.promises import PromisesCard
from clusterdesk.gui.pages.today.visits import VisitsCard
from clusterdesk.gui.theme import Theme
from clusterdesk.gui.widgets.page_header import FoldingRow

# Units of height that the whole page needs with the usual rows, and with notes that wait between its cards.
_ENOUGH, _NOTES = 780, 160


def rows_for(theme: Theme, height: int, *, waiting: bool) -> CardRows:
    """Return the rows for a page of this height in pixels; ``waiting``: there are notes to be sorted."""
    return ROOMY if height >= theme.length(_ENOUGH + (_NOTES if waiting else 0)) else TIGHT


class DayRow(FoldingRow):
    """Visits and promises side by side, each with half of the width."""

    def __init__(self, kit: Kit, units: int, host: QWidget) -> None:
        """Make empty cards; ``host`` is what the days to let a promise go on float over."""
        super().__init__(kit, units)
        self.visits = VisitsCard(kit, TIGHT)
        self.promises = PromisesCard(kit, TIGHT)
        self.promises.let_days_float_over(host)
        self.add(self.visits, 5)
        self.add(self.promises, 5)

    def set_room(self, room: CardRows) -> bool:
        """Begin with so many rows from the next day shown on; tell whether they are others than before."""
        changed = room is not self.visits.room
        self.visits.room = self.promises.room = room
        return changed

    def show_day(self, today: Today) -> None:
        """Show what is planned and promised."""
        self.visits.show_visits(today)
        self.promises.show_promises(today)
