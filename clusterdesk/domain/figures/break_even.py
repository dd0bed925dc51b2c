"""Everything that follows from the figures of a ledger, put together: the view without what a person decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from clusterdesk.domain.breakeven.begin import base_of, growth_of
from clusterdesk.domain.breakeven.cost_split import cost_split
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.level import Level, level_of
from clusterdesk.domain.breakeven.levers import growths_needed, levers_of
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.outlook import look_ahead
from clusterdesk.domain.breakeven.payback import payback_of
from clusterdesk.domain.breakeven.said import Said, fixed_of
from clusterdesk.domain.breakeven.series import Change, Rules
from clusterdesk.domain.breakeven.year_point import last_year_point
from clusterdesk.domain.figures.followed import Followed, last_ended
from clusterdesk.domain.figures.month_rows import month_rows
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.domain.views.break_even import BreakEven

_AHEAD = {1: 24, 3: 8, 12: 5}  # periods of a plan by their months


def with_figures(view: BreakEven, followed: Followed, today: date, rules: Rules) -> BreakEven:
    """Return a view filled with what the figures say as of a day."""
    series, counting = followed.series, followed.in_order
    quarterly, like = followed.like.quarterly, followed.like
    year_figures = followed.twelve_months()
    usual = year_figures if view.seasonal and year_figures else counting[-1:]
    hint = cost_split(counting) if counting and fixed_of(counting[-1]) is None else None
    filled = replace(
        view,
        as_of=today,
        months=month_rows(followed, view.currency),
        core=series.core,
        helped=series.with_subsidies,
        run=rules.ends(quarterly=quarterly) if view.seasonal else rules.run(quarterly=quarterly),
        last=level_of(counting[-1:], _units(followed, counting[-1:])) if counting else None,
        year=level_of(year_figures, _units(followed, year_figures)) if year_figures else None,
        payback=payback_of(series.periods[: _counted(followed)]),
        base=base_of(
            usual,
            _units(followed, usual),
            growth_of(counting, seasonal=view.seasonal),
            _AHEAD[like.months],
            rate=hint.rate if hint is not None else Decimal(0),
        ),
        split_hint=hint,
        year_point=last_year_point(followed.counting, like),
        outlook=None
        if like.annual
        else look_ahead(
            counting,
            followed.holes(),
            last_ended=last_ended(like, today),
            reached=bool(series.core.events) and series.core.events[-1][0] is Change.REACHED,
            seasonal=view.seasonal,
            run=rules.run(quarterly=quarterly),
        ),
        said=_whole(followed, _needed(view, followed, rules)),
    )
    return replace(_with_levers(filled), today_base=filled.base)


def _with_levers(view: BreakEven) -> BreakEven:
    level = view.judged
    if level is None:
        return view
    a_year = level.last.a_year
    usual = (1, 3) if a_year == 1 else (a_year // 2, a_year)
    horizons = sorted({*usual, *_until(view, level)})
    return replace(view, levers=levers_of(level), growths=growths_needed(level, tuple(horizons)))


def _until(view: BreakEven, level: Level) -> tuple[int, ...]:
    """Return how many periods there are from the last one to the day the coaching aims at."""
    if view.target_on is None or view.target_on <= level.last.last_day:
        return ()
    months, day = level.last.months, level.last.last_day
    return (max(((view.target_on.year - day.year) * 12 + view.target_on.month - day.month) // months, 1),)


def _needed(view: BreakEven, followed: Followed, rules: Rules) -> int:
    """Return how many periods it takes to judge; a year speaks for itself."""
    like = followed.like
    if like.annual:
        return 0
    return like.a_year if view.seasonal else rules.run(quarterly=like.quarterly)


def _units(followed: Followed, figures: Sequence[PeriodFigures]) -> Decimal | None:
    """Return the units sold in all of these periods; ``None`` where they are not followed in one of them."""
    total = Decimal(0)
    for one in figures:
        units = followed.periods[one.period.index].amounts.get(FigureLine.UNITS)
        if units is None or units <= 0:
            return None
        total += units
    return total if figures else None


def _counted(followed: Followed) -> int:
    """Return how many rows there are up to the last period that counts: open ones after it are no hole."""
    last = followed.last
    return 0 if last is None else sum(one.period.index <= last for one in followed.series.periods)


def _whole(followed: Followed, needed: int) -> tuple[Said, ...]:
    """Return what is to be said of the ledger as a whole."""
    said = []
    count = len(followed.counting)
    if count < needed:
        said.append(Said(Message.NOT_ENOUGH_MONTHS, {"n": count, "m": needed}))
    last = followed.last
    if last is not None and any(
        one.period.index == last and Message.FAR_FROM_THRESHOLD in one.messages for one in followed.series.periods
    ):
        said.append(Said(Message.FAR_FROM_THRESHOLD))
    return tuple(said)
