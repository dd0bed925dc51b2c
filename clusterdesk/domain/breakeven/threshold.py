"""The threshold of one period, from exact numbers.

Contribution margin and break-even revenue as in any cost accounting text: CM = R − VC, cmr = CM / R, BE = FC / cmr.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from clusterdesk.domain.breakeven.messages import Message


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a period's revenue must reach; ``None`` is what does not exist, with the message that says why.

    ``cm`` is the contribution margin in money, ``cm_ratio`` its share of the revenue, ``revenue`` the break-even
    revenue, ``safety`` what the present revenue is above it.
    """

    cm: Fraction
    cm_ratio: Fraction | None
    revenue: Fraction | None
    safety: Fraction | None
    messages: tuple[Message, ...] = ()


def threshold(revenue: Fraction, variable: Fraction, fixed: Fraction) -> Threshold:
    """Return the threshold of a period (revenue, variable and fixed costs in one currency, ex VAT)."""
    cm = revenue - variable
    if revenue < 0:
        return Threshold(cm, None, None, None, (Message.NEGATIVE_REVENUE,))
    if revenue == 0:
        return Threshold(cm, None, None, None, (Message.NO_SALES,))
    ratio = cm / revenue
    needed, messages = break_even(fixed, ratio)
    return Threshold(cm, ratio, needed, revenue - needed if needed is not None else None, messages)


def break_even(fixed: Fraction, margin: Fraction) -> tuple[Fraction | None, tuple[Message, ...]]:
    """Return fixed costs over a margin (a ratio, or money a unit), ``None`` where the margin is not positive."""
    if margin < 0:
        return None, (Message.NEGATIVE_MARGIN,)
    if margin == 0:
        return None, (Message.ZERO_MARGIN,)
    return fixed / margin, (Message.NO_FIXED_COSTS,) if fixed == 0 else ()


def units_at_least(exact: Fraction) -> int:
    """Return whole units that are enough: one more for any fraction of a unit."""
    return ceil(exact)


def units_at_most(exact: Fraction) -> int:
    """Return whole units that are not too many."""
    return floor(exact)


def leverage(cm: Fraction, result: Fraction) -> tuple[Fraction | None, tuple[Message, ...]]:
    """Return the degree of operating leverage, CM over the result's absolute value; none where the result is zero."""
    return (cm / abs(result), ()) if result != 0 else (None, (Message.NO_LEVERAGE,))


def before_tax(net: Fraction, tax: Fraction) -> Fraction:
    """Return the result before tax that leaves ``net``; ``tax`` is a share in [0, 1)."""
    return net / (1 - tax)


def growth_needed(threshold_revenue: Fraction, revenue: Fraction, months: int) -> float | None:
    """Return the growth a month that reaches the threshold in so many months, as a share; none without revenue."""
    if revenue <= 0 or threshold_revenue <= 0 or months < 1:
        return None
    growth: float = math.pow(float(threshold_revenue / revenue), 1 / months) - 1
    return growth
