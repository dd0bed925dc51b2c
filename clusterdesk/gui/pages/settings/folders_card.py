"""Where things lie on this computer, each folder opened in the file manager."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout

from clusterdesk.config.paths import config_file, reports_dir
from clusterdesk.gui.context import Context
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class FoldersCard(Card):
    """The folders: the binder, its outbox, its backups, the error reports, the settings."""

    def __init__(self, context: Context) -> None:
        """Ask where the binder lies."""
        super().__init__(spacing=10)
        self.context, self.kit = context, context.kit
        self.buttons: dict[str, IconButton] = {}
        self.paths: dict[str, Path] = {}
        t = self.kit.t
        note = t("Everything is on this computer. Copy the folder of the binder to another disk from time to time.")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.add(SectionHeader(t("Folders")), Label(note, "muted", wrap=True))
        self.body.addLayout(self._grid)

    def renew(self) -> None:
        """Ask where the binder lies."""
        self.context.desk.submit(_binder, self._show, latest="settings-folders", owner=self)

    def _show(self, binder: tuple[Path, Path, Path]) -> None:
        t = self.kit.t
        root, outbox, backups = binder
        names = {
            "binder": (t("The binder"), root),
            "outbox": (t("Outbox"), outbox),
            "backups": (t("Backups"), backups),
            "reports": (t("Error reports"), reports_dir()),
            "settings": (t("Settings"), config_file().parent),
        }
        if self.buttons:
            return
        for row, (key, (name, path)) in enumerate(names.items()):
            self.paths[key] = path
            button = IconButton(self.kit, "folder-open", t("Open the folder: {name}", name=name))
            button.setObjectName(key)
            button.clicked.connect(self._open)
            self.buttons[key] = button
            self._grid.addWidget(Label(name, "strong"), row, 0)
            self._grid.addWidget(ElidedLabel(str(path), "muted"), row, 1)
            self._grid.addWidget(button, row, 2)

    @Slot()
    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, IconButton):
            path = self.paths[button.objectName()]
            if not path.is_dir():
                self.context.shell.toast(self.kit.t("This folder is made with the first thing put into it."))
                return
            open_folder(self.context, path)


def _binder(desk: "Desk") -> tuple[Path, Path, Path]:
    folder = desk.store.folder
    return folder.root, folder.outbox, folder.backups
