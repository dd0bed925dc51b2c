"""The rows of one list."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Slot

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.lists import AddToList
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.diagnostics import DiagnosticCriterion
from clusterdesk.domain.records.industrialisation import MrlQuestion
from clusterdesk.domain.records.lists import Question
from clusterdesk.domain.records.plan import MilestoneTemplate
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.lists import words
from clusterdesk.gui.pages.lists.reading import add
from clusterdesk.gui.pages.lists.row import ListRow

# What stands in groups: a new one joins the group of the row that is open.
_JOINED = (Question, MrlQuestion, MilestoneTemplate, DiagnosticCriterion)


class ListCard(PartsCard):
    """The card of one list; mappings and filters are made where they are used, so they have no line to add one."""

    def __init__(self, context: Context, type_key: str) -> None:
        """Make an empty card."""
        t, kind = context.kit.t, RECORD_TYPES[type_key]
        hint = words.HINTS.get(type_key, "")
        add_name = t("Add: {what}", what=t(kind.label)) if hint else ""
        empty = t(words.EMPTY.get(type_key, N_("Nothing here yet.")))
        super().__init__(context, t(kind.plural), empty, add=add_name, hint=t(hint) if hint else "")
        self._type_key = type_key
        self._last: Record | None = None
        self._templates: tuple[str, ...] = ()
        self._keyed: Mapping[str, Sequence[Record]] = {}

    def make_row(self, part: Record) -> PartRow:
        """Return the row of a record."""
        return ListRow(self.context, self._type_key, part, self._templates, self._keyed)

    def show_list(self, rows: Sequence[Record], keyed: Mapping[str, Sequence[Record]]) -> None:
        """Show the rows in their order; ``keyed`` are the lists they point to by key."""
        self._keyed = keyed
        self._last = rows[-1] if rows else None
        self._templates = tuple(dict.fromkeys(one.template for one in rows if isinstance(one, Question)))
        self.show_parts(rows)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a row by its name; it opens for the rest, and joins the group of the row that is open."""
        shown = [row.part for row in self.rows.values() if row.is_open] or ([self._last] if self._last else [])
        like = shown[-1].id if shown and isinstance(shown[-1], _JOINED) else None
        command = AddToList(type_key=self._type_key, name=text, language=self.kit.t.language, like=like)
        self.context.write(partial(add, command), self._added)

    def commit(self) -> None:
        """Add what is typed."""
        if self.line is not None:
            self.line.enter()

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)
