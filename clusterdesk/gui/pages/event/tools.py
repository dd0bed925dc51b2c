"""What can be done with an event beside its fields: invite, print, save it as an appointment, take registrations."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.base.filenames import safe_filename
from clusterdesk.domain.views.programme import EventPage
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.pages.event.inviting import EventCalendar
from clusterdesk.gui.pages.event.papers import PapersButton
from clusterdesk.gui.pages.programme import keys
from clusterdesk.gui.shortcuts import Shortcut, listen
from clusterdesk.gui.widgets.buttons import Button


class EventTools(QObject):
    """Buttons and menu entries of an event's page."""

    keys: tuple[Shortcut, ...] = (keys.PRINT_EVENT, keys.INVITE)

    def __init__(self, context: Context, page: QWidget) -> None:
        """Make them for a page; their keys work on it."""
        super().__init__(page)
        self._context, self._page = context, page
        self._shown: EventPage | None = None
        self._saved = Path()
        t = context.kit.t
        self.papers = PapersButton(context, page)
        self.invite = Button(
            context.kit, t.c("act", "Invite"), icon="send", hint=t("Whom, by a filter; with mail drafts")
        )
        self.invite.say_keys(keys.INVITE)
        self.invite.clicked.connect(self._invite)
        listen(page, keys.INVITE, t(keys.INVITE.label), self._invite)
        self.calendar = QAction(t("Save as an appointment (.ics)…"), self)
        self.calendar.triggered.connect(self._ask_calendar)
        self.registrations = QAction(t("Import registrations…"), self)
        self.registrations.triggered.connect(self._ask_registrations)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The buttons beside the title."""
        return self.invite, self.papers

    @property
    def actions(self) -> tuple[QAction, ...]:
        """What stands in the menu."""
        return self.registrations, self.calendar

    def show_page(self, page: EventPage) -> None:
        """Know the event."""
        self._shown = page
        self.papers.show_page(page)
        for one in (self.invite, self.papers):
            one.setEnabled(not page.row.record.deleted)

    @Slot()
    def _invite(self) -> None:
        if self._shown is None or self._shown.row.record.deleted:
            return
        from clusterdesk.gui.pages.event.invite_dialog import InviteDialog

        record = self._shown.row.record
        InviteDialog(self._context, record.id, record.title, self._page.window()).open()

    @Slot()
    def _ask_calendar(self) -> None:
        if self._shown is None:
            return
        t, record = self._context.kit.t, self._shown.row.record
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, self.calendar.text().removesuffix("…"), folder, t("Calendar (*.ics)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(safe_filename(f"{record.on.isoformat()} {record.title}", ".ics"))
        dialog.fileSelected.connect(self.save_calendar)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_calendar(self, path: str) -> None:
        """Save the event as an appointment."""
        if self._shown is not None:
            job = EventCalendar(self._shown.row.record.id, Path(path), self._context.kit.t.language)
            self._context.desk.submit(job, self._told, self._refused, owner=self)

    @Slot()
    def _ask_registrations(self) -> None:
        t = self._context.kit.t
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = t("Lists (*.csv *.tsv *.txt *.xlsx *.ods)")
        dialog = QFileDialog(self._page, self.registrations.text().removesuffix("…"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_registrations)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def take_registrations(self, path: str) -> None:
        """Look at a list of registrations for the event before anything is written."""
        if self._shown is not None:
            self._context.shell.go(routes.import_file(Path(path), "registrations", self._shown.row.record.id))

    def _told(self, path: Path) -> None:
        self._saved = path
        t = self._context.kit.t
        self._context.shell.toast(t("Saved: {name}", name=path.name), t("Open the folder"), self._open_folder)

    def _open_folder(self) -> None:
        open_folder(self._context, self._saved.parent)

    def _refused(self, error: BaseException) -> None:
        self._context.shell.show_error(error)
