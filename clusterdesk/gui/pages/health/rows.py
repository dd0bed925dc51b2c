"""The rows of one check in a card: what is checked and why, the rows, the way to more of them."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.health import CHECKS, HealthKey
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.health.reading import PAGE, HealthData
from clusterdesk.gui.pages.health.row import HealthLine
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, Row, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label

MOST_PAIRS = 200


class RowsCard(Card):
    """The rows of the check that is chosen.

    Signals:
        more_asked: the next rows are wanted.
        mended: something was put right that is no record.
    """

    more_asked = Signal()
    mended = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=8)
        self.context, self.kit = context, context.kit
        self.lines: dict[tuple[UUID, UUID | None], HealthLine] = {}
        self._key = next(iter(CHECKS))
        self._read = False
        self.header = SectionHeader("")
        self._why = Label("", "muted", wrap=True)
        self._fine = Label("", wrap=True)
        self._host = QWidget()
        self._column = QVBoxLayout(self._host)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.more = Button(self.kit, "", icon="chevron-down")
        self.more.clicked.connect(self.more_asked)
        self._foot = Row(self.more)
        self.add(self.header, self._why, self._fine, self._host, self._foot)
        self.begin(self._key)

    @property
    def ids(self) -> list[UUID]:
        """The records of the rows on the page."""
        return list(dict.fromkeys(one for one, _other in self.lines))

    @property
    def unwell(self) -> int:
        """How many rows on the page still need mending."""
        return sum(not line.done for line in self.lines.values())

    def begin(self, key: HealthKey) -> None:
        """Turn to a check; its rows are still to come."""
        self._key, self._read = key, False
        t, check = self.kit.t, CHECKS[key]
        self.lines = {}
        clear_layout(self._column)
        self.header.set_text(t(check.label))
        self.header.set_note("")
        self._why.setText(t(check.why))
        self._fine.setText(t(check.fine))
        self._fine.hide()
        self._foot.hide()

    def add_rows(self, data: HealthData) -> None:
        """Show more rows under those that are there."""
        self._read = True
        for row in data.rows[:MOST_PAIRS]:
            key = (row.id, row.other_id)
            if key not in self.lines:
                self.lines[key] = HealthLine(self.context, row, data, self._mended)
                self._column.addWidget(self.lines[key])
            else:
                self.lines[key].show_row(row, data)

    def renew(self, data: HealthData) -> None:
        """Say of every row whether it still needs mending."""
        unwell = {row.id: row for row in data.rows}
        for line in self.lines.values():
            row = unwell.get(line.row.id)
            if row is None:
                line.show_done()
            else:
                line.show_row(row, data)

    def tell(self, count: int | None) -> None:
        """Say how many rows there are, and offer those that are not shown yet."""
        t, formats = self.kit.t, self.kit.formats
        self.header.set_note("" if not count else formats.number(count))
        self._fine.setVisible(self._read and not self.lines)
        left = (count or 0) - self.unwell
        self._foot.setVisible(self._read and left > 0 and self._key is not HealthKey.DUPLICATES)
        self.more.set_text(t.n("Show {n} more", "Show {n} more", n=min(max(left, 0), PAGE)))

    @Slot()
    def _mended(self) -> None:
        self.mended.emit()
