"""The second page of the break-even sheet: thresholds, subsidies, scenarios, messages, the look ahead, the method."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from clusterdesk.briefs.flow import Strip, space, text_strips
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import BODY, CONTENT_WIDTH, HAIR, HEADING, INK, LEADING, SOFT
from clusterdesk.briefs.text import line_width, paragraph
from clusterdesk.domain.breakeven.level import Level
from clusterdesk.domain.breakeven.series import Change, Track
from clusterdesk.domain.views.break_even import BreakEven, KeptScenario
from clusterdesk.domain.views.break_even_sheet import BreakEvenSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_SECTION = 13.0
_ROW = 17.0
_INDENT = 12.0

type _Cells = Sequence[str]


def detail_strips(view: BreakEvenSheet, t: Translator, formats: Formats) -> list[Strip]:
    """Return what follows the first page."""
    about = view.view
    strips: list[Strip] = []
    if about.judged is not None:
        heads = [t("Thresholds"), *(_stretch(one, t, formats) for one in _levels(about))]
        strips += _table(t("Thresholds"), heads[1:], _thresholds(about, t, formats))
    strips += _table(
        t("With and without subsidies"),
        [t("Without subsidies"), t("With subsidies")],
        _subsidies(about, t, formats),
    )
    if about.scenarios:
        heads = [t("Made on"), t("Break-even in"), t("Turnover since, against the plan")]
        strips += _table(t("Scenarios"), heads, [_scenario(one, about, t, formats) for one in about.scenarios])
    for heading, texts in (
        (t("To be looked at"), view.messages),
        (t("Looking ahead"), view.ahead),
        (t("How it was calculated"), view.method),
    ):
        strips += _list(heading, texts)
    return strips


def _levels(view: BreakEven) -> list[Level]:
    return [one for one in (view.last, view.year) if one is not None]


def _stretch(level: Level, t: Translator, formats: Formats) -> str:
    if level.last.annual:
        return t("year {year}", year=str(level.last.year))
    if level.periods == 1:
        return formats.partial(level.last)
    return t("{first} to {last}", first=formats.partial(level.first), last=formats.partial(level.last))


def _thresholds(view: BreakEven, t: Translator, formats: Formats) -> list[tuple[str, _Cells]]:
    levels = _levels(view)

    def money(amount: Decimal | None) -> str:
        return formats.money(amount, view.currency, places=0) if amount is not None else "–"

    def share(ratio: Decimal | None) -> str:
        return formats.percent(ratio, 1) if ratio is not None else "–"

    rows = [
        (t("Threshold (cash)"), [money(one.threshold) for one in levels]),
        (t("Accounting threshold, with depreciation"), [money(one.accounting_threshold) for one in levels]),
        (t("Turnover"), [money(one.revenue) for one in levels]),
        (t("Safety margin"), [money(one.safety) for one in levels]),
        (t("Safety margin, share of the turnover"), [share(one.safety_ratio) for one in levels]),
        (t("Margin on variable charges"), [share(one.cm_ratio) for one in levels]),
    ]
    if any(one.threshold_units is not None for one in levels):
        rows.append(
            (
                t("Units to sell"),
                [formats.number(one.threshold_units) if one.threshold_units is not None else "–" for one in levels],
            )
        )
    return [(label, cells) for label, cells in rows if set(cells) != {"–"}]


def _subsidies(view: BreakEven, t: Translator, formats: Formats) -> list[tuple[str, _Cells]]:
    tracks = (view.core, view.helped)

    def first(track: Track | None) -> str:
        return formats.partial(track.first_non_negative) if track and track.first_non_negative else "–"

    def last(track: Track | None) -> str:
        if track is None or not track.events:
            return t("not reached")
        change, period = track.events[-1]
        told = formats.partial(period)
        return t("reached in {month}", month=told) if change is Change.REACHED else t("lost in {month}", month=told)

    def year(track: Track | None) -> str:
        return formats.partial(track.t12_confirmed) if track and track.t12_confirmed else "–"

    def result(amount: Decimal | None) -> str:
        return formats.money(amount, view.currency, places=0) if amount is not None else "–"

    rows: list[tuple[str, _Cells]] = [
        (
            t("First year at zero or above") if view.annual else t("First period at zero or above"),
            [first(one) for one in tracks],
        ),
    ]
    if not view.annual:
        rows.append((t("Break-even itself"), [last(one) for one in tracks]))
        rows.append((t("On twelve months"), [year(one) for one in tracks]))
    if view.last is not None:
        when = formats.partial(view.last.last)
        rows.append((t("Result of {month}", month=when), [result(view.last.core), result(view.last.with_subsidies)]))
    if view.year is not None:
        rows.append((t("Result of twelve months"), [result(view.year.core), result(view.year.with_subsidies)]))
    return rows


def _scenario(one: KeptScenario, view: BreakEven, t: Translator, formats: Formats) -> tuple[str, _Cells]:
    off = one.revenue_off
    told = "–" if off is None else formats.money(off, view.currency, places=0)
    when = formats.partial(one.reached_in) if one.reached_in is not None else t("not within the plan")
    return one.scenario.name, [formats.date(one.scenario.on), when, f"+{told}" if off is not None and off > 0 else told]


def _table(heading: str, heads: Sequence[str], rows: Sequence[tuple[str, _Cells]]) -> list[Strip]:
    """Return a table: labels at the left, columns of numbers at the right."""
    if not rows:
        return []
    width = min(46 * 2.835, CONTENT_WIDTH * 0.62 / max(len(heads), 1))
    strips = [*_heading(heading), _line(("", tuple(heads)), width, soft=True, with_next=True)]
    for number, row in enumerate(rows):
        strips.append(_line(row, width, soft=False, with_next=number < min(len(rows), 3) - 1))
    return strips


def _heading(text: str) -> list[Strip]:
    return [
        space(_SECTION, with_next=True),
        *text_strips(text, CONTENT_WIDTH, size=HEADING + 1, leading=16, face=Face.BOLD, with_next=True),
        space(1, with_next=True),
    ]


def _line(row: tuple[str, _Cells], width: float, *, soft: bool, with_next: bool) -> Strip:
    return Strip(_ROW, partial(_draw_line, row=row, width=width, soft=soft), with_next)


def _draw_line(pen: Pen, x: float, top: float, *, row: tuple[str, _Cells], width: float, soft: bool) -> None:
    label, cells = row
    y, right = top - 11.5, x + CONTENT_WIDTH
    room = CONTENT_WIDTH - width * len(cells) - 8
    pen.lines(x, y, paragraph(label, room, size=BODY, max_lines=1), leading=LEADING)
    for number, text in enumerate(cells):
        end = right - width * (len(cells) - 1 - number)
        size = BODY
        while size > 8 and line_width(text, size=size) > width - 6:
            size -= 0.25
        shown = paragraph(text, width - 6, size=size, max_lines=1)
        told = " ".join(run.text for line in shown.lines for run in line)
        pen.text_right(end, y, told, size=size, ink=SOFT if soft else INK)
    pen.rule(x, top - _ROW + 0.5, right, top - _ROW + 0.5, ink=HAIR)


def _list(heading: str, texts: Sequence[str]) -> list[Strip]:
    strips = _heading(heading) if texts else []
    for text in texts:
        strips += [
            Strip(0, partial(_draw_mark, text="–"), with_next=True),
            *text_strips(text, CONTENT_WIDTH, indent=_INDENT),
            space(2.5),
        ]
    return strips


def _draw_mark(pen: Pen, x: float, top: float, *, text: str) -> None:
    pen.text(x, top - (LEADING + BODY * 0.72) / 2, text, size=BODY, ink=SOFT)
