"""Freezing where a track starts from; changing it later asks why."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.plans import FreezeBaseline
from clusterdesk.domain.views.coaching import TrackPlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.coaching import reading
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineNumber, InlineText
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow

_LONGEST = 300
_SIDE_BY_SIDE = 400


class BaselineDialog(AskDialog):
    """Asks for the number, its unit, the day and, where one stands already, for the reason."""

    def __init__(self, context: Context, plan: TrackPlan, parent: QWidget | None = None) -> None:
        """Ask about a track."""
        t, record = context.kit.t, plan.record
        name = plan.track.name_in(t.language)
        frozen = record.baseline_on is not None
        heading = t("Change the baseline: {track}", track=name) if frozen else t("Baseline: {track}", track=name)
        super().__init__(context.kit, heading, t("Freeze it"), parent=parent)
        self.context, self._record, self._frozen = context, record, frozen
        note = t("Where does the track start from? Frozen on its day, it is what the result is measured against.")
        if frozen:
            day = self.kit.formats.date(record.baseline_on) if record.baseline_on else "–"
            note = t("It was frozen on {day}. Another value needs a reason; the history keeps both.", day=day)
        self.value = InlineNumber(self.kit, t("Baseline"))
        self.value.set_value(record.baseline)
        self.unit = InlineText(self.kit, t("Unit"), longest=40)
        self.unit.set_value(record.unit)
        self.day = InlineDate(self.kit, t("Baseline of"), required=True)
        self.day.set_value(record.baseline_on or self.kit.clock.today())
        self.remark = InlineText(self.kit, t("In words"), longest=_LONGEST)
        self.remark.set_value(record.baseline_remark)
        self.reason = InlineText(self.kit, t("Why is it changed?"), longest=_LONGEST, required=True, parent=self)
        self.reason.setVisible(frozen)
        for each in (self.value, self.unit, self.day, self.remark, self.reason):
            each.edit.setProperty("role", "input")
        row = FoldingRow(self.kit, _SIDE_BY_SIDE, spacing=10)
        for field in (self.value, self.unit, self.day):
            row.add(field)
        asked = (self.reason,) if frozen else ()
        self.content.addWidget(Label(note, "muted", wrap=True))
        self.scroll_content(row, self.remark, *asked)
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        read = [
            field.commit() for field in (self.value, self.unit, self.day, self.remark)
        ]  # each says what is wrong with it
        if not all(read):
            return
        if self._frozen and not (self.reason.commit() and self.reason.value):
            self.tell(self.kit.t("Say in a few words why the baseline is changed."))
            self.reason.setFocus()
            return
        command = FreezeBaseline(
            file_track_id=self._record.id,
            baseline=self.value.value,
            on=self.day.value,
            unit=self.unit.value or "",
            remark=self.remark.value or "",
            reason=self.reason.value or "",
        )
        self.wait()
        toast = self.kit.t("Baseline frozen.")
        self.context.write(
            partial(reading.freeze_baseline, command), self._done, self._refused, toast=toast, owner=self
        )

    def _done(self, _track: object) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
