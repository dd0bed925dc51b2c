"""Files of all kinds dropped together: each is handled, or named with what to do about it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.commands.referrals import CreateReferral, HandOver
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.referrals import Referral, ReferralState
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.short_codes import short_code
from clusterdesk.exchange.answers.answer_files import AnswerFile, write_answer_file
from clusterdesk.gui import routes
from clusterdesk.gui.answers.dialog import AnswerDialog
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dialogs.filing import FilingDialog
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.week.page import WeekPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.label import Chip
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from tests.exchange.filing import makers
from tests.factories import add
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, clipped_texts, delete_now, drop_on, nameless_widgets

type Drop = Callable[..., FilingDialog | None]


@pytest.fixture
def drop(window: MainWindow, open_page: Open, rich: Rich, tmp_path: Path, qtbot: QtBot) -> Iterator[Drop]:
    """Drop files of these names on the page of Today, and return the dialog that asks."""
    made = {
        "feuille.jpg": makers.saved(makers.page(short_code(rich.planned)), "JPEG"),
        "rien.png": makers.saved(makers.page(), "PNG"),
        "plan.docx": b"PK plan",
        "membres.csv": "Nom;Localité\nAtelier;Jette\n".encode(),
        "chiffres.xlsx": b"PK figures",
        "semaine.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
    }
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "Photos").mkdir()
    open_page(routes.organisation(rich.organisation))

    def dropped(*names: str) -> FilingDialog | None:
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        assert drop_on(window._stack, files)
        found = window.findChild(FilingDialog)
        if isinstance(found, FilingDialog):
            qtbot.waitUntil(lambda: all(row._why.text() != "Lecture…" for row in found.rows), timeout=MOMENT)
            qtbot.waitUntil(lambda: not window.context.desk.busy and not window.context.files.busy, timeout=MOMENT)
        return found

    yield dropped
    left = window.findChild(FilingDialog)
    if isinstance(left, FilingDialog):
        delete_now(left)


def test_everything_that_was_dropped_has_its_line(drop: Drop, qtbot: QtBot) -> None:
    names = ["feuille.jpg", "rien.png", "plan.docx", "membres.csv", "chiffres.xlsx", "semaine.ics", "Photos"]
    dialog = drop(*names)
    assert dialog is not None
    assert [row.path.name for row in dialog.rows] == names[:3]
    assert [row.path.name for row in dialog.aside] == names[3:]
    chips = [chip.text() for row in dialog.aside if (chip := row.findChild(Chip)) is not None]
    assert chips == ["liste", "liste", "agenda", "dossier"]
    assert [row.button is not None for row in dialog.aside] == [True, True, True, False]
    assert dialog.consent.text() == "Classer"
    assert nameless_widgets(dialog) == []
    qtbot.waitUntil(lambda: clipped_texts(dialog) == [], timeout=MOMENT)  # once it is laid out


def test_photos_are_filed_before_the_list_is_imported_and_the_rest_is_named(
    drop: Drop, window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    dialog = drop("feuille.jpg", "rien.png", "membres.csv", "semaine.ics")
    assert dialog is not None
    button = dialog.aside[0].button
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: isinstance(window.page, ImportPage), timeout=MOMENT)
    documents = ask(lambda store: store.find(Document))
    assert isinstance(documents, list)
    assert [one.name for one in documents] == ["feuille.jpg"]
    shown = " ".join(window.toasts.texts)
    assert "rien.png" in shown
    assert "semaine.ics" in shown
    assert "membres.csv" not in shown


def test_the_dialog_stays_open_while_a_list_waits(drop: Drop, qtbot: QtBot) -> None:
    dialog = drop("feuille.jpg", "membres.csv")
    assert dialog is not None
    dialog.consent.click()
    qtbot.waitUntil(lambda: dialog.rows[0].done, timeout=MOMENT)
    assert dialog.isVisible()
    assert dialog._cancel.text() == "Fermer"


def test_answers_come_first_and_the_rest_is_named_and_asked_about_after_them(
    window: MainWindow, open_page: Open, rich: Rich, ask: Ask, tmp_path: Path, qtbot: QtBot
) -> None:
    def make(store: Store) -> Referral:
        on = TODAY - timedelta(days=5)
        begun = CreateReferral(
            organisation_id=rich.organisation, need="Un prêt", kind_id=store.find(ReferralKind, key="finance")[0].id,
            on=on, consent_by="Sofie", consent_what="Tout", consent_on=on,
        )  # fmt: skip
        team = add(store, HubTeam(name="Prêts"))
        referral = create_referral(store, begun).output
        return move_referral(store, HandOver(referral_id=referral.id, hub_team_id=team.id, on=on)).output

    referral = ask(make)
    assert isinstance(referral, Referral)
    reply = Reply(ReplyKind.ACCEPTED, answered_on=TODAY, by="Anna")
    (tmp_path / "a.json").write_bytes(write_answer_file(AnswerFile(referral.token, "fr", TODAY, (reply,))))
    (tmp_path / "rien.png").write_bytes(makers.saved(makers.page(), "PNG"))
    open_page(routes.organisation(rich.organisation))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("rien.png", "a.json")])
    assert drop_on(window._stack, files)
    dialog = window.findChild(AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    assert window.findChild(FilingDialog) is None, "one thing after the other"
    assert dialog.rest.isVisible()
    assert dialog.rest.text().startswith("rien.png n’est pas une réponse")
    qtbot.waitUntil(lambda: bool(dialog.sections) and dialog.consent.isEnabled(), timeout=MOMENT)
    dialog.consent.click()
    qtbot.waitUntil(lambda: window.findChild(FilingDialog) is not None, timeout=MOMENT)
    assert ask(lambda store: store.get(Referral, referral.id).state) is ReferralState.ACCEPTED
    filing = window.findChild(FilingDialog)
    assert isinstance(filing, FilingDialog)
    assert [row.path.name for row in filing.rows] == ["rien.png"]
    qtbot.waitUntil(lambda: all(row._why.text() != "Lecture…" for row in filing.rows), timeout=MOMENT)
    qtbot.waitUntil(lambda: not window.context.desk.busy and not window.context.files.busy, timeout=MOMENT)
    delete_now(filing)


def test_two_lists_are_named_and_a_calendar_goes_to_the_week(drop: Drop, window: MainWindow, qtbot: QtBot) -> None:
    dialog = drop("membres.csv", "chiffres.xlsx")
    assert dialog is not None
    assert dialog.consent.isHidden()
    assert [row.path.name for row in dialog.aside] == ["membres.csv", "chiffres.xlsx"]
    dialog.reject()
    assert drop("semaine.ics") in (None, dialog)
    qtbot.waitUntil(lambda: isinstance(window.page, WeekPage), timeout=MOMENT)


def test_a_folder_dropped_with_a_file_on_an_organisation_is_named(
    open_page: Open, rich: Rich, tmp_path: Path, ask: Ask, qtbot: QtBot, desk: DeskWorker[Desk]
) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    (tmp_path / "Photos").mkdir()
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("Photos", "plan.pdf")])
    with qtbot.waitSignal(desk.failed, timeout=MOMENT) as told:
        assert drop_on(page, files)
    assert told.args is not None
    assert told.args[0].code == "document_folder"
    qtbot.waitUntil(lambda: bool(ask(lambda store: store.find(Document))), timeout=MOMENT)
