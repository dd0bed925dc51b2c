"""The staff at a glance: the sentence, where growth is measured from, the chart and the same as a table."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from clusterdesk.briefs.staff_chart import staff_chart
from clusterdesk.domain.employment.quarter_series import quarter_series
from clusterdesk.domain.employment.quarters import QuarterEnd
from clusterdesk.domain.views.employment import EmploymentFile, EmploymentPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_chart import LineChartView
from clusterdesk.i18n.staff_numbers import signed_fte
from clusterdesk.services.employment_words import baseline_sentence, quarter_name, quarter_value, staff_sentence

_YEAR_BEFORE = 365


class StaffCard(Card):
    """Shows the staff of an organisation, for one coaching file where it has one.

    Signals:
        freeze_asked: freeze the proposed baseline.
        track_asked: change the frozen baseline where tracks are edited.
    """

    freeze_asked = Signal()
    track_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=8)
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.sentence = Label("", "heading", wrap=True)
        self.baseline = Label("", "muted", wrap=True)
        self.freeze = Button(self.kit, "", icon="lock")
        self.freeze.clicked.connect(self.freeze_asked)
        self.track = Button(self.kit, t("Change the baseline…"), "link")
        self.track.clicked.connect(self.track_asked)
        self.missing = Label("", "problem", wrap=True)
        self.chart = LineChartView(self.kit, t("Staff at the end of each quarter"), self._axis)
        self.as_table = Button(self.kit, t("Show as a table"), "link", icon="table")
        self.as_table.clicked.connect(self._turn)
        self.table = QWidget()
        self.table.setAccessibleName(t("Staff at the end of each quarter"))
        self.table.hide()
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)
        buttons = QHBoxLayout()
        for button in (self.freeze, self.track, self.as_table):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(self.sentence, self.baseline, self.missing, self.chart)
        self.body.addLayout(buttons)
        self.add(self.table)

    def show_staff(self, page: EmploymentPage, file: EmploymentFile | None) -> None:
        """Show the staff as a file judges it; without one as it is."""
        t, formats = self.kit.t, self.kit.formats
        judgement = file.judgement if file is not None else page.plain
        self.sentence.setText(staff_sentence(judgement, t, formats))
        self.baseline.setText(
            baseline_sentence(file, t, formats) if file is not None else t("No coaching file: nothing is judged.")
        )
        frozen = file is not None and file.frozen
        proposed = judgement.proposed
        self.freeze.setVisible(file is not None and not frozen and proposed is not None)
        if proposed is not None:
            self.freeze.set_text(t("Freeze the baseline"))
        self.track.setVisible(frozen)
        last = judgement.last_quarter
        lacks = file is not None and file.track is not None and last.missing
        self.missing.setText(
            t(
                "The staff of {day} is missing: it is the end of the last quarter.",
                day=formats.date(last.quarter.last_day),
            )
        )
        self.missing.setVisible(lacks)
        ends = quarter_series(page.counts_of(file), page.statuses, page.today)
        self._show_chart(ends, judgement.baseline.fte if judgement.baseline else None, judgement.threshold)

    def _show_chart(self, ends: tuple[QuarterEnd, ...], baseline: Decimal | None, threshold: Decimal | None) -> None:
        t, formats = self.kit.t, self.kit.formats
        chart = staff_chart(ends, baseline, threshold, t, formats)
        rows = [(quarter_name(one, t), quarter_value(one, t, formats)) for one in ends]
        words = "; ".join(t("{quarter}: {fte}", quarter=name, fte=value) for name, value in rows)
        self.chart.show_chart(chart, words)
        for widget in (self.chart, self.as_table):
            widget.setVisible(bool(ends))
        clear_layout(self._grid)
        heads = (t("Quarter"), t("FTE at its end"), t("Against the baseline"))
        for column, text in enumerate(heads):
            self._grid.addWidget(Label(text, "caption"), 0, column)
        for row, (end, (name, value)) in enumerate(zip(reversed(ends), reversed(rows), strict=True), 1):
            known = end.fte is not None and baseline is not None
            against = signed_fte(end.fte - baseline, formats) if known and end.fte is not None and baseline else "–"
            for column, text in enumerate((name, value, against)):
                label = Label(text, "" if end.fte is not None else "muted")
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _turn(self) -> None:
        shown = self.table.isHidden()
        self.table.setVisible(shown)
        self.as_table.set_text(self.kit.t("Hide the table") if shown else self.kit.t("Show as a table"))

    def _axis(self, value: float) -> str:
        return self.kit.formats.number(Decimal(str(value)))
