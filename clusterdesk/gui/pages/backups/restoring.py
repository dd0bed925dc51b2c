"""What going back to a backup would change, shown before anything happens."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QListView, QWidget

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.backups.reading import BackupFacts
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.told_titles import told_operation

if TYPE_CHECKING:
    from clusterdesk.services.maintenance import BackupDifference

_MOST_TYPES = 8


class RestoreDialog(AskDialog):
    """Shows the difference and asks.

    Signals:
        restore_asked: the path of the backup to go back to.
    """

    restore_asked = Signal(object)

    def __init__(
        self, kit: Kit, backup: BackupFacts, difference: "BackupDifference", parent: QWidget | None = None
    ) -> None:
        """Show what would change."""
        t, formats = kit.t, kit.formats
        when = t("{day}, {time}", day=formats.long_date(backup.made_at), time=formats.time(backup.made_at))
        super().__init__(kit, t("Go back to {when}?", when=when), t("Go back"), danger=True, parent=parent)
        self._difference = difference
        self.content.addWidget(Label(self._sentence(), wrap=True))
        counts = list(self._counts())
        if counts:
            self.content.addLayout(self._table(counts))
        if difference.lost_operations:
            self.content.addWidget(Label(t("What was done since then, and would be gone:"), "strong"))
            self.content.addWidget(self._operations(), 1)
        safe = t("What you have now is backed up first: you can come back to it on this page.")
        self.content.addWidget(Label(safe, "muted", wrap=True))
        self.agreed.connect(self._agree)

    def _sentence(self) -> str:
        t, lost = self.kit.t, self._difference.lost_count
        if not lost:
            return t("Nothing was done since then: the binder would stay as it is.")
        return t.n("{n} step was done since then.", "{n} steps were done since then.", n=lost)

    def _counts(self) -> Iterator[tuple[str, int, int]]:
        now, then = self._difference.now, self._difference.then
        changed = [key for key in RECORD_TYPES if now.get(key, 0) != then.get(key, 0)]
        for key in changed[:_MOST_TYPES]:
            yield self.kit.t(RECORD_TYPES[key].plural), now.get(key, 0), then.get(key, 0)

    def _table(self, counts: list[tuple[str, int, int]]) -> QGridLayout:
        t, formats = self.kit.t, self.kit.formats
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        for column, heading in enumerate((t("Now"), t("Then")), start=1):
            grid.addWidget(Label(heading, "caption"), 0, column, right)
        for row, (name, now, then) in enumerate(counts, start=1):
            grid.addWidget(Label(name), row, 0)
            grid.addWidget(Label(formats.number(now)), row, 1, right)
            grid.addWidget(Label(formats.number(then), "strong"), row, 2, right)
        return grid

    def _operations(self) -> QListView:
        t, formats = self.kit.t, self.kit.formats
        model = QStandardItemModel(self)
        for operation in self._difference.lost_operations:
            done = told_operation(operation.label, t, formats)
            words = t("{when} · {operation}", when=formats.instant(operation.at), operation=done)
            model.appendRow(QStandardItem(VEIL.words(words)))
        view = QListView()
        view.setProperty("role", "options")
        view.setAccessibleName(t("What was done since then, and would be gone:"))
        view.setModel(model)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setMinimumHeight(self.kit.theme.length(140))
        return view

    @Slot()
    def _agree(self) -> None:
        self.restore_asked.emit(self._difference.path)
        self.accept()
