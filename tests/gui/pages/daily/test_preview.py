"""The preview: pages read back, languages and editions, printing, saving, mailing."""

from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from clusterdesk.base.errors import KnownError
from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.commands.sessions import AddSessionNote, NewNote
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.edition import Edition
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.drawing import DrawDocx, HouseFacts
from clusterdesk.gui.briefing.keeping import SaveFile
from clusterdesk.gui.briefing.paper import PrintPages, a4_printer
from clusterdesk.gui.briefing.request import BriefRequest, report_of, sheet_of
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.tasks import CancelledError, Progress
from clusterdesk.services.sessions import add_session_note
from tests.gui.pages.daily.conftest import Settle, Show, System
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import clipped_texts, nameless_widgets


def text_of(pdf: bytes) -> str:
    """Read the text of all pages back."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = " ".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return " ".join(text.split())


def pdf_of(page: PreviewPage) -> bytes:
    """Give the document shown."""
    assert page.brief is not None
    return page.brief.pdf


@pytest.fixture
def page(show: Show, rich: Rich) -> PreviewPage:
    """The visit sheet of the planned visit."""
    shown = show(routes.preview(sheet_of(rich.planned)))
    assert isinstance(shown, PreviewPage)
    return shown


def test_the_sheet_is_shown_and_named(page: PreviewPage) -> None:
    assert page.pages.page_count == 2
    assert page.header.title == "Fiche de visite – Atelier Noord"
    assert "Atelier Noord" in text_of(pdf_of(page))
    assert page.brief is not None
    assert page.brief.filename == "2026-11-23 Fiche de visite – Atelier Noord.pdf"
    assert nameless_widgets(page) == []
    page.grab()
    assert clipped_texts(page) == []


def test_the_document_changes_its_language_not_the_window(page: PreviewPage, settle: Settle) -> None:
    page.choices.languages._chips["nl"].click()
    settle()
    assert page.brief is not None
    assert page.brief.language == "nl"
    assert "Bezoekfiche" in page.brief.filename
    assert page.print_button.accessibleName() == "Imprimer"


def test_internal_notes_stand_on_the_internal_edition_only(show: Show, rich: Rich, ask: Ask, settle: Settle) -> None:
    secret = NewNote(text="Secret de fabrication", visibility=Visibility.INTERNAL)
    ask(lambda store: add_session_note(store, AddSessionNote(session_id=rich.planned, note=secret)))
    page = show(routes.preview(report_of(rich.planned)))
    assert isinstance(page, PreviewPage)
    assert "Secret" not in text_of(pdf_of(page))
    page.choices.editions._chips[Edition.INTERNAL].click()
    settle()
    assert "Secret de fabrication" in text_of(pdf_of(page))


def test_several_sheets_become_one_document(show: Show, rich: Rich) -> None:
    request = BriefRequest(BriefKind.VISIT_SHEET, (rich.planned,), (rich.organisation,))
    page = show(routes.preview(request))
    assert isinstance(page, PreviewPage)
    assert page.header.title == "2 fiches de visite"
    assert page.pages.page_count == 4
    assert page.brief is not None
    assert page.brief.filename == "2026-11-23 Fiches de visite.pdf"
    assert not page.word_button.isVisible()


def test_without_a_printer_the_reason_is_told(page: PreviewPage) -> None:
    page._printer_name = ""
    page._show(page._views, page.brief)
    assert not page.print_button.isEnabled()
    assert page.print_button.toolTip() == "Aucune imprimante n’est installée sur cet ordinateur."


def test_pages_are_printed_at_their_size(page: PreviewPage, tmp_path: Path) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    steps: list[int] = []
    progress = Progress()
    progress.listen(lambda _step, done, _total: steps.append(done))
    assert PrintPages(pdf_of(page), printer, "…")(progress) == 2
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == 2
    assert round(printed.pagePointSize(0).width()) == 595
    printed.close()
    assert steps[-1] == 2


def test_printing_stops_when_cancelled(page: PreviewPage, tmp_path: Path) -> None:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        PrintPages(pdf_of(page), printer, "…")(progress)


def test_the_pdf_is_saved_whole(
    page: PreviewPage, window: MainWindow, tmp_path: Path, settle: Settle, system: System
) -> None:
    page._content = pdf_of(page)
    page.save_to(str(tmp_path / "fiche.pdf"))
    settle()
    assert (tmp_path / "fiche.pdf").read_bytes() == pdf_of(page)
    assert window.toasts.texts[0].endswith(": fiche.pdf")
    page._open_folder()
    assert system.opened == [str(tmp_path)]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError) as told:
        SaveFile(tmp_path / "file" / "fiche.pdf", b"%PDF")(Progress())
    assert told.value.code == "file_not_written"


def test_a_draft_carries_the_pdf(
    page: PreviewPage, window: MainWindow, settle: Settle, system: System, binder: Path
) -> None:
    page.mail_button.click()
    settle()
    (path,) = system.opened
    assert Path(path).parent == binder / "outbox" / "mail"
    message = message_from_bytes(Path(path).read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert attached.get_content() == pdf_of(page)
    assert window.toasts.texts == ("Le brouillon est ouvert dans votre messagerie.",)


def test_a_report_becomes_a_word_file(show: Show, rich: Rich) -> None:
    page = show(routes.preview(report_of(rich.planned)))
    assert isinstance(page, PreviewPage)
    assert page.word_button.isVisible()
    assert page._views is not None
    name, content = DrawDocx(page._views, HouseFacts("Maison", ""))(Progress())
    assert name.endswith(".docx")
    assert "word/document.xml" in ZipFile(BytesIO(content)).namelist()


def test_a_change_is_drawn_at_once(page: PreviewPage, window: MainWindow, rich: Rich, settle: Settle) -> None:
    from clusterdesk.domain.commands.records import EditRecord
    from clusterdesk.gui.forms import jobs

    command = EditRecord(type_key="organisation", record_id=rich.organisation, values={"name": "Atelier Zuid"})
    page.context.write(lambda desk: jobs.edit(command, desk))
    settle()
    assert "Atelier Zuid" in text_of(pdf_of(page))


def test_the_reader_of_the_system_gets_a_copy(page: PreviewPage, settle: Settle, system: System, qtbot: QtBot) -> None:
    page.choices.reader.click()
    qtbot.waitUntil(lambda: bool(system.opened), timeout=MOMENT)
    assert Path(system.opened[0]).read_bytes() == pdf_of(page)
