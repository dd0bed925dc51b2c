"""The checks of data health as a list with their counts; one of them is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView

from clusterdesk.domain.health import CHECKS, HealthKey
from clusterdesk.gui.icons import SIZE
from clusterdesk.gui.kit import Kit


class CheckList(QListView):
    """All checks, in their order.

    Signals:
        chosen: the HealthKey that is chosen now.
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """List the checks without counts."""
        super().__init__()
        self._kit = kit
        self.setProperty("role", "options")
        self.setAccessibleName(kit.t("What is checked"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self._fit()
        kit.theme.changed.connect(self._fit)
        self._model = QStandardItemModel(self)
        for key in CHECKS:
            item = QStandardItem()
            item.setData(key, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self.setModel(self._model)
        self._counts: dict[HealthKey, int] = {}
        self.show_counts({})
        self.selectionModel().currentChanged.connect(self._turned)

    @property
    def key(self) -> HealthKey:
        """The check that is chosen; the first one in the beginning."""
        return HealthKey(self.currentIndex().data(Qt.ItemDataRole.UserRole) or next(iter(CHECKS)))

    @property
    def counts(self) -> Mapping[HealthKey, int]:
        """How many rows each check has, as far as it was counted."""
        return self._counts

    def choose(self, key: HealthKey) -> None:
        """Choose a check."""
        self.setCurrentIndex(self._model.index(list(CHECKS).index(key), 0))

    def show_counts(self, counts: Mapping[HealthKey, int]) -> None:
        """Write how many rows checks have; what was not counted anew keeps its number."""
        self._counts.update(counts)
        t, formats = self._kit.t, self._kit.formats
        for place, (key, check) in enumerate(CHECKS.items()):
            label, count = t(check.label), self._counts.get(key)
            item = self._model.item(place)
            known = "" if count is None else t("{label} · {count}", label=label, count=formats.number(count))
            item.setText(known if count else label)  # a tick says that there is none
            item.setData(known or label, Qt.ItemDataRole.AccessibleTextRole)
            icon = {None: "circle-help", 0: "circle-check"}.get(count, "circle-alert")
            item.setIcon(self._kit.icons.icon(icon, "muted" if not count else "warn"))

    @Slot()
    def _fit(self) -> None:
        side = self._kit.theme.length(SIZE)
        self.setIconSize(QSize(side, side))

    @Slot(QModelIndex, QModelIndex)
    def _turned(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.key)
