"""The rows of the directory, and the line that adds a team."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.directory import HubTeam, HubTeamKind
from clusterdesk.domain.views.hub_teams import Directory, TeamCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.choosing_row import Renewed
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.teams.row import TeamRow


class TeamsCard(PartsCard):
    """The card of the teams that fit the filter; ``kind`` is the type a new one begins with."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No team fits. Empty the search, or choose another chip.")
        super().__init__(context, t("Receiving teams"), empty, add=t("Add a team"), hint=t("Name of the team"))
        self.kind = HubTeamKind.DEPARTMENT
        self._choices = Renewed(Directory())

    def make_row(self, part: TeamCard) -> PartRow:
        """Return the row of a team."""
        return TeamRow(self.context, part, self._choices)

    def key_of(self, part: TeamCard) -> UUID:
        """Return the id of the team."""
        return part.team.id

    def show_teams(self, directory: Directory, cards: Sequence[TeamCard]) -> None:
        """Show these teams of the directory."""
        self._choices.data = directory
        self.show_parts(cards)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a team by its name; it opens for the rest."""
        team = HubTeam(name=" ".join(text.split()), kind=self.kind)
        self.context.write(partial(jobs.add, AddRecord(record=team)), self._added)

    def commit(self) -> None:
        """Add what is typed."""
        if self.line is not None:
            self.line.enter()
        for row in self.rows.values():
            if isinstance(row, TeamRow):
                row.commit()

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)
