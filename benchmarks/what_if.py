"""A slider of the what-if of break-even, moved by one notch until the chart is painted, beside painting it alone.

Each notch also writes the field, its effect, what it means against the plan, and the words of the chart.
"""

import random
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from benchmarks.breakeven import fill, ledger
from benchmarks.harness import BenchRow, compared
from benchmarks.on_screen import PaintWatch, dressed, wait, window_on
from clusterdesk.domain.breakeven.what_if import Input
from clusterdesk.gui import routes
from clusterdesk.gui.pages.break_even.page import BreakEvenPage
from clusterdesk.gui.shell.places import Place

NAME = "What if"
STEP = "what-if slider step → painted"
TARGETS = {STEP: 2.0}

_SIZE = QSize(1280, 800)
_MONTHS, _NOTCHES = 36, 20


def run() -> list[BenchRow]:
    """Show break-even of an organisation and move a slider to and fro."""
    kit = dressed()
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as folder:
        root = Path(folder) / "binder"
        (organisation, _), *_ = fill(root, [ledger(random.Random(7))[:_MONTHS]])
        place = Place(routes.BREAK_EVEN, "Break-even", "trending-up", BreakEvenPage)
        with window_on(root, kit, [place], routes.break_even(organisation), _SIZE) as window:
            page = window.page
            assert isinstance(page, BreakEvenPage)
            while page.side.what_if.given is None:
                wait()
            for _ in range(5):
                QApplication.processEvents()
            return [_moving(page)]


def _moving(page: BreakEvenPage) -> BenchRow:
    chart, slider = page.main.chart.chart, page.side.what_if.fields[Input.PRICE].slider

    slider.setValue(-1)

    def ours() -> None:
        for number in range(_NOTCHES):
            watch = PaintWatch(chart)
            slider.setValue(slider.value() + (-1 if number < _NOTCHES // 2 else 1))
            while not watch.seen:
                wait()
            watch.leave()

    def yardstick() -> None:
        for _ in range(_NOTCHES):
            chart.repaint()

    return compared(STEP, ours, yardstick, TARGETS[STEP])
