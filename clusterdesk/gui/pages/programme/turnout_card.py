"""Who comes to the events of a year, and who never does: a table to be sorted, narrowed to those who never came."""

from collections.abc import Hashable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal, Slot

from clusterdesk.domain.views.listing import Cell
from clusterdesk.domain.views.programme import MemberTurnout, Turnout
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.held import HeldRows
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, Row, SectionHeader
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.rows_table import ROW_UNITS, RowsTable

_MOST_ROWS = 10
_SIDE_BY_SIDE = 620
_MONTHS = (6, 12, 24, 36)


class By(StrEnum):
    """The columns of the table."""

    NAME = "name"
    PRESENT = "present"
    REGISTERED = "registered"
    EXCUSED = "excused"
    ABSENT = "absent"
    LAST = "last"
    EVENTS = "events"


class TurnoutCard(Card):
    """The table.

    Signals:
        opened: a member (its id).
        period_asked: who came in another time is asked (see ``months``).
    """

    opened = Signal(object)
    period_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make an empty table."""
        super().__init__(margin=8, spacing=6)
        self.kit = kit
        t = kit.t
        self._turnout = Turnout(0, 0)
        self._by, self._descending = By.PRESENT, True
        self.header = SectionHeader(t("Who comes"))
        self.header.setContentsMargins(8, 4, 4, 0)
        self.never = Button(kit, "", "filter")
        self.never.setCheckable(True)
        self.never.toggled.connect(self._fill)
        self.period = ChoiceBox()
        self.period.setAccessibleName(t("Who comes: in which time"))
        self.period.set_options([Option(None, t("This year")), *(Option(one, self._last(one)) for one in _MONTHS)])
        self.period.choose(None)
        self.period.activated.connect(self._ask_period)
        head = FoldingRow(kit, _SIDE_BY_SIDE, spacing=8)
        head.add(self.header, 1)
        head.add(Row(self.period, self.never, stretch=False), 0)
        self._source = HeldRows()
        self.model = RowsModel(kit.theme, _columns(kit), self._source, self)
        self.table = RowsTable(kit, self.model, t("Who comes"))
        self.table.show_sort(self._by, descending=True)
        self.table.opened.connect(self._open)
        self.table.sort_asked.connect(self._sort)
        self.nothing = Label(t("No event of this year took place yet."), "muted", wrap=True)
        self.nothing.setContentsMargins(8, 0, 8, 6)
        self.add(head, self.table, self.nothing)
        kit.theme.changed.connect(self._measure)

    @property
    def months(self) -> int | None:
        """The number of months up to today that are asked about, None for the year of the page."""
        chosen = self.period.currentData()
        return chosen if isinstance(chosen, int) else None

    def titled(self, year: int) -> str:
        """Return what a list of it is called."""
        t = self.kit.t
        if self.months is None:
            return t("Participation {year}", year=year)
        return t("Participation, {period}", period=self._last(self.months))

    def show_turnout(self, turnout: Turnout, year: int) -> None:
        """Show who came in the year of the page, or in the months asked about."""
        t = self.kit.t
        self._turnout = turnout
        self.period.setItemText(0, t("Year {year}", year=year))
        nothing = t("No event of this year took place yet.")
        self.nothing.setText(nothing if turnout.months is None else t("No event took place in this time."))
        absent = sum(one.never_came for one in turnout.members)
        self.never.set_text(t("Never came: {n}", n=self.kit.formats.number(absent)))
        self.never.setVisible(bool(turnout.held))
        held = t.n("{n} event held", "{n} events held", n=turnout.held) if turnout.held else ""
        self.header.set_note(held)
        self._fill()

    def rows(self) -> list[MemberTurnout]:
        """Return the members shown, in their order."""
        fitting = [one for one in self._turnout.members if one.never_came or not self.never.isChecked()]
        return sorted(fitting, key=_KEYS[self._by], reverse=self._descending)

    def listed(self) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
        """Return headings and rows to be exported; restricted events never leave, they are counted."""
        headings = [column.label for column in self.model.columns]
        return headings, [
            (
                one.name,
                one.present,
                one.registered,
                one.excused,
                one.absent,
                one.last_on,
                "; ".join(one.told),
            )
            for one in self.rows()
        ]

    @Slot()
    def _ask_period(self) -> None:
        self.period_asked.emit()

    def _last(self, months: int) -> str:
        return self.kit.t("Last {n} months", n=self.kit.formats.number(months))

    @Slot()
    def _fill(self) -> None:
        rows = [_row(self.kit, one) for one in self.rows()] if self._turnout.held else []
        self.model.set_ids(self._source.hold(rows), keep_rows=False)
        self.table.setVisible(bool(self._turnout.held))
        self.nothing.setVisible(not self._turnout.held)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        lines = min(max(len(self.model.ids), 1), _MOST_ROWS)
        head = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(lines * self.kit.theme.length(ROW_UNITS) + head + bar + 4)

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._by, self._descending = By(key), descending
        self._fill()

    @Slot(object)
    def _open(self, organisation_id: Hashable) -> None:
        self.opened.emit(organisation_id)


def _columns(kit: Kit) -> tuple[Column, ...]:
    t = kit.t
    return (
        Column(By.NAME, t("Organisation"), 210),
        Column(By.PRESENT, t("Came to"), 80, number=True),
        Column(By.REGISTERED, t("Registered for"), 104, number=True),
        Column(By.EXCUSED, t("Excused"), 80, number=True),
        Column(By.ABSENT, t("Absent"), 76, number=True),
        Column(By.LAST, t("Last time"), 96),
        Column(By.EVENTS, t("Events"), 260, sortable=False),
    )


def _row(kit: Kit, one: MemberTurnout) -> TableRow:
    number = kit.formats.number
    told = kit.formats.joined(one.came_to) if one.came_to else ""
    if one.never_came:
        told = kit.t("never came") if one.invited or one.registered else kit.t("never came, nor was it invited")
    elif not one.came_to:
        told = kit.t("hosted")
    cells = (
        one.name,
        number(one.present),
        number(one.registered),
        number(one.excused),
        number(one.absent),
        kit.formats.date(one.last_on) if one.last_on is not None else "",
        told,
    )
    late = Tone.WARN if one.never_came else None
    return TableRow(one.organisation_id, cells, (None, late, None, None, None, None, late))


_KEYS = {
    By.NAME: lambda one: one.name.casefold(),
    By.PRESENT: lambda one: (one.present, one.registered, one.name.casefold()),
    By.REGISTERED: lambda one: (one.registered, one.name.casefold()),
    By.EXCUSED: lambda one: (one.excused, one.name.casefold()),
    By.ABSENT: lambda one: (one.absent, one.name.casefold()),
    By.LAST: lambda one: (one.last_on is not None, one.last_on, one.name.casefold()),
    By.EVENTS: lambda one: one.name.casefold(),
}
