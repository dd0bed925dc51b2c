"""What can be done with the selected organisations: sheets, visits, a tag, a hand-over, the bin."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.bin import BinItem, BinRecords
from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import BriefRequest
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.hand_over import HandOverDialog
from clusterdesk.gui.pages.organisations.several import PlanVisitsDialog, TagDialog, tag_now
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

MOST_SHEETS = 300
_TYPE = "organisation"


class SelectionBar(QWidget):
    """How many are listed; how many are selected, and what can be done with them.

    Signals:
        binned: the selection lies in the bin.
    """

    binned = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Start with nothing selected."""
        super().__init__(parent)
        kit, t = context.kit, context.kit.t
        self._context = context
        self._ids: tuple[UUID, ...] = ()
        self._total = 0
        self._words = Label("", "muted")
        self.sheets = Button(kit, t("Visit sheets"), "link", icon="printer")
        self.plan = Button(kit, t("Plan visits"), "link", icon="calendar-plus")
        self.tag = Button(kit, t("Tag"), "link", icon="tag")
        self.hand_over = Button(kit, t("Hand over"), "link", icon="user-check", hint=t("To a colleague, from a day on"))
        self.to_bin = Button(kit, t("To the bin"), "link", icon="trash-2")
        self._words.setMinimumHeight(self.sheets.sizeHint().height())  # the table under it does not jump
        row = FlowLayout(self, spacing=10)
        row.addWidget(self._words)
        self._buttons = (self.sheets, self.plan, self.tag, self.hand_over, self.to_bin)
        for button in self._buttons:
            row.addWidget(button)
        self.sheets.clicked.connect(self.print_sheets)
        self.plan.clicked.connect(self.ask_plan)
        self.tag.clicked.connect(self.ask_tag)
        self.hand_over.clicked.connect(self.ask_hand_over)
        self.to_bin.clicked.connect(self.bin_selected)
        self._tell()

    @property
    def words(self) -> str:
        """What is said of the list now."""
        return self._words.text()

    def show_total(self, total: int) -> None:
        """Say how many are listed."""
        self._total = total
        self._tell()

    def show_selection(self, ids: Sequence[UUID]) -> None:
        """Offer what can be done with these."""
        self._ids = tuple(ids)
        self._tell()

    @Slot()
    def print_sheets(self) -> None:
        """Show the visit sheets of the selected organisations, ready to print."""
        if 0 < len(self._ids) <= MOST_SHEETS:
            request = BriefRequest(BriefKind.VISIT_SHEET, organisation_ids=self._ids)
            self._context.shell.go(routes.preview(request))

    @Slot()
    def bin_selected(self) -> None:
        """Put the selected organisations into the bin; the toast undoes it."""
        if self._ids:
            t = self._context.kit.t
            toast = t.n("{n} organisation is in the bin.", "{n} organisations are in the bin.", n=len(self._ids))
            self._context.write(_Bin(self._ids), self._gone, self._context.shell.show_error, toast=toast, owner=self)

    @Slot()
    def ask_hand_over(self) -> None:
        """Ask to whom the selected organisations pass."""
        if self._ids:
            HandOverDialog(self._context, self._ids, self._what(), self.window()).open()

    @Slot()
    def ask_tag(self) -> None:
        """Ask which tag the selected organisations are to bear."""
        if self._ids:
            TagDialog(self._context, self._ids, self._what(), self.window()).open()

    @Slot(str, object)
    def tag_with(self, name: str, payload: bytes) -> None:
        """Tag what was let go on a tag: ids of 16 bytes, one after the other."""
        ids = tuple(UUID(bytes=payload[start : start + 16]) for start in range(0, len(payload), 16))
        tag_now(self._context, ids, name)

    @Slot()
    def ask_plan(self) -> None:
        """Ask from which day on the selected organisations are to be visited."""
        if self._ids:
            PlanVisitsDialog(self._context, self._ids, self._what(), self.window()).open()

    def _what(self) -> str:
        return self._context.kit.t.n("{n} organisation", "{n} organisations", n=len(self._ids))

    def _gone(self, _output: object) -> None:
        self.binned.emit()

    def _tell(self) -> None:
        t, number = self._context.kit.t, len(self._ids)
        for button in self._buttons:
            button.setVisible(number > 0)
        self.sheets.setEnabled(number <= MOST_SHEETS)
        self.sheets.setToolTip("" if number <= MOST_SHEETS else t("At most {n} sheets at a time.", n=MOST_SHEETS))
        self._words.setText(
            t.n("{n} selected", "{n} selected", n=number)
            if number
            else t.n("{n} organisation", "{n} organisations", n=self._total)
        )


class _Bin:
    """Writes it: one organisation by its own name, several in one step."""

    def __init__(self, ids: tuple[UUID, ...]) -> None:
        self._ids = ids

    def __call__(self, desk: "Desk") -> OpResult[Any]:
        from clusterdesk.services.bin import bin_records
        from clusterdesk.services.records import delete_record

        if len(self._ids) == 1:
            return delete_record(desk.store, DeleteRecord(type_key=_TYPE, record_id=self._ids[0]))
        return bin_records(desk.store, BinRecords(items=tuple(BinItem(_TYPE, one) for one in self._ids)))
