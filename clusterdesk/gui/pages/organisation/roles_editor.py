"""What a person is in an organisation, now and before: each role with its days."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.contacts import ContactRole
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.savers import save_main

_ROWS = (("role", "main"), ("from_on", "to_on"))


class RolesEditor(QWidget):
    """A form for each role, the present one first."""

    def __init__(self, context: Context) -> None:
        """Make an empty editor."""
        super().__init__()
        self.context = context
        self.forms: dict[UUID, RecordForm] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_roles(self, roles: Sequence[ContactRole]) -> None:
        """Show these roles; typed text stays."""
        wanted = {role.id: role for role in roles}
        for key in [key for key in self.forms if key not in wanted]:
            form = self.forms.pop(key)
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        for place, (key, role) in enumerate(wanted.items()):
            if key not in self.forms:
                self.forms[key] = RecordForm(self.context, "contact_role", _ROWS, savers={"main": save_main})
                self._column.insertWidget(place, self.forms[key])
            self.forms[key].show_record(role)
        self.setVisible(bool(wanted))
