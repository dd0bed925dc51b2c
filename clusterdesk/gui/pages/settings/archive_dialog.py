"""What taking an archive over would do, shown before anything is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QListView, QWidget

from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan

_MOST_REFUSED = 200


class ArchiveDialog(AskDialog):
    """Shows the counts and what is refused, and asks.

    Signals:
        taken: the path of the archive to take over.
    """

    taken = Signal(object)

    def __init__(self, kit: Kit, path: Path, plan: "ArchivePlan", parent: QWidget | None = None) -> None:
        """Show what would happen."""
        t = kit.t
        super().__init__(kit, t("Import “{name}”?", name=path.name), t("Import"), parent=parent)
        self._path = path
        self.content.addLayout(self._table(plan))
        refused = plan.refused
        if refused:
            self.content.addWidget(Label(t("What is refused, and why:"), "strong"))
            self.content.addWidget(self._refused(plan), 1)
        if not plan.changes:
            self.content.addWidget(Label(t("There is nothing new in it: the binder would stay as it is."), wrap=True))
        safe = t("The binder is backed up first, and one undo takes all of it back.")
        self.content.addWidget(Label(safe, "muted", wrap=True))
        self.consent.setEnabled(bool(plan.changes))
        self.agreed.connect(self._agree)

    def _table(self, plan: "ArchivePlan") -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for row, (name, count) in enumerate(self._counts(plan)):
            grid.addWidget(Label(name), row, 0)
            grid.addWidget(Label(self.kit.formats.number(count), "strong"), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _counts(self, plan: "ArchivePlan") -> Iterator[tuple[str, int]]:
        t = self.kit.t
        names = {"new": t("New"), "updated": t("Updated"), "unchanged": t("Unchanged"), "refused": t("Refused")}
        for key, name in names.items():
            yield name, plan.counts.get(key, 0)

    def _refused(self, plan: "ArchivePlan") -> QListView:
        t = self.kit.t
        model = QStandardItemModel(self)
        for row in plan.refused[:_MOST_REFUSED]:
            why = " ".join(one.text(t) for one in row.problems)
            number = self.kit.formats.number(row.line)
            model.appendRow(QStandardItem(t("{file}, line {number}: {why}", file=row.file, number=number, why=why)))
        view = QListView()
        view.setProperty("role", "options")
        view.setAccessibleName(t("What is refused, and why:"))
        view.setModel(model)
        view.setWordWrap(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setMinimumHeight(self.kit.theme.length(120))
        return view

    @Slot()
    def _agree(self) -> None:
        self.wait()
        self.taken.emit(self._path)
        self.accept()
