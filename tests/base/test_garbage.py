"""Garbage is looked for rarely while the program starts, and as usual once the window is open."""

import gc
import sys
from collections.abc import Iterator

import pytest

from clusterdesk.base.garbage import collector_asleep, look_as_usual, look_rarely
from clusterdesk.gui import quick_start


@pytest.fixture
def usual() -> Iterator[tuple[int, int, int]]:
    """Return how often Python looks by itself; put everything back."""
    interval, usual = sys.getswitchinterval(), gc.get_threshold()
    look_as_usual()
    yield gc.get_threshold()
    gc.set_threshold(*usual)
    gc.enable()
    sys.setswitchinterval(interval)


def test_a_start_looks_rarely_an_open_window_as_usual(usual: tuple[int, int, int]) -> None:
    look_rarely()
    assert gc.get_threshold()[0] > 10 * usual[0]
    quick_start.begin()
    assert not gc.isenabled()
    quick_start.end()
    assert gc.isenabled()
    assert gc.get_threshold() == usual


def test_a_collector_that_sleeps_wakes_up_as_it_was(usual: tuple[int, int, int]) -> None:
    with collector_asleep():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    with collector_asleep():
        pass
    assert not gc.isenabled()
