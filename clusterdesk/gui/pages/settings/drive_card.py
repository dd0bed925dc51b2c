"""The shared drive in settings: which folder is the team's, and what goes where in it."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.destinations import PLACEHOLDERS, check_template
from clusterdesk.domain.outgoing.states import DriveState
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.settings.fields import Fields, SettingsCard
from clusterdesk.gui.sending import OutboxState
from clusterdesk.gui.shell.drive_mark import WORDS
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import ElidedLabel, Label

TEMPLATES = {
    "drive_briefs": N_("Printed pages go to"),
    "drive_lists": N_("Lists and calendars go to"),
    "drive_open_exports": N_("The open export goes to"),
    "drive_parcels": N_("Parcels go to"),
}


class DriveSettings(SettingsCard):
    """The folder that the team shares: chosen, marked once, let go; and the folders in it."""

    def __init__(self, context: Context, fields: Fields) -> None:
        """Show what is in force."""
        t = context.kit.t
        note = t("What you send to the team waits here and goes there by itself. Nothing there is replaced.")
        super().__init__(context, t("Shared drive"), note, fields)
        self.folder = ElidedLabel("", "strong")
        self.folder.setContentsMargins(7, 0, 7, 0)
        self.state = Label("", "muted", wrap=True)
        self.state.setContentsMargins(7, 0, 7, 0)
        self.problem = Label("", "problem", wrap=True)
        self.problem.setContentsMargins(7, 0, 7, 0)
        self.problem.hide()
        self.choose = Button(self.kit, t("Choose the team’s folder…"), icon="folder-open")
        self.set_up = Button(
            self.kit, t("Set this folder up"), icon="check", hint=t("Mark it as the folder of your team")
        )
        self.let_go = Button(self.kit, t("No shared drive"), "link", icon="x")
        self.add(self.folder, self.state, self.problem, Row(self.choose, self.set_up, self.let_go))
        names = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        known = Label(t("Folders inside it; known are {names}.", names=names), "muted", wrap=True)
        known.setContentsMargins(7, 6, 7, 0)
        self.add(known)
        for key, caption in TEMPLATES.items():
            self.bind(key, InlineText(self.kit, t(caption)), check_template)
        self.whole("drive_silence_seconds", t("Taken for dead after so many seconds of silence"))
        self.choose.clicked.connect(self._ask)
        self.set_up.clicked.connect(self._set_up)
        self.let_go.clicked.connect(self._let_go)
        context.sending.told.connect(self._told)
        context.sending.folder_answered.connect(self._answered)
        context.preferences.changed.connect(self._changed)
        self._told(context.sending.state)

    @Slot(str)
    def take(self, folder: str) -> None:
        """Make a folder the team's: it is marked, so that it is known again."""
        if folder:
            self.problem.hide()
            self.choose.setEnabled(False)
            self.state.setText(self.kit.t("Asking the drive…"))
            self.context.sending.folder_asked.emit(folder)

    @Slot()
    def _ask(self) -> None:
        t = self.kit.t
        start = self.context.settings.shared_folder or str(Path.home())
        dialog = QFileDialog(self.window(), t("Choose the team’s folder…"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _set_up(self) -> None:
        self.take(self.context.settings.shared_folder)

    @Slot()
    def _let_go(self) -> None:
        self.problem.hide()
        self.context.sending.folder_asked.emit("")

    @Slot(object)
    def _answered(self, error: BaseException | None) -> None:
        self.choose.setEnabled(True)
        self.problem.setVisible(error is not None)
        if error is not None:
            self.problem.setText(self.context.error_text(error))
        self._told(self.context.sending.state)

    @Slot(str)
    def _changed(self, key: str) -> None:
        if key == "shared_folder":
            self._told(self.context.sending.state)

    @Slot(object)
    def _told(self, state: OutboxState | None) -> None:
        t, folder = self.kit.t, self.context.settings.shared_folder
        self.folder.setText(folder or t("No folder was chosen."))
        self.let_go.setVisible(bool(folder))
        self.set_up.setVisible(bool(folder) and state is not None and state.drive is DriveState.NOT_RECOGNISED)
        self.state.setText(t(WORDS[state.drive]) if folder and state is not None and state.asked else "")
        self.state.setVisible(bool(self.state.text()))
