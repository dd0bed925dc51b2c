"""Scales: round numbers for an axis, and from a value to a place on it."""

import math
from dataclasses import dataclass

# Differences below this are nothing a chart of amounts can show.
_SMALLEST = 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from ``low`` to ``high`` with its ticks, in the data's unit."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return where a value stands between low (0.0) and high (1.0)."""
        return (value - self.low) / (self.high - self.low)


def round_scale(smallest: float, greatest: float, *, steps: int = 4, whole: bool = False) -> Scale:
    """Return a scale of about ``steps`` round steps (1, 2, 2.5 or 5 times a power of ten) that holds both values.

    Zero is always shown: a line chart of money without it misleads. ``whole``: no step is a fraction.
    """
    low, high = min(smallest, 0.0), max(greatest, 0.0)
    if high - low < _SMALLEST:
        high = low + 1.0
    raw = (high - low) / steps
    power = 10.0 ** math.floor(math.log10(raw))
    factors = (1.0, 2.0, 5.0, 10.0) if whole else (1.0, 2.0, 2.5, 5.0, 10.0)
    step = next(factor * power for factor in factors if factor * power >= raw * 0.999999)
    if whole:
        step = max(step, 1.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(first * step, last * step, tuple(index * step for index in range(first, last + 1)))
