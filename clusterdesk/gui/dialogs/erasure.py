"""Erasing the data of a person for good, after a question that says what that means."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import ErasePerson, EraseTeamPerson
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_GOES: Mapping[type, str] = {
    ErasePerson: N_(
        "Name, notes, phones and mail addresses go out of the binder and out of its history, also where the "
        "person took part in a visit or owes a promise. Visits and promises themselves stay."
    ),
    EraseTeamPerson: N_(
        "Name, role, phone and mail address go out of the binder and out of its history, also where the person "
        "answered for the team. The answers stay, with the mails and files they came in."
    ),
}


class ErasureDialog(AskDialog):
    """Says what goes and what stays, and erases."""

    def __init__(
        self, context: Context, name: str, command: ErasePerson | EraseTeamPerson, parent: QWidget | None = None
    ) -> None:
        """Ask about a person; ``command`` erases her data."""
        t = context.kit.t
        name = name or t("Without a name")
        super().__init__(
            context.kit, t("Erase the data of {name} for good?", name=name), t("Erase"), danger=True, parent=parent
        )
        self._context, self._command = context, command
        stays = t("Undo does not bring them back. Backups made before keep them until they are thinned out.")
        self.content.addWidget(Label(t(_GOES[type(command)]), wrap=True))
        self.content.addWidget(Label(stays, "strong", wrap=True))
        self.agreed.connect(self._erase)

    @Slot()
    def _erase(self) -> None:
        self.wait()
        self._context.write(partial(_erased, self._command), self._done, self._refused)

    def _done(self, _places: int) -> None:
        self.accept()
        self._context.shell.toast(self.kit.t("The data of this person was erased."))

    def _refused(self, error: BaseException) -> None:
        self.tell(self._context.error_text(error))


def _erased(command: ErasePerson | EraseTeamPerson, desk: "Desk") -> OpResult[int]:
    from clusterdesk.services import erasure

    if isinstance(command, EraseTeamPerson):
        return erasure.erase_team_person(desk.store, command)
    return erasure.erase_person(desk.store, command)
