"""The stages a project may go to now: a button each, the next one first."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.production import stages
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.production.move_dialog import StageDialog
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


class StageButton(Button):
    """Moves the project to a stage."""

    def __init__(self, context: Context, stage: ProductionStage, *, back: bool) -> None:
        """Name the stage; ``back``: it is an earlier one, or the end."""
        t = context.kit.t
        name = t(choice_label(stage))
        label = t("Back to: {stage}…", stage=name) if back else t("Go on: {stage}…", stage=name)
        if stage is ProductionStage.ABANDONED:
            label = t("Abandon…")
        super().__init__(context.kit, label, "plain" if back else "primary")
        self.stage = stage


class StageMoves(QWidget):
    """The buttons of one project."""

    def __init__(self, context: Context) -> None:
        """Make an empty row."""
        super().__init__()
        self._context = context
        self._row: ProductionRow | None = None
        self.buttons: list[StageButton] = []
        self._flow = FlowLayout(self, spacing=6)
        self.setContentsMargins(8, 0, 8, 2)

    def show_row(self, row: ProductionRow) -> None:
        """Offer the stages that follow where a project stands."""
        self._row = row
        wanted = stages.moves_from(row.steps)
        if [button.stage for button in self.buttons] == list(wanted):
            return
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [StageButton(self._context, one, back=stages.is_back(row.steps, one)) for one in wanted]
        for button in self.buttons:
            button.clicked.connect(self._ask)
            self._flow.addWidget(button)
            button.show()

    @Slot()
    def _ask(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, StageButton) and self._row is not None:
            StageDialog(self._context, self._row, pressed.stage, self.window()).open()
