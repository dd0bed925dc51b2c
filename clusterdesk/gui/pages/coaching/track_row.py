"""One track of a file: from its baseline to its target, its milestones, what proves it."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.domain.views.coaching import FilePlan, TrackPlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.coaching.baseline_dialog import BaselineDialog
from clusterdesk.gui.pages.coaching.milestones_card import MilestonesCard
from clusterdesk.gui.pages.coaching.words import proof_lines, state_chip, value_words
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column, Row
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.ladder import Ladder
from clusterdesk.gui.widgets.progress_strip import ProgressStrip, share_of_way

_ROWS = (("status", "outcome"), ("outcome_reason",), ("target", "target_on"), ("target_remark",))


class TrackRow(PartRow):
    """The track in words, opened into its fields; the strip and the milestones always stand under it."""

    type_key = "coaching_file_track"
    part: TrackPlan

    def __init__(self, context: Context, part: TrackPlan) -> None:
        """Show a track, closed."""
        super().__init__(context, part)
        self.ladder = Ladder(self.kit, len(EvidenceLevel))
        self.strip = ProgressStrip(self.kit)
        self.strip.setContentsMargins(0, 2, 34, 0)
        self.head.addWidget(self.ladder, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(self.strip)

    def words(self) -> None:
        """Say the track, its state, where it came from and goes to."""
        t, plan, record = self.kit.t, self.part, self.part.record
        self.say(plan.track.name_in(t.language), "", *self._chips_of())
        level = plan.level
        name = t("Nothing proves it yet") if level is None else t("Proven by: {level}", level=t(choice_label(level)))
        self.ladder.show_level(-1 if level is None else int(level), name, wanted=False)
        now = plan.now
        share = share_of_way(record.baseline, now.value if now is not None else record.baseline, record.target)
        self.strip.show_values(share, self._start(), self._now(), self._target())

    def build(self) -> QWidget:
        """Return the fields, and the button of the baseline."""
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        self.baseline = Button(self.kit, "", icon="flag")
        self.baseline.clicked.connect(self.ask_baseline)
        self.reason = Label("", "small", wrap=True)
        self.reason.setContentsMargins(7, 0, 7, 0)
        self.proofs = Label("", "small", wrap=True)
        self.proofs.setContentsMargins(7, 0, 7, 0)
        return Column(self.form, Row(self.baseline), self.reason, self.proofs)

    def fill(self) -> None:
        """Show the track."""
        t, record = self.kit.t, self.part.record
        self.form.show_record(record)
        frozen = record.baseline_on is not None
        self.baseline.set_text(t("Change the baseline…") if frozen else t("Freeze the baseline…"))
        why = t("Baseline changed: {reason}", reason=record.baseline_reason) if record.baseline_reason else ""
        self.reason.setText(why)
        self.reason.setVisible(bool(why))
        proofs = proof_lines(self.kit, self.part)
        self.proofs.setText("\n".join(proofs))
        self.proofs.setVisible(bool(proofs))

    @Slot()
    def ask_baseline(self) -> None:
        """Ask for the baseline, or for another one with its reason."""
        BaselineDialog(self.context, self.part, self.window()).open()

    def _chips_of(self) -> tuple[tuple[str, Tone], ...]:
        t, plan = self.kit.t, self.part
        chips = [state_chip(self.kit, plan.record)]
        if plan.wanted:
            chips.append((t.n("{n} proof to obtain", "{n} proofs to obtain", n=plan.wanted), Tone.WARN))
        return tuple(chips)

    def _start(self) -> tuple[str, str]:
        t, record = self.kit.t, self.part.record
        if record.baseline_on is None:
            return t("Baseline"), t("not frozen yet")
        value = value_words(self.kit, record.baseline, record.unit, record.baseline_remark)
        return t("Baseline · {day}", day=self._month(record.baseline_on)), value

    def _now(self) -> tuple[str, str]:
        t, now = self.kit.t, self.part.now
        if now is None:
            return t("Now"), "–"
        return t("Now · {day}", day=self._month(now.on)), value_words(self.kit, now.value, self.part.record.unit)

    def _target(self) -> tuple[str, str]:
        t, record = self.kit.t, self.part.record
        value = value_words(self.kit, record.target, record.unit, record.target_remark)
        if record.target_on is None:
            return t("Target"), value
        return t("Target · {day}", day=self._month(record.target_on)), value

    def _month(self, day: date) -> str:
        return self.kit.formats.short_month_year(day)


class TrackSection(QWidget):
    """A track with its milestones under it."""

    def __init__(self, context: Context, part: TrackPlan) -> None:
        """Make the section."""
        super().__init__()
        self.row = TrackRow(context, part)
        self.milestones = MilestonesCard(context)
        self.milestones.setContentsMargins(14, 0, 0, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.row)
        column.addWidget(self.milestones)

    def show_track(self, plan: FilePlan, part: TrackPlan) -> None:
        """Show the track as it is now."""
        self.row.show_part(part)
        self.milestones.show_milestones(plan, part.track.id, part.milestones)
