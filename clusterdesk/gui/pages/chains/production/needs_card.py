"""The links of the chain that a project needs, and who fills each; what nobody fills is missing."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.production import ProjectChainLink
from clusterdesk.domain.views.production import NeededLink, ProductionRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.pages.chains.production.need_row import NeedRow
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.names_flow import NameOffer, NamesFlow


class NeedsCard(InnerCard):
    """The links of one project; those of its chains that it does not need yet stand under them, to be taken."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No link yet: take those it needs from the chain.")
        super().__init__(context, t("Links of the chain it needs"), empty)
        self._project_id: UUID | None = None
        self.more_words = Label(t("Take a link of the chain"), "small")
        self.more_words.setContentsMargins(8, 0, 8, 0)
        self.more = NamesFlow(self.kit, "filter", "plus")
        self.more.setContentsMargins(8, 0, 8, 4)
        self.more.pressed.connect(self.take)
        self.add(self.more_words, self.more)

    def make_row(self, part: NeededLink) -> PartRow:
        """Return the row of a link."""
        return NeedRow(self.context, part)

    def show_row(self, row: ProductionRow, links: Sequence[ChainLink]) -> None:
        """Show the links of a project, and offer the others of its chains."""
        t = self.kit.t
        self._project_id = row.project.id
        self.show_parts(row.needs)
        chains, needed = {one.id for one in row.chains}, {one.link.id for one in row.needs}
        offers = [one for one in links if one.active and one.value_chain_id in chains and one.id not in needed]
        names = [(one, one.name_in(t.language)) for one in offers]
        self.more.show_names([NameOffer(one.id, name, t("It needs: {link}", link=name)) for one, name in names])
        self.more.setVisible(bool(offers))
        self.more_words.setVisible(bool(offers))

    @Slot(object)
    def take(self, link_id: UUID) -> None:
        """Need a link; nobody fills it yet."""
        if self._project_id is not None:
            need = ProjectChainLink(project_id=self._project_id, chain_link_id=link_id)
            self.context.write(partial(jobs.add, AddRecord(record=need)))
