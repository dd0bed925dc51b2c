"""The button Files of a page with figures: take a file, write one, ask the company for one."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.base.filenames import safe_filename
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.figures.export_table import ExportLayout
from clusterdesk.exchange.figures.requests.sending import SentRequest
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.other_program import open_folder, opens
from clusterdesk.gui.pages.figures_files.request_dialog import RequestDialog
from clusterdesk.gui.pages.figures_files.sending import ReadRequest, SendRequest, WriteFigures
from clusterdesk.gui.save_as import ask_table_file, table_file
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.services.figure_requests import FigureRequest


class FileMenu(QMenu):
    """The entries behind the button; ``button`` goes into the head of the page."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Make the entries."""
        super().__init__(parent)
        self._context, self._host = context, parent
        self._organisation_id: UUID | None = None
        self._ledger_id: UUID | None = None
        self._name = ""
        self._layout = ExportLayout.WIDE
        self._dialog: RequestDialog | None = None
        t = context.kit.t
        self.button = Button(context.kit, t.c("of figures", "Files"), icon="file-spreadsheet")
        self.button.setMenu(self)
        self.setAccessibleName(t.c("of figures", "Files"))
        self.take = self._entry(t("Import figures…"), self._take)
        self.request = self._entry(t("Ask for the figures…"), self._ask)
        self.addSeparator()
        self.wide = self._entry(t("Export: months as columns…"), self._write_wide)
        self.long = self._entry(t("Export: a figure a row…"), self._write_long)
        self.quarters = self._entry(t("Export: quarters…"), self._write_quarters)
        self.shareable = QAction(t("Only what is shareable"), self)
        self.shareable.setCheckable(True)
        self.addAction(self.shareable)
        self.show_ledger(None, None, "")

    def show_ledger(self, organisation_id: UUID | None, ledger_id: UUID | None, name: str) -> None:
        """Work on this ledger from now on; without one only a file can be taken."""
        self._organisation_id, self._ledger_id, self._name = organisation_id, ledger_id, name
        for entry in (self.request, self.wide, self.long, self.quarters, self.shareable):
            entry.setEnabled(ledger_id is not None)

    def _entry(self, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    # taking

    @Slot()
    def _take(self) -> None:
        self._context.shell.go(routes.figures_file(None, self._organisation_id, self._ledger_id))

    # writing

    @Slot()
    def _write_wide(self) -> None:
        self._choose(ExportLayout.WIDE)

    @Slot()
    def _write_long(self) -> None:
        self._choose(ExportLayout.LONG)

    @Slot()
    def _write_quarters(self) -> None:
        self._choose(ExportLayout.QUARTERLY)

    def _choose(self, layout: ExportLayout) -> None:
        t = self._context.kit.t
        self._layout = layout
        name = safe_filename(t("Figures {name}", name=self._name), ".xlsx")
        ask_table_file(self._host, t("Export figures"), name, t, self.write_to)

    @Slot(str)
    def write_to(self, path: str) -> None:
        """Write the ledger into a file, laid out as chosen before."""
        if self._ledger_id is None:
            return
        target = table_file(path)
        edition = Edition.SHAREABLE if self.shareable.isChecked() else Edition.INTERNAL
        job = WriteFigures(self._ledger_id, target, self._layout, edition, self._context.kit.t)
        self._context.desk.submit(job, self._written, self._context.shell.show_error, owner=self)

    def _written(self, made: tuple[Path, int]) -> None:
        path, count = made
        t = self._context.kit.t
        words = t.n("{n} figure written: {name}", "{n} figures written: {name}", n=count, name=path.name)
        self._folder = path.parent
        self._context.shell.toast(words, t("Open the folder"), self._open_folder)

    # asking

    @Slot()
    def _ask(self) -> None:
        if self._ledger_id is not None:
            job = ReadRequest(self._ledger_id)
            self._context.desk.submit(job, self._show_request, self._context.shell.show_error, owner=self)

    def _show_request(self, request: FigureRequest) -> None:
        self._request = request
        self._dialog = RequestDialog(self._context.kit, request, self._host.window())
        self._dialog.decided.connect(self._send)
        self._dialog.open()

    @Slot(str, object)
    def _send(self, language: str, due_on: object) -> None:
        request = replace(self._request, language=language)
        author = self._context.settings.profile_name
        job = SendRequest(request, due_on, author, self._context.kit.t)  # type: ignore[arg-type]
        self._context.write(job, self._sent, self._not_sent, owner=self)

    def _sent(self, sent: SentRequest) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        t = self._context.kit.t
        self._folder = sent.draft.parent
        if opens(sent.draft):
            self._context.shell.toast_undo(t("The draft is open in your mail program; the promise is noted."))
        else:
            words = t("No program opens mail drafts here. The draft is kept: {name}", name=sent.draft.name)
            self._context.shell.toast(words, t("Open the folder"), self._open_folder)

    def _not_sent(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.tell(self._context.error_text(error))

    def _open_folder(self) -> None:
        open_folder(self._context, self._folder)
