"""The card of visits: who is seen in the coming days, and how far the sheets are."""

from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.today import CardRows, Today, Visit, to_list
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.visit_row import VisitRow
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label


class VisitsCard(Card):
    """Lists the visits by day, with those that were never closed under them.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, room: CardRows, parent: QWidget | None = None) -> None:
        """Make an empty card that begins with so many rows."""
        super().__init__(spacing=6, parent=parent)
        self._kit, self.room = kit, room
        self.header = SectionHeader(kit.t("Visits"))
        self._today = Today(kit.clock.today())
        self._all = False
        self._shown: list[VisitRow] = []
        self._drawn: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.more = Button(kit, "", "link")
        self.more.clicked.connect(self._show_all)
        self.add(self.header)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_visits(self, today: Today) -> None:
        """Show what is planned, day by day; rows that say the same already stay as they are."""
        t = self._kit.t
        planned = (today.day, today.visits, today.unfinished, today.counts.visits, today.counts.unfinished)
        drawn = (planned, self.room, self._all, self._kit.theme.text_scale, self._kit.theme.colours)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        clear_layout(self._rows)
        self._shown.clear()
        self.header.set_note(t.n("{n} in the next 7 days", "{n} in the next 7 days", n=today.counts.visits))
        self._today = today
        coming = today.visits if self._all else today.visits[: self.room.visits]
        past = today.unfinished if self._all else today.unfinished[: self.room.past]
        for day, visits in groupby(coming, key=_day):
            self._caption(self._day_words(day, today.day))
            for visit in visits:
                self._add(visit)
        if not today.visits:
            self._rows.addWidget(Label(t("Nothing is planned for the next 7 days."), "muted", wrap=True))
        if past:
            self._caption(t("Past, not closed yet"))
            for visit in past:
                self._add(visit, past=True)
        counts = today.counts
        listed = to_list(today.visits, counts.visits) + to_list(today.unfinished, counts.unfinished)
        rest = listed - len(coming) - len(past)
        self.more.set_text(t.n("Show {n} more", "Show {n} more", n=rest))
        self.more.setVisible(rest > 0)

    @property
    def rows(self) -> tuple[VisitRow, ...]:
        """The visits shown now."""
        return tuple(self._shown)

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self.show_visits(self._today)

    def _add(self, visit: Visit, *, past: bool = False) -> None:
        row = VisitRow(self._kit, visit, begins=visit.on <= self._today.day, past=past)
        row.went.connect(self.went)
        self._rows.addWidget(row)
        self._shown.append(row)

    def _caption(self, text: str) -> None:
        label = Label(text, "caption")
        label.setContentsMargins(0, 4, 0, 0)
        self._rows.addWidget(label)

    def _day_words(self, day: date, today: date) -> str:
        t, formats = self._kit.t, self._kit.formats
        if day == today:
            return t("Today")
        if day == today + timedelta(days=1):
            return t("Tomorrow, {day}", day=formats.weekday_date(day))
        return formats.weekday_date(day)


def _day(visit: Visit) -> date:
    return visit.on
