"""One row of a list: its name, opened into its fields, moved up and down."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.lists import MoveInList
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import Named, NamedMapping
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.lists import words
from clusterdesk.gui.pages.lists.mapping_words import column_words
from clusterdesk.gui.pages.lists.options import options_of
from clusterdesk.gui.pages.lists.reading import move
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.order_buttons import OrderButtons


class ListRow(PartRow):
    """One row of a list."""

    wraps = True
    chips_below = False
    part: Record

    def __init__(
        self,
        context: Context,
        type_key: str,
        part: Record,
        templates: Sequence[str] = (),
        keyed: Mapping[str, Sequence[Record]] = MappingProxyType({}),
    ) -> None:
        """Show a row of a list, closed.

        ``templates`` are the question templates there are, ``keyed`` the lists that its fields name rows of.
        """
        super().__init__(context, part)
        self.type_key = type_key
        self._templates, self._keyed = templates, keyed

    def words(self) -> None:
        """Say the name, and what else there is to say."""
        self.say(
            words.title_of(self.kit, self.part),
            words.note_of(self.kit, self.part),
            *words.chips_of(self.kit, self.part),
        )

    def build(self) -> QWidget:
        """Return the fields, the buttons that move it, the columns of a mapping."""
        rows = self.field_rows()
        required = [name for names in rows for name in names if name in words.REQUIRED]
        self.form = RecordForm(self.context, self.type_key, rows, self.options(), required)
        parts: list[QWidget] = [self.form]
        if isinstance(self.part, Named):
            self.order = OrderButtons(self.kit)
            self.order.asked.connect(self._move)
            parts.append(self.order)
        if isinstance(self.part, NamedMapping):
            columns = Label("\n".join(column_words(self.kit, self.part)), "small", wrap=True)
            columns.setContentsMargins(7, 0, 7, 0)
            parts.append(columns)
        return Column(*parts)

    def field_rows(self) -> Sequence[tuple[str, ...]]:
        """Return the names of the fields, line by line."""
        return words.FIELDS[self.type_key]

    def options(self) -> Mapping[str, Sequence[Option]]:
        """Return the answers of fields that choose."""
        return options_of(self.kit, self.part, self._templates, self._keyed)

    def fill(self) -> None:
        """Show the row."""
        self.form.show_record(self.part)

    @Slot(bool)
    def _move(self, up: bool) -> None:
        command = MoveInList(type_key=self.type_key, record_id=self.part.id, up=up)
        self.context.write(partial(move, command))
