"""Communication: what was published about the cluster and its members, and whom to feature next."""

from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.views.communication import CommunicationPage as Shown
from clusterdesk.gui.listings import Shown as Listed
from clusterdesk.gui.pages.communication.items_card import ItemsCard
from clusterdesk.gui.pages.communication.listed import cells, headings
from clusterdesk.gui.pages.communication.members_card import MembersCard
from clusterdesk.gui.pages.communication.reading import read
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import card_column
from clusterdesk.gui.widgets.side_by_side import SideBySide


class CommunicationPage(Page):
    """The page; its argument is the id of a communication to open, or None."""

    shows = (
        "communication_item",
        "communication_channel",
        "feature",
        "organisation",
        "membership",
        "consent",
        "profile",
        "document",
    )

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make both columns."""
        kit, t = self.kit, self.kit.t
        self._data = Shown()
        self.header = PageHeader(kit, t("Communication"), note=" ")
        self.new_button = Button(kit, t("Note a communication"), "primary", icon="plus")
        self.header.add(self.export_button(), self.new_button)
        self.items, self.members = ItemsCard(self.context), MembersCard(self.context)
        self.columns = SideBySide(
            kit, card_column(self.items), card_column(self.members), t("Members"), main_scrolls=True
        )
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        self.body.addWidget(self.columns, 1)
        self.new_button.clicked.connect(self._begin)

    def argument_changed(self) -> None:
        """Open a communication."""
        if isinstance(self.argument, UUID):
            self.items.open_when_shown(self.argument)

    def refresh(self, changes: object) -> None:
        """Read all."""
        self.context.desk.submit(read, self._show, latest="communication", owner=self)

    def listing(self) -> Listed:
        """Return what was published, newest first."""
        return Listed(
            "communication", self.kit.t("Communication"), headings(self.kit), cells(self.kit, self._data.rows)
        )

    def _show(self, data: Shown) -> None:
        self._data = data
        t = self.kit.t
        told = [t.n("{n} communication", "{n} communications", n=len(data.rows))]
        featured = {one.organisation_id for row in data.rows for one in row.featured}
        told.append(t.n("{n} organisation featured", "{n} organisations featured", n=len(featured)))
        self.header.set_note(self.kit.formats.joined(told))
        self.items.show_page(data)
        self.members.show_page(data)

    @Slot()
    def _begin(self) -> None:
        self.items.begin_adding()
