"""Name badges: two by five on an A4, to be cut along the marks; long names shrink, a missing organisation is a line."""

from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.style import FOOT, INK, MM, PAGE_HEIGHT, PAGE_WIDTH, RULE, SOFT
from clusterdesk.briefs.text import Paragraph, paragraph
from clusterdesk.domain.views.programme_pages import Badge, Badges
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_ACROSS, _DOWN = 2, 5
_WIDTH, _HEIGHT = 92 * MM, 54 * MM
_LEFT = (PAGE_WIDTH - _ACROSS * _WIDTH) / 2
_TOP = PAGE_HEIGHT - (PAGE_HEIGHT - _DOWN * _HEIGHT) / 2
_PADDING, _MARK = 7 * MM, 3 * MM
# Sizes from the largest, each with how many lines a text may take in it: one large line, else two smaller ones.
_NAMES = ((26.0, 1), (24.0, 1), (22.0, 1), (20.0, 1), (20.0, 2), (18.0, 2), (16.0, 2), (14.0, 2), (12.0, 2))
_SIDES = ((13.0, 1), (12.0, 1), (11.0, 1), (11.0, 2), (10.0, 2), (9.5, 2))
_FOOT = 6 * MM  # what the event takes at the foot of a badge


def badges_pdf(view: Badges, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of the badges of an event in the translator's language."""
    title = t("{kind} – {organisation}", kind=t("Name badges"), organisation=view.title)
    pen = Pen(About(title, view.footer.author or house.name, t("Name badges"), f"{t.language}-BE"))
    draw_badges(pen, view, t, formats, house)
    return pen.finish()


def draw_badges(pen: Pen, view: Badges, _t: Translator, formats: Formats, house: House) -> int:
    """Draw badges from the pen's open page on; return how many pages it took. The last one stays open."""
    each = _ACROSS * _DOWN
    pages = [view.badges[start : start + each] for start in range(0, len(view.badges), each)] or [()]
    pen.bookmark(view.title)
    foot = " · ".join(one for one in (view.title, formats.date(view.on)) if one)
    for number, page in enumerate(pages):
        if number:
            pen.turn_page()
        _cut_marks(pen)
        for place, badge in enumerate(page):
            down, across = divmod(place, _ACROSS)
            _draw(pen, _LEFT + across * _WIDTH, _TOP - down * _HEIGHT, badge, foot, house.name)
    return len(pages)


def _draw(pen: Pen, x: float, top: float, badge: Badge, foot: str, house: str) -> None:
    middle, room = x + _WIDTH / 2, _WIDTH - 2 * _PADDING
    pen.text_middle(middle, top - _PADDING + 2, _cut(house, room), size=FOOT, ink=SOFT)
    name = _shrunk(badge.name, room, _NAMES, Face.BOLD)
    side = _shrunk(badge.organisation, room, _SIDES, Face.REGULAR)
    heights = name.size * 1.15 * len(name.lines) + 4 * MM + side.size * 1.25 * max(len(side.lines), 1)
    y = top - (_HEIGHT - _FOOT - heights) / 2 - name.size * 0.85
    y = _middle_lines(pen, middle, y, name, name.size * 1.15)
    y -= 4 * MM - name.size * 1.15 + name.size
    if badge.organisation:
        _middle_lines(pen, middle, y, side, side.size * 1.25)
    else:
        pen.rule(middle - room / 4, y - 2, middle + room / 4, y - 2, ink=RULE)  # to be written by hand
    pen.text_middle(middle, top - _HEIGHT + _PADDING - 2, _cut(foot, room), size=FOOT, ink=SOFT)


def _middle_lines(pen: Pen, middle: float, y: float, block: Paragraph, leading: float) -> float:
    for line in block.lines:
        text = "".join(run.text for run in line)
        pen.text_middle(middle, y, text, size=block.size, face=line[0].face if line else Face.REGULAR, ink=INK)
        y -= leading
    return y


def _shrunk(text: str, room: float, sizes: tuple[tuple[float, int], ...], face: Face) -> Paragraph:
    """Return a text in the largest size in which it fits; cut with a sign in the smallest."""
    for size, most in sizes:
        block = paragraph(text, room, size=size, face=face)
        if len(block.lines) <= most:
            return block
    size, most = sizes[-1]
    return paragraph(text, room, size=size, face=face, max_lines=most)


def _cut(text: str, room: float) -> str:
    lines = paragraph(text, room, size=FOOT, max_lines=1).lines
    return "".join(run.text for run in lines[0]) if lines else ""


def _cut_marks(pen: Pen) -> None:
    """Draw the corners: where to cut, without a line on any badge."""
    for across in range(_ACROSS + 1):
        for down in range(_DOWN + 1):
            x, y = _LEFT + across * _WIDTH, _TOP - down * _HEIGHT
            pen.rule(x - _MARK, y, x + _MARK, y, ink=RULE)
            pen.rule(x, y - _MARK, x, y + _MARK, ink=RULE)
