"""The day on one A4: the appointments in order, each with place, phone, and what was promised on both sides.

The stops share the page's height. A day too full for one page goes on on the next one; a text that finds no room is
cut with a sign, the visit sheet has it whole.
"""

from collections.abc import Sequence

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import House
from clusterdesk.briefs.page_head import HEAD_BOTTOM, draw_page_head
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.sheet_page import BOX, BOX_TO_TEXT, kind_name
from clusterdesk.briefs.style import BODY, BOTTOM, CONTENT_WIDTH, FOOT, HAIR, LEADING, LEFT, MM, SMALL, SOFT
from clusterdesk.briefs.text import Paragraph, Span, line_width, paragraph
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind
from clusterdesk.domain.views.day_page import DayPage, DayStop
from clusterdesk.domain.views.edition import for_edition
from clusterdesk.domain.views.visit_sheet import OpenPromise
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = 9.5 * MM
_HOUR_WIDTH = 21 * MM
_COLUMN_GAP = 6 * MM
_LEAST, _MOST = 31 * MM, 62 * MM
_DUE_WIDTH = 20 * MM
_ROW_GAP = 2.6
_ROOMY = 45 * MM  # of a stop: its notes may take two lines
_NAME = 12.0


def day_page_pdf(view: DayPage, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a day in the translator's language; it shows what the footer's edition admits."""
    title = t("The day – {day}", day=formats.long_date(view.on))
    pen = Pen(About(title, view.footer.author, t("Day of visits"), f"{t.language}-BE"))
    draw_day_page(pen, view, t, formats, house)
    return pen.finish()


def draw_day_page(pen: Pen, view: DayPage, t: Translator, formats: Formats, house: House) -> int:
    """Draw a day from the pen's open page on; return how many pages it took. The last one stays open."""
    view = for_edition(view, view.footer.edition)
    room = _Room(pen, view, t, formats, house)
    parts = room.parts()
    pen.bookmark(formats.long_date(view.on))
    for number, stops in enumerate(parts, start=1):
        if number > 1:
            pen.turn_page()
        room.draw(stops)
        draw_footer(pen, view.footer, t, formats, page=number, pages=len(parts))
    return len(parts)


class _Room:
    """One day being drawn."""

    def __init__(self, pen: Pen, view: DayPage, t: Translator, formats: Formats, house: House) -> None:
        self._pen, self._view, self._t, self._formats, self._house = pen, view, t, formats, house

    def parts(self) -> list[Sequence[DayStop]]:
        """Share the stops over pages; nearly always one page."""
        stops = self._view.stops
        most = max(1, int((HEAD_BOTTOM - BOTTOM - _FOOTER) // _LEAST))
        return [stops[start : start + most] for start in range(0, len(stops), most)] or [()]

    def draw(self, stops: Sequence[DayStop]) -> None:
        """Draw a page."""
        t, formats, view = self._t, self._formats, self._view
        title = formats.long_date(view.on)
        number = t.n("{n} appointment", "{n} appointments", n=len(view.stops))
        top = draw_page_head(
            self._pen,
            self._house,
            t,
            kind=t("Day of visits"),
            title=title[:1].upper() + title[1:],
            aside=number,
            edition=view.footer.edition,
        )
        if not stops:
            self._pen.text(LEFT, top - 14, t("Nothing is planned on this day."), size=BODY, ink=SOFT)
            return
        height = min(max((top - BOTTOM - _FOOTER) / len(stops), _LEAST), _MOST)
        for stop in stops:
            self._stop(Area(LEFT, top, CONTENT_WIDTH, height), stop)
            top -= height
            self._pen.rule(LEFT, top, LEFT + CONTENT_WIDTH, top, ink=HAIR)

    def _stop(self, area: Area, stop: DayStop) -> None:
        pen, t = self._pen, self._t
        hour, rest = area.columns([_HOUR_WIDTH, area.width - _HOUR_WIDTH], 0)
        baseline = area.top - 15
        when = self._formats.time(stop.starts_at) if stop.starts_at else t("no hour")
        pen.text(hour.x, baseline, when, size=14 if stop.starts_at else BODY, face=Face.BOLD)
        facts = [self._formats.duration(stop.minutes)] if stop.minutes else []
        if stop.kind is not SessionKind.VISIT:
            facts.insert(0, kind_name(stop.kind, t))
        y = baseline - 12
        for fact in facts:
            pen.text(hour.x, y, fact, size=SMALL, ink=SOFT)
            y -= 10.5
        pen.text(hour.x, y, stop.code, size=FOOT, face=Face.BOLD, ink=SOFT)
        below = self._who(rest, stop, baseline)
        self._promises(Area(rest.x, below, rest.width, below - area.bottom), stop)

    def _who(self, area: Area, stop: DayStop, baseline: float) -> float:
        """Write name and place at left, whom to ask for at right; return where the promises may begin."""
        pen, t = self._pen, self._t
        left, right = area.columns([area.width * 0.6, area.width * 0.4 - _COLUMN_GAP], _COLUMN_GAP)
        pen.lines(
            left.x,
            baseline,
            paragraph(stop.organisation, left.width, size=_NAME, face=Face.BOLD, max_lines=1),
            leading=LEADING,
        )
        y = baseline - 13
        place = stop.address or ("" if stop.kind is SessionKind.CALL else t("Address to be completed"))
        if place:
            y = pen.lines(left.x, y, paragraph(place, left.width, size=BODY, max_lines=1), leading=LEADING)
        if stop.access_note:
            most = 2 if area.height > _ROOMY else 1
            note = paragraph(stop.access_note.text, left.width, size=BODY, max_lines=most)
            y = pen.lines(left.x, y, note, leading=LEADING, ink=SOFT)
        contact = stop.contact
        other = baseline
        if contact is None:
            pen.text(right.x, other, t("No contact person yet"), size=BODY, ink=SOFT)
            return min(y, other - 13) + LEADING - 9
        name = paragraph(contact.name, right.width, size=BODY, face=Face.BOLD, max_lines=1)
        other = pen.lines(right.x, other, name, leading=LEADING)
        if contact.role:
            role = paragraph(contact.role, right.width, size=SMALL, max_lines=1)
            other = pen.lines(right.x, other, role, leading=LEADING, ink=SOFT)
        if contact.phone:
            pen.text(right.x, other - 1, contact.phone, size=11, face=Face.BOLD)
            other -= LEADING
        return min(y, other) + LEADING - 9

    def _promises(self, area: Area, stop: DayStop) -> None:
        """Write what each side owes in two columns, as much as there is room for, and what is left out."""
        if area.height < 2 * LEADING:
            return
        t = self._t
        ours = [one for one in stop.promises if one.owner is OwnerKind.US]
        theirs = [one for one in stop.promises if one.owner is not OwnerKind.US]
        left, right = area.halves(_COLUMN_GAP)
        self._column(left, t("We owe"), ours)
        self._column(right, t("The company owes"), theirs)

    def _column(self, area: Area, heading: str, promises: Sequence[OpenPromise]) -> None:
        pen, t = self._pen, self._t
        y = area.top - 9
        pen.text(area.x, y, heading, size=SMALL, face=Face.BOLD, ink=SOFT)
        if not promises:
            pen.text(area.x + line_width(heading, size=SMALL, face=Face.BOLD) + 6, y, "–", size=SMALL, ink=SOFT)
            return
        room = area.height - 9 - 3
        shown = self._fitting(area, promises, room, 2)
        if len(shown) < len(promises):
            shorter = self._fitting(area, promises, room, 1)
            shown = shorter if len(shorter) > len(shown) else shown
        if len(shown) < len(promises):
            rest = t.n("+ {n} more", "+ {n} more", n=len(promises) - len(shown))
            pen.text_right(area.right, y, rest, size=SMALL, face=Face.BOLD)
        y -= LEADING + 1
        for one, text in zip(promises, shown, strict=False):
            self._promise(area, y, one, text)
            y -= len(text.lines) * LEADING + _ROW_GAP

    def _fitting(self, area: Area, promises: Sequence[OpenPromise], room: float, lines: int) -> list[Paragraph]:
        """Lay out promises from the first on, as long as they fit."""
        t = self._t
        found: list[Paragraph] = []
        used = 1.0
        for one in promises:
            named = one.owner is OwnerKind.OTHER and one.owner_name
            content = [Span(t("{name}:", name=one.owner_name), Face.BOLD), Span(one.text)] if named else one.text
            text = paragraph(content, area.width - BOX_TO_TEXT - _DUE_WIDTH, size=BODY, max_lines=lines)
            used += len(text.lines) * LEADING + _ROW_GAP
            if used > room:
                break
            found.append(text)
        return found

    def _promise(self, area: Area, y: float, one: OpenPromise, text: Paragraph) -> None:
        pen, t = self._pen, self._t
        pen.frame(area.x, y - 2.4, BOX, BOX, ink=SOFT)
        pen.lines(area.x + BOX_TO_TEXT, y, text, leading=LEADING)
        if one.days_late:
            late = t.n("{n} d late", "{n} d late", n=one.days_late)
            pen.text_right(area.right, y, late, size=SMALL, face=Face.BOLD)
        elif one.due:
            pen.text_right(area.right, y, self._formats.date(one.due), size=SMALL, ink=SOFT)
