"""The same questions answered by other means than the engine: by trying volumes, walking days, looking at windows.

Nothing of the product is used here. Whole volumes are found by search, dates by counting the days of a calendar one by
one, runs and sums by cutting every window out of the list. Slow and plain, so that a slip would be seen.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

type Number = Fraction | int


def exact(value: object) -> Fraction:
    """Return a number as it is written."""
    return Fraction(str(value))


def least_volume(margin: Fraction, costs: Fraction, low: int = 0) -> int | None:
    """Return the smallest whole volume whose margin covers the costs, found by halving; None where there is none."""
    if margin <= 0:
        return low if costs <= 0 and margin * low >= costs else None
    high = max(low, 1)
    while margin * high < costs:
        high *= 2
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if margin * middle >= costs else (middle + 1, high)
    return low


def most_volume(margin: Fraction, costs: Fraction) -> int:
    """Return the largest whole volume at which a loss per unit is still borne (``costs`` negative: a surplus)."""
    volume = 0
    step = 1 << 40
    while step:
        if margin * (volume + step) >= costs:
            volume += step
        step //= 2
    return volume


def calendar_day(share: Fraction, year: int) -> str | None:
    """Return the day on which a regular year has passed ``share`` of itself, by walking its days."""
    day, passed, length = date(year, 1, 1), 0, (date(year + 1, 1, 1) - date(year, 1, 1)).days
    while day.year == year:
        passed += 1
        if Fraction(passed, length) >= share:
            return day.isoformat()
        day += timedelta(days=1)
    return None


def school_day(share: Fraction, closed: Sequence[int] = (), active: int = 360) -> str | None:
    """Return the day MM-DD in twelve months of thirty days, by walking those that are worked."""
    passed = 0
    for month in range(1, 13):
        for day in range(1, 31):
            if month in closed:
                continue
            passed += 1
            if Fraction(passed, active) >= share:
                return f"{month:02}-{day:02}"
    return None


def uneven_day(parts: Sequence[Fraction], needed: Fraction, year: int) -> str | None:
    """Return the day on which uneven months or quarters add up to the threshold, by walking the year day by day."""
    months = 12 // len(parts)
    total = Fraction(0)
    for place, part in enumerate(parts):
        first = date(year, place * months + 1, 1)
        after = date(year + 1, 1, 1) if place * months + months == 12 else date(year, place * months + months + 1, 1)
        day = first
        while day < after:
            total += part / (after - first).days
            if total >= needed:
                return day.isoformat()
            day += timedelta(days=1)
    return None


def runs(values: Sequence[Number | None], length: int) -> list[tuple[str, int]]:
    """Return (reached or lost, place of the last of the run), by looking at every window of ``length``."""
    events: list[tuple[str, int]] = []
    for end in range(length, len(values) + 1):
        window = values[end - length : end]
        known = [one for one in window if one is not None]
        if len(known) < length:
            continue
        there = bool(events) and events[-1][0] == "reached"
        if not there and all(one >= 0 for one in known):
            events.append(("reached", end - 1))
        elif there and all(one < 0 for one in known):
            events.append(("lost", end - 1))
    return events


def sums(values: Sequence[Number | None], length: int) -> list[Number | None]:
    """Return the sum of the last ``length`` at each place, None where one is missing or there are not as many."""
    found: list[Number | None] = []
    for end in range(1, len(values) + 1):
        window = [one for one in values[max(end - length, 0) : end] if one is not None]
        found.append(sum(window, Fraction(0)) if len(window) == length else None)
    return found
