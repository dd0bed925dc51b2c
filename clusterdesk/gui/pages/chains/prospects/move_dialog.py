"""Moving a prospect: the day, by whom, what was said or why it declined, and what comes next."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.prospects import MoveProspect
from clusterdesk.domain.records.prospects import ProspectState, ProspectStep
from clusterdesk.domain.views.prospects import ProspectRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.chains.prospects.reading import move
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 300


class ProspectDialog(AskDialog):
    """Asks about a state, then moves the prospect; a refusal is told in the dialog."""

    def __init__(self, context: Context, row: ProspectRow, state: ProspectState, parent: QWidget) -> None:
        """Ask about a prospect and the state it is to reach."""
        t = context.kit.t
        declined = state is ProspectState.DECLINED
        super().__init__(context.kit, t(choice_label(state)), t("Note it"), parent=parent)
        self.context, self._row, self._state = context, row, state
        self.day = InlineDate(self.kit, t("On"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.by = InlineText(self.kit, t("By"), longest=_LONGEST, required=True)
        self.by.set_value(context.settings.profile_name)
        self.remark = GrowingNote(self.kit, t("Why it declined") if declined else t("What was said"), least=2)
        self.next_step = InlineText(self.kit, t("Next step"), longest=_LONGEST)
        self.next_on = InlineDate(self.kit, t("Next step on"))
        for field in (self.day, self.by, self.next_step, self.next_on):
            field.edit.setProperty("role", "input")
        self.content.addWidget(Label(row.record.name, "muted", wrap=True))
        fields: list[QWidget] = [self.day, self.by, self.remark]
        if not declined:
            fields += [self.next_step, self.next_on]
        self.scroll_content(*fields)
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        lines = (self.day, self.by, self.next_step, self.next_on)
        if not all(field.commit() for field in lines) or self.day.value is None:
            return
        self.remark.commit()
        command = MoveProspect(
            prospect_id=self._row.record.id,
            state=self._state,
            on=self.day.value,
            by=self.by.value or "",
            remark=self.remark.text(),
            next_step=self.next_step.value or "",
            next_step_on=self.next_on.value,
        )
        self.wait()
        name, state = self._row.record.name, self.kit.t(choice_label(self._state))
        toast = self.kit.t("{name}: {state}.", name=name, state=state)
        self.context.write(partial(move, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _step: ProspectStep) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
