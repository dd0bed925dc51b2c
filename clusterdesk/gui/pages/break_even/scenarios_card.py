"""The scenarios that were kept, the newest first; the newest is the plan."""

from uuid import UUID

from clusterdesk.domain.views.break_even import BreakEven, KeptScenario
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.break_even.scenario_row import ScenarioRow


class ScenariosCard(PartsCard):
    """What was supposed once, beside what then happened."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Kept scenarios"),
            t("None yet. Move the sliders, then keep the scenario: later it stands beside what happened."),
        )

    def make_row(self, part: KeptScenario) -> PartRow:
        """Return the row of a scenario."""
        return ScenarioRow(self.context, part)

    def key_of(self, part: KeptScenario) -> UUID:
        """Return the id of the scenario."""
        return part.scenario.id

    def show_view(self, view: BreakEven) -> None:
        """Show the scenarios of a ledger."""
        self.show_parts(view.scenarios)
