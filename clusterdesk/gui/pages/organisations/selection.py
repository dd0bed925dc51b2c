"""What can be done with the selected organisations: their visit sheets, a hand-over, the bin."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.bin import BinItem, BinRecords
from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import BriefRequest
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.hand_over import HandOverDialog
from clusterdesk.gui.widgets.buttons import Button
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
        self.hand_over = Button(kit, t("Hand over"), "link", icon="user-check", hint=t("To a colleague, from a day on"))
        self.to_bin = Button(kit, t("To the bin"), "link", icon="trash-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self.sheets)
        row.addWidget(self.hand_over)
        row.addWidget(self.to_bin)
        row.addStretch(1)
        self.sheets.clicked.connect(self.print_sheets)
        self.hand_over.clicked.connect(self.ask_hand_over)
        self.to_bin.clicked.connect(self.bin_selected)
        self._tell()

    def sizeHint(self) -> QSize:
        """Keep the height of the buttons, shown or not: the table under it does not jump."""
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), self.sheets.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Keep the height of the buttons."""
        size = super().minimumSizeHint()
        return QSize(size.width(), self.sizeHint().height())

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
            t = self._context.kit.t
            what = t.n("{n} organisation", "{n} organisations", n=len(self._ids))
            HandOverDialog(self._context, self._ids, what, self.window()).open()

    def _gone(self, _output: object) -> None:
        self.binned.emit()

    def _tell(self) -> None:
        t, number = self._context.kit.t, len(self._ids)
        for button in (self.sheets, self.hand_over, self.to_bin):
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
