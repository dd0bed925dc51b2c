"""Erasing the data of a person for good, after a question that says what that means."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import ErasePerson
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class ErasureDialog(AskDialog):
    """Says what goes and what stays, and erases."""

    def __init__(self, context: Context, contact: Contact, parent: QWidget | None = None) -> None:
        """Ask about a person."""
        t = context.kit.t
        name = contact.full_name or t("Without a name")
        super().__init__(
            context.kit, t("Erase the data of {name} for good?", name=name), t("Erase"), danger=True, parent=parent
        )
        self._context, self._contact = context, contact
        goes = t(
            "Name, notes, phones and mail addresses go out of the binder and out of its history, also where the "
            "person took part in a visit or owes a promise. Visits and promises themselves stay."
        )
        stays = t("Undo does not bring them back. Backups made before keep them until they are thinned out.")
        self.content.addWidget(Label(goes, wrap=True))
        self.content.addWidget(Label(stays, "strong", wrap=True))
        self.agreed.connect(self._erase)

    @Slot()
    def _erase(self) -> None:
        self.wait()
        command = ErasePerson(contact_id=self._contact.id)
        self._context.write(partial(_erase_person, command), self._erased, self._refused)

    def _erased(self, _points: int) -> None:
        self.accept()
        self._context.shell.toast(self.kit.t("The data of this person was erased."))

    def _refused(self, error: BaseException) -> None:
        self.tell(self._context.error_text(error))


def _erase_person(command: ErasePerson, desk: "Desk") -> OpResult[int]:
    from clusterdesk.services.erasure import erase_person

    return erase_person(desk.store, command)
