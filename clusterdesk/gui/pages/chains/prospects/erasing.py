"""Erasing who is to be spoken to at a prospect, after a question."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.prospects import EraseProspectPerson
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.chains.prospects.reading import erase
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label


class EraseButton(Button):
    """Asks, then erases; hidden where there is nobody."""

    def __init__(self, context: Context) -> None:
        """Erase nobody yet."""
        super().__init__(context.kit, context.kit.t("Erase the contact person…"), "link", icon="trash-2")
        self._context = context
        self._prospect_id: UUID | None = None
        self.clicked.connect(self._ask)

    def show_prospect(self, record: Prospect) -> None:
        """Offer to erase the contact person of a prospect."""
        self._prospect_id = record.id
        self.setVisible(bool(record.contact_name or record.phone or record.mail))

    @Slot()
    def _ask(self) -> None:
        kit, t = self._context.kit, self._context.kit.t
        dialog = AskDialog(kit, t("Erase the contact person"), t("Erase"), danger=True, parent=self.window())
        said = t("Name, phone and mail go from this prospect, and from its history. This cannot be undone.")
        dialog.content.addWidget(Label(said, wrap=True))
        dialog.agreed.connect(dialog.accept)
        dialog.accepted.connect(self._erase)
        dialog.open()

    @Slot()
    def _erase(self) -> None:
        if self._prospect_id is not None:
            self._context.write(partial(erase, EraseProspectPerson(prospect_id=self._prospect_id)))
