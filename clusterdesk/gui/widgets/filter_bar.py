"""The filters over a list: a field of words, two boxes beside it, a row of chips with counts below."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import ChoiceBox
from clusterdesk.gui.widgets.filter_chips import FilterChips
from clusterdesk.gui.widgets.low_scroll import LowScroll
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.search_field import SearchField

_BOX, _ONE_LINE = 170, 620
_HIGHEST = 60  # two lines of chips


class FilterBar(QWidget):
    """What is asked of a list; subclasses offer the answers, and count anew what each chip shows on ``changed``.

    Signals:
        changed: something else is asked for.
        left_down: the list is wanted: Down or Enter in the field of words.
    """

    changed = Signal()
    left_down = Signal()

    def __init__(self, kit: Kit, hint: str, boxes: tuple[str, str], chips: str) -> None:
        """Make empty filters: ``hint`` stands in the field, the others are what screen readers say."""
        super().__init__()
        self.kit = kit
        self.field = SearchField(kit, hint)
        self.boxes = ChoiceBox(), ChoiceBox()
        for box, name in zip(self.boxes, boxes, strict=True):
            box.setMinimumWidth(kit.theme.length(_BOX))
            box.setAccessibleName(name)
            box.activated.connect(self.changed)
        self.chips = FilterChips(kit, chips)
        self.chips.chosen.connect(self._chosen)
        self.field.searched.connect(self.changed)
        self.field.left_down.connect(self.left_down)
        self.field.entered.connect(self.left_down)
        line = FoldingRow(kit, _ONE_LINE, spacing=8)
        line.add(self.field, 3)
        line.add(Row(*self.boxes, stretch=False), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(line)
        column.addWidget(LowScroll(self.chips, _HIGHEST, chips))

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()
