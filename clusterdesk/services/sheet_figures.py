"""Block 6 of a visit sheet: the figures followed with an organisation, and the period still asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.months import LedgerPeriod
from clusterdesk.domain.figures.periods import ended_periods, first_day, following, last_day
from clusterdesk.domain.records.figures import Cadence, FigureLine
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.domain.views.visit_sheet import FiguresBlock, FigureSeries, MonthFigures, MonthValue

_CHARTED = 18
_SHOWN = 2
_COSTS = (FigureLine.VARIABLE, FigureLine.SEMI_VARIABLE, FigureLine.FIXED)


def ledger_of_visit(ledgers: Sequence[LedgerView], project_id: UUID | None) -> LedgerView | None:
    """Return the ledger a visit is about: that of its project, else the one followed last; none without any."""
    asked = [one for one in ledgers if one.ledger.cadence is not Cadence.NONE or one.cells]
    of_project = [one for one in asked if project_id is not None and one.ledger.project_id == project_id]
    return max(of_project or asked, key=_last_period, default=None)


def figures_block(view: LedgerView, today: date, t: Translate, edition: Edition) -> FiguresBlock:
    """Return the block of a ledger, from what the edition may show; ``t`` names the lines of the chart."""
    view = replace(
        view,
        cells={place: one for place, one in view.cells.items() if edition.admits(one.visibility)},
        staff=tuple(one for one in view.staff if edition.admits(one.visibility)),
    )
    last = max((place[0] for place, one in view.cells.items() if one.amount is not None), key=last_day, default="")
    periods = [view.period(following(last, -back), today) for back in reversed(range(_CHARTED))] if last else []
    periods = periods[next((number for number, one in enumerate(periods) if one.amounts), len(periods)) :]
    series = (
        FigureSeries(t("Turnover"), tuple(_point(one, revenue(one)) for one in periods)),
        FigureSeries(t("Charges"), tuple(_point(one, charges(one)) for one in periods)),
    )
    return FiguresBlock(
        series=series if periods else (),
        last_months=tuple(_month(view, one) for one in periods if one.amounts)[-_SHOWN:],
        missing_month=missing_period(view, today),
        currency=view.ledger.currency,
    )


def missing_period(view: LedgerView, today: date) -> str:
    """Return the last period that has ended, where it is due and lacks a figure; empty where it does not."""
    due = ended_periods(view.ledger.cadence, view.ledger.starts_on, today)
    return due[-1] if due and not view.period(due[-1], today).can_be_closed else ""


def revenue(period: LedgerPeriod) -> Decimal | None:
    """Return the turnover of a period as it is known."""
    return period.amounts.get(FigureLine.REVENUE)


def charges(period: LedgerPeriod) -> Decimal | None:
    """Return all charges of a period as they are known: the total, else the sum of its parts."""
    total = period.amounts.get(FigureLine.TOTAL_COSTS)
    if total is not None or not {FigureLine.VARIABLE, FigureLine.FIXED} <= period.amounts.keys():
        return total
    return sum((period.amounts.get(line, Decimal(0)) for line in _COSTS), Decimal(0))


def fte_of(view: LedgerView, period: str) -> Decimal | None:
    """Return the last head count of a period."""
    counts = [one.fte for one in view.staff if first_day(period) <= one.on <= last_day(period)]
    return counts[-1] if counts else None


def _point(period: LedgerPeriod, value: Decimal | None) -> MonthValue:
    return MonthValue(period.period, value)


def _month(view: LedgerView, period: LedgerPeriod) -> MonthFigures:
    get = period.amounts.get
    semi = get(FigureLine.SEMI_VARIABLE, Decimal(0))
    variable, fixed = get(FigureLine.VARIABLE), get(FigureLine.FIXED)
    return MonthFigures(
        period=period.period,
        turnover=revenue(period),
        variable_costs=variable + period.semi_variable_part if variable is not None else None,
        fixed_costs=fixed + semi - period.semi_variable_part if fixed is not None else None,
        charges=charges(period),
        fte=fte_of(view, period.period),
        about=bool(period.about),
    )


def _last_period(view: LedgerView) -> tuple[date, bool]:
    filled: Iterable[FigureCell] = (one for one in view.cells.values() if one.amount is not None)
    return max((last_day(one.period) for one in filled), default=date.min), view.ledger.project_id is not None
