"""The stages a project may go to now: a button each, the next one first."""

from PySide6.QtCore import Slot

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.production import stages
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.production.move_dialog import StageDialog
from clusterdesk.gui.widgets.move_buttons import MoveButtons, OfferedMove


class StageMoves(MoveButtons):
    """The buttons of one project."""

    def __init__(self, context: Context) -> None:
        """Make an empty row."""
        super().__init__(context.kit)
        self._context = context
        self._row: ProductionRow | None = None
        self.asked.connect(self._open)

    def show_row(self, row: ProductionRow) -> None:
        """Offer the stages that follow where a project stands."""
        self._row = row
        wanted = stages.moves_from(row.steps)
        self.offer([self._move(one, back=stages.is_back(row.steps, one)) for one in wanted])

    def _move(self, stage: ProductionStage, *, back: bool) -> OfferedMove:
        t = self.kit.t
        name = t(choice_label(stage))
        if stage is ProductionStage.ABANDONED:
            return OfferedMove(stage, t("Abandon…"))
        if back:
            return OfferedMove(stage, t("Back to: {stage}…", stage=name))
        return OfferedMove(stage, t("Go on: {stage}…", stage=name), "primary")

    @Slot(object)
    def _open(self, stage: ProductionStage) -> None:
        if self._row is not None:
            StageDialog(self._context, self._row, stage, self.window()).open()
