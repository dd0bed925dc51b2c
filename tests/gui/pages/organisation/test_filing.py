"""Photos and mails dropped on the window: each finds its visit or organisation, or is given one."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Session, SessionKind
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.filing import Reason
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.filing import FilingDialog
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.shell.main_window import MainWindow
from tests.exchange.filing import makers
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import clipped_texts, delete_now, nameless_widgets, press


@pytest.fixture
def dropped_files(tmp_path: Path, rich: Rich) -> list[Path]:
    made = {
        "feuille.jpg": makers.saved(makers.page(short_code(rich.planned)), "JPEG"),
        "atelier.jpg": makers.saved(makers.page(), "JPEG", datetime(2026, 11, 23, 10, 20)),  # noqa: DTZ001 - a camera's
        "rien.png": makers.saved(makers.page(), "PNG"),
        "mail.eml": bytes(makers.mail("x@noord.example", "y@cluster.example", "Devis", "Voici.")),
        "casse.jpg": b"no picture",
    }
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in made]


@pytest.fixture
def dialog(
    window: MainWindow, open_page: Open, dropped_files: list[Path], rich: Rich, qtbot: QtBot
) -> Iterator[FilingDialog]:
    open_page(routes.organisation(rich.organisation))
    window._stack._take(dropped_files)
    found = window.findChild(FilingDialog)
    assert found is not None
    qtbot.waitUntil(lambda: all(row._why.text() != "Lecture…" for row in found.rows), timeout=MOMENT)
    qtbot.waitUntil(lambda: not window.context.desk.busy and not window.context.files.busy, timeout=MOMENT)
    yield found
    if window.findChild(FilingDialog) is not None:
        delete_now(found)


def test_each_file_says_where_it_belongs_and_why(dialog: FilingDialog) -> None:
    sheet, photo, nothing, mail, broken = dialog.rows
    assert [row.place.reason if row.place else None for row in (sheet, photo)] == [Reason.CODE, Reason.HOUR]
    assert nothing.place is None
    assert mail.place is None
    assert "abîmé" in broken._problem.text() or "lire" in broken._problem.text()
    assert dialog.consent.text() == "Classer les 2"
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []


def test_they_are_filed_and_what_has_no_place_is_given_one(
    dialog: FilingDialog, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    sheet, photo, _nothing, mail, _broken = dialog.rows
    mail.line.setText("noord")
    press(mail.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: mail.place is not None, timeout=MOMENT)
    dialog.consent.click()
    qtbot.waitUntil(lambda: sheet.done and photo.done and mail.done, timeout=MOMENT)
    documents = ask(lambda store: store.find(Document))
    assert isinstance(documents, list)
    assert {one.name: one.session_id for one in documents if one.name != "mail.eml"} == {
        "feuille.jpg": rich.planned,
        "atelier.jpg": rich.planned,
    }
    (session,) = ask(lambda store: store.find(Session, kind=SessionKind.MAIL))  # type: ignore[misc]
    assert session.subject == "Devis"  # type: ignore[has-type]
    assert dialog.isVisible(), "two files still have no place"
    window.undo()
    qtbot.waitUntil(lambda: not ask(lambda store: store.find(Document)), timeout=MOMENT)
    assert ask(lambda store: store.find(Session, kind=SessionKind.MAIL)) == []


def test_a_code_typed_by_hand_finds_the_visit(dialog: FilingDialog, rich: Rich, qtbot: QtBot) -> None:
    nothing = dialog.rows[2]
    nothing.line.setText(short_code(rich.planned).lower())
    press(nothing.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: nothing.place is not None, timeout=MOMENT)
    assert nothing.place is not None
    assert nothing.place.session_id == rich.planned
    nothing.line.setText("zzzz")
    press(nothing.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(nothing._problem.text()), timeout=MOMENT)


def test_a_mail_dropped_on_an_organisation_becomes_a_session(
    open_page: Open, rich: Rich, dropped_files: list[Path], ask: Ask, qtbot: QtBot
) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    page.side.documents.attach([str(dropped_files[3])])
    qtbot.waitUntil(lambda: bool(ask(lambda store: store.find(Session, kind=SessionKind.MAIL))), timeout=MOMENT)
