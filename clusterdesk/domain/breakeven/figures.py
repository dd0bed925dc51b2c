"""The figures of one period of a ledger, and what follows from them: core, margin, threshold."""

from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
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


@dataclass(frozen=True, slots=True)
class PeriodResult:
    """What a period's figures say.

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


def judge(figures: PeriodFigures) -> PeriodResult:
    """Return what the figures of a period say."""
    if figures.core is not None:
        return _with_result(PeriodResult(figures.period, figures.core, None), figures)
    if figures.revenue is None:
        return PeriodResult(figures.period, None, None, messages=(Message.MISSING_MONTH,))
    split = figures.variable is not None and figures.fixed is not None
    if not split:
        if figures.total is None:
            return PeriodResult(figures.period, None, None, messages=(Message.MISSING_MONTH,))
        core = figures.revenue - figures.total
        bare = PeriodResult(figures.period, core, None, messages=(Message.NO_SPLIT,))
        return _with_result(bare, figures)
    return _with_result(_split(figures), figures)


def _split(figures: PeriodFigures) -> PeriodResult:
    assert figures.revenue is not None
    assert figures.variable is not None
    assert figures.fixed is not None
    revenue = figures.revenue
    variable = figures.variable + figures.share * figures.semi_variable
    fixed = figures.fixed + (1 - figures.share) * figures.semi_variable
    parts = figures.variable + figures.semi_variable + figures.fixed
    messages: list[Message] = []
    core = revenue - variable - fixed
    if figures.total is not None and figures.total != parts:
        core = revenue - figures.total
        messages.append(Message.PARTS_DIFFER)
    cm = revenue - variable
    ratio = cm / revenue if revenue > 0 else None
    needed = None
    if revenue < 0:
        messages.append(Message.NEGATIVE_REVENUE)
    elif revenue == 0:
        messages.append(Message.NO_SALES)
    elif cm < 0:
        messages.append(Message.NEGATIVE_MARGIN)
    elif cm == 0:
        messages.append(Message.ZERO_MARGIN)
    else:
        needed = fixed * revenue / cm
    if fixed == 0:
        messages.append(Message.NO_FIXED_COSTS)
    return PeriodResult(figures.period, core, None, cm, ratio, needed, tuple(messages))


def _with_result(result: PeriodResult, figures: PeriodFigures) -> PeriodResult:
    """Add what the subsidies change."""
    assert result.core is not None
    helped = result.core + figures.operating_subsidy
    messages = list(result.messages)
    if result.core == 0:
        messages.append(Message.AT_BREAK_EVEN)
    elif result.core < 0 <= helped and figures.operating_subsidy > 0:
        messages.append(Message.THANKS_TO_SUBSIDIES)
    return PeriodResult(
        result.period,
        result.core,
        helped,
        result.cm,
        result.cm_ratio,
        result.break_even_revenue,
        tuple(messages),
    )
