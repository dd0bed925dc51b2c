"""The way to the editable lists."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.lists.reading import LISTS
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.links import RouteLink


class ListsCard(Card):
    """A link for each list."""

    def __init__(self, context: Context) -> None:
        """Make the links."""
        super().__init__(spacing=10)
        self.context = context
        kit, t = context.kit, context.kit.t
        note = t("Colleagues, value chains, tracks, questions …: what fields choose from.")
        links = QWidget()
        flow = FlowLayout(links, spacing=8)
        for key in LISTS:
            link = RouteLink(kit, t(RECORD_TYPES[key].plural), routes.lists(key), role="plain")
            link.went.connect(self._go)
            flow.addWidget(link)
        teams = RouteLink(kit, t("Receiving teams"), routes.teams(), role="plain", icon="handshake")
        teams.went.connect(self._go)
        flow.addWidget(teams)
        self.add(SectionHeader(t("Lists of the cluster")), Label(note, "muted", wrap=True), links)

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.context.shell.go(route)
