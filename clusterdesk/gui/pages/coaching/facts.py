"""The facts of a file in a row: who leads it, since when, how much time it took, how often one met."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.coaching import FilePlan
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label


class FactsRow(QWidget):
    """Small captions with a value under each; they go on in the next line where there is no room."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty row."""
        super().__init__()
        self._kit = kit
        self._flow = FlowLayout(self, spacing=26)

    def show_plan(self, plan: FilePlan) -> None:
        """Show the facts of a file."""
        self.show_facts(file_facts(self._kit, plan))

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show captions and values."""
        clear_layout(self._flow)
        for caption, value in facts:
            pair = QWidget()
            column = QVBoxLayout(pair)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(1)
            column.addWidget(Label(caption, "caption"))
            column.addWidget(Label(value, "strong"))
            self._flow.addWidget(pair)
        self.updateGeometry()


def file_facts(kit: Kit, plan: FilePlan) -> list[tuple[str, str]]:
    """Return the facts of a file in words."""
    t, formats = kit.t, kit.formats
    facts = [(t("Led by"), plan.lead or "–"), (t("Opened on"), formats.date(plan.file.opened_on))]
    if plan.file.closed_on is not None:
        facts.append((t("Closed on"), formats.date(plan.file.closed_on)))
    facts.append((t("Time spent"), formats.duration(plan.minutes) if plan.minutes else "–"))
    facts.append((t("Coaching actions"), formats.number(plan.actions)))
    if plan.first_action is not None:
        facts.append((t("First of them"), formats.date(plan.first_action)))
    return facts
