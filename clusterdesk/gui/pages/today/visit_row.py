"""A visit on Today: the hour, whom, how far the sheet is; what it is about, and where it leads."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.session_kinds import SessionKind
from clusterdesk.domain.views.today import SheetGap, SheetState, Visit
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.ink import ink
from clusterdesk.gui.widgets.words_row import Way, Word, WordLink, WordsRow

_HOUR_UNITS = 50
_PAST_UNITS = 78
_GAP = 4
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


class VisitRow(WordsRow):
    """One visit, of a coming day or past and not closed.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(
        self, kit: Kit, visit: Visit, *, begins: bool, past: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show a visit; one that ``begins`` can be started, one of the ``past`` only be closed, on a single line."""
        super().__init__(kit, parent)
        t, self._past = kit.t, past
        self.name = self._link(visit.organisation, routes.organisation(visit.organisation_id), "name")
        start = kit.t("Visit mode – {organisation}", organisation=visit.organisation)
        self._about: Word | None = None
        self._chip: Word | None = None
        if past:
            self._when = Word(kit.formats.weekday_date(visit.on), "small")
            self._links: tuple[WordLink, ...] = (self._link(t("Close it"), routes.visit(visit.session_id), name=start),)
            self.words = [self._when]
        else:
            self._when = Word(kit.formats.time(visit.starts_at) if visit.starts_at else "", "muted")
            self._about, self._chip = Word(_about(kit, visit), "muted"), _chip(kit, visit)
            if begins:
                way = self._link(t.c("visit", "Start"), routes.visit(visit.session_id), name=start)
            else:
                name = t("Open the visit – {organisation}", organisation=visit.organisation)
                way = self._link(t.c("visit", "Open"), routes.session(visit.session_id), name=name)
            sheet = t("Visit sheet – {organisation}", organisation=visit.organisation)
            to_sheet = partial(routes.visit_sheet, visit.session_id)
            self._links = (way, self._link(t.c("visit", "Sheet"), to_sheet, name=sheet))
            self.words = [self._when, self._chip, self._about]
        self.tell()

    def height_needed(self) -> int:
        """Return one line or two, with what is around them."""
        return self._line() * (1 if self._past else 2) + 4

    def arrange(self, width: int) -> None:
        """Put the hour before both lines; the name and what it is about give way."""
        line = self._line()
        left = self.kit.theme.length(_PAST_UNITS if self._past else _HOUR_UNITS)
        self.put_left(0, left, 1, line, self._when)
        left += _GAP
        if self._about is None or self._chip is None:
            free = self.put_right(width, 1, line, *self._links)
            self.put_left(left, free - left, 1, line, self.name)
            return
        free = self.put_right(width, 1, line, self._chip)
        self.put_left(left, free - left, 1, line, self.name)
        free = self.put_right(width, 1 + line, line, *self._links)
        left += 5  # under the letters of the link above
        self.put_left(left, free - left, 1 + line, line, self._about)

    def _line(self) -> int:
        return ink(self.kit, "link").metrics.height() + 6

    def _link(self, text: str, way: Way, role: str = "link", *, name: str = "") -> WordLink:
        link = WordLink(self.kit, text, way, role, name=name, row=self)
        link.went.connect(self.went)
        return link


def _chip(kit: Kit, visit: Visit) -> Word:
    words, tone = SHEET_WORDS[visit.sheet]
    missing = kit.formats.joined([kit.t(GAP_WORDS[gap]) for gap in visit.gaps])
    why = kit.t(_SHEET_RULE[visit.sheet])
    whole = kit.t("Missing: {things}. {why}", things=missing, why=why) if missing else why
    return Word(kit.t(words), tone=tone, why=whole)


def _about(kit: Kit, visit: Visit) -> str:
    kind = "" if visit.kind is SessionKind.VISIT else kit.t(_KINDS[visit.kind])
    known = [part for part in (kind, visit.subject, visit.place) if part]
    return " · ".join(known) or kit.t("No subject yet")
