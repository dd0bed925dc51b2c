"""What blocks a file, and its next step."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.page_header import FoldingRow

_LONGEST = 1000
_SIDE_BY_SIDE = 520


class WayAhead(QWidget):
    """Fields of a file, edited in place."""

    def __init__(self, context: Context) -> None:
        """Make empty fields."""
        super().__init__()
        kit, t = context.kit, context.kit.t
        self.fields = RecordFields(context, "coaching_file", self)
        step = FoldingRow(kit, _SIDE_BY_SIDE, spacing=10)
        step.add(self.fields.bind("next_step", InlineText(kit, t("Next step"), longest=_LONGEST)), 3)
        step.add(self.fields.bind("next_step_on", InlineDate(kit, t("Next step on"))), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.fields.bind("blocking", GrowingNote(kit, t("What blocks"), least=1, most=6)))
        column.addWidget(step)

    def show_file(self, file: CoachingFile) -> None:
        """Show a file; what is typed stays."""
        self.fields.show(file)
