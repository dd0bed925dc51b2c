"""The binders that are there."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.config.settings import Settings
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button, CutButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import ElidedLabel


class KnownCard(Card):
    """Lists binders by name and folder.

    Signals:
        chosen: the folder (Path) of one.
        folder_asked: another folder is wanted.
    """

    chosen = Signal(object)
    folder_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make an empty list."""
        super().__init__(spacing=10)
        self._kit = kit
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.other = Button(kit, kit.t("Open another folder…"), "link", icon="folder-open")
        self.other.clicked.connect(self.folder_asked)
        self.add(SectionHeader(kit.t("On this computer")))
        self.body.addLayout(self._rows)
        self.add(self.other)

    def show_binders(self, settings: Settings) -> None:
        """Show what is there now."""
        from clusterdesk.services.binders import known_binders

        clear_layout(self._rows)
        for known in known_binders(settings):
            self._rows.addWidget(_Known(self._kit, known.path, self, usual=known.usual))

    @Slot()
    def choose(self) -> None:
        """Open the binder whose button was pressed."""
        button = self.sender()
        row = button.parent() if button is not None else None
        if isinstance(row, _Known):
            self.chosen.emit(row.path)


class _Known(QWidget):
    """A binder: its name, which opens it, and where it lies."""

    def __init__(self, kit: Kit, path: Path, card: KnownCard, *, usual: bool) -> None:
        super().__init__()
        self.path = path
        self.button = CutButton(kit, path.name, "name")
        self.button.setEnabled(not usual)
        self.button.clicked.connect(card.choose)
        where = kit.t("{folder} – open now", folder=path.parent) if usual else str(path.parent)
        note = ElidedLabel(where, "small")
        note.setContentsMargins(5, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        column.addWidget(note)
