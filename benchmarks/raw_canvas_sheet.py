"""The yardstick of the visit sheet: the same page written straight onto reportlab's canvas.

Same fonts, same words, same chart, same code, same lines to write on – without cleaning, fall-back glyphs, editions,
cutting with a sign, continuation pages or reading order. Words are measured with reportlab's own ``stringWidth``.
"""

from decimal import Decimal
from io import BytesIO

import zxingcpp
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from clusterdesk.base.resources import resource
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.visit_sheet import FiguresBlock, VisitSheet

REGULAR, BOLD = "RawInter", "RawInter-Bold"
LEFT, RIGHT, TOP = 20 * mm, 198 * mm, 285 * mm


def register() -> None:
    """Read the two faces once."""
    for name, file in ((REGULAR, "Inter-Regular.ttf"), (BOLD, "Inter-Bold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            font = TTFont(name, str(resource("fonts", file)), shapable=False)
            # reportlab hands out one font per face name: without its own, the yardstick would use the product's.
            font.face.name = name.encode()
            pdfmetrics.registerFont(font)


def wrapped(text: str, width: float, font: str, size: float) -> list[str]:
    """Break a text into lines."""
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        candidate = f"{current} {word}" if current else word
        if current and stringWidth(candidate, font, size) > width:
            lines.append(current)
            current = word
        else:
            current = candidate
    return [*lines, current]


def paragraph(c: Canvas, x: float, y: float, text: str, width: float, font: str = REGULAR, size: float = 9.5) -> float:
    """Write a text from a baseline down; return the next baseline."""
    c.setFont(font, size)
    for line in wrapped(text, width, font, size):
        c.drawString(x, y, line)
        y -= 12.5
    return y


def sheet(view: VisitSheet) -> bytes:
    """Return the PDF of a sheet with figures."""
    stream = BytesIO()
    c = Canvas(stream, pagesize=(210 * mm, 297 * mm), pageCompression=1)
    c.setTitle(view.header.organisation)
    c.setAuthor(view.footer.author)
    head(c, view)
    middle(c, view)
    if view.figures:
        figures(c, view.figures)
    ask(c, view)
    footer(c, view, 1)
    c.showPage()
    back(c, view)
    footer(c, view, 2)
    c.showPage()
    c.save()
    return stream.getvalue()


def head(c: Canvas, view: VisitSheet) -> None:
    paragraph(c, LEFT, TOP - 9, "Cluster Économie circulaire", 30 * mm, BOLD, 9)
    c.setFont(REGULAR, 9)
    c.drawString(LEFT, TOP - 45, "Fiche de visite")
    c.setFont(BOLD, 18)
    c.drawString(54 * mm, TOP - 15, view.header.organisation)
    project = view.header.project.text if view.header.project else ""
    facts = " · ".join((*view.header.value_chains, f"Projet : {project}", ", ".join(view.header.tracks)))
    paragraph(c, 54 * mm, TOP - 30, facts, 122 * mm, REGULAR, 9)
    code = zxingcpp.create_barcode(view.header.code, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    image = memoryview(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    modules: list[list[int]] = image.tolist()  # type: ignore[assignment]
    step = 18 * mm / len(modules)
    path = c.beginPath()
    for row, values in enumerate(modules):
        for column, value in enumerate(values):
            if value == 0:
                path.rect(180 * mm + column * step, TOP - (row + 1) * step, step, step)
    c.drawPath(path, stroke=0, fill=1)
    c.setFont(BOLD, 8)
    c.drawRightString(RIGHT, TOP - 61, view.header.code)
    appointment, y = view.appointment, TOP - 80
    c.line(LEFT, y + 15, RIGHT, y + 15)
    c.setFont(BOLD, 12)
    c.drawString(LEFT, y, f"lundi 23 novembre 2026, {appointment.starts_at}")
    y = paragraph(c, LEFT, y - 13, appointment.address, 100 * mm)
    paragraph(c, LEFT, y, appointment.access_note.text if appointment.access_note else "", 100 * mm)
    if appointment.contact:
        c.setFont(BOLD, 11)
        c.drawString(125 * mm, TOP - 80, appointment.contact.name)
        c.drawString(125 * mm, TOP - 106, appointment.contact.phone)
        c.setFont(REGULAR, 9.5)
        c.drawString(125 * mm, TOP - 93, f"{appointment.contact.role} · parle néerlandais")


def middle(c: Canvas, view: VisitSheet) -> None:
    y = TOP - 140
    c.line(LEFT, y + 14, RIGHT, y + 14)
    c.setFont(BOLD, 10.5)
    c.drawString(LEFT, y, "En bref")
    c.setFont(REGULAR, 8.5)
    c.drawRightString(RIGHT, y, "dossier ouvert depuis le 12/01/2026 · 3e visite · dernier contact il y a 40 jours")
    short = view.in_short
    y = paragraph(c, LEFT, y - 13, short.summary.text if short.summary else "", 178 * mm)
    paragraph(c, LEFT, y, f"Prochaine étape : {short.next_step.text if short.next_step else ''}", 178 * mm)
    y = TOP - 215
    c.line(LEFT, y + 14, RIGHT, y + 14)
    c.setFont(BOLD, 10.5)
    c.drawString(LEFT, y, "Depuis la dernière fois")
    y -= 13
    for session in view.last_sessions:
        text = " ".join(part.text for part in session.texts)
        said = f"{session.on:%d/%m/%Y} · {session.kind} · {', '.join(session.who)} {text}"
        for line in wrapped(said, 178 * mm, REGULAR, 9.5)[:3]:
            c.setFont(REGULAR, 9.5)
            c.drawString(LEFT, y, line)
            y -= 12.5
    y = TOP - 318
    c.line(LEFT, y + 14, RIGHT, y + 14)
    for x, title, ours in ((LEFT, "Nous devons", True), (113 * mm, "L’entreprise doit", False)):
        c.setFont(BOLD, 10.5)
        c.drawString(x, y, title)
        row = y - 13
        for promise in view.promises:
            if (promise.owner is OwnerKind.US) is ours:
                c.rect(x, row - 2.4, 4 * mm, 4 * mm)
                following = paragraph(c, x + 16, row, f"{promise.owner_name} {promise.text}", 60 * mm)
                c.drawRightString(x + 86 * mm, row, f"{promise.due:%d/%m/%Y}")
                if promise.days_late:
                    c.setFont(BOLD, 9.5)
                    c.drawRightString(x + 86 * mm, row - 12.5, f"retard {promise.days_late} j")
                row = following - 2.6


def figures(c: Canvas, block: FiguresBlock) -> None:
    y = TOP - 452
    c.line(LEFT, y + 14, RIGHT, y + 14)
    c.setFont(BOLD, 10.5)
    c.drawString(LEFT, y, "Chiffres et effectif")
    c.setFont(REGULAR, 8.5)
    c.drawRightString(RIGHT, y, "montants en €")
    chart(c, block, LEFT, y - 38 * mm - 6)
    left = 123 * mm
    c.setFont(REGULAR, 8)
    for index, month in enumerate(block.last_months):
        c.drawRightString(left + (37 + 16 * index) * mm, y - 14, f"sept. {month.month.year}")
    c.drawCentredString(187 * mm, y - 14, "oct. 2026")
    names = ("Chiffre d’affaires", "Charges variables", "Charges fixes", "ETP")
    for index, name in enumerate(names):
        top = y - 18 - index * 8 * mm
        c.line(left, top, RIGHT, top)
        paragraph(c, left, top - 13, name, 24 * mm, REGULAR, 8.5)
        c.setFont(REGULAR, 9.5)
        for column, month in enumerate(block.last_months):
            values = (month.turnover, month.variable_costs, month.fixed_costs, month.fte)
            c.drawRightString(left + (37 + 16 * column) * mm, top - 13, f"{values[index]:,}")
        c.rect(176 * mm, top - 8 * mm, 22 * mm, 8 * mm)


def chart(c: Canvas, block: FiguresBlock, x: float, y: float) -> None:
    highest = max(point.value or Decimal(0) for line in block.series for point in line.months)
    c.setFont(REGULAR, 8)
    for tick in range(4):
        height = y + 14 + tick * 30
        c.line(x + 20, height, x + 65 * mm, height)
        c.drawRightString(x + 18, height - 3, f"{tick * 20} k")
    for index in range(0, 12, 3):
        c.drawCentredString(x + 20 + index * 14, y + 2, "janv. 2026")
    for line in block.series:
        if line.is_plan:
            c.setDash(3.5, 2.5)
        path = c.beginPath()
        is_open = False
        for index, point in enumerate(line.months):
            if point.value is None:
                is_open = False
                continue
            at = (x + 20 + index * 14, y + 14 + float(point.value / highest) * 90)
            if is_open:
                path.lineTo(*at)
            else:
                path.moveTo(*at)
            is_open = True
        c.drawPath(path)
        c.setDash()
        c.drawString(x + 66 * mm, y + 90 - 12 * line.is_plan, line.name)


def ask(c: Canvas, view: VisitSheet) -> None:
    y = TOP - 586
    c.line(LEFT, y + 14, RIGHT, y + 14)
    c.setFont(BOLD, 10.5)
    c.drawString(LEFT, y, "Reste à prouver")
    for item in view.missing_evidence:
        c.rect(56 * mm, y - 2.4, 4 * mm, 4 * mm)
        c.setFont(REGULAR, 9.5)
        c.drawString(62 * mm, y, f"{item.document} → {item.indicator}")
        y -= 12.5
    y = TOP - 634
    c.line(LEFT, y + 14, RIGHT, y + 14)
    c.setFont(BOLD, 10.5)
    c.drawString(LEFT, y, "À demander")
    for index, question in enumerate(view.questions):
        x = LEFT if index < 3 else 113 * mm
        top = y - 14 - (index % 3) * 36
        paragraph(c, x, top, question.text, 86 * mm)
        c.line(x, top - 7 * mm, x + 86 * mm, top - 7 * mm)


def back(c: Canvas, view: VisitSheet) -> None:
    c.setFont(BOLD, 12)
    c.drawString(LEFT, TOP - 18, view.header.organisation)
    c.setFont(BOLD, 9.5)
    c.drawRightString(RIGHT, TOP - 18, f"23/11/2026  {view.header.code}")
    c.line(LEFT, TOP - 28, RIGHT, TOP - 28)
    c.setFont(BOLD, 10.5)
    c.drawString(LEFT, TOP - 44, "Notes")
    c.setFont(REGULAR, 8.5)
    c.drawRightString(RIGHT, TOP - 44, "A action · D difficulté · O orientation")
    c.setFont(REGULAR, 8)
    y = TOP - 49
    for _ in range(20):
        y -= 8 * mm
        for column, letter in enumerate("ADO"):
            c.rect(LEFT + column * 5 * mm, y + 1, 3.5 * mm, 3.5 * mm)
            c.drawCentredString(LEFT + (column * 5 + 1.75) * mm, y + 3.1, letter)
        c.line(36 * mm, y, RIGHT, y)
    y -= 20
    c.setFont(BOLD, 10.5)
    c.drawString(LEFT, y, "Décidé ensemble")
    c.setFont(REGULAR, 8.5)
    for x, text in ((52 * mm, "quoi"), (123 * mm, "qui"), (165 * mm, "pour quand")):
        c.drawString(x, y, text)
    y -= 5
    for row in range(7):
        c.line(LEFT, y - row * 10 * mm, RIGHT, y - row * 10 * mm)
    for x in (LEFT, 122 * mm, 164 * mm, RIGHT):
        c.line(x, y, x, y - 60 * mm)
    y -= 62 * mm
    c.setFont(REGULAR, 9.5)
    for x, text in ((LEFT, "Accord pour citer :   oui   non"), (90 * mm, "Accord pour photo :   oui   non")):
        c.drawString(x, y, text)
    c.drawString(150 * mm, y, "Paraphes :")


def footer(c: Canvas, view: VisitSheet, page: int) -> None:
    c.setFont(REGULAR, 8)
    printed = f"{view.footer.printed_at:%d/%m/%Y %H:%M}"
    c.drawString(
        LEFT,
        12 * mm,
        f"Imprimé le {printed} · données au {printed} · {view.footer.author} · édition partageable · p. {page}/2",
    )
