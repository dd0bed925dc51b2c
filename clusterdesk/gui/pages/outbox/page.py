"""Envois: what waits for the shared drive, why and since when; where the others went."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import JobState
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.pages.outbox.adding import AddFileDialog
from clusterdesk.gui.pages.outbox.drive_card import DriveCard
from clusterdesk.gui.pages.outbox.reading import Forget, read_outbox
from clusterdesk.gui.pages.outbox.table import ARRIVED, OutboxTable
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Scope, Shortcut, listen
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import page_scroll

SEND = Shortcut("send-outbox", N_("Send now what waits"), ("F5",), N_("Outbox"), Scope.PAGE, "outbox")


class OutboxPage(Page):
    """The page."""

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: the files tell of many organisations."""
        return True

    def build(self) -> None:
        """Make the drive's card, the buttons and the table."""
        kit, t = self.kit, self.kit.t
        self.header = PageHeader(
            kit, t("Outbox"), note=t("What is meant for the team is kept here first, and goes to its folder by itself.")
        )
        self.add = Button(kit, t("Add a file…"), icon="plus", hint=t("Send a file from elsewhere to the team’s folder"))
        self.folder = Button(kit, t("Show the file"), icon="folder-open")
        self.forget = Button(kit, t("Give up…"), icon="x", hint=t("Do not send it any more"))
        self.send = Button(kit, t("Send now"), "primary", icon="send")
        self.send.say_keys(SEND)
        self.header.add(self.export_button(), self.add, self.folder, self.forget, self.send)
        self.drive = DriveCard(self.context)
        self.table = OutboxTable(kit)
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.drive)
        column.addWidget(self.table, 1)
        self.body.addWidget(self.header)
        self.body.addWidget(page_scroll(inner, t("Outbox")), 1)  # large text needs more than a small screen has
        self.send.clicked.connect(self._send)
        self.add.clicked.connect(self._choose)
        self.folder.clicked.connect(self._open_folder)
        self.forget.clicked.connect(self._ask_forget)
        self.table.opened.connect(self._open_folder)
        self.table.pointed.connect(self._tell)
        self.context.sending.told.connect(self._told)
        listen(self, SEND, t(SEND.label), self._send)
        self._tell()

    def listing(self) -> Shown:
        """Return the exports that are shown."""
        return Shown("outbox", self.kit.t("Outbox"), self.table.headings, self.table.cells)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Return the keys of the page."""
        return (SEND,)

    def enter(self, argument: object) -> None:
        """Look again each time: an export is no record, nobody tells of it."""
        self.reload()
        super().enter(argument)

    def refresh(self, changes: object) -> None:
        """Read the outbox."""
        self.context.desk.submit(read_outbox, self.table.show_exports, latest="outbox", owner=self)

    @Slot(object)
    def _told(self, _state: object) -> None:
        if self.isVisible():
            self.refresh(None)

    @Slot()
    def _tell(self) -> None:
        chosen = self.table.chosen
        self.forget.setEnabled(bool(chosen) and all(one.job.state not in ARRIVED for one in chosen))
        self.folder.setEnabled(self._place() is not None)
        self.send.setEnabled(any(one.job.state is not JobState.VERIFIED for one in self.table.exports))

    def _place(self) -> Path | None:
        """Return the folder the current file lies in: on the drive where it has arrived, else on this computer."""
        current, root = self.table.current, self.context.settings.shared_folder
        if current is None:
            return None
        if current.job.state in ARRIVED and root:
            return Path(root).expanduser().joinpath(*current.job.arrived_as.split("/")[:-1])
        return current.local.parent if current.local is not None else None

    @Slot()
    def _send(self) -> None:
        if not self.send.isEnabled():
            return
        if not self.context.settings.shared_folder:
            t = self.kit.t
            self.context.shell.toast(t("No folder of the team was chosen yet: what is sent waits on this computer."))
            return
        self.context.sending.send(now=True)

    @Slot()
    def _open_folder(self) -> None:
        place = self._place()
        if place is not None:
            open_folder(self.context, place)

    # from elsewhere

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.kit.t("Send a file from elsewhere to the team’s folder"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ask_about)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def ask_about(self, path: str) -> None:
        """Ask what a file from elsewhere is, and send it."""
        dialog = AddFileDialog(self.context, Path(path), self.window())
        dialog.queued.connect(self._queued)
        dialog.open()

    @Slot()
    def _queued(self) -> None:
        self.refresh(None)

    # giving up

    @Slot()
    def _ask_forget(self) -> None:
        t = self.kit.t
        titles = self.kit.formats.joined([t("“{title}”", title=one.job.title) for one in self.table.chosen])
        heading = t("Give up {titles}?", titles=titles)
        dialog = AskDialog(self.kit, heading, t("Give up"), danger=True, parent=self.window())
        note = t("The copy in the outbox is removed, and nothing of it reaches the team.")
        dialog.content.addWidget(Label(note, wrap=True))
        dialog.agreed.connect(self._forget)
        dialog.agreed.connect(dialog.accept)
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        job = Forget(one.job.id for one in self.table.chosen)
        self.context.desk.submit(job, self._forgotten, self.context.shell.show_error, owner=self)

    def _forgotten(self, count: int) -> None:
        t = self.kit.t
        self.context.shell.toast(t.n("{n} export was given up.", "{n} exports were given up.", n=count))
        self.context.sending.send()
        self.refresh(None)
