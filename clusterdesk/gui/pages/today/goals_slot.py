"""The room of the indicators at the foot of Today: empty, and without cost, until they were counted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.context import Context

if TYPE_CHECKING:
    from clusterdesk.domain.views.board import BoardRow
    from clusterdesk.gui.pages.today.goals import GoalStrip

# What the indicators are counted from, as on their own page: only after a change of it they are counted anew.
COUNTED = (
    "strategic_objective",
    "operational_objective",
    "indicator",
    "indicator_year",
    "rule_set",
    "result_event",
    "evidence",
    "coaching_file_manager",
    "project",
    "project_partner",
    "project_value_chain",
    "communication_item",
    "feature",
    "vision_dossier",
    "vision_step",
    "programme_event",
    "coaching_file",
    "session",
    "session_note",
    "document",
    "organisation",
    "organisation_status",
    "address",
    "establishment",
    "headcount",
    "headcount_part",
    "contract_type",
    "coaching_file_track",
    "ledger",
    "referral",
    "referral_step",
    "difficulty",
)


class GoalsSlot(QWidget):
    """Has the indicators counted behind the day, and makes the strip with the first that are.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, context: Context) -> None:
        """Take no room yet."""
        super().__init__()
        self._context = context
        self.strip: GoalStrip | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def ask(self, changes: object) -> None:
        """Count them where something has changed that they count; ``None``: in any case."""
        from clusterdesk.domain.op_changes import OpChanges
        from clusterdesk.gui.pages.today.counting import ReadGoals

        if not isinstance(changes, OpChanges) or changes.touches(*COUNTED):
            self._context.desk.submit(ReadGoals(), self.show_goals, latest="goals", owner=self)

    def show_goals(self, rows: "tuple[BoardRow, ...]") -> None:
        """Show how far they are; without any there is no strip."""
        if self.strip is None and rows:
            from clusterdesk.gui.pages.today.goals import GoalStrip

            self.strip = GoalStrip(self._context.kit)
            self.strip.went.connect(self.went)
            self._column.addWidget(self.strip)
        if self.strip is not None:
            self.strip.show_goals(rows)
        self.setVisible(bool(rows))
