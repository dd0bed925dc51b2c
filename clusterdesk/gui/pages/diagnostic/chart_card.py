"""The picture of then and now, and the same in a table."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from clusterdesk.briefs.diagnostic_chart import chart_words, diagnostic_chart, scores_by_criterion
from clusterdesk.domain.coaching_plan.diagnosis import TakenDiagnostic
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.score_chart import ScoreChartView

_ROW = 28


class ChartCard(Card):
    """Paired bars; a button shows their values as a table instead."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(margin=16, spacing=8)
        self._kit, t = kit, kit.t
        self.header = SectionHeader(t("Then and now"))
        self.swap = Button(kit, t("As a table"), "link", icon="table")
        self.swap.clicked.connect(self._swap)
        self.header.add(self.swap)
        self.chart = ScoreChartView(kit, t("Scores of the diagnostic, then and now"))
        self.table = ScoreTable(kit)
        self.table.hide()
        self.add(self.header, self.chart, self.table)

    def show_scores(self, now: TakenDiagnostic, then: TakenDiagnostic | None) -> None:
        """Show a diagnostic beside the one before."""
        t = self._kit.t
        chart = diagnostic_chart(now, then, t, self._kit.formats)
        self.header.set_text(t("Then and now") if then is not None else t("The picture"))
        self.chart.show_chart(chart, chart_words(chart, t))
        self.table.show_scores(now, then)

    @Slot()
    def _swap(self) -> None:
        as_table = self.table.isHidden()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self.swap.set_text(self._kit.t("As a chart") if as_table else self._kit.t("As a table"))


class ScoreTable(QTableWidget):
    """The values of the chart, one line for each criterion; read only."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty table."""
        super().__init__()
        self._kit = kit
        self.setAccessibleName(kit.t("Scores of the diagnostic, then and now"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_scores(self, now: TakenDiagnostic, then: TakenDiagnostic | None) -> None:
        """Show a diagnostic beside the one before."""
        t, formats = self._kit.t, self._kit.formats
        heads = [t("Criterion"), formats.month_year(now.diagnostic.on)]
        if then is not None:
            heads.insert(1, formats.month_year(then.diagnostic.on))
        before = scores_by_criterion(then)
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(now.scores))
        self.setHorizontalHeaderLabels(heads)
        for row, one in enumerate(now.scores):
            values = [one.criterion.name_in(t.language), _shown(one.value)]
            if then is not None:
                values.insert(1, _shown(before.get(one.criterion.key)))
            for column, value in enumerate(values):
                item = QTableWidgetItem(value)
                side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignHCenter
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, column, item)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        height = self._kit.theme.length(_ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(height * (len(now.scores) + 1) + 6)


def _shown(score: int | None) -> str:
    return "–" if score is None else str(score)
