"""A set of records of an editable list: value chains, circular models."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.records import ChangeSet
from clusterdesk.domain.records.lists import Named
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.organisation.loading import named_options
from clusterdesk.gui.widgets.fields.choice import InlineMultiChoice


class SetField(InlineMultiChoice):
    """The members of a set of an organisation or a project, chosen from an editable list."""

    def __init__(
        self, context: Context, caption: str, type_key: str, member_field: str, owner_field: str = "organisation_id"
    ) -> None:
        """Choose members of a set: the type of its members, their field that points to the list, that of the owner."""
        super().__init__(context.kit, caption)
        self.context = context
        self._type_key, self._member_field, self._owner_field = type_key, member_field, owner_field
        self._owner: UUID | None = None
        self.committed.connect(self._save)

    def show_members(self, owner: UUID, members: tuple[Named, ...], rows: tuple[Named, ...]) -> None:
        """Show the members, and the rows to choose from."""
        self._owner = owner
        kept = [one.id for one in members]
        self.set_options(named_options(rows, self.kit.t.language, kept))
        self.set_value(kept)

    @Slot(object)
    def _save(self, keys: tuple[UUID, ...]) -> None:
        if self._owner is not None:
            command = ChangeSet(
                type_key=self._type_key,
                owner_field=self._owner_field,
                owner_id=self._owner,
                member_field=self._member_field,
                members=keys,
            )
            self.context.write(partial(jobs.change_set, command), self._was_saved)

    def _was_saved(self, _members: object) -> None:
        self.mark_saved()
