"""Where a stretch of periods stands against its threshold: the last one, or the last twelve months."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.said import Said, charges_of, fixed_of, variable_of

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Level:
    """Amounts of the whole stretch ``first`` … ``last``; ``None`` is what does not exist, ``said`` tells why.

    ``threshold`` is the cash threshold, FC / cmr; ``accounting_threshold`` covers the depreciation as well. ``safety``
    is what the turnover is above the threshold, ``safety_ratio`` its share of the turnover.
    """

    first: Period
    last: Period
    periods: int
    revenue: Decimal
    charges: Decimal
    core: Decimal
    with_subsidies: Decimal
    with_all: Decimal
    subsidies: Decimal
    depreciation: Decimal
    variable: Decimal | None = None
    fixed: Decimal | None = None
    cm: Decimal | None = None
    cm_ratio: Decimal | None = None
    threshold: Decimal | None = None
    accounting_threshold: Decimal | None = None
    safety: Decimal | None = None
    safety_ratio: Decimal | None = None
    leverage: Decimal | None = None
    units: Decimal | None = None
    threshold_units: int | None = None
    most_units: int | None = None
    said: tuple[Said, ...] = ()

    @property
    def gap(self) -> Decimal | None:
        """What the turnover lacks to the threshold, negative where it is above."""
        return -self.safety if self.safety is not None else None


def level_of(figures: Sequence[PeriodFigures], units: Decimal | None = None) -> Level:
    """Return where complete periods, one after the other, stand together; ``units`` are those sold in all of them."""
    revenue = sum((one.revenue or _ZERO for one in figures), _ZERO)
    charges = sum((charges_of(one) or _ZERO for one in figures), _ZERO)
    subsidies = sum((one.operating_subsidy for one in figures), _ZERO)
    capital = sum((one.capital_subsidy for one in figures), _ZERO)
    depreciation = sum((one.depreciation for one in figures), _ZERO)
    core = revenue - charges
    variables, fixeds = [variable_of(one) for one in figures], [fixed_of(one) for one in figures]
    known = all(one is not None for one in variables)
    bare = Level(
        first=figures[0].period,
        last=figures[-1].period,
        periods=len(figures),
        revenue=revenue,
        charges=charges,
        core=core,
        with_subsidies=core + subsidies,
        with_all=core + subsidies + capital - depreciation,
        subsidies=subsidies,
        depreciation=depreciation,
        units=units,
        said=(() if known else (Said(Message.NO_SPLIT),)) + _of_result(core, subsidies),
    )
    if not known:
        return bare
    return _with_threshold(
        bare, sum((one or _ZERO for one in variables), _ZERO), sum((one or _ZERO for one in fixeds), _ZERO)
    )


def _of_result(core: Decimal, subsidies: Decimal) -> tuple[Said, ...]:
    if core == 0:
        return (Said(Message.AT_BREAK_EVEN),)
    if core < 0 <= core + subsidies and subsidies > 0:
        return (Said(Message.THANKS_TO_SUBSIDIES, {"g": subsidies, "x": -core}),)
    return ()


def _with_threshold(bare: Level, variable: Decimal, fixed: Decimal) -> Level:
    revenue, cm = bare.revenue, bare.revenue - variable
    said = list(bare.said)
    ratio = cm / revenue if revenue > 0 else None
    threshold = accounting = safety = None
    if revenue < 0:
        said.insert(0, Said(Message.NEGATIVE_REVENUE))
    elif revenue == 0:
        said.insert(0, Said(Message.NO_SALES, {"amount": fixed / (bare.periods * bare.last.months)}))
    elif cm < 0:
        said.insert(0, Said(Message.NEGATIVE_MARGIN))
    elif cm == 0:
        said.insert(0, Said(Message.ZERO_MARGIN))
    else:
        threshold = fixed * revenue / cm
        accounting = (fixed + bare.depreciation) * revenue / cm
        safety = revenue - threshold
    if fixed == 0:
        said.append(Said(Message.NO_FIXED_COSTS))
    if bare.core == 0:
        said.append(Said(Message.NO_LEVERAGE))
    least, most = _volumes(bare, cm, fixed)
    if most is not None:
        said.append(Said(Message.MAXIMUM_VOLUME, {"n": most}))
    return Level(
        **{name: getattr(bare, name) for name in _KEPT},
        variable=variable,
        fixed=fixed,
        cm=cm,
        cm_ratio=ratio,
        threshold=threshold,
        accounting_threshold=accounting,
        safety=safety,
        safety_ratio=safety / revenue if safety is not None else None,
        leverage=cm / abs(bare.core) if bare.core != 0 else None,
        threshold_units=least,
        most_units=most,
        said=tuple(said),
    )


def _volumes(bare: Level, cm: Decimal, fixed: Decimal) -> tuple[int | None, int | None]:
    """Return the units that are enough, and the most that the subsidies bear where each sale loses money."""
    if not bare.units or bare.units <= 0:
        return None, None
    if cm > 0:
        return ceil(fixed * bare.units / cm), None
    if cm < 0 and bare.subsidies > fixed:
        return None, int((fixed - bare.subsidies) * bare.units / cm)
    return None, None


_KEPT = (
    *("first", "last", "periods", "revenue", "charges", "core", "with_subsidies", "with_all", "subsidies"),
    *("depreciation", "units"),
)
