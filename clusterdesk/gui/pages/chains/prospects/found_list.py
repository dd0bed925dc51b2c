"""What was found in KBO open data: a box to tick for each enterprise, those known already named and unticked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.exchange.kbo.candidates import Candidate
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row

_LEAST_HEIGHT = 150
MOST = 2_000
"""How many are shown at most: nobody reads more, and a search that finds them is too wide."""
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class FoundList(QListView):
    """The list; a click anywhere on a line, or Space, ticks it.

    Signals:
        ticked: other lines are ticked now.
    """

    ticked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make an empty list."""
        super().__init__()
        self.kit = kit
        self._found: tuple[Candidate, ...] = ()
        self._items = QStandardItemModel(self)
        self.setProperty("role", "options")
        self.setAccessibleName(kit.t("Enterprises found"))
        self.setModel(self._items)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._toggle)
        self.installEventFilter(self)

    def show_found(self, found: Sequence[Candidate]) -> None:
        """Show what was found, at most `MOST`, those that are new ticked."""
        t = self.kit.t
        self._found = found = tuple(found[:MOST])
        self._items.clear()
        for one in found:
            place = " ".join(part for part in (one.enterprise.postcode, one.enterprise.city) if part)
            facts = [one.prospect.name, place, one.enterprise.nace_code]
            if one.known is not None:
                name = one.known.name
                is_prospect = one.known.is_prospect
                facts.append(t("a prospect: {name}", name=name) if is_prospect else t("known as {name}", name=name))
            item = QStandardItem(VEIL.words(" · ".join(part for part in facts if part)))
            new = one.known is None
            item.setFlags(
                Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled if new else Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(_ON if new else _OFF)
            self._items.appendRow(item)
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[Prospect, ...]:
        """The prospects that are ticked."""
        return tuple(one.prospect for row, one in enumerate(self._found) if self._items.item(row).checkState() == _ON)

    def tick_all(self, *, on: bool) -> None:
        """Tick all that are new, or none."""
        for row, one in enumerate(self._found):
            if one.known is None:
                self._items.item(row).setCheckState(_ON if on else _OFF)
        self.ticked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick on Space."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
            and self.currentIndex().isValid()
        ):
            self._toggle(self.currentIndex())
            return True
        return super().eventFilter(watched, event)

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        item = self._items.itemFromIndex(index)
        if item is not None and item.isEnabled():
            item.setCheckState(_OFF if item.checkState() == _ON else _ON)
            self.ticked.emit()


class FoundCard(QWidget):
    """The list with the buttons that tick all or none; hidden while nothing is found.

    Signals:
        ticked: other lines are ticked now.
    """

    ticked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make it, hidden."""
        super().__init__()
        self.list = FoundList(kit)
        self.list.setMinimumHeight(_LEAST_HEIGHT)
        self.all_on = Button(kit, kit.t("Tick all"), "link")
        self.all_off = Button(kit, kit.t("Tick none"), "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list)
        column.addWidget(Row(self.all_on, self.all_off))
        self.list.ticked.connect(self.ticked)
        self.all_on.clicked.connect(self._all)
        self.all_off.clicked.connect(self._none)

    @property
    def chosen(self) -> tuple[Prospect, ...]:
        """The prospects that are ticked."""
        return self.list.chosen

    def show_found(self, found: Sequence[Candidate]) -> None:
        """Show what was found."""
        self.list.show_found(found)
        self.setVisible(bool(found))

    @Slot()
    def _all(self) -> None:
        self.list.tick_all(on=True)

    @Slot()
    def _none(self) -> None:
        self.list.tick_all(on=False)
