"""Organisations of a chain that stand at no link yet: a card of names that lead to their pages."""

from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.views.chains import ChainView
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.names_flow import NameOffer, NamesFlow


class UnplacedCard(Card):
    """The names."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__()
        t = context.kit.t
        self._context, self._kit = context, context.kit
        self.header = SectionHeader(t("Of this chain, at no link yet"))
        self.names = NamesFlow(self._kit)
        self.names.pressed.connect(self._go)
        hint = Label(t("Open a link to place them: it offers those whose activities point there."), "small", wrap=True)
        self.add(self.header, self.names, hint)

    def show_members(self, view: ChainView) -> None:
        """Name these."""
        t = self._kit.t
        self.header.set_note(self._kit.formats.number(len(view.unplaced)))
        self.names.show_names(
            [NameOffer(one.organisation_id, one.name, t("Go to {name}", name=one.name)) for one in view.unplaced]
        )

    @Slot(object)
    def _go(self, organisation_id: UUID) -> None:
        self._context.shell.go(routes.organisation(organisation_id))
