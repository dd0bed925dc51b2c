"""Blocks 1 to 4 of the visit sheet: header, appointment, in short, since last time."""

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.house import LOGO_HEIGHT, LOGO_WIDTH, draw_house
from clusterdesk.briefs.qr_code import draw_qr
from clusterdesk.briefs.sheet_page import SheetPage
from clusterdesk.briefs.style import BODY, FOOT, INK, LEADING, MM, SMALL, SOFT
from clusterdesk.briefs.text import Paragraph, Span, line_width, paragraph
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.visit_sheet import InShort, PastSession, SheetContact

QR_SIDE = 18 * MM
_COLUMN_GAP = 4 * MM
_PLACE_LINES = 3
_BOLD_SIZES = (11.0, 10.0, 9.5, 8.5, 8.0)
_TITLE_ROOM = 130 * MM
_META = 9.0
_META_LEADING = 11.5
# Sizes and leadings tried for the name, until all of it fits.
_NAME_SIZES = ((18.0, 21.0), (15.0, 17.5), (12.0, 14.0), (10.0, 11.5), (9.5, 10.5))


def draw_header(sheet: SheetPage, area: Area) -> None:
    """Block 1: house at left, who it is about, and the code that files a scan back."""
    view, pen, t = sheet.view, sheet.pen, sheet.t
    house, middle, code = area.columns(
        [LOGO_WIDTH, area.width - LOGO_WIDTH - QR_SIDE - 2 * _COLUMN_GAP, QR_SIDE], _COLUMN_GAP
    )
    draw_house(pen, sheet.house, house)
    baseline = area.top - LOGO_HEIGHT - 6 * MM
    pen.text(house.x, baseline, t("Visit sheet"), size=_META, ink=SOFT)
    if view.footer.edition is Edition.INTERNAL:
        draw_internal_mark(sheet, house.x, baseline - 17)
    facts = (
        " · ".join(view.header.value_chains),
        t("Project: {title}", title=view.header.project.text) if view.header.project else "",
        ", ".join(view.header.tracks),
    )
    meta = sheet.fit(t("Project and tracks"), " · ".join(filter(None, facts)), middle.width, max_lines=2, size=_META)
    room = area.height - len(meta.lines) * _META_LEADING
    name, leading = _fitted_name(sheet, middle.width, room)
    following = pen.lines(middle.x, area.top - name.size * 0.86, name, leading=leading)
    last = following + leading
    pen.lines(middle.x, last - _META_LEADING - name.size * 0.17, meta, leading=_META_LEADING, ink=SOFT)
    if filed_by := view.header.qr_text or view.header.code:
        draw_qr(pen, code.x, area.top - QR_SIDE, QR_SIDE, filed_by)
    shown = paragraph(view.header.code, QR_SIDE + _COLUMN_GAP, size=FOOT, face=Face.BOLD, max_lines=1)
    for line in shown.lines:
        pen.text_right(code.right, code.top - QR_SIDE - 10, line[0].text, size=FOOT, face=Face.BOLD)


def draw_internal_mark(sheet: SheetPage, x: float, y: float) -> None:
    """Say in a box that the page stays with the team; y is the box's lower edge."""
    text = paragraph(sheet.t("Internal edition"), LOGO_WIDTH - 8, size=SMALL, face=Face.BOLD, max_lines=1)
    sheet.pen.frame(x, y, LOGO_WIDTH, 13, ink=INK, weight=0.9)
    sheet.pen.lines(x + 4, y + 3.7, text, leading=LEADING)


def _fitted_name(sheet: SheetPage, width: float, room: float) -> tuple[Paragraph, float]:
    name = sheet.view.header.organisation
    for size, leading in _NAME_SIZES:
        whole = paragraph(name, width, size=size, face=Face.BOLD)
        if len(whole.lines) * leading <= room:
            return whole, leading
    lines = int(room // leading)
    return sheet.fit(sheet.t("Name"), name, width, max_lines=lines, size=size, face=Face.BOLD), leading


def draw_appointment(sheet: SheetPage, area: Area) -> None:
    """Block 2: when and where at left, whom to ask for at right."""
    appointment, t, formats = sheet.view.appointment, sheet.t, sheet.formats
    when, who = area.columns([area.width * 0.58, area.width * 0.42 - _COLUMN_GAP], _COLUMN_GAP)
    sheet.divide(area, ink=INK, weight=0.9)
    y = area.top - 11.5
    if appointment.on is None:
        heading = t("Date to be agreed")
    elif appointment.starts_at is None:
        heading = formats.long_date(appointment.on)
    else:
        heading = t("{date}, {hour}", date=formats.long_date(appointment.on), hour=formats.time(appointment.starts_at))
    sheet.pen.text(when.x, y, heading, size=12, face=Face.BOLD)
    y -= 13.5
    address = appointment.address or t("Address to be completed")
    note = appointment.access_note
    fitted = sheet.fit(t("Address"), address, when.width, max_lines=2 if note else _PLACE_LINES)
    y = sheet.lines(when.x, y, fitted)
    if note:
        left = _PLACE_LINES - len(fitted.lines)
        sheet.lines(when.x, y, sheet.fit(t.c("place", "Access"), note.text, when.width, max_lines=left))
    _draw_contact(sheet, who, appointment.contact)


def _draw_contact(sheet: SheetPage, area: Area, contact: SheetContact | None) -> None:
    t = sheet.t
    if contact is None:
        sheet.quiet(area.x, area.top - 11.5, t("No contact person yet"))
        return
    name = _shrunk(sheet, t("Contact person"), contact.name, area.width)
    y = sheet.pen.lines(area.x, area.top - 11.5, name, leading=13.5)
    facts = " · ".join(filter(None, (contact.role, _language_name(contact.language, sheet))))
    y = sheet.lines(area.x, y, sheet.fit(t("Contact person"), facts, area.width, max_lines=1))
    sheet.pen.lines(area.x, y - 1, _shrunk(sheet, t("Phone"), contact.phone, area.width), leading=13.5)


def _shrunk(sheet: SheetPage, block: str, text: str, width: float) -> Paragraph:
    """Set a name or a number on one line in bold, smaller when it is long, cut only when that is not enough."""
    size = next((size for size in _BOLD_SIZES if line_width(text, size=size, face=Face.BOLD) <= width), BODY)
    return sheet.fit(block, text, width, max_lines=1, size=size, face=Face.BOLD)


def _language_name(code: str, sheet: SheetPage) -> str:
    match code:
        case "fr":
            return sheet.t("speaks French")
        case "nl":
            return sheet.t("speaks Dutch")
        case "en":
            return sheet.t("speaks English")
        case _:
            return code


def draw_in_short(sheet: SheetPage, area: Area) -> None:
    """Block 3: the pinned summary, the next step agreed, and the age of things beside the heading."""
    short, t = sheet.view.in_short, sheet.t
    sheet.divide(area)
    y = sheet.heading(area, t("In short"), aside=" · ".join(_ages(sheet, short)))
    summary = short.summary.text if short.summary else ""
    step = [Span(t("Next step:"), Face.BOLD), Span(short.next_step.text)] if short.next_step else []
    if not summary and not step:
        sheet.quiet(area.x, y, t("No summary pinned yet."))
        return
    first = paragraph(summary, area.width, size=BODY)
    if len(first.lines) <= 3:
        y = sheet.lines(area.x, y, first)
        if step:
            left = 4 - len(first.lines)
            sheet.lines(area.x, y, sheet.fit(t("In short"), step, area.width, max_lines=left))
    else:
        # A summary of four lines: the next step follows it on the last one.
        whole = [Span(summary), *step]
        sheet.lines(area.x, y, sheet.fit(t("In short"), whole, area.width, max_lines=4))


def _ages(sheet: SheetPage, short: InShort) -> list[str]:
    t, formats = sheet.t, sheet.formats
    ages: list[str] = []
    if short.file_open_since:
        ages.append(t("file open since {date}", date=formats.date(short.file_open_since)))
    if short.nth_visit == 1:
        ages.append(t("first visit"))
    elif short.nth_visit:
        ages.append(t("visit no. {n}", n=short.nth_visit))
    if short.days_since_contact is not None:
        ages.append(t("last contact {ago}", ago=formats.relative_days(-short.days_since_contact)))
    return ages


def draw_since_last_time(sheet: SheetPage, area: Area) -> None:
    """Block 4: the last two sessions, each cut at a sentence to three lines."""
    t = sheet.t
    sheet.divide(area)
    y = sheet.heading(area, t("Since last time"))
    sessions = sheet.view.last_sessions[:2]
    if not sessions:
        sheet.quiet(area.x, y, t("No session yet: this is the first meeting."))
        return
    for session in sessions:
        text = " ".join(part.text for part in session.texts)
        spans = [Span(_session_title(sheet, session), Face.BOLD), Span(text)]
        y = sheet.lines(area.x, y, paragraph(spans, area.width, size=BODY, max_lines=3, by_sentence=True))
        y -= 3.5


def _session_title(sheet: SheetPage, session: PastSession) -> str:
    who = sheet.formats.joined(session.who)
    facts = (sheet.formats.date(session.on), sheet.kind_name(session.kind), who)
    title = " · ".join(filter(None, facts))
    # One line at most, so that something of what was said is always there.
    cut = paragraph(title, _TITLE_ROOM, size=BODY, face=Face.BOLD, max_lines=1)
    return cut.lines[0][0].text
