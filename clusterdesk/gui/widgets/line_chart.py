"""A line chart in the window: the description that is printed too, drawn with the colours of the theme."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from clusterdesk.charts.description import LineChart
from clusterdesk.charts.line_layout import lay_out_lines
from clusterdesk.charts.marks import Marks
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.chart_view import ChartView, Measure

type Number = Callable[[float], str]


class LineChartView(ChartView):
    """Draws lines over time; its words are its accessible description."""

    def __init__(self, kit: Kit, name: str, number: Number, parent: QWidget | None = None) -> None:
        """Make an empty chart called ``name``; ``number`` writes the values of the axis."""
        super().__init__(kit, name, parent)
        self._number = number
        self._chart = LineChart((), ())

    @property
    def chart(self) -> LineChart:
        """What is drawn."""
        return self._chart

    def show_chart(self, chart: LineChart, words: str) -> None:
        """Draw another chart; ``words`` says the same to those who do not see it."""
        self._chart = chart
        self.say(words)

    def lay_out(self, width: float, height: float, measure: Measure, text_size: float) -> Marks:
        """Return the marks of the lines."""
        return lay_out_lines(self._chart, width, height, measure=measure, number=self._number, text_size=text_size)
