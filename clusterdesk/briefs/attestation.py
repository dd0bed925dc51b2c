"""The employment attestation: before and after, the sum of the year, and who signs for it; one page."""

from decimal import Decimal
from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.chart_surface import draw_line_chart
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import LOGO_HEIGHT, LOGO_WIDTH, House, draw_house
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.qr_code import draw_qr
from clusterdesk.briefs.staff_chart import staff_chart
from clusterdesk.briefs.statement import fingerprint, statement
from clusterdesk.briefs.style import (
    BODY,
    BOTTOM,
    CONTENT_WIDTH,
    FOOT,
    HAIR,
    INK,
    LEADING,
    LEFT,
    MM,
    PAGE_HEIGHT,
    RULE,
    SMALL,
    SOFT,
    TOP,
    WASH,
)
from clusterdesk.briefs.text import Paragraph, paragraph
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.staff_numbers import fte_text, signed_fte
from clusterdesk.i18n.translator import Translator

_QR = 18 * MM
_TITLE = 18.0
_BIG = 22.0
_BOX = 25 * MM
_CHART = 42 * MM
_SIGN_WIDTH, _SIGN_HEIGHT = 80 * MM, 30 * MM
_GAP = 4 * MM
_GROUP = 4
_SIZE, _LINE = BODY + 0.5, LEADING + 1
_SIGNING = _SIGN_HEIGHT + 4 * _GAP
_FOOT = BOTTOM + 20 * MM


def attestation_pdf(view: Attestation, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of an attestation in the translator's language. KnownError when a font is missing."""
    title = t("{kind} – {organisation}", kind=t("Employment attestation"), organisation=view.organisation)
    pen = Pen(About(title, view.footer.author, t("Employment attestation"), f"{t.language}-BE"))
    draw_attestation(pen, view, t, formats, house)
    return pen.finish()


def draw_attestation(pen: Pen, view: Attestation, t: Translator, formats: Formats, house: House) -> int:
    """Draw an attestation from the pen's open page on; return how many pages it took: two only for very long names.

    The chart gives way where there is no room for it; the sentences and the signature never do.
    """
    first, _before, _after, *rest = statement(view, t, formats)
    lines = [_laid(line) for line in rest]
    opening = _laid(first)
    top = _flow(pen, opening, _draw_head(pen, view, t, house)) - _GAP
    room = top - _FOOT - _BOX - _SIGNING - sum(len(one.lines) * _LINE + 2 for one in lines)
    pages = 1 if room > 0 else 2
    top = _draw_before_and_after(pen, view, top, t, formats) - _GAP
    if pages == 2:
        draw_footer(pen, view.footer, t, formats, page=1, pages=pages)
        pen.turn_page()
        top = PAGE_HEIGHT - TOP
    for line in lines:
        top = _flow(pen, line, top) - 2
    if len(view.ends) > 1 and (pages == 2 or room > _CHART + 14 + _GAP):
        top = _draw_chart(pen, view, top - _GAP, t, formats)
    _draw_signing(pen, view, top - 2 * _GAP, t, formats)
    _draw_fingerprint(pen, view, t, formats)
    draw_footer(pen, view.footer, t, formats, page=pages, pages=pages)
    return pages


def _draw_head(pen: Pen, view: Attestation, t: Translator, house: House) -> float:
    top = PAGE_HEIGHT - TOP
    right = LEFT + CONTENT_WIDTH
    draw_house(pen, house, Area(LEFT, top, LOGO_WIDTH, LOGO_HEIGHT))
    draw_qr(pen, right - _QR, top - _QR, _QR, view.code)
    pen.text_right(right, top - _QR - 10, view.code, size=FOOT, face=Face.BOLD)
    room = CONTENT_WIDTH - _QR - _GAP
    top -= LOGO_HEIGHT + 8 * MM
    pen.bookmark(t("Employment attestation"))
    pen.text(LEFT, top - _TITLE * 0.8, t("Employment attestation"), size=_TITLE, face=Face.BOLD)
    name = paragraph(view.organisation, room, size=12, face=Face.BOLD, max_lines=2)
    y = pen.lines(LEFT, top - _TITLE - 16, name, leading=15)
    facts = " · ".join(part for part in (view.number, view.address, view.project) if part)
    y = pen.lines(LEFT, y, paragraph(facts, CONTENT_WIDTH, size=SMALL, max_lines=2), leading=11, ink=SOFT)
    pen.rule(LEFT, y + 4, right, y + 4, ink=INK, weight=0.9)
    return y - 4


def _laid(text: str) -> Paragraph:
    return paragraph(text, CONTENT_WIDTH, size=_SIZE)


def _flow(pen: Pen, laid: Paragraph, top: float) -> float:
    """Write a paragraph and return where it ends."""
    pen.lines(LEFT, top - (_LINE + _SIZE * 0.72) / 2, laid, leading=_LINE)
    return top - _LINE * len(laid.lines)


def _draw_before_and_after(pen: Pen, view: Attestation, top: float, t: Translator, formats: Formats) -> float:
    first, second, third = Area(LEFT, top, CONTENT_WIDTH, _BOX).columns([(CONTENT_WIDTH - 2 * _GAP) / 3] * 3, _GAP)
    for area, heading, staff in ((first, t("Before"), view.before), (second, t("Now"), view.after)):
        pen.frame(area.x, area.bottom, area.width, area.height, ink=RULE)
        pen.text(area.x + 8, area.top - 15, heading, size=BODY, face=Face.BOLD)
        pen.text_right(area.right - 8, area.top - 15, formats.date(staff.on), size=BODY, ink=SOFT)
        _draw_number(pen, area, fte_text(staff.fte, formats), t("FTE"))
    pen.fill(third.x, third.bottom, third.width, third.height, ink=WASH)
    pen.text(third.x + 8, third.top - 15, t("Difference"), size=BODY, face=Face.BOLD)
    _draw_number(pen, third, signed_fte(view.difference, formats), t("FTE"))
    return first.bottom


def _draw_number(pen: Pen, area: Area, number: str, unit: str) -> None:
    shown = paragraph(number, area.width, size=_BIG, face=Face.BOLD, max_lines=1)
    y = area.bottom + 12
    pen.lines(area.x + 8, y, shown, leading=_BIG)
    pen.text_right(area.right - 8, y, unit, size=BODY, ink=SOFT)


def _draw_chart(pen: Pen, view: Attestation, top: float, t: Translator, formats: Formats) -> float:
    chart = staff_chart(view.ends, view.before.fte, view.threshold, t, formats)
    pen.text(LEFT, top - 9, t("Full-time equivalents at the end of each quarter"), size=BODY, face=Face.BOLD)
    area = Area(LEFT, top - 14, CONTENT_WIDTH, _CHART)
    draw_line_chart(pen, chart, area, number=partial(_axis, formats))
    return area.bottom


def _axis(formats: Formats, value: float) -> str:
    return formats.number(Decimal(str(value)))


def _draw_signing(pen: Pen, view: Attestation, top: float, t: Translator, formats: Formats) -> None:
    """Say who signs, where and when, and leave room for the signature or draw it."""
    left = LEFT
    rows = (
        (t("Name"), view.signer),
        (t("Function"), view.role),
        (t("Place"), view.place),
        (t("Date"), formats.date(view.signed_on) if view.signed_on else ""),
    )
    y = top - 12
    room = CONTENT_WIDTH - _SIGN_WIDTH - 2 * _GAP
    for label, value in rows:
        pen.text(left, y, label, size=SMALL, ink=SOFT)
        if value:
            pen.lines(left + 20 * MM, y, paragraph(value, room - 20 * MM, size=BODY, max_lines=1), leading=LEADING)
        else:
            pen.rule(left + 20 * MM, y - 3, left + room, y - 3, ink=RULE)
        y -= 8 * MM
    x = LEFT + CONTENT_WIDTH - _SIGN_WIDTH
    pen.text(x, top - 12, t("Signature"), size=SMALL, ink=SOFT)
    bottom = top - 16 - _SIGN_HEIGHT
    if view.signature is not None and not view.signature.empty:
        for stroke in view.signature.fitted(_SIGN_WIDTH, _SIGN_HEIGHT):
            pen.trace([(x + across, bottom + up) for across, up in stroke], ink=INK, weight=1.3, dashed=False)
    pen.rule(x, bottom - 2, x + _SIGN_WIDTH, bottom - 2, ink=RULE, weight=0.7)


def _draw_fingerprint(pen: Pen, view: Attestation, t: Translator, formats: Formats) -> None:
    """Print the fingerprint of the sentences that are signed, in groups that can be read aloud."""
    digest = fingerprint(statement(view, t, formats))
    groups = " ".join(digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP))
    y = BOTTOM + 12 * MM
    pen.rule(LEFT, y + 12, LEFT + CONTENT_WIDTH, y + 12, ink=HAIR)
    pen.text(LEFT, y, t("Fingerprint of the declaration (SHA-256)"), size=FOOT, ink=SOFT)
    pen.text(LEFT, y - 10, groups, size=FOOT, ink=SOFT)
