"""Points and the lines laid through them, in the window."""

from PySide6.QtWidgets import QWidget

from clusterdesk.charts.marks import Marks
from clusterdesk.charts.point_chart import PointChart, lay_out_points
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.chart_view import ChartView, Measure
from clusterdesk.gui.widgets.line_chart import Number


class PointChartView(ChartView):
    """Draws points and lines; its words are its accessible description."""

    def __init__(self, kit: Kit, name: str, number: Number, parent: QWidget | None = None) -> None:
        """Make an empty chart called ``name``; ``number`` writes the values of the axes."""
        super().__init__(kit, name, parent)
        self._number = number
        self._chart = PointChart()

    @property
    def chart(self) -> PointChart:
        """What is drawn."""
        return self._chart

    def show_chart(self, chart: PointChart, words: str) -> None:
        """Draw another chart; ``words`` says the same to those who do not see it."""
        self._chart = chart
        self.say(words)

    def lay_out(self, width: float, height: float, measure: Measure, text_size: float) -> Marks:
        """Return the marks of the points."""
        return lay_out_points(self._chart, width, height, measure=measure, number=self._number, text_size=text_size)
