"""The bin: what was deleted, newest first, and the way back."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QItemSelection, Slot
from PySide6.QtWidgets import QStackedLayout

from clusterdesk.domain.commands.bin import BinItem
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.bin import BinGroup
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.models.held import HeldRows
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.pages.bin import jobs
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.rows_table import RowsTable
from clusterdesk.services.told_titles import told_title


class BinPage(Page):
    """The page."""

    shows = tuple(RECORD_TYPES)

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make button and table."""
        kit, t = self.kit, self.kit.t
        self._items: dict[Hashable, BinItem] = {}
        self.header = PageHeader(
            kit, t("Bin"), note=t("What you delete waits here. Parts come back with what they belong to.")
        )
        self.back = Button(kit, t("Put back"), "primary", icon="archive-restore")
        self.header.add(self.export_button(), self.back)
        self._source = HeldRows()
        self.model = RowsModel(
            kit.theme,
            (
                Column("title", t("What"), 360, sortable=False),
                Column("kind", t("Kind"), 190, chip=True, sortable=False),
                Column("when", t("Deleted"), 170, sortable=False),
                Column("who", t("By"), 180, sortable=False),
            ),
            self._source,
            self,
        )
        self.table = RowsTable(kit, self.model, t("Bin"), many=True)
        self.empty = EmptyState(
            kit, "trash-2", t("The bin is empty."), t("Whatever you delete comes here first, and can be put back.")
        )
        self.empty.setProperty("role", "plain")  # the card around it has a frame already
        card = Card(margin=1)
        card.body.setContentsMargins(1, 6, 1, 6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        card.body.addLayout(self._stack)
        self.body.addWidget(self.header)
        self.body.addWidget(card, 1)
        self.back.clicked.connect(self._put_back)
        self.table.opened.connect(self._put_back)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelReset.connect(self._tell)
        self._tell()

    def listing(self) -> Shown:
        """Return what lies in the bin."""
        headings = [column.label for column in self.model.columns]
        return Shown("bin", self.kit.t("Bin"), headings, [row.cells for row in self._source.rows])

    def refresh(self, changes: object) -> None:
        """Read the bin."""
        self.context.desk.submit(jobs.read_bin, self._show, latest="bin", owner=self)

    def _show(self, groups: Sequence[BinGroup]) -> None:
        rows = []
        self._items = {}
        for group in groups:
            when = self.kit.formats.instant(group.operation.at)
            for ref in group.records:
                kind = self.kit.t(RECORD_TYPES[ref.record_type].label)
                self._items[ref.id] = BinItem(ref.record_type, ref.id)
                title = told_title(ref.record_type, ref.title, self.kit.t, self.kit.formats)
                cells = (title or kind, kind, when, group.operation.author or self.kit.t("(no name given)"))
                rows.append(TableRow(ref.id, cells, (None, Tone.NEUTRAL, None, None)))
        self.model.set_ids(self._source.hold(rows), keep_rows=False)
        self._stack.setCurrentWidget(self.table if rows else self.empty)

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._tell()

    @Slot()
    def _tell(self) -> None:
        t, number = self.kit.t, len(self.table.selected_ids)
        self.back.set_text(t.n("Put back", "Put back ({n})", n=number) if number else t("Put back"))
        self.back.setEnabled(number > 0)
        self.back.setVisible(bool(self.model.ids))

    @Slot()
    def _put_back(self) -> None:
        items = tuple(self._items[one] for one in self.table.selected_ids if one in self._items)
        if items:
            t = self.kit.t
            toast = t.n("{n} record is back.", "{n} records are back.", n=len(items))
            self.context.write(jobs.PutBack(items), None, self.context.shell.show_error, toast=toast, owner=self)
