"""One production project: its stages as arrows, the moves, rating, links it needs, partners, what happened."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.organisation_page import PartnerLine
from clusterdesk.domain.views.production import ProductionList, ProductionRow
from clusterdesk.gui import routes
from clusterdesk.gui.forms.choosing_row import ChoosingRow, Renewed
from clusterdesk.gui.pages.chains.production import words
from clusterdesk.gui.pages.chains.production.cards import RatingsCard, StagesCard
from clusterdesk.gui.pages.chains.production.needs_card import NeedsCard
from clusterdesk.gui.pages.chains.production.stage_moves import StageMoves
from clusterdesk.gui.pages.organisation.partners_card import PartnersCard
from clusterdesk.gui.pages.organisation.set_field import SetField
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column


class ProjectRow(ChoosingRow[Renewed[ProductionList]]):
    """One project."""

    type_key = "project"
    part: ProductionRow

    def record_id(self) -> UUID:
        """Return the id of the project."""
        return self.part.project.id

    def words(self) -> None:
        """Say title, chains, holder, stage and rank."""
        rank = self.choices.data.ranks.get(self.part.project.id)
        self.say(
            self.part.project.title, words.row_note(self.kit, self.part), *words.row_chips(self.kit, self.part, rank)
        )

    def build(self) -> QWidget:
        """Return moves and cards."""
        t = self.kit.t
        self.moves = StageMoves(self.context)
        self.chains = SetField(
            self.context, t("Value chains"), "project_value_chain", "value_chain_id", owner_field="project_id"
        )
        self.needs = NeedsCard(self.context)
        self.ratings = RatingsCard(self.context)
        self.partners = PartnersCard(self.context)
        self.stages = StagesCard(self.context)
        self.to_holder = Button(self.kit, t("Its holder, its description and files"), "link", icon="arrow-right")
        self.to_holder.clicked.connect(self._go)
        cards = (self.ratings, self.needs, self.partners, self.stages)
        return Column(self.moves, self.chains, *cards, self.to_holder)

    def fill(self) -> None:
        """Show the project."""
        row, data = self.part, self.choices.data
        self.moves.show_row(row)
        self.chains.show_members(row.project.id, row.chains, data.chains)
        self.needs.show_row(row, data.links)
        self.ratings.show_row(row)
        self.partners.project_id = row.project.id
        self.partners.show_parts([PartnerLine(one.record, one.name) for one in row.partners])
        self.stages.show_parts(row.steps[::-1])
        self.to_holder.setVisible(row.project.organisation_id is not None)

    @Slot()
    def _go(self) -> None:
        if self.part.project.organisation_id is not None:
            self.context.shell.go(routes.organisation(self.part.project.organisation_id))
