"""The level of a project over the months, against the level that counts."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.charts.description import Line, LineChart, Reference
from clusterdesk.domain.industrialisation.industrialised import RULE
from clusterdesk.domain.industrialisation.maturity import levels_by_month
from clusterdesk.domain.records.industrialisation import MrlAssessment
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.line_chart import LineChartView


class LevelChart(QWidget):
    """The chart; hidden while there is no course to show."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty chart."""
        super().__init__()
        self._kit = kit
        self.view = LineChartView(kit, kit.t("Level over time"), self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 4, 4)
        column.addWidget(self.view)
        self.hide()

    def show_assessments(self, assessments: Sequence[MrlAssessment]) -> None:
        """Show the course from the first assessment to this month; one day alone is none."""
        self.setVisible(len(assessments) > 1)
        if len(assessments) < 2:
            return
        t, formats = self._kit.t, self._kit.formats
        months = levels_by_month(assessments, self._kit.clock.today())
        labels = tuple(formats.short_month_year(month) for month, _ in months)
        line = Line(t("Level"), tuple(Decimal(level) for _, level in months))
        goal = Reference(t("industrialised"), Decimal(RULE.level))
        told = sorted(assessments, key=_when)
        words = [t("{day} · level {level}", day=formats.date(one.on), level=one.level) for one in told]
        self.view.show_chart(LineChart(labels, (line,), (goal,), whole=True), formats.joined(words))

    def _number(self, value: float) -> str:
        return self._kit.formats.number(int(value))


def _when(one: MrlAssessment) -> str:
    return one.on.isoformat()
