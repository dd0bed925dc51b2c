"""Under the answer to a question: what lifts a « no », and the remark of the answer once there is one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.base import Record
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.label import Label


class Lifting(QWidget):
    """The action that lifts a « no », over the form of the answer's remark."""

    def __init__(self, context: Context, type_key: str) -> None:
        """``type_key`` is the type of the answers."""
        super().__init__()
        self._t = context.kit.t
        self.form = RecordForm(context, type_key, (("remark",),))
        self.lifts = Label("", "small", wrap=True)
        self.lifts.setContentsMargins(7, 0, 7, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.lifts)
        column.addWidget(self.form)

    def show_answer(self, action: str, answer: Record | None) -> None:
        """Show the action, and the remark of an answer that was given."""
        self.lifts.setText(self._t("To lift it: {action}", action=action))
        self.form.setVisible(answer is not None)
        if answer is not None:
            self.form.show_record(answer)
