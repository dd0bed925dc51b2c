"""Common vision and local conditions: how far each dossier is; difficulties by theme, and the answers obtained."""

from collections.abc import Iterator, Sequence
from functools import partial

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.area import Area
from clusterdesk.briefs.flow import Strip, space
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import FOOT, INK, RULE, SOFT
from clusterdesk.briefs.text import Span, paragraph
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.board_report_parts import VisionState
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_STEPS = 56.0
_BOX = 9.0


def conditions_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    strips = flow.section(t("Common vision and local conditions"))
    strips += flow.heading(t("Common vision"))
    if not view.visions:
        strips += flow.soft(t("No dossier has been begun yet."))
    for one in view.visions:
        strips += list(_vision(one, t, formats))
    strips += flow.heading(t("Difficulties by theme"))
    strips += list(_themes(view, t, formats))
    strips += flow.heading(t("Answers obtained in {year}", year=str(view.as_of.year)))
    if not view.answers:
        strips += flow.soft(t("No answer has come back this year."))
    for answer in view.answers:
        day = Span(t("{day} – {title}:", day=formats.date(answer.on), title=answer.title), Face.BOLD)
        strips += flow.text([day, Span(" ".join(answer.answer.split()))])
    return strips


def _vision(one: VisionState, t: Translator, formats: Formats) -> Iterator[Strip]:
    yield from flow.text([Span(one.title, Face.BOLD)], with_next=True)
    yield flow.drawn(_STEPS, partial(_draw_steps, one=one, t=t, formats=formats))
    yield from flow.fine(
        t(
            "Sources: {sources} · contributors: {people} · open questions: {questions}",
            sources=formats.number(one.sources),
            people=formats.number(one.contributors),
            questions=formats.number(one.questions),
        )
    )
    yield space(4)


def _draw_steps(pen: Pen, area: Area, *, one: VisionState, t: Translator, formats: Formats) -> None:
    """Draw the stages as boxes on a line: a full one was reached, with its day under it."""
    each = area.width / len(one.stages)
    y = area.top - 19
    pen.rule(area.x + _BOX / 2, y, area.x + each * (len(one.stages) - 1) + _BOX / 2, y, ink=RULE, weight=0.8)
    for place, stage in enumerate(one.stages):
        x = area.x + each * place
        if stage.on is not None:
            pen.fill(x, y - _BOX / 2, _BOX, _BOX, ink=INK)
        else:
            pen.fill(x, y - _BOX / 2, _BOX, _BOX, ink=(1.0, 1.0, 1.0))
            pen.frame(x, y - _BOX / 2, _BOX, _BOX, ink=INK, weight=0.9)
        name = paragraph(t(choice_label(stage.stage)), each - 6, size=9.0, max_lines=2)
        pen.lines(x, y - 16, name, leading=11)
        if stage.on is not None:
            pen.text(x, y + 8, formats.date(stage.on), size=FOOT, ink=SOFT)


def _themes(view: BoardReport, t: Translator, formats: Formats) -> Iterator[Strip]:
    if not view.difficulties:
        yield from flow.soft(t("No difficulty has been noted yet."))
        return
    number = formats.number
    columns = (
        OutlineColumn(t("Theme"), 0.36),
        OutlineColumn(t.c("theme", "Noted"), 0.15, right=True),
        OutlineColumn(t.c("theme", "Sent up"), 0.17, right=True),
        OutlineColumn(t.c("theme", "Answered"), 0.16, right=True),
        OutlineColumn(t("Median delay"), 0.16, right=True),
    )
    rows = [
        (
            one.theme.name_in(t.language) if one.theme is not None else t("without a theme"),
            number(one.number),
            number(one.sent) if one.sent else "–",
            number(one.answered) if one.answered else "–",
            t("{days} d", days=formats.decimal(one.median_days, 0)) if one.median_days is not None else "–",
        )
        for one in view.difficulties
    ]
    every = view.difficulties
    total = (
        t("Total"),
        number(sum(one.number for one in every)),
        number(sum(one.sent for one in every)),
        number(sum(one.answered for one in every)),
        "",
    )
    yield from flow.table(OutlineTable(columns, (*rows, total), total=True))
