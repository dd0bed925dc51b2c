"""The page that goes to a receiving team with an orientation: who, what is needed, how to answer; one or two pages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from clusterdesk.briefs.flow import Strip, space, text_strips
from clusterdesk.briefs.flow_parts import Cell, fact, heading, item, rule_strip, table_row
from clusterdesk.briefs.flow_table import rows_together
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.style import BODY, CONTENT_WIDTH, HAIR, INK, LEADING, MM, RULE, SOFT
from clusterdesk.briefs.text import paragraph
from clusterdesk.briefs.text_pages import TextHead, draw_text_pages
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.referrals.reply_blocks import blank_lines, how_to_lines
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.domain.views.parcel import ParcelContact, ParcelView
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_LABEL = 36 * MM
_ANSWER = 34 * MM
_PAD = 6.0
_GAP = 6.0  # one page is enough for most


def parcel_pdf(view: ParcelView, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a parcel's page in the translator's language; what is not shareable never stands on it.

    KnownError when a font is missing.
    """
    pen = Pen(About(_title(view, t), view.footer.author, t("Orientation"), f"{t.language}-BE"))
    draw_parcel(pen, view, t, formats, house)
    return pen.finish()


def draw_parcel(pen: Pen, view: ParcelView, t: Translator, formats: Formats, house: House) -> int:
    """Draw the page from the pen's open page on, which stays open; return how many pages it took."""
    view = for_edition(view, Edition.SHAREABLE)
    head = TextHead(_title(view, t), t("Orientation · {token}", token=view.token), "", house)
    return draw_text_pages(pen, _strips(view, t, formats), head, view.footer, t, formats)


def _title(view: ParcelView, t: Translator) -> str:
    return t("{kind} – {organisation}", kind=t("Orientation"), organisation=view.organisation)


def _strips(view: ParcelView, t: Translator, formats: Formats) -> list[Strip]:
    strips = text_strips(view.organisation, CONTENT_WIDTH, size=18, leading=22, face=Face.BOLD, with_next=True)
    about = [view.kind or t("Orientation"), *view.countries]
    strips += text_strips(" · ".join(about), CONTENT_WIDTH, size=11, leading=15, ink=SOFT)
    strips += [space(4), *_facts(_addressed(view, t, formats)), space(4), rule_strip(INK), space(3)]
    strips += _facts(_about(view, t, formats))
    strips += _section(t("Need"), view.need)
    strips += _section(t("What was tried"), view.tried)
    strips += _readiness(view, t)
    strips += _consent(view, t, formats)
    strips += _contacts(view, t)
    if view.documents:
        strips += heading(t("Attached"), gap=_GAP)
        for one in view.documents:
            strips += item("–", one.name)
    strips += _answer(view, t, formats)
    return strips


def _addressed(view: ParcelView, t: Translator, formats: Formats) -> list[tuple[str, Sequence[str]]]:
    to = " · ".join(part for part in (view.person, view.team) if part)
    sender = view.manager.name or view.footer.author
    due = formats.long_date(view.due_on) if view.due_on is not None else ""
    return [
        (t.c("parcel", "To"), (to,)),
        (t.c("parcel", "From"), (sender,)),
        (t.c("parcel", "On"), (formats.long_date(view.on),)),
        (t("Answer by"), (due,)),
    ]


def _about(view: ParcelView, t: Translator, formats: Formats) -> list[tuple[str, Sequence[str]]]:
    about = view.about
    legal = " · ".join(part for part in (about.legal_form, about.enterprise_number) if part)
    since = formats.partial(about.founded_on) if about.founded_on is not None else ""
    languages = ", ".join(one.upper() for one in about.languages)
    summary = about.summary.text if about.summary is not None else ""
    return [
        (t("Enterprise"), (legal,)),
        (t("Seat"), (about.seat,)),
        (t("Works at"), about.places),
        (t("Founded"), (since,)),
        (t("Value chains"), (formats.joined(list(about.value_chains)) if about.value_chains else "",)),
        (t("Circular models"), (formats.joined(list(about.circular_models)) if about.circular_models else "",)),
        (t("Languages"), (languages,)),
        (t("Project"), (about.project,)),
        (t("In short"), tuple(summary.splitlines())),
        (t("Web site"), (about.site,)),
    ]


def _facts(facts: Iterable[tuple[str, Sequence[str]]]) -> list[Strip]:
    """Return the facts that say something."""
    strips: list[Strip] = []
    for label, lines in facts:
        said = [line for line in lines if line.strip()]
        if said:
            strips += fact(label, said, label_width=_LABEL)
    return strips


def _section(title: str, text: str) -> list[Strip]:
    if not text.strip():
        return []
    strips = heading(title, gap=_GAP)
    for part in text.splitlines():
        if part.strip():
            strips += text_strips(part, CONTENT_WIDTH)
    return strips


def _readiness(view: ParcelView, t: Translator) -> list[Strip]:
    if not view.readiness:
        return []
    rows = []
    for one in view.readiness:
        cells = (
            Cell(one.question, CONTENT_WIDTH - _ANSWER),
            Cell(t(choice_label(one.reply)), _ANSWER, right=True, last=True),
        )
        rows.append([space(1.5, with_next=True), *table_row(cells), space(1.5, with_next=True), rule_strip(HAIR)])
    return [*heading(t("Readiness"), gap=_GAP), *rows_together((), rows)]


def _consent(view: ParcelView, t: Translator, formats: Formats) -> list[Strip]:
    strips = _section(t("What may be shared"), view.consent_what)
    if view.consent_by and view.consent_on is not None:
        day = formats.long_date(view.consent_on)
        said = t("{name} agreed to it on {day}.", name=view.consent_by, day=day)
        strips += [
            *([] if strips else heading(t("What may be shared"), gap=_GAP)),
            *text_strips(said, CONTENT_WIDTH, ink=SOFT),
        ]
    return strips


def _contacts(view: ParcelView, t: Translator) -> list[Strip]:
    people = [_person(one) for one in view.contacts]
    if view.manager.name:
        people.append(t("{person} – account manager", person=_person(view.manager)))
    if not people:
        return []
    strips = [strip for one in people for strip in item("–", one)]
    return [*heading(t("Contacts"), gap=_GAP), *(replace(strip, with_next=True) for strip in strips[:-1]), strips[-1]]


def _person(one: ParcelContact) -> str:
    return " · ".join(part for part in (one.name, one.role, one.phone, one.mail, one.language.upper()) if part)


def _answer(view: ParcelView, t: Translator, formats: Formats) -> list[Strip]:
    strips = heading(t("What answer is expected"), gap=_GAP)
    strips += [strip for part in view.asked.splitlines() if part.strip() for strip in text_strips(part, CONTENT_WIDTH)]
    if view.due_on is not None:
        day = formats.long_date(view.due_on)
        strips += text_strips(t("By {day}; a no helps as well.", day=day), CONTENT_WIDTH, face=Face.BOLD)
    lines = blank_lines(t.language, view.token)
    strips += [space(4, with_next=True), Strip(len(lines) * LEADING + 2 * _PAD, partial(_draw_block, lines=lines))]
    strips.append(space(4))
    for line in how_to_lines(t.language):
        strips += text_strips(line.strip(), CONTENT_WIDTH, ink=SOFT, indent=10 if line.startswith(" ") else 0)
    return strips


def _draw_block(pen: Pen, x: float, top: float, *, lines: tuple[str, ...]) -> None:
    """Draw the four lines to fill in, framed."""
    height = len(lines) * LEADING + 2 * _PAD
    pen.frame(x, top - height, CONTENT_WIDTH, height, ink=RULE, weight=0.9)
    for number, line in enumerate(lines):
        base = top - _PAD - number * LEADING - (LEADING + BODY * 0.72) / 2
        pen.lines(x + _PAD, base, paragraph(line, CONTENT_WIDTH - 2 * _PAD, size=BODY, max_lines=1), leading=LEADING)
