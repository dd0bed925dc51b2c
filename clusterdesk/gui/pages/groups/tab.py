"""The working groups of the cluster: who sits in them, when they met, what is owed; opened with Enter."""

from collections.abc import Hashable, Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from clusterdesk.domain.views.groups import GroupList, GroupRow
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.models.held import HeldRows
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.pages.chains.tab import ChainsTab
from clusterdesk.gui.pages.groups import reading, words
from clusterdesk.gui.pages.groups.new_dialog import NewGroupDialog
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.rows_table import RowsTable

_SHOWN = "working_group group_member meeting meeting_attendance action value_chain profile organisation contact"


class GroupsTab(ChainsTab):
    """The table of groups, or what stands in its place while there is none."""

    shows = tuple(_SHOWN.split())

    def build(self) -> None:
        """Make the table."""
        kit, t = self.kit, self.kit.t
        self._rows: tuple[GroupRow, ...] = ()
        self.new_button = Button(kit, t("New group"), "primary", icon="plus")
        self.new_button.clicked.connect(self._ask_new)
        self._source = HeldRows()
        self.model = RowsModel(kit.theme, columns(kit), self._source, self)
        self.table = RowsTable(kit, self.model, t("Working groups"))
        self.table.opened.connect(self._open)
        self.empty = EmptyState(
            kit,
            "users",
            t("No working group yet"),
            t("Wood, textile, the vision, the Advisory Board: people of several organisations who meet. Their members, "
              "meetings, minutes and promises are kept here."),
            t("New group"),
        )  # fmt: skip
        self.empty.setProperty("role", "plain")
        self.empty.acted.connect(self._ask_new)
        card = Card(margin=1)
        card.body.setContentsMargins(1, 6, 1, 6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        card.body.addLayout(self._stack)
        self.body.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the list."""
        self.context.desk.submit(reading.read_groups, self._show, latest="groups", owner=self)

    def head_actions(self) -> tuple[QWidget, ...]:
        """Return the button in the head of the page."""
        return (self.new_button,)

    def open_record(self, record_id: UUID) -> None:
        """Go to the page of a group."""
        self.context.shell.go(routes.group(record_id))

    def listing(self) -> Shown:
        """Return the groups that are shown."""
        t = self.kit.t
        headings = tuple(column.label for column in columns(self.kit))
        made = [tuple(row.cells) for row in table_rows(self.kit, self._rows)]
        return Shown("working-groups", t("Working groups"), headings, made)

    def _show(self, data: GroupList) -> None:
        self._rows = data.rows
        self.model.set_ids(self._source.hold(table_rows(self.kit, data.rows)), keep_rows=False)
        self._stack.setCurrentWidget(self.table if data.rows else self.empty)

    @Slot(object)
    def _open(self, group_id: Hashable) -> None:
        if isinstance(group_id, UUID):
            self.open_record(group_id)

    @Slot()
    def _ask_new(self) -> None:
        dialog = NewGroupDialog(self.context, self.window())
        dialog.made.connect(self._open)
        dialog.open()


def columns(kit: Kit) -> tuple[Column, ...]:
    """Return the columns of the list."""
    t = kit.t
    return (
        Column("name", t("Working group"), 234, sortable=False),
        Column("kind", t("Works for"), 116, sortable=False),
        Column("members", t("Members"), 78, number=True, sortable=False),
        Column("seats", t("Seats"), 122, chip=True, sortable=False),
        Column("last", t("Last meeting"), 110, sortable=False),
        Column("next", t("Next meeting"), 126, sortable=False),
        Column("owed", t("Owed"), 64, number=True, sortable=False),
        Column("manager", t("Account manager"), 136, sortable=False),
    )


def table_rows(kit: Kit, rows: Sequence[GroupRow]) -> list[TableRow]:
    """Write the groups as rows."""
    return [_table_row(kit, row) for row in rows]


def _table_row(kit: Kit, row: GroupRow) -> TableRow:
    formats = kit.formats
    seats, tone = _seats(kit, row)
    cells = (
        row.record.name,
        words.kind_words(kit, row),
        formats.number(row.members),
        seats,
        formats.date(row.last.on) if row.last is not None else "–",
        words.when_words(kit, row.next) if row.next is not None else "–",
        formats.number(row.open_promises) if row.open_promises else "–",
        row.manager or "–",
    )
    tones = (None, None, None, tone, None, None, Tone.WARN if row.open_promises else None, None)
    return TableRow(row.record.id, cells, tones)


def _seats(kit: Kit, row: GroupRow) -> tuple[str, Tone | None]:
    """Return what is remarkable about the seats: mandates that end soon, else free seats."""
    free = sum(one.free for one in row.seats)
    if row.ending:
        return kit.t.n("{n} ends soon", "{n} end soon", n=row.ending), Tone.WARN
    if free:
        return kit.t.n("{n} free", "{n} free", n=free), Tone.INFO
    return (kit.t("all filled"), Tone.OK) if row.seats else ("", None)
