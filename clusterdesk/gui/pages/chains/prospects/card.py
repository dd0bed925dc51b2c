"""The prospects of a state."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.views.prospects import ProspectList, ProspectRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.choosing_row import Renewed
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.chains.prospects.row import ProspectLine


class StateCard(PartsCard):
    """The prospects that are at one state."""

    def __init__(self, context: Context, state: ProspectState, choices: Renewed[ProspectList]) -> None:
        """Make an empty card."""
        super().__init__(context, context.kit.t(choice_label(state)), "")
        self.state, self._choices = state, choices

    def make_row(self, part: ProspectRow) -> PartRow:
        """Return the row of a prospect."""
        return ProspectLine(self.context, part, self._choices)
