"""The page of settings; every choice is in force at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.settings.binder_card import BinderCard
from clusterdesk.gui.pages.settings.cards import BackupsCard, person_card, referrals_card, screens_card, work_card
from clusterdesk.gui.pages.settings.drive_card import DriveSettings
from clusterdesk.gui.pages.settings.fields import Fields
from clusterdesk.gui.pages.settings.folders_card import FoldersCard
from clusterdesk.gui.pages.settings.help_card import HelpCard
from clusterdesk.gui.pages.settings.lists_card import ListsCard
from clusterdesk.gui.pages.settings.open_export_card import OpenExportCard
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.card import SectionHeader
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.page_scroll import page_scroll

_FOLDS_UNDER = 860


class SettingsPage(Page):
    """Screens, person and house, work, orientations, lists, shared drive, exports, binder, backups, folders, help."""

    def __init__(self, context: Context) -> None:
        """Make the page."""
        super().__init__(context)
        self.fields: Fields = {}

    def build(self) -> None:
        """Make the cards in a scroll area."""
        t = self.kit.t
        self.body.addWidget(SectionHeader(t("Settings"), role="title"))
        self.binder = BinderCard(self.context)
        self.backups = BackupsCard(self.context, self.fields)
        self.folders = FoldersCard(self.context)
        self.help = HelpCard(self.context)
        self.drive = DriveSettings(self.context, self.fields)
        person = (screens_card, person_card, work_card, referrals_card)
        sides = FoldingRow(self.kit, _FOLDS_UNDER)
        sides.setProperty("role", "page")
        self.open_export = OpenExportCard(self.context, self.fields)
        left = (*(card(self.context, self.fields) for card in person), self.folders, self.help)
        sides.add(_column(*left))
        right = (ListsCard(self.context), self.drive, self.open_export, self.binder, self.backups)
        sides.add(_column(*right))
        self.sides = page_scroll(sides, t("Settings"))
        self.body.addWidget(self.sides, 1)

    def refresh(self, changes: object) -> None:
        """Ask for what is no setting: where things lie, how old the last backup is."""
        self.backups.renew()
        self.folders.renew()
        self.open_export.renew()

    def enter(self, argument: object) -> None:
        """Look again each time: a backup is no record, nobody tells of it."""
        self.reload()
        super().enter(argument)
        if argument == routes.OUTBOX:
            self.sides.ensureWidgetVisible(self.drive.choose)
            self.drive.choose.setFocus()


def _column(*cards: QWidget) -> QWidget:
    """Return cards one under the other, as high as they are."""
    host = QWidget()
    host.setProperty("role", "page")
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return host
