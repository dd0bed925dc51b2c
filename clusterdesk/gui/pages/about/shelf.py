"""A list of texts at the left, the one that is chosen at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QPlainTextEdit

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.page_header import FoldingRow

_FOLDS_UNDER = 640


class TextShelf(FoldingRow):
    """Shows texts by name.

    Signals:
        chosen: the key of the text that is chosen now; ask for it and answer by ``show_text``.
    """

    chosen = Signal(str)

    def __init__(self, kit: Kit, name: str) -> None:
        """Make an empty shelf; ``name`` says what the list holds."""
        super().__init__(kit, _FOLDS_UNDER)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setProperty("role", "options")
        self.list.setAccessibleName(name)
        self.list.setModel(self._model)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        for part, share in ((self.list, 2), (self.text, 3)):
            frame = Card(margin=6)
            frame.add(part)
            self.add(frame, share)
        self.list.selectionModel().currentChanged.connect(self._turned)

    @property
    def key(self) -> str:
        """The key of the text that is chosen; empty where there is none."""
        return str(self.list.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def show_titles(self, titles: Sequence[tuple[str, str]]) -> None:
        """List texts: key and title each; the one that was chosen stays chosen, else the first one is."""
        before = self.key
        self._model.clear()
        for key, title in titles:
            item = QStandardItem(title)
            item.setData(key, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        keys = [key for key, _title in titles]
        if keys:
            self.list.setCurrentIndex(self._model.index(keys.index(before) if before in keys else 0, 0))
        else:
            self.text.clear()

    def show_text(self, title: str, text: str) -> None:
        """Show a text; ``title`` is what screen readers call it."""
        self.text.setAccessibleName(title)
        self.text.setPlainText(text)

    @Slot(QModelIndex, QModelIndex)
    def _turned(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if self.key:
            self.chosen.emit(self.key)
