"""A part of a record that names an organisation, and leads to it."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.buttons import IconButton


class LeadingRow(PartRow):
    """A row whose part is a line of a read model: ``record``, and the organisation beside it.

    Subclasses ``build`` a ``form`` and say where ``visit`` goes: ``lead_to``.
    """

    form: RecordForm

    def __init__(self, context: Context, part: Any) -> None:  # noqa: ANN401
        """Show a part, closed."""
        super().__init__(context, part)
        self._goal: UUID | None = None
        self.visit = IconButton(self.kit, "arrow-right", "")
        self.visit.clicked.connect(self._visit)
        self.line.insertWidget(self.line.count() - 1, self.visit)

    def fill(self) -> None:
        """Show the record."""
        self.form.show_record(self.part.record)

    def lead_to(self, organisation_id: UUID | None, name: str) -> None:
        """Let the button lead to an organisation; without one there is none."""
        self._goal = organisation_id
        self.visit.set_name(self.kit.t("Go to {name}", name=name))
        self.visit.setVisible(organisation_id is not None)

    @Slot()
    def _visit(self) -> None:
        if self._goal is not None:
            self.context.shell.go(routes.organisation(self._goal))
