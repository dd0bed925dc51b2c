"""Asking for an organisation by its name."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.organisations.picker import OrganisationPicker


class OrganisationDialog(AskDialog):
    """Asks for an organisation.

    Signals:
        chosen: its id; the dialog closes.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, heading: str, action: str, parent: QWidget | None = None) -> None:
        """Offer all organisations by name."""
        super().__init__(context.kit, heading, action, parent=parent)
        self.picker = OrganisationPicker(context)
        self.content.addWidget(self.picker, 1)
        self.picker.picked.connect(self._picked)
        self.picker.opened.connect(self.consent.click)
        self.agreed.connect(self._agree)
        self.picker.setFocus()
        self._picked(None)

    @Slot(object)
    def _picked(self, organisation_id: UUID | None) -> None:
        self.consent.setEnabled(organisation_id is not None)

    @Slot()
    def _agree(self) -> None:
        organisation_id = self.picker.organisation_id
        if organisation_id is not None:
            self.accept()
            self.chosen.emit(organisation_id)
