"""The card of visits: who is seen in the coming days, and how far the sheets are."""

from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.today import SheetGap, SheetState, Today, Visit
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import sheet_of
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Card, Row, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.gui.widgets.links import RouteLink

DAYS_AHEAD = 7
_HOUR_UNITS = 50
_PAST_UNITS = 78
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SHEET_WORDS = {
    SheetState.READY: (N_("sheet ready"), Tone.OK),
    SheetState.TO_COMPLETE: (N_("to complete"), Tone.WARN),
    SheetState.TO_PREPARE: (N_("to prepare"), Tone.INFO),
}
GAP_WORDS = {
    SheetGap.CONTACT: N_("somebody to ask for"),
    SheetGap.PLACE: N_("the place"),
    SheetGap.PHONE: N_("a phone number"),
    SheetGap.HOUR: N_("the hour"),
    SheetGap.SUMMARY: N_("the organisation in short"),
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
        self._host = QWidget()
        self.add(self.header, self._host)
        self.body.addStretch(1)
        self._rows = self._grid()

    def show_visits(self, today: Today) -> None:
        """Show what is planned, day by day."""
        t = self._kit.t
        self._rows = self._grid()
        self.header.set_note(t.n("{n} in the next 7 days", "{n} in the next 7 days", n=today.counts.visits))
        for day, visits in groupby(today.visits, key=_day):
            self._wide(Label(self._day_words(day, today.day), "caption"))
            for visit in visits:
                self._visit(visit)
        if not today.visits:
            self._wide(Label(t("Nothing is planned for the next 7 days."), "muted", wrap=True))
        if today.unfinished:
            self._wide(Label(t("Past, not closed yet"), "caption"))
            for visit in today.unfinished:
                self._past_visit(visit)

    def _grid(self) -> QGridLayout:
        """Start with an empty grid: rows that were taken out of one would leave gaps."""
        old = self._host.layout()
        if old is not None:
            clear_layout(old)
            QWidget().setLayout(old)
        grid = QGridLayout(self._host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        return grid

    def _visit(self, visit: Visit) -> None:
        kit, t, row = self._kit, self._kit.t, self._rows.rowCount()
        hour = Label(kit.formats.time(visit.starts_at) if visit.starts_at else "", "muted")
        hour.setMinimumWidth(kit.theme.length(_HOUR_UNITS))
        sheet = self._link(t("Visit sheet"), routes.preview(sheet_of(visit.session_id)))
        sheet.setAccessibleName(t("Visit sheet – {organisation}", organisation=visit.organisation))
        self._rows.addWidget(hour, row, 0)
        self._rows.addWidget(self._name(visit), row, 1)
        self._rows.addWidget(self._chip(visit), row, 2, _RIGHT)
        self._rows.addWidget(self._about(visit), row + 1, 1)
        self._rows.addWidget(Row(self._opener(visit, t("Open")), sheet, spacing=0, stretch=False), row + 1, 2, _RIGHT)
        self._rows.setRowMinimumHeight(row + 2, 6)

    def _past_visit(self, visit: Visit) -> None:
        kit, row = self._kit, self._rows.rowCount()
        day = Label(kit.formats.weekday_date(visit.on), "small")
        self._rows.addWidget(day, row, 0)
        self._rows.addWidget(self._name(visit), row, 1)
        self._rows.addWidget(self._opener(visit, kit.t("Close it")), row, 2, _RIGHT)

    def _name(self, visit: Visit) -> RouteLink:
        return self._link(visit.organisation, routes.organisation(visit.organisation_id), role="name", cut=True)

    def _opener(self, visit: Visit, text: str) -> RouteLink:
        link = self._link(text, routes.session(visit.session_id))
        link.setAccessibleName(self._kit.t("Open the visit – {organisation}", organisation=visit.organisation))
        return link

    def _link(self, text: str, route: Route, *, role: str = "link", cut: bool = False) -> RouteLink:
        link = RouteLink(self._kit, text, route, role=role, cut=cut)
        link.went.connect(self.went)
        return link

    def _chip(self, visit: Visit) -> Chip:
        kit = self._kit
        words, tone = SHEET_WORDS[visit.sheet]
        chip = Chip(kit.t(words), tone)
        if visit.gaps:
            missing = kit.formats.joined([kit.t(GAP_WORDS[gap]) for gap in visit.gaps])
            chip.setToolTip(kit.t("Missing: {things}.", things=missing))
            chip.setAccessibleDescription(chip.toolTip())
        return chip

    def _about(self, visit: Visit) -> ElidedLabel:
        t = self._kit.t
        kind = "" if visit.kind is SessionKind.VISIT else t(choice_label(visit.kind))
        known = [part for part in (kind, visit.subject, visit.place) if part]
        label = ElidedLabel(" · ".join(known) or t("No subject yet"), "muted")
        label.setContentsMargins(5, 0, 0, 0)  # under the letters of the link above
        return label

    def _wide(self, label: Label) -> None:
        row = self._rows.rowCount()
        self._rows.addWidget(label, row, 0, 1, 3)
        self._rows.setRowMinimumHeight(row, self._kit.theme.length(24))

    def _day_words(self, day: date, today: date) -> str:
        t, formats = self._kit.t, self._kit.formats
        if day == today:
            return t("Today")
        if day == today + timedelta(days=1):
            return t("Tomorrow, {day}", day=formats.weekday_date(day))
        return formats.long_date(day)


def _day(visit: Visit) -> date:
    return visit.on
