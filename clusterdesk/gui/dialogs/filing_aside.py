"""What was dropped with files to be filed and is no such file: a line says what it is, why it waits, and what to do."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.dropped import DropUse
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label

_KINDS = {DropUse.LIST: N_("list"), DropUse.CALENDAR: N_("calendar"), DropUse.FOLDER: N_("folder")}
_WHY = {
    DropUse.LIST: N_("A list is imported, not filed: one at a time."),
    DropUse.CALENDAR: N_("A calendar is read by Week, not filed."),
    DropUse.FOLDER: N_("A folder is not taken: drop the files that are in it."),
}
_ACTIONS = {
    DropUse.LIST: (N_("Import the list…"), N_("Import the list: {what}")),
    DropUse.CALENDAR: (N_("Read the calendar…"), N_("Read the calendar: {what}")),
}
_WAYS = {DropUse.LIST: routes.import_file, DropUse.CALENDAR: routes.read_calendar}


class AsideRow(QWidget):
    """A line of the dialog.

    Signals:
        went: somebody wants to read it now (a Route).
    """

    went = Signal(object)

    def __init__(self, kit: Kit, path: Path, use: DropUse) -> None:
        """Show what it is."""
        super().__init__()
        self.path, self._use = path, use
        self.button: Button | None = None
        t = kit.t
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(ElidedLabel(path.name, "strong"), 1)
        head.addWidget(Chip(t(_KINDS[use]), Tone.NEUTRAL), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(Label(t(_WHY[use]), "muted", wrap=True))
        if use in _ACTIONS:
            words, spoken = _ACTIONS[use]
            self.button = Button(kit, t(words))
            self.button.setAutoDefault(False)
            self.button.setAccessibleName(t(spoken, what=path.name))
            self.button.clicked.connect(self._go)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _go(self) -> None:
        self.went.emit(_WAYS[self._use](self.path))
