"""The sheet that people sign when they come, to a meeting or to an event: a line for each, and empty ones for guests.

As many pages as there are people; each page has the head, and the names of the columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import House
from clusterdesk.briefs.page_head import HEAD_BOTTOM, draw_page_head
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.style import (
    BODY,
    BOTTOM,
    CONTENT_WIDTH,
    HAIR,
    HEADING,
    INK,
    LEADING,
    LEFT,
    MM,
    RULE,
    SMALL,
    SMALL_LEADING,
    SOFT,
)
from clusterdesk.briefs.text import paragraph
from clusterdesk.domain.views.edition import for_edition
from clusterdesk.domain.views.minutes import SignInRow, SignInSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = 9.5 * MM
_ROW, _HEADING, _COLUMNS = 10 * MM, 9 * MM, 7 * MM
_NUMBER, _NAME, _SIDE = 9 * MM, 56 * MM, 54 * MM
_GAP = 3 * MM
_FACTS = 9 * MM


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the sheet: a heading, or somebody by number; ``row`` of None is an empty line to be written on."""

    heading: str = ""
    number: int = 0
    row: SignInRow | None = None

    @property
    def height(self) -> float:
        return _HEADING if self.heading else _ROW


def signin_pdf(view: SignInSheet, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a sheet in the translator's language."""
    title = t("{kind} – {organisation}", kind=t("Sign-in sheet"), organisation=view.about)
    pen = Pen(About(title, view.footer.author or house.name, t("Sign-in sheet"), f"{t.language}-BE"))
    draw_signin(pen, view, t, formats, house)
    return pen.finish()


def draw_signin(pen: Pen, view: SignInSheet, t: Translator, formats: Formats, house: House) -> int:
    """Draw a sheet from the pen's open page on; return how many pages it took. The last one stays open."""
    view = for_edition(view, view.footer.edition)
    pages = _pages(_lines(view), filled=view.fills)
    pen.bookmark(view.about)
    for number, lines in enumerate(pages, start=1):
        if number > 1:
            pen.turn_page()
        _draw_page(pen, view, lines, t, formats, house)
        draw_footer(pen, view.footer, t, formats, page=number, pages=len(pages))
    return len(pages)


def when_words(on: date, starts_at: time | None, ends_at: time | None, t: Translator, formats: Formats) -> str:
    """Return the day in words, with from when to when as far as it is said."""
    day = formats.long_date(on)
    if starts_at is None:
        return day
    start = formats.time(starts_at)
    if ends_at is None:
        return t("{date}, {hour}", date=day, hour=start)
    return t("{date}, {start}–{end}", date=day, start=start, end=formats.time(ends_at))


def _lines(view: SignInSheet) -> list[_Line]:
    lines: list[_Line] = []
    number = 0
    for part in view.parts:
        if part.rows and part.heading:
            lines.append(_Line(heading=part.heading))
        for row in part.rows:
            number += 1
            lines.append(_Line(number=number, row=row))
    return [*lines, *(_Line(number=number + blank) for blank in range(1, view.blanks + 1))]


def _pages(lines: Sequence[_Line], *, filled: bool) -> list[list[_Line]]:
    """Share the lines over pages; a heading does not stand alone at the foot of one, the last one may be filled."""
    room = HEAD_BOTTOM - _FACTS - _COLUMNS - BOTTOM - _FOOTER
    pages: list[list[_Line]] = [[]]
    left = room
    for place, line in enumerate(lines):
        following = lines[place + 1].height if line.heading and place + 1 < len(lines) else 0.0
        if pages[-1] and left < line.height + following - 0.01:
            pages.append([])
            left = room
        pages[-1].append(line)
        left -= line.height
    number = max((one.number for one in lines), default=0)
    while filled and left >= _ROW - 0.01:
        number += 1
        pages[-1].append(_Line(number=number))
        left -= _ROW
    return pages


def _draw_page(
    pen: Pen, view: SignInSheet, lines: Sequence[_Line], t: Translator, formats: Formats, house: House
) -> None:
    when = when_words(view.on, view.starts_at, view.ends_at, t, formats)
    edition = view.footer.edition
    top = draw_page_head(pen, house, t, kind=t("Sign-in sheet"), title=view.about, aside=when, edition=edition)
    facts = " · ".join(one for one in (view.title, view.place) if one)
    pen.lines(LEFT, top - 12, paragraph(facts, CONTENT_WIDTH, size=BODY, face=Face.BOLD, max_lines=1), leading=LEADING)
    y = _draw_columns(pen, top - _FACTS, t)
    for line in lines:
        if line.heading:
            pen.text(LEFT, y - _HEADING + 7, t(line.heading), size=HEADING, face=Face.BOLD)
        else:
            _draw_row(pen, y, line, t)
        y -= line.height


def _draw_columns(pen: Pen, top: float, t: Translator) -> float:
    x = LEFT + _NUMBER
    for words, width in ((t("Name"), _NAME), (t("Organisation"), _SIDE), (t("Signature"), 0.0)):
        pen.text(x, top - _COLUMNS + 6, words, size=SMALL, ink=SOFT)
        x += width + _GAP
    pen.rule(LEFT, top - _COLUMNS, LEFT + CONTENT_WIDTH, top - _COLUMNS, ink=INK, weight=0.9)
    return top - _COLUMNS


def _draw_row(pen: Pen, top: float, line: _Line, t: Translator) -> None:
    middle = top - _ROW / 2
    pen.text(LEFT, middle - 3, f"{line.number}", size=SMALL, ink=SOFT)
    name_x, side_x = LEFT + _NUMBER, LEFT + _NUMBER + _NAME + _GAP
    sign_x = side_x + _SIDE + _GAP
    if line.row is not None:
        name = paragraph(line.row.name, _NAME, size=BODY, face=Face.BOLD, max_lines=2)
        pen.lines(name_x, _first(middle, len(name.lines), LEADING), name, leading=LEADING)
        side = paragraph(line.row.side, _SIDE, size=SMALL, max_lines=2)
        pen.lines(side_x, _first(middle, len(side.lines), SMALL_LEADING), side, leading=SMALL_LEADING, ink=SOFT)
        note = paragraph(
            t(line.row.note) if line.row.note else "", LEFT + CONTENT_WIDTH - sign_x, size=SMALL, max_lines=1
        )
        pen.lines(sign_x, middle - 3, note, leading=SMALL_LEADING, ink=SOFT)
    for x in (side_x - _GAP / 2, sign_x - _GAP / 2):
        pen.rule(x, top, x, top - _ROW, ink=HAIR)
    pen.rule(LEFT, top - _ROW, LEFT + CONTENT_WIDTH, top - _ROW, ink=RULE)


def _first(middle: float, count: int, leading: float) -> float:
    """Return the baseline of the first of so many lines that stand around the middle of a row."""
    return middle - 3 + (count - 1) * leading / 2
