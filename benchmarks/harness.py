"""Timing ours and the yardstick case by case inside one run, so that a busy machine slows both alike."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

type Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class BenchRow:
    """One comparison. ``ratio`` is ours / yardstick; the target is met when it is at most ``target``."""

    name: str
    ours_ms: float
    yardstick_ms: float
    ratio: float
    target: float
    met: bool


def row(name: str, ours_ms: float, yardstick_ms: float, target: float) -> BenchRow:
    """Return the row of two measured times."""
    ratio = ours_ms / yardstick_ms
    return BenchRow(name, ours_ms, yardstick_ms, ratio, target, ratio <= target)


def interleaved(ours: Work, yardstick: Work, *, rounds: int = 15, warm_ups: int = 2) -> tuple[float, float]:
    """Run A B A B … and return the medians of both in milliseconds."""
    ours_ms, yardstick_ms = interleaved_all([ours, yardstick], rounds=rounds, warm_ups=warm_ups)
    return ours_ms, yardstick_ms


def interleaved_all(works: list[Work], *, rounds: int = 15, warm_ups: int = 2) -> tuple[float, ...]:
    """Run A B C A B C … and return the median of each in milliseconds; the garbage collector waits meanwhile."""
    for _ in range(warm_ups):
        for work in works:
            work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for index, work in enumerate(works):
            times[index].append(timed(work))
    return tuple(median(taken) for taken in times)


def timed(work: Work) -> float:
    """Return how long one call takes, in milliseconds."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        work()
        return (perf_counter() - start) * 1000
    finally:
        gc.enable()


def compared(name: str, ours: Work, yardstick: Work, target: float, *, rounds: int = 15, warm_ups: int = 2) -> BenchRow:
    """Measure both and return the row."""
    ours_ms, yardstick_ms = interleaved(ours, yardstick, rounds=rounds, warm_ups=warm_ups)
    return row(name, ours_ms, yardstick_ms, target)
