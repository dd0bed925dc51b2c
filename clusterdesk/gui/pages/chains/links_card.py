"""The links of one chain, and the line that adds one."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.lists import AddToList
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.chains import ChainView, LinkRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.chains.link_row import ChainLinkRow
from clusterdesk.gui.pages.lists.reading import add


class LinksCard(PartsCard):
    """The card of links."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("This chain has no link yet. Add the first one: where does its matter come from?")
        super().__init__(context, t("Links of the chain"), empty, add=t("Add a link"), hint=t("Name of the link"))
        self._chain_id: UUID | None = None

    def make_row(self, part: LinkRow) -> PartRow:
        """Return the row of a link."""
        return ChainLinkRow(self.context, part)

    def key_of(self, part: LinkRow) -> UUID:
        """Return the id of the link."""
        return part.link.id

    def show_chain(self, view: ChainView) -> None:
        """Show the links of a chain."""
        self._chain_id = view.chain.id
        self.show_parts(view.links)
        for row in self.rows.values():
            if isinstance(row, ChainLinkRow):
                row.show_members(view.unplaced)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a link at the end of the chain; it opens for the rest."""
        if self._chain_id is not None:
            command = AddToList(type_key="chain_link", name=text, language=self.kit.t.language, like=self._chain_id)
            self.context.write(partial(add, command), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)
