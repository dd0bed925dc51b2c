"""The countries of a record, each a member of a set: typed, by group, taken off."""

from collections.abc import Iterable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.records import ChangeSet
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.widgets.fields.countries import CountrySet, InlineCountries


class CountriesField(InlineCountries):
    """The countries that a record is joined to; each change is one step that can be taken back."""

    def __init__(self, context: Context, caption: str, type_key: str, owner_field: str) -> None:
        """Join by records of a type, whose field ``owner_field`` points to the owner."""
        super().__init__(context.kit, caption)
        self.context = context
        self._type_key, self._owner_field = type_key, owner_field
        self._owner: UUID | None = None
        self.committed.connect(self._save)

    def show_members(self, owner: UUID, codes: Iterable[str], sets: Sequence[CountrySet]) -> None:
        """Show the countries of an owner; ``sets`` are the groups that are offered."""
        self._owner = owner
        self.set_groups(sets)
        self.set_value(codes)

    @Slot(object)
    def _save(self, codes: tuple[str, ...]) -> None:
        if self._owner is not None:
            command = ChangeSet(
                type_key=self._type_key,
                owner_field=self._owner_field,
                owner_id=self._owner,
                member_field="country",
                members=codes,
            )
            self.context.write(partial(jobs.change_set, command), self._was_saved)

    def _was_saved(self, _members: object) -> None:
        self.mark_saved()
