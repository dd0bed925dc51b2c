"""Closing a file: what came of each track and why, the reason, and the next step."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.commands.coaching import CloseCoachingFile, TrackResult
from clusterdesk.domain.records.coaching import CoachingFile, TrackOutcome
from clusterdesk.domain.views.coaching import FilePlan, TrackPlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.coaching import reading
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow

_LONGEST = 1000
_SIDE_BY_SIDE = 480


class TrackQuestion(QWidget):
    """What came of one track, and why."""

    def __init__(self, kit: Kit, plan: TrackPlan) -> None:
        """Ask about a track; a result noted before stands there already."""
        super().__init__()
        t = kit.t
        name = plan.track.name_in(t.language)
        self.track_id: UUID = plan.track.id
        self.outcome = ChoiceBox("input")
        self.outcome.setAccessibleName(t("Result: {track}", track=name))
        choices = [Option(None, t("Which result?")), *(Option(one, t(label)) for one, label in _OUTCOMES)]
        self.outcome.set_options(choices)
        self._keys = [one.key for one in choices]
        self.outcome.choose(plan.record.outcome)
        self.reason = InlineText(kit, t("Why: {track}", track=name), longest=_LONGEST, required=True)
        self.reason.set_value(plan.record.outcome_reason)
        self.reason.edit.setProperty("role", "input")
        self.reason.edit.setPlaceholderText(t("Why?"))
        self.reason.hide_caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(name, "strong"))
        row = FoldingRow(kit, _SIDE_BY_SIDE, spacing=8)
        row.add(self.outcome, 1)
        row.add(self.reason, 3)
        column.addWidget(row)

    def result(self) -> TrackResult | None:
        """Return the answer; ``None`` while one of both is missing."""
        chosen = self._keys[self.outcome.currentIndex()]
        if not isinstance(chosen, TrackOutcome) or not self.reason.commit() or not self.reason.value:
            return None
        return TrackResult(self.track_id, chosen, self.reason.value)

    def point(self) -> None:
        """Go to what is missing."""
        open_field = self._keys[self.outcome.currentIndex()] is None
        (self.outcome if open_field else self.reason.edit).setFocus()


_OUTCOMES = tuple(choices_of(TrackOutcome).items())


class ClosingDialog(AskDialog):
    """Asks all that a file closes with; nothing is written before it is whole."""

    def __init__(self, context: Context, plan: FilePlan, parent: QWidget | None = None) -> None:
        """Ask about a file."""
        t = context.kit.t
        super().__init__(context.kit, t("Close the file: {title}", title=plan.project.title), t("Close it"),
                         parent=parent)  # fmt: skip
        self.context, self._plan = context, plan
        self.tracks = [TrackQuestion(self.kit, one) for one in plan.tracks]
        self.day = InlineDate(self.kit, t("Closed on"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.reason = InlineText(self.kit, t("Why it is closed"), longest=_LONGEST)
        self.step = InlineText(self.kit, t("Next step"), longest=_LONGEST)
        self.step.set_value(plan.file.next_step)
        self.step_day = InlineDate(self.kit, t("Next step on"))
        self.step_day.set_value(plan.file.next_step_on)
        self.no_step = QCheckBox(t("No next step is wanted"))
        self.no_step.toggled.connect(self._no_step)
        for field in (self.day, self.reason, self.step, self.step_day):
            field.edit.setProperty("role", "input")
        self.content.addWidget(Label(t("Results count for the file up to twelve months after it closed."),
                                     "muted", wrap=True))  # fmt: skip
        rows = []
        for wide, day in ((self.reason, self.day), (self.step, self.step_day)):
            row = FoldingRow(self.kit, _SIDE_BY_SIDE, spacing=10)
            row.add(wide, 3)
            row.add(day, 2)
            rows.append(row)
        self.scroll_content(*self.tracks, *rows, self.no_step)
        self.setMinimumWidth(self.kit.theme.length(640))
        self.agreed.connect(self._agree)

    @Slot(bool)
    def _no_step(self, none: bool) -> None:
        self.step.setEnabled(not none)
        self.step_day.setEnabled(not none)

    @Slot()
    def _agree(self) -> None:
        t = self.kit.t
        results = []
        for question in self.tracks:
            result = question.result()
            if result is None:
                self.tell(t("Say for each track what came of it, and why."))
                question.point()
                return
            results.append(result)
        read = [
            field.commit() for field in (self.day, self.reason, self.step, self.step_day)
        ]  # each says what is wrong with it
        if not all(read):
            return
        if self.day.value is None:
            return
        command = CloseCoachingFile(
            coaching_file_id=self._plan.file.id,
            on=self.day.value,
            reason=self.reason.value or "",
            results=tuple(results),
            next_step=self.step.value or "",
            next_step_on=self.step_day.value,
            no_next_step=self.no_step.isChecked(),
        )
        self.wait()
        toast = t("File closed: {title}", title=self._plan.project.title)
        self.context.write(partial(reading.close_file, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _file: CoachingFile) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
