"""Turnover against charges as a chart: one description for the window and for paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from clusterdesk.base.marks import N_
from clusterdesk.charts.description import Line, LineChart, LineKind, Post, Reference
from clusterdesk.domain.breakeven.look_ahead import Method
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.what_if import Planned
from clusterdesk.domain.views.break_even import BreakEven, BreakEvenMonth
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_CHARTED = 24
_TURNOVER, _HELPED, _CHARGES = 0, 2, 3


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """What is drawn besides turnover and charges: the subsidies, a plan, and when it reaches break-even."""

    plan: Sequence[Planned] = ()
    reached_in: Period | None = None
    with_subsidies: bool = False


def break_even_chart(view: BreakEven, choice: ChartChoice, t: Translator, formats: Formats) -> LineChart:
    """Describe turnover against charges: what happened solid with its gaps, a plan dashed; at most two years of past.

    A period that does not count is shown as it is known; the area between turnover and charges is that of the past
    where it counts, and of the plan after it.
    """
    known = view.months[-_CHARTED:]
    real = {one.period.index: one for one in known}
    planned = {one.period.index: one for one in choice.plan if not known or one.period >= known[0].period}
    if not real and not planned:
        return LineChart((), ())
    every = {*real, *planned}
    steps = range(min(every), max(every) + 1)
    like = next(iter(choice.plan)).period if choice.plan else known[0].period
    return LineChart(
        step_labels=_labels(like.at(steps[0]), len(steps), formats),
        lines=_lines(steps, real, planned, t, with_subsidies=choice.with_subsidies),
        references=_threshold(view, t),
        posts=_posts(view, choice, steps, t, formats),
        balance=tuple(_pair(real.get(index), planned.get(index)) for index in steps),
    )


@lru_cache(maxsize=8)
def _labels(first: Period, count: int, formats: Formats) -> tuple[str, ...]:
    """Return the names of so many periods: a slider asks for the same ones again and again."""
    return tuple(formats.partial(first.at(first.index + by)) for by in range(count))


def _lines(
    steps: range,
    real: dict[int, BreakEvenMonth],
    planned: dict[int, Planned],
    t: Translator,
    *,
    with_subsidies: bool,
) -> tuple[Line, ...]:
    months = [real.get(index) for index in steps]
    plans = [planned.get(index) for index in steps]
    later = bool(planned) and (not real or max(planned) > max(real))
    names = ("", "") if later else (t("Turnover"), t("Charges"))
    lines = [
        Line(names[0], tuple(one.revenue if one else None for one in months), LineKind.REAL, _TURNOVER),
        Line(names[1], tuple(one.charges if one else None for one in months), LineKind.REAL, _CHARGES),
    ]
    if with_subsidies:
        lines.append(Line(t("With subsidies"), tuple(_helped(one) for one in months), LineKind.REAL, _HELPED))
    if planned:
        ends = (t("Turnover"), t("Charges")) if later else (t("Planned"), "")
        lines += [
            Line(ends[0], _joined([one.revenue if one else None for one in plans], lines[0]), LineKind.PLAN, _TURNOVER),
            Line(ends[1], _joined([one.charges if one else None for one in plans], lines[1]), LineKind.PLAN, _CHARGES),
        ]
    return tuple(lines)


def _joined(plan: list[Decimal | None], real: Line) -> tuple[Decimal | None, ...]:
    """Return the values of a plan that begins where what happened ends, if it begins right after it."""
    first = next((place for place, value in enumerate(plan) if value is not None), 0)
    if first > 0 and all(value is None for value in real.values[first:]):
        plan[first - 1] = real.values[first - 1]
    return tuple(plan)


def _helped(month: BreakEvenMonth | None) -> Decimal | None:
    return month.revenue + month.operating_subsidy if month is not None and month.revenue is not None else None


def _threshold(view: BreakEven, t: Translator) -> tuple[Reference, ...]:
    level = view.judged
    if level is None or level.threshold is None:
        return ()
    return (Reference(t("Threshold"), level.threshold / level.periods),)


def _posts(view: BreakEven, choice: ChartChoice, steps: range, t: Translator, formats: Formats) -> tuple[Post, ...]:
    found: list[Post] = []
    since = view.reached_since
    if since is not None and since.index in steps:
        found.append(Post(since.index - steps[0], t("Break-even: {month}", month=formats.partial(since))))
    planned = choice.reached_in
    if since is None and planned is not None and planned.index in steps:
        name = t("Break-even: {month}", month=formats.partial(planned))
        found.append(Post(planned.index - steps[0], name, LineKind.PLAN))
    return tuple(found)


def _pair(month: BreakEvenMonth | None, plan: Planned | None) -> tuple[Decimal | None, Decimal | None]:
    if month is not None and month.complete:
        return month.revenue, month.charges
    if month is None and plan is not None:
        return plan.revenue, plan.charges
    return None, None


_METHODS: Mapping[Method, str] = {
    Method.TREND: N_("trend"),
    Method.RECENT: N_("recent"),
    Method.CAUTIOUS: N_("cautious"),
}


def outlook_chart(view: BreakEven, t: Translator, formats: Formats) -> LineChart:
    """Describe the results without subsidies: the past solid, what the coach supposed first, then the scenarios."""
    outlook = view.outlook
    known = [one for one in view.months if one.complete][-_CHARTED // 2 :]
    if outlook is None or not outlook.scenarios or not known:
        return LineChart((), ())
    first, last = known[0].period, known[-1].period
    steps = range(first.index, last.index + outlook.horizon + 1)
    real = {one.period.index: one.core for one in known}
    lines = [Line("", tuple(real.get(index) for index in steps), LineKind.REAL, _TURNOVER)]
    kept = next((one for one in view.scenarios if one.assumptions is not None), None)
    if kept is not None:
        plan = {one.period.index: one.planned_core for one in kept.compared}
        values = tuple(plan.get(index) if index > last.index else None for index in steps)
        lines.append(Line(t("assumptions"), values, LineKind.PLAN, _TURNOVER))
    for one in outlook.scenarios:
        ahead = {period.index: core for period, core in zip(one.projection.periods, one.projection.core, strict=True)}
        values = tuple(real[last.index] if index == last.index else ahead.get(index) for index in steps)
        lines.append(Line(t(_METHODS[one.projection.method]), values, LineKind.PLAN, _HELPED))
    return LineChart(tuple(formats.partial(first.at(index)) for index in steps), tuple(lines))
