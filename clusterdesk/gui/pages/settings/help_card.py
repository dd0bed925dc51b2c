"""The ways to what helps: the keys, the version and the licences, the error reports."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk import __version__
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import KEYS, shown_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.links import RouteLink


class HelpCard(Card):
    """Buttons; the sheet of keys opens over the page."""

    def __init__(self, context: Context) -> None:
        """Make the buttons."""
        super().__init__(spacing=10)
        self.context = context
        kit, t = context.kit, context.kit.t
        self.keys = Button(kit, t("{action} ({keys})", action=t("Keys"), keys=shown_keys(KEYS)), icon="keyboard")
        self.keys.clicked.connect(self._show_keys)
        self.about = RouteLink(kit, t("About and licences"), routes.about(), role="plain", icon="info")
        self.reports = RouteLink(kit, t("Error reports"), routes.reports(), role="plain", icon="circle-alert")
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8)
        for button in (self.keys, self.about, self.reports):
            flow.addWidget(button)
        for link in (self.about, self.reports):
            link.went.connect(self._go)
        version = Label(t("ClusterDesk {version}", version=__version__), "muted")
        self.add(SectionHeader(t("Help")), version, buttons)

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.context.shell.go(route)

    @Slot()
    def _show_keys(self) -> None:
        """Do what its key does: the window has the sheet."""
        wanted = self.context.kit.t(KEYS.label)
        action = next((one for one in self.window().actions() if one.text() == wanted), None)
        if action is not None:
            action.trigger()
