"""What stands under the header of the programme: the strip, commitments and themes side by side, who comes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.programme import ProgrammeYear, Turnout
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.programme.commitments_card import CommitmentsCard
from clusterdesk.gui.pages.programme.strip import YearStrip
from clusterdesk.gui.pages.programme.themes_card import ThemesCard
from clusterdesk.gui.pages.programme.turnout_card import TurnoutCard
from clusterdesk.gui.widgets.page_header import FoldingRow

_SIDE_BY_SIDE = 760


class ProgrammeColumn(QWidget):
    """The cards of a year."""

    def __init__(self, context: Context) -> None:
        """Make them empty."""
        super().__init__()
        self.setProperty("role", "page")
        kit = context.kit
        self.strip = YearStrip(kit)
        self.commitments, self.themes = CommitmentsCard(context), ThemesCard(context)
        self.turnout = TurnoutCard(kit)
        row = FoldingRow(kit, _SIDE_BY_SIDE)
        for card in (self.commitments, self.themes):
            row.add(_at_top(card))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 4, 0)
        lines.setSpacing(12)
        for widget in (self.strip, row, self.turnout):
            lines.addWidget(widget)
        lines.addStretch(1)

    def show_year(self, year: ProgrammeYear, turnout: Turnout) -> None:
        """Show a year; typed text stays."""
        self.strip.setVisible(bool(year.kinds))
        self.strip.show_year(year)
        self.commitments.show_year(year)
        self.themes.show_year(year)
        self.turnout.show_turnout(turnout, year.year)


def _at_top(card: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    return box
