"""The figures of one period of a ledger, and what follows from them: core, margin, threshold."""

from decimal import Decimal
from typing import NamedTuple

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period

_NONE = Decimal(0)
_NO_SPLIT = (Message.NO_SPLIT,)


class PeriodFigures(NamedTuple):
    """Amounts of a month or quarter, ex VAT, in one currency; ``None`` is what was not entered.

    ``total`` are all operating costs without depreciation; ``share`` is the variable share of the semi-variable costs,
    in [0, 1]. ``core`` may be given instead of revenue and costs.
    """

    period: Period
    core: Decimal | None = None
    revenue: Decimal | None = None
    total: Decimal | None = None
    variable: Decimal | None = None
    semi_variable: Decimal = _NONE
    share: Decimal = _NONE
    fixed: Decimal | None = None
    depreciation: Decimal = _NONE
    operating_subsidy: Decimal = _NONE
    capital_subsidy: Decimal = _NONE
    currency: str = ""


class PeriodResult(NamedTuple):
    """What a period's figures say. A plain tuple: an office's ledgers have hundreds of thousands of them.

    ``core`` is the result without subsidies before depreciation (EBITDA), ``None`` where the period is incomplete;
    ``cm`` and ``cm_ratio`` need the split of costs, ``break_even_revenue`` a positive margin besides.
    """

    period: Period
    core: Decimal | None
    with_subsidies: Decimal | None
    cm: Decimal | None = None
    cm_ratio: Decimal | None = None
    break_even_revenue: Decimal | None = None
    messages: tuple[Message, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether the period counts."""
        return self.core is not None


def judge(figures: PeriodFigures, far: Decimal | None = None) -> PeriodResult:
    """Return what the figures of a period say; a threshold above ``far`` is said to be far away."""
    period, given, revenue, total, variable, semi, share, fixed, _, subsidy, _, _ = figures
    if given is not None:
        return _with_result(period, given, subsidy, ())
    if revenue is None:
        return missing(period)
    if variable is None or fixed is None:
        if total is None:
            return missing(period)
        return _with_result(period, revenue - total, subsidy, _NO_SPLIT)
    messages: tuple[Message, ...] = ()
    margin, kept = revenue - variable, fixed
    if semi:
        moving = share * semi
        margin -= moving
        kept += semi - moving
    core = margin - kept
    if total is not None and total != variable + semi + fixed:
        core = revenue - total
        messages = (Message.PARTS_DIFFER,)
    ratio = margin / revenue if revenue > _NONE else None
    needed = None
    if ratio is not None and margin > _NONE:
        needed = kept * revenue / margin
    else:
        messages = (*messages, _no_threshold(revenue, margin))
    if not kept:
        messages = (*messages, Message.NO_FIXED_COSTS)
    return _with_result(period, core, subsidy, messages, (margin, ratio, needed), far)


def missing(period: Period) -> PeriodResult:
    """Return what is said of a period that is incomplete, or not there."""
    return PeriodResult(period, None, None, messages=(Message.MISSING_MONTH,))


def _no_threshold(revenue: Decimal, margin: Decimal) -> Message:
    """Say why there is none."""
    if revenue <= _NONE:
        return Message.NEGATIVE_REVENUE if revenue else Message.NO_SALES
    return Message.NEGATIVE_MARGIN if margin else Message.ZERO_MARGIN


def _with_result(
    period: Period,
    core: Decimal,
    subsidy: Decimal,
    messages: tuple[Message, ...],
    split: tuple[Decimal | None, Decimal | None, Decimal | None] = (None, None, None),
    far: Decimal | None = None,
) -> PeriodResult:
    """Add what the subsidies change; ``split`` are margin, its ratio and the threshold."""
    helped = core + subsidy if subsidy else core
    if core <= _NONE:
        if not core:
            messages = (*messages, Message.AT_BREAK_EVEN)
        elif helped >= _NONE and subsidy > _NONE:
            messages = (*messages, Message.THANKS_TO_SUBSIDIES)
    margin, ratio, needed = split
    if needed is not None and far is not None and needed > far:
        messages = (*messages, Message.FAR_FROM_THRESHOLD)
    return PeriodResult(period, core, helped, margin, ratio, needed, messages)
