"""The preview: the pages as they will be printed, and what can be done with them."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from clusterdesk.gui.briefing import drawing, keeping
from clusterdesk.gui.briefing.paper import PrintPages, a4_printer, usual_printer
from clusterdesk.gui.briefing.reading import BriefViews, ReadBriefs
from clusterdesk.gui.briefing.request import BriefRequest, heading
from clusterdesk.gui.other_program import open_folder, opens
from clusterdesk.gui.outgoing.telling import send_brief
from clusterdesk.gui.pages.preview.choices import LEAVE, PRINT, BriefChoices
from clusterdesk.gui.pages.preview.pdf_pages import PdfPages
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut, listen
from clusterdesk.gui.tasks import Ticket
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.page_header import PageHeader


class PreviewPage(Page):
    """Shows the sheets or reports of a BriefRequest, its argument."""

    shows = (
        "organisation",
        "address",
        "establishment",
        "contact",
        "contact_role",
        "contact_point",
        "project",
        "coaching_file",
        "session",
        "session_attendee",
        "session_note",
        "action",
        "evidence",
        "working_group",
        "group_member",
        "meeting",
        "meeting_attendance",
        "meeting_decision",
        "board_remark",
        "board_freeze",
    )

    brief: drawing.DrawnBrief | None = None
    _views: BriefViews | None = None
    _ticket: Ticket | None = None
    _printer_name = ""
    _fresh = False

    def build(self) -> None:
        """Make header, pages and choices."""
        t = self.kit.t
        self.header = PageHeader(self.kit, t("Preview"))
        self.print_button = Button(self.kit, t("Print"), "primary", icon="printer")
        self.save_button = Button(self.kit, t("Save as…"), icon="download")
        self.mail_button = Button(self.kit, t("E-mail"), icon="mail")
        self.word_button = Button(self.kit, t("Word"), icon="file-text", hint=t("Save as a Word file (.docx)"))
        self.team_button = Button(self.kit, t("To the team"), icon="send", hint=t("Send it to the team’s folder"))
        self.sheet_button = Button(self.kit, t("Excel"), icon="table", hint=t("Save the workbook behind it (.xlsx)"))
        self.header.add(
            self.sheet_button, self.word_button, self.mail_button, self.team_button, self.save_button, self.print_button
        )
        self.busy = BusyBar(self.kit)
        self.pages = PdfPages(self.kit)
        self.choices = BriefChoices(self.kit)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.pages, 1)
        row.addWidget(self.choices.scrolled())
        self.body.addWidget(self.header)
        self.body.addWidget(self.busy)
        self.body.addLayout(row, 1)
        self._connect()

    def argument_changed(self) -> None:
        """Prepare for another request."""
        request = self._request()
        self.choices.begin(request)
        self.word_button.setVisible(request.has_docx)
        self.sheet_button.setVisible(request.is_report)
        self.header.set_title(self._heading(""))
        self._show(None, None)
        self._fresh = True

    def refresh(self, changes: object) -> None:
        """Draw the pages anew."""
        if self._ticket is not None:
            self._ticket.forget()
        self._printer_name = usual_printer()
        self.choices.tell_printer(there=bool(self._printer_name))
        t, request = self.kit.t, self._request()
        step = t("Reading what stands on the pages")
        self.busy.start(step)
        self._ticket = self.context.desk.submit_long(
            ReadBriefs(request, self.choices.choice, self.context.settings, step),
            self._draw,
            self._failed,
            on_progress=self.busy.progress,
            on_cancelled=self.busy.finish,
            owner=self,
        )

    def is_private(self) -> bool:
        """Be covered while somebody else looks on and the pages are about several organisations."""
        return self._request().count > 1

    def shortcuts(self) -> Iterable[Shortcut]:
        """Print with Ctrl+P, go back with Escape."""
        return (PRINT, LEAVE)

    def _connect(self) -> None:
        self.choices.chosen.connect(self._chosen)
        self.choices.fitted.connect(self._fit)
        self.choices.reader_asked.connect(self._open_in_reader)
        self.choices.report.messages_asked.connect(self._go_to_messages)
        self.print_button.clicked.connect(self._print_now)
        self.choices.printer_asked.connect(self._ask_printer)
        self.save_button.clicked.connect(self._ask_where)
        self.word_button.clicked.connect(self._make_docx)
        self.sheet_button.clicked.connect(self._ask_where_sheet)
        self.mail_button.clicked.connect(self._mail)
        self.team_button.clicked.connect(self._send_to_team)
        self.busy.cancel_asked.connect(self._cancel)
        listen(self, PRINT, self.kit.t(PRINT.label), self.print_button.click)
        listen(self, LEAVE, self.kit.t(LEAVE.label), self.left.emit)

    def _request(self) -> BriefRequest:
        assert isinstance(self.argument, BriefRequest)
        return self.argument

    def _heading(self, organisation: str) -> str:
        return heading(self._request(), organisation, self.kit)

    def _draw(self, views: BriefViews) -> None:
        self._views = views
        self.choices.tell_report([view for _, view in views.views])
        step = self.kit.t("Drawing the pages")
        self._ticket = self.context.files.submit(
            drawing.DrawBriefs(views, self._house(), self.kit.t, self.kit.clock.today(), step),
            self._drawn,
            self._failed,
            on_progress=self.busy.progress,
            on_cancelled=self.busy.finish,
            owner=self,
        )

    def _drawn(self, brief: drawing.DrawnBrief) -> None:
        self.busy.finish()
        self._show(self._views, brief)
        self.header.set_title(self._heading(brief.organisation))
        self.subject = brief.organisation
        self.titled.emit("")
        if self._fresh and self.isVisible():
            # Enter does what one came for.
            (self.print_button if self._printer_name else self.save_button).setFocus()
        self._fresh = False
        if self._views is not None and self._request().is_bag:
            bag = keeping.KeepBag(self._views, brief, self._house())
            self.context.files.submit(bag, self._kept, self._failed, owner=self)
        if self._views is not None and brief.workbook:
            report = keeping.KeepReport(self._views.bag_folder, brief)
            self.context.files.submit(report, self._kept, self._failed, owner=self)

    def _kept(self, kept: tuple[Path, int]) -> None:
        self._last_saved = kept[0] / "…"
        t = self.kit.t
        words = t.n("{n} file is ready in the outbox.", "{n} files are ready in the outbox.", n=kept[1])
        self.context.shell.toast(words, t("Open the folder"), self._open_folder)

    def _failed(self, error: BaseException) -> None:
        self.busy.finish()
        self.context.shell.show_error(error)

    def _show(self, views: BriefViews | None, brief: drawing.DrawnBrief | None) -> None:
        self._views, self.brief = views, brief
        self.pages.show_pdf(brief.pdf if brief else b"")
        self.choices.tell(brief.filename if brief else "", self.pages.page_count if brief else 0)
        ways = (self.save_button, self.mail_button, self.team_button, self.word_button, self.sheet_button)
        for button in (*ways, self.choices.reader, self.choices.printer):
            button.setEnabled(brief is not None)
        self.print_button.setEnabled(brief is not None and bool(self._printer_name))
        none = self.kit.t("No printer is set up on this computer.")
        self.print_button.set_hint(self._printer_name or none)
        if self._printer_name:
            self.print_button.say_keys(PRINT)

    def _house(self) -> drawing.HouseFacts:
        return drawing.HouseFacts(self.context.settings.house_name, self.context.settings.house_logo)

    @Slot(object)
    def _chosen(self, _choice: object) -> None:
        self.refresh(None)

    @Slot(bool)
    def _fit(self, whole: bool) -> None:
        self.pages.fit(whole_page=whole)

    @Slot()
    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    @Slot()
    def _go_to_messages(self) -> None:
        self.context.shell.go(self.choices.report.messages_place())

    # printing

    @Slot()
    def _print_now(self) -> None:
        """Print everything on the usual printer, without a question."""
        if self.brief is not None:
            self._printer = a4_printer()
            self._printer.setDocName(self.brief.filename)
            self._print()

    @Slot()
    def _ask_printer(self) -> None:
        if self.brief is None:
            return
        self._printer = a4_printer()
        self._printer.setDocName(self.brief.filename)
        dialog = QPrintDialog(self._printer, self)
        dialog.setMinMax(1, self.pages.page_count)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(self._print)
        dialog.setModal(True)
        dialog.show()

    @Slot()
    def _print(self) -> None:
        if self.brief is None:
            return
        step = self.kit.t("Printing")
        self.busy.start(step)
        self._ticket = self.context.files.submit(
            PrintPages(self.brief.pdf, self._printer, step),
            self._printed,
            self._failed,
            on_progress=self.busy.progress,
            on_cancelled=self.busy.finish,
            owner=self,
        )

    def _printed(self, pages: int) -> None:
        self.busy.finish()
        self.context.shell.toast(
            self.kit.t.n(
                "{n} page went to the printer {name}.",
                "{n} pages went to the printer {name}.",
                n=pages,
                name=self._printer.printerName(),
            )
        )

    # saving

    @Slot()
    def _ask_where(self) -> None:
        if self.brief is not None:
            self._save_as(self.brief.filename, self.brief.pdf, self.kit.t("PDF (*.pdf)"))

    @Slot()
    def _ask_where_sheet(self) -> None:
        if self.brief is not None:
            self._save_as(self.brief.workbook_name, self.brief.workbook, self.kit.t("Excel (*.xlsx)"))

    @Slot()
    def _make_docx(self) -> None:
        if self._views is not None:
            self.context.files.submit(drawing.DrawDocx(self._views, self._house()), self._docx_made, owner=self)

    def _docx_made(self, made: tuple[str, bytes]) -> None:
        self._save_as(*made, self.kit.t("Word (*.docx)"))

    def _save_as(self, name: str, content: bytes, kinds: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._content = content
        dialog = QFileDialog(self, self.kit.t("Save as"), folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Save what was asked for last under a path, over what is there (the dialog has asked)."""
        self.context.files.submit(keeping.SaveFile(Path(path), self._content), self._saved, self._failed, owner=self)

    def _saved(self, path: Path) -> None:
        self._last_saved = path
        t = self.kit.t
        self.context.shell.toast(t("Saved: {name}", name=path.name), t("Open the folder"), self._open_folder)

    def _open_folder(self) -> None:
        open_folder(self.context, self._last_saved.parent)

    # leaving for other programs

    @Slot()
    def _mail(self) -> None:
        if self._views is None or self.brief is None:
            return
        job = keeping.WriteDraft(self._views, self.brief, self.context.settings.profile_name, self.kit.t)
        self.context.files.submit(job, self._open_draft, self._failed, owner=self)

    def _open_draft(self, path: Path) -> None:
        t = self.kit.t
        self._last_saved = path
        if opens(path):
            self.context.shell.toast(t("The draft is open in your mail program."))
        else:
            text = t("No program opens mail drafts here. The draft is kept: {name}", name=path.name)
            self.context.shell.toast(text, t("Open the folder"), self._open_folder)

    @Slot()
    def _send_to_team(self) -> None:
        if self.brief is not None:
            send_brief(self.context, self, self.brief, self.choices.choice)

    @Slot()
    def _open_in_reader(self) -> None:
        if self._views is not None and self.brief is not None:
            path = self._views.drafts_folder.parent / "preview" / self.brief.filename
            self.context.files.submit(
                keeping.SaveFile(path, self.brief.pdf), self._open_reader, self._failed, owner=self
            )

    def _open_reader(self, path: Path) -> None:
        self._last_saved = path
        if not opens(path):
            t = self.kit.t
            self.context.shell.toast(t("No program opens PDF files here."), t("Open the folder"), self._open_folder)
