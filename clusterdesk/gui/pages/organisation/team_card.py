"""Who accompanies a coaching file."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.organisation_page import FileManager
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.part_jobs import add_manager
from clusterdesk.gui.widgets.fields.choice import Option


class ManagersCard(InnerCard):
    """The account managers of a file, with dated roles."""

    def __init__(self, context: Context, profiles: list[Option]) -> None:
        """Make an empty card; ``profiles`` are the colleagues to choose from."""
        t = context.kit.t
        super().__init__(context, t("Account managers"), t("Nobody yet."), add=t("Add an account manager"))
        self.file_id: UUID | None = None
        self._profiles = profiles

    def make_row(self, part: FileManager) -> PartRow:
        """Return the row of a manager."""
        return ManagerRow(self.context, part, self._profiles)

    @Slot()
    def begin_adding(self) -> None:
        """Add the user, or whoever comes first; the row opens to choose."""
        if self.file_id is not None:
            name, today = self.context.settings.profile_name, self.kit.clock.today()
            self.context.write(partial(add_manager, self.file_id, name, today), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class ManagerRow(PartRow):
    """One manager of a file."""

    type_key = "coaching_file_manager"
    part: FileManager

    def __init__(self, context: Context, part: FileManager, profiles: list[Option]) -> None:
        """Show a manager, closed."""
        super().__init__(context, part)
        self._profiles = profiles

    def words(self) -> None:
        """Say name and role."""
        self.say(self.part.name, self.kit.t(choice_label(self.part.record.role)))

    def build(self) -> QWidget:
        """Return the fields."""
        rows = (("profile_id", "role"), ("from_on", "to_on"))
        self.form = RecordForm(self.context, self.type_key, rows, {"profile_id": self._profiles})
        return self.form

    def fill(self) -> None:
        """Show the role."""
        self.form.show_record(self.part.record)
