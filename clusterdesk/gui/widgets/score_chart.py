"""Scores then and now in the window: the description that is printed too."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from clusterdesk.charts.marks import Marks
from clusterdesk.charts.score_bars import ScoreChart, lay_out_scores
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.chart_view import ChartView, Measure

_LINE_UNITS = 23


class ScoreChartView(ChartView):
    """Draws paired bars, as high as they are many."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        """Make an empty chart called ``name``."""
        super().__init__(kit, name, parent)
        self._chart = ScoreChart((), 5, "")

    @property
    def chart(self) -> ScoreChart:
        """What is drawn."""
        return self._chart

    def show_chart(self, chart: ScoreChart, words: str) -> None:
        """Draw another chart; ``words`` says the same to those who do not see it."""
        self._chart = chart
        self.set_height(_LINE_UNITS * chart.rows)
        self.say(words)

    def minimumSizeHint(self) -> QSize:
        """Insist on the height, and on room for the names."""
        return QSize(self._kit.theme.length(260), super().minimumSizeHint().height())

    def lay_out(self, width: float, height: float, measure: Measure, text_size: float) -> Marks:
        """Return the marks of the bars."""
        return lay_out_scores(self._chart, width, height, measure=measure, text_size=text_size)
