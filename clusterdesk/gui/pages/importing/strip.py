"""Where one is in the wizard: the names of the steps, the present one strong."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label


class StepStrip(QWidget):
    """The steps in a line."""

    def __init__(self, kit: Kit, names: Sequence[str], parent: QWidget | None = None) -> None:
        """Name the steps (translated)."""
        super().__init__(parent)
        self._kit, self._names = kit, names
        flow = FlowLayout(self, spacing=14)
        self._labels = []
        for number, name in enumerate(names, start=1):
            label = Label(kit.t("{number}. {step}", number=number, step=name), "muted")
            self._labels.append(label)
            flow.addWidget(label)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_step(self, present: int) -> None:
        """Make a step (from 0) the present one."""
        for number, label in enumerate(self._labels):
            label.set_role("strong" if number == present else "muted")
        t = self._kit.t
        self.setAccessibleName(
            t("Step {number} of {total}: {step}", number=present + 1, total=len(self._names), step=self._names[present])
        )

    @Slot()
    def _measure(self) -> None:
        """Give every name the room it takes when it is strong, so that nothing moves from step to step."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        metrics = QFontMetrics(font)
        for label in self._labels:
            label.setMinimumWidth(metrics.horizontalAdvance(label.text()) + 2)
