"""The first page of the board report: state of the numbers, the bars, key messages, and what the board is to decide."""

from collections.abc import Iterator, Sequence
from functools import partial

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.area import Area
from clusterdesk.briefs.chart_surface import draw_goal_bar
from clusterdesk.briefs.flow import Strip, space
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import FOOT, INK, SMALL, SOFT
from clusterdesk.briefs.text import Span, line_width, paragraph
from clusterdesk.charts.goal_bar import GoalBar
from clusterdesk.domain.views.board_report import BoardReport, IndicatorFigures
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_NAME, _BAR = 14.0, 30.0
_KEY = 9.0


def front_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    strips = flow.title(t("Advisory Board report – {quarter}", quarter=view.about))
    strips += flow.soft(_state(view, t, formats))
    if view.provisional_until is not None:
        strips += flow.text([Span(_provisional(view, t, formats), Face.BOLD)])
    goals = view.goals
    if goals:
        strips += [flow.drawn(14, partial(_draw_key, t=t)), space(4)]
    else:
        strips += flow.soft(t("The strategy has no indicator of results yet."))
    for one in goals:
        strips += goal_strips(one, t, formats)
    strips += flow.heading(t("Key messages"))
    strips += list(_listed(view.messages, t("No message has been written for this quarter.")))
    strips += [space(8), *flow.boxed(_decisions(view, t))]
    return strips


def _state(view: BoardReport, t: Translator, formats: Formats) -> str:
    day, rules = formats.long_date(view.as_of), view.rules
    frozen = view.frozen
    if frozen is None:
        return t("State as of {day} · draft, not frozen · rules version {rules}", day=day, rules=rules)
    on = formats.date(frozen.on) if frozen.on is not None else "–"
    if not frozen.whole:
        return t(
            "State as of {day} · frozen on {on}, changed since (checksum {sum}) · rules version {rules}",
            day=day, on=on, sum=frozen.sha256[:12], rules=rules,
        )  # fmt: skip
    return t(
        "State as of {day} · frozen on {on} (checksum {sum}) · rules version {rules}",
        day=day, on=on, sum=frozen.sha256[:12], rules=rules,
    )  # fmt: skip


def _provisional(view: BoardReport, t: Translator, formats: Formats) -> str:
    assert view.provisional_until is not None
    quarter, day = formats.partial(view.quarter), formats.date(view.provisional_until)
    return t("Provisional: {quarter} runs until {day}; these are not its final numbers.", quarter=quarter, day=day)


def goal_words(one: IndicatorFigures, t: Translator, formats: Formats) -> str:
    """Return how far an indicator is: ahead or behind, and what the quarter brought."""
    parts = []
    ahead = one.ahead
    if ahead is not None:
        number = formats.number(abs(ahead))
        if not ahead:
            parts.append(t("on time"))
        else:
            parts.append(t("ahead by {number}", number=number) if ahead > 0 else t("behind by {number}", number=number))
    if one.trend:
        sign = "+" if one.trend > 0 else "−"
        parts.append(t("{change} this quarter", change=f"{sign}{formats.number(abs(one.trend))}"))
    return " · ".join(parts)


def goal_strips(one: IndicatorFigures, t: Translator, formats: Formats) -> Iterator[Strip]:
    """Yield the name of an indicator with its number, and its bar."""
    number = formats.number
    target = one.indicator.target
    if target is None:
        reached, aim = t.n("{n} reached, no target", "{n} reached, no target", n=one.total), ""
    else:
        reached = t("{total} of {target}", total=number(one.total), target=number(target))
        aim = t("target {number}", number=number(target))
    proven = t.n("{n} provable", "{n} provable", n=one.proven or 0)
    bar = GoalBar(
        one.total,
        one.proven or 0,
        target,
        float(one.expected) if one.expected is not None else None,
        t("expected {number}", number=number(one.wanted or 0)),
        aim,
    )
    name = one.indicator.name_in(t.language)
    words = goal_words(one, t, formats)
    yield flow.drawn(_NAME, partial(_draw_name, name=name, reached=reached, proven=proven, words=words), with_next=True)
    yield flow.drawn(_BAR, partial(_draw_bar, bar=bar))
    yield space(7)


def _draw_name(pen: Pen, area: Area, *, name: str, reached: str, proven: str, words: str) -> None:
    told = " · ".join(part for part in (proven, words) if part)
    base = area.top - 10
    wide = line_width(reached, size=flow.SIZE, face=Face.BOLD) + line_width(f" · {told}", size=SMALL) + 10
    shown = paragraph(name, area.width - wide, size=flow.SIZE, face=Face.BOLD, max_lines=1)
    pen.lines(area.x, base, shown, leading=flow.LEADING)
    pen.text_right(area.right, base, f" · {told}", size=SMALL, ink=SOFT)
    place = area.right - line_width(f" · {told}", size=SMALL)
    pen.text_right(place, base, reached, size=flow.SIZE, face=Face.BOLD)


def _draw_bar(pen: Pen, area: Area, *, bar: GoalBar) -> None:
    draw_goal_bar(pen, bar, area)


def _draw_key(pen: Pen, area: Area, *, t: Translator) -> None:
    """Explain the bars: what is hatched, what is whole, what the tick is."""
    x, base = area.x, area.top - 9
    for bar, words in (
        (GoalBar(1, 1), t("achieved and provable")),
        (GoalBar(1, 0), t("achieved, proof incomplete")),
        (GoalBar(0, 0), t("still to come")),
    ):
        draw_goal_bar(pen, bar, Area(x, base + 8, 22, 20))
        pen.text(x + 20, base, words, size=FOOT, ink=SOFT)
        x += 20 + line_width(words, size=FOOT) + 16
    pen.rule(x + 2, base - 2, x + 2, base + 8, ink=INK, weight=1.6)
    pen.text(x + 8, base, t("expected by now; target"), size=FOOT, ink=SOFT)


def _listed(texts: Sequence[str], nothing: str) -> Iterator[Strip]:
    if not texts:
        yield from flow.soft(nothing)
    for number, one in enumerate(texts, start=1):
        yield from flow.item(" ".join(one.split()), f"{number}.")


def _decisions(view: BoardReport, t: Translator) -> Iterator[Strip]:
    yield from flow.text([Span(t("Decisions asked for"), Face.BOLD)], with_next=True, width=flow.BOX_WIDTH)
    if not view.decisions:
        yield from flow.soft(t("Nothing is to be decided this quarter."), width=flow.BOX_WIDTH)
    for number, one in enumerate(view.decisions, start=1):
        yield from flow.item(" ".join(one.split()), f"{number}.", width=flow.BOX_WIDTH)
