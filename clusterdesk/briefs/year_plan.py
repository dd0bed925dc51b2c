"""The programme of a year on one landscape page: months across, kinds of event down, what is held, planned, missing.

It is read in black and white too: a check for what took place, a frame for what is to come, a dashed one for what
nobody has planned yet; the legend says so. On A3 everything is drawn larger.
"""

from dataclasses import dataclass

from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import footer_line
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.style import FOOT, HAIR, INK, MM, PAGE_HEIGHT, PAGE_WIDTH, RULE, SOFT, WASH
from clusterdesk.briefs.text import paragraph
from clusterdesk.domain.programme.counting import DECEMBER, STANDING_LABELS
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.programme import EventRow, KindYear
from clusterdesk.domain.views.programme_pages import YearPlan
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.locale_facts import month_name
from clusterdesk.i18n.translator import Translator

_A3 = 2**0.5
_MARGIN, _HEAD, _MONTHS, _LEGEND, _KIND = 12 * MM, 17 * MM, 7 * MM, 13 * MM, 42 * MM
_MOST_ROW, _GAP = 32 * MM, 1.2 * MM
_SMALL, _NAME, _TITLE = 8.0, 10.0, 20.0


def year_plan_pdf(view: YearPlan, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a year in the translator's language."""
    title = t("Programme {year}", year=view.year.year)
    scale = _A3 if view.large else 1.0
    size = (PAGE_HEIGHT * scale, PAGE_WIDTH * scale)
    about = About(title, view.footer.author or house.name, t("Year plan"), f"{t.language}-BE")
    pen = Pen(about, size)
    _Plan(pen, view, t, formats, scale, size).draw(house)
    return pen.finish()


@dataclass(frozen=True, slots=True)
class _Plan:
    """One plan being drawn; lengths are multiplied by ``scale``."""

    pen: Pen
    view: YearPlan
    t: Translator
    formats: Formats
    scale: float
    size: tuple[float, float]

    def draw(self, house: House) -> None:
        """Draw the page."""
        s, t, year = self.scale, self.t, self.view.year
        width, height = self.size
        left, right, top = _MARGIN * s, width - _MARGIN * s, height - _MARGIN * s
        title = t("Programme {year}", year=year.year)
        self.pen.bookmark(title)
        self.pen.text(left, top - _TITLE * s * 0.8, title, size=_TITLE * s, face=Face.BOLD)
        if house.name:
            self.pen.text_right(right, top - _TITLE * s * 0.8, house.name, size=_NAME * s, ink=SOFT)
        grid = top - _HEAD * s
        self._months(left, right, grid)
        bottom = (_MARGIN + _LEGEND) * s
        if not year.kinds:
            nothing = t("Nothing is promised or planned for this year yet.")
            self.pen.text(left, grid - (_MONTHS + 8 * MM) * s, nothing, size=_NAME * s, ink=SOFT)
        row_top = grid - _MONTHS * s
        row = min((row_top - bottom) / max(len(year.kinds), 1), _MOST_ROW * s)
        for kind in year.kinds:
            self._row(left, right, row_top, row, kind)
            row_top -= row
        self._legend(left, (_MARGIN + 6 * MM) * s)
        line = footer_line(self.view.footer, t, self.formats, author=self.view.footer.author, page="1", pages="1")
        self.pen.text(left, _MARGIN * s, line, size=FOOT, ink=SOFT)

    def _months(self, left: float, right: float, top: float) -> None:
        s = self.scale
        for month in range(1, DECEMBER + 1):
            x, width = self._place(left, right, month)
            name = month_name(self.t.language, month, short=True)
            self.pen.text_middle(x + width / 2, top - (_MONTHS - 2.5 * MM) * s, name, size=9 * s, face=Face.BOLD)
        self.pen.rule(left, top - _MONTHS * s, right, top - _MONTHS * s, ink=INK, weight=0.9 * s)

    def _place(self, left: float, right: float, month: int) -> tuple[float, float]:
        width = (right - left - _KIND * self.scale) / DECEMBER
        return left + _KIND * self.scale + (month - 1) * width, width

    def _row(self, left: float, right: float, top: float, height: float, kind: KindYear) -> None:
        s, t, pen = self.scale, self.t, self.pen
        name = kind.kind.name_in(t.language) if kind.kind is not None else t("Without a kind")
        block = paragraph(name, (_KIND - 4 * MM) * s, size=_NAME * s, face=Face.BOLD, max_lines=2)
        y = pen.lines(left, top - 13 * s, block, leading=12 * s)
        counted = kind.counted
        words = t(STANDING_LABELS[counted.standing])
        if counted.owed:
            words = t("{held} of {owed} – {state}", held=counted.held, owed=counted.owed, state=words)
        told = paragraph(words, (_KIND - 4 * MM) * s, size=_SMALL * s, max_lines=2)
        pen.lines(left, y, told, leading=10 * s, ink=SOFT)
        due = (kind.commitment.due_month if kind.commitment is not None else None) or DECEMBER
        for month in range(1, DECEMBER + 1):
            x, width = self._place(left, right, month)
            pen.rule(x, top, x, top - height, ink=HAIR)
            inside = [one for one in kind.events if one.record.on.month == month]
            missing = counted.missing if month == due else 0
            self._cell(x + _GAP * s, top, width - 2 * _GAP * s, height, inside, missing)
        pen.rule(left, top - height, right, top - height, ink=RULE)

    def _cell(self, x: float, top: float, width: float, height: float, events: list[EventRow], missing: int) -> None:
        s, gap = self.scale, _GAP * self.scale
        number = len(events) + bool(missing)
        if not number:
            return
        most = max(1, int((height - gap) // (12 * MM * s)))
        shown = events[: most - bool(missing)] if number > most else events
        each = (height - gap) / (len(shown) + bool(missing) or 1) - gap
        y = top - gap
        for place, event in enumerate(shown):
            more = len(events) - len(shown) if place == len(shown) - 1 else 0
            self._event(x, y, width, each, event, more)
            y -= each + gap
        if missing:
            tall = min(each, 12 * MM * s)
            self._frame(x, y - tall, width, tall, dashed=True)
            words = self.t.n("{n} to be planned", "{n} to be planned", n=missing)
            block = paragraph(words, width - 3 * s, size=_SMALL * s, max_lines=2)
            self.pen.lines(x + 2 * s, y - 10 * s, block, leading=9 * s)

    def _event(self, x: float, top: float, width: float, height: float, event: EventRow, more: int) -> None:
        s, pen, record = self.scale, self.pen, event.record
        held, off = record.state is GatheringState.HELD, record.state is GatheringState.CANCELLED
        if held:
            pen.fill(x, top - height, width, height, ink=WASH)
        if not off:
            self._frame(x, top - height, width, height, dashed=False)
        day = self.formats.number(record.on.day) + (f" (+{more})" if more else "")
        pen.text(x + 2 * s, top - 10 * s, day, size=9 * s, face=Face.BOLD)
        if held:
            self._check(x + width - 9 * s, top - 9 * s)
        label = self.t("{what}: called off", what=record.title) if off else record.title
        lines = max(1, int((height - 14 * s) // (9.5 * s)))
        block = paragraph(label, width - 3 * s, size=_SMALL * s, max_lines=lines)
        y = pen.lines(x + 2 * s, top - 20.5 * s, block, leading=9.5 * s, ink=SOFT if off else INK)
        left = lines - len(block.lines)
        if event.host and left > 0:
            host = paragraph(event.host, width - 3 * s, size=_SMALL * s, max_lines=left)
            pen.lines(x + 2 * s, y, host, leading=9.5 * s, ink=SOFT)

    def _legend(self, left: float, y: float) -> None:
        s, t = self.scale, self.t
        x = left
        for kind, words in (("held", t("took place")), ("planned", t("is to come")), ("missing", t("to be planned"))):
            box = 6 * MM * s
            if kind == "held":
                self.pen.fill(x, y - 1 * s, box, 9 * s, ink=WASH)
            self._frame(x, y - 1 * s, box, 9 * s, dashed=kind == "missing")
            if kind == "held":
                self._check(x + 5 * s, y + 2 * s)
            self.pen.text(x + box + 4 * s, y, words, size=_SMALL * s)
            x += box + 38 * MM * s

    def _frame(self, x: float, y: float, width: float, height: float, *, dashed: bool) -> None:
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        self.pen.trace(corners, ink=INK, weight=0.7 * self.scale, dashed=dashed)

    def _check(self, x: float, y: float) -> None:
        s = self.scale
        self.pen.trace(
            [(x, y), (x + 2.4 * s, y - 2.6 * s), (x + 6.4 * s, y + 3.2 * s)], ink=INK, weight=1.2 * s, dashed=False
        )
