"""The card of visits: who is seen in the coming days, and how far the sheets are."""

from datetime import date, timedelta
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.session_kinds import SessionKind
from clusterdesk.domain.views.today import SheetGap, SheetState, Today, Visit
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label, plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink, Way

FIRST_ROWS = 10
_FIRST_PAST = 4
_HOUR_UNITS = 50
_PAST_UNITS = 78
SHEET_WORDS = {
    SheetState.READY: (N_("sheet ready"), Tone.OK),
    SheetState.TO_COMPLETE: (N_("to complete"), Tone.WARN),
    SheetState.TO_PREPARE: (N_("to prepare"), Tone.INFO),
}
_SHEET_RULE = {
    SheetState.READY: N_("It is known whom to ask for, where, at what hour, and the organisation in short."),
    SheetState.TO_COMPLETE: N_("The sheet can be used, but something on it is empty."),
    SheetState.TO_PREPARE: N_("Without somebody to ask for and a place (for a call: a number) one cannot go."),
}
# Their words stand in the labels of choices, too; those know every record type, and the first screen need not.
_KINDS = {SessionKind.MEETING: N_("Meeting"), SessionKind.CALL: N_("Call"), SessionKind.MAIL: N_("Mail exchange")}
GAP_WORDS = {
    SheetGap.CONTACT: N_("somebody to ask for"),
    SheetGap.PLACE: N_("the place"),
    SheetGap.PHONE: N_("a phone number"),
    SheetGap.HOUR: N_("the hour"),
    SheetGap.SUMMARY: N_("the organisation in short, shareable"),
}


class VisitsCard(Card):
    """Lists the visits by day, with those that were never closed under them.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(spacing=6, parent=parent)
        self._kit = kit
        self.header = SectionHeader(kit.t("Visits"))
        self._today = Today(kit.clock.today())
        self._all = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.more = Button(kit, "", "link")
        self.more.clicked.connect(self._show_all)
        self.add(self.header)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_visits(self, today: Today) -> None:
        """Show what is planned, day by day."""
        t = self._kit.t
        clear_layout(self._rows)
        self.header.set_note(t.n("{n} in the next 7 days", "{n} in the next 7 days", n=today.counts.visits))
        self._today = today
        coming = today.visits if self._all else today.visits[:FIRST_ROWS]
        past = today.unfinished if self._all else today.unfinished[:_FIRST_PAST]
        for day, visits in groupby(coming, key=_day):
            self._caption(self._day_words(day, today.day))
            for visit in visits:
                self._visit(visit)
        if not today.visits:
            self._rows.addWidget(Label(t("Nothing is planned for the next 7 days."), "muted", wrap=True))
        if past:
            self._caption(t("Past, not closed yet"))
            for visit in past:
                self._past_visit(visit)
        rest = len(today.visits) + len(today.unfinished) - len(coming) - len(past)
        self.more.set_text(t.n("Show {n} more", "Show {n} more", n=rest))
        self.more.setVisible(rest > 0)

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self.show_visits(self._today)

    def _visit(self, visit: Visit) -> None:
        kit, t = self._kit, self._kit.t
        sheet = self._link(t.c("visit", "Sheet"), partial(routes.visit_sheet, visit.session_id))
        sheet.setAccessibleName(t("Visit sheet – {organisation}", organisation=visit.organisation))
        sheet.setToolTip(plain_tooltip(sheet.accessibleName()))
        first = _line(self._name(visit), self._chip(visit))
        begins = visit.on <= self._today.day
        opener = self._starter(visit, t.c("visit", "Start")) if begins else self._opener(visit, t.c("visit", "Open"))
        second = _line(self._about(visit), opener, sheet)
        when = kit.formats.time(visit.starts_at) if visit.starts_at else ""
        self._add_row(Label(when, "muted"), _HOUR_UNITS, first, second)

    def _past_visit(self, visit: Visit) -> None:
        kit = self._kit
        day = Label(kit.formats.weekday_date(visit.on), "small")
        self._add_row(day, _PAST_UNITS, _line(self._name(visit), self._starter(visit, kit.t("Close it"))))

    def _add_row(self, when: Label, units: int, *lines: QHBoxLayout) -> None:
        when.setFixedWidth(self._kit.theme.length(units))
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 1, 0, 3)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(when, 0, 0)
        for number, line in enumerate(lines):
            grid.addLayout(line, number, 1)
        self._rows.addWidget(row)

    def _name(self, visit: Visit) -> RouteLink:
        return self._link(visit.organisation, routes.organisation(visit.organisation_id), role="name", cut=True)

    def _opener(self, visit: Visit, text: str) -> RouteLink:
        link = self._link(text, routes.session(visit.session_id))
        link.setAccessibleName(self._kit.t("Open the visit – {organisation}", organisation=visit.organisation))
        return link

    def _starter(self, visit: Visit, text: str) -> RouteLink:
        link = self._link(text, routes.visit(visit.session_id))
        link.setAccessibleName(self._kit.t("Visit mode – {organisation}", organisation=visit.organisation))
        return link

    def _link(self, text: str, route: Way, *, role: str = "link", cut: bool = False) -> RouteLink:
        link = RouteLink(self._kit, text, route, role=role, cut=cut)
        link.went.connect(self.went)
        return link

    def _chip(self, visit: Visit) -> Chip:
        kit = self._kit
        words, tone = SHEET_WORDS[visit.sheet]
        chip = Chip(kit.t(words), tone)
        missing = kit.formats.joined([kit.t(GAP_WORDS[gap]) for gap in visit.gaps])
        why = kit.t(_SHEET_RULE[visit.sheet])
        chip.explain(kit.t("Missing: {things}. {why}", things=missing, why=why) if missing else why)
        return chip

    def _about(self, visit: Visit) -> ElidedLabel:
        t = self._kit.t
        kind = "" if visit.kind is SessionKind.VISIT else t(_KINDS[visit.kind])
        known = [part for part in (kind, visit.subject, visit.place) if part]
        label = ElidedLabel(" · ".join(known) or t("No subject yet"), "muted")
        label.setContentsMargins(5, 0, 0, 0)  # under the letters of the link above
        return label

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


def _line(first: QWidget, *others: QWidget) -> QHBoxLayout:
    """Lay out a line whose first part gives way."""
    line = QHBoxLayout()
    line.setSpacing(2)
    line.addWidget(first, 1)
    if isinstance(first, RouteLink):
        line.setStretch(0, 0)
        line.addStretch(1)
    for other in others:
        line.addWidget(other)
    return line
