"""The card of promises: ours to check off in place, late ones first, and what is owed to us."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.today import CardRows, Promise, Today, to_list
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.promise_row import PromiseRow
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, Line, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.gui.pages.today.promise_days import DayStrip


class PromisesCard(Card):
    """Lists promises; checking one marks it as kept, dragging one or its clock gives it another day.

    Signals:
        kept: the id of a promise.
        put_off: the id of a promise, and its new day (None: no day).
        went: a Route to go to.
    """

    kept = Signal(object)
    put_off = Signal(object, object)
    went = Signal(object)

    _strip: "DayStrip | None" = None
    _strip_host: QWidget | None = None

    def __init__(self, kit: Kit, room: CardRows, parent: QWidget | None = None) -> None:
        """Make an empty card that begins with so many rows."""
        super().__init__(spacing=6, parent=parent)
        self._kit, self.room = kit, room
        self._today = Today(kit.clock.today())
        self._all = False
        self.header = SectionHeader(kit.t("To do"))
        self._ours: tuple[PromiseRow, ...] = ()
        self._drawn: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.more = Button(kit, "", "link")
        self.more.clicked.connect(self._show_all)
        self._owed_line = Line()
        self._owed_header = SectionHeader(kit.t("Owed to us"))
        self._owed = QVBoxLayout()
        self._owed.setSpacing(2)
        self.add(self.header)
        self.body.addLayout(self._rows)
        self.add(self._owed_line, self._owed_header)
        self.body.addLayout(self._owed)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    @property
    def rows(self) -> tuple[PromiseRow, ...]:
        """The rows of our own promises."""
        return self._ours

    def let_days_float_over(self, host: QWidget) -> None:
        """Show the days to let a promise go on over a widget, while one is dragged."""
        self._strip_host = host

    def show_promises(self, today: Today) -> None:
        """Show what is promised; the row that had the focus passes it on to the one that takes its place.

        Rows that say the same already stay as they are, unless one was ticked or put off: a refusal draws it anew.
        """
        counts = today.counts
        promised = (today.day, today.promises, today.owed)
        counted = (counts.promises, counts.promises_late, counts.owed, counts.owed_late)
        drawn = (promised, counted, self.room, self._all, self._kit.theme.text_scale, self._kit.theme.colours)
        if drawn == self._drawn:
            return
        self._drawn, self._today = drawn, today
        place = next((number for number, row in enumerate(self.rows) if row.box.hasFocus()), -1)
        self._fill()
        if place >= 0 and self.rows:
            self.rows[min(place, len(self.rows) - 1)].box.setFocus()

    def _fill(self) -> None:
        t, today, counts = self._kit.t, self._today, self._today.counts
        self.header.set_note(self._number(counts.promises, counts.promises_late))
        shown = today.promises if self._all else today.promises[: self.room.promises]
        self._ours = self._list(self._rows, shown)
        if not today.promises:
            self._rows.addWidget(Label(t("No promise of yours is open."), "muted", wrap=True))
        owed = today.owed if self._all else today.owed[: self.room.owed]
        listed = to_list(today.promises, counts.promises) + to_list(today.owed, counts.owed)
        rest = listed - len(shown) - len(owed)
        self.more.set_text(t.n("Show {n} more", "Show {n} more", n=rest))
        self.more.setVisible(rest > 0)
        self._owed_header.set_note(self._number(counts.owed, counts.owed_late))
        self._list(self._owed, owed)
        for widget in (self._owed_line, self._owed_header):
            widget.setVisible(bool(today.owed))

    def _number(self, count: int, late: int) -> str:
        t, number = self._kit.t, self._kit.formats.number(count)
        return t("{number} · {late}", number=number, late=t.n("{n} late", "{n} late", n=late)) if late else number

    def _list(self, rows: QVBoxLayout, promises: Sequence[Promise]) -> tuple[PromiseRow, ...]:
        clear_layout(rows)
        made = []
        for promise in promises:
            row = PromiseRow(self._kit, promise, self._today.day)
            row.kept.connect(self._draw_anew)
            row.put_off.connect(self._draw_anew)
            row.kept.connect(self.kept)
            row.put_off.connect(self.put_off)
            row.dragged.connect(self._offer_days)
            row.let_go.connect(self._withdraw_days)
            row.went.connect(self.went)
            rows.addWidget(row)
            made.append(row)
        return tuple(made)

    @Slot()
    def _draw_anew(self) -> None:
        self._drawn = None

    @Slot(QWidget)
    def _offer_days(self, row: QWidget) -> None:
        if self._strip is None:
            from clusterdesk.gui.pages.today.promise_days import DayStrip

            self._strip = DayStrip(self._kit, self._strip_host or self)
            self._strip.chosen.connect(self._draw_anew)
            self._strip.chosen.connect(self.put_off)
        self._strip.show_near(row)

    @Slot()
    def _withdraw_days(self) -> None:
        if self._strip is not None:
            self._strip.hide()

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self._fill()
