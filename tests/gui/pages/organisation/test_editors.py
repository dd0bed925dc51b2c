"""The smaller editors of an organisation: erasure, consents, advice, codes, labels of phones, promises kept."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.coaching import OneOffAdvice
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, OrganisationActivity
from clusterdesk.domain.records.sessions import Action, SessionNote
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.erasure import ErasureDialog
from clusterdesk.gui.pages.organisation.advice_card import AdviceRow
from clusterdesk.gui.pages.organisation.contact_row import ContactRow
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.organisation.promises_card import PromiseRow
from clusterdesk.gui.pages.session.page import SessionPage
from clusterdesk.gui.shell.main_window import MainWindow
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, press, type_text


@pytest.fixture
def page(open_page: Open, rich: Rich) -> OrganisationPage:
    opened = open_page(routes.organisation(rich.organisation))
    assert isinstance(opened, OrganisationPage)
    return opened


@pytest.fixture
def person(page: OrganisationPage, rich: Rich) -> ContactRow:
    row = page.side.contacts.rows[rich.contact]
    assert isinstance(row, ContactRow)
    row.open()
    return row


def _settled(page: OrganisationPage, qtbot: QtBot, done: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(done()) and not page.context.desk.busy, timeout=MOMENT)


def test_a_person_is_erased_for_good_after_a_question(
    page: OrganisationPage, person: ContactRow, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    person.erase.click()
    dialog = window.findChild(ErasureDialog)
    assert dialog is not None
    assert "Sofie Peeters" in dialog.heading.text()
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    assert not dialog.consent.isDefault()
    dialog.consent.click()
    _settled(page, qtbot, lambda: not page.side.contacts.rows)
    contact = ask(lambda store: store.get(Contact, rich.contact))
    assert isinstance(contact, Contact)
    assert (contact.first_name, contact.last_name, contact.deleted) == ("", "", True)
    assert ask(
        lambda store: [one.value for one in store.find(ContactPoint, deleted=None, contact_id=rich.contact)]
    ) == [""]
    assert any("effacées" in text or "effacé" in text for text in window.toasts.texts)


def test_a_consent_says_when_and_how(
    page: OrganisationPage, person: ContactRow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    details = person.consents.details[ConsentPurpose.PHOTO]
    assert details.isHidden()
    person.consents._choices[ConsentPurpose.PHOTO].committed.emit(True)
    _settled(page, qtbot, lambda: not details.isHidden())
    details.field("how").committed.emit("par mail")
    details.field("on").committed.emit(date(2026, 2, 3))

    def given() -> tuple[object, ...]:
        found = ask(lambda store: store.find(Consent, contact_id=rich.contact)[0])
        assert isinstance(found, Consent)
        return found.given, found.on, found.how

    qtbot.waitUntil(lambda: given() == (True, date(2026, 2, 3), "par mail"), timeout=MOMENT)


def test_an_organisation_agrees_as_a_whole(page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    consents = page.side.identity.consents
    consents._choices[ConsentPurpose.CITATION].committed.emit(False)
    _settled(page, qtbot, lambda: not consents.details[ConsentPurpose.CITATION].isHidden())
    found = ask(lambda store: store.find(Consent, organisation_id=rich.organisation)[0])
    assert isinstance(found, Consent)
    assert (found.given, found.contact_id, found.on) == (False, None, TODAY)


def test_advice_is_given_by_the_user_and_edited(page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    card = page.side.advice
    card.begin_adding()
    assert card.line is not None
    type_text(card.line, "Bail du hall")
    press(card.line, Qt.Key.Key_Return)
    _settled(page, qtbot, lambda: len(card.rows) == 1)
    row = next(iter(card.rows.values()))
    assert isinstance(row, AdviceRow)
    assert row.is_open
    assert "Claire Delvaux" in row.note.text()
    row.form.field("minutes").committed.emit(20)
    row.form.field("contact_id").committed.emit(rich.contact)
    _settled(page, qtbot, lambda: "20" in row.note.text())
    found = ask(lambda store: store.find(OneOffAdvice)[0])
    assert isinstance(found, OneOffAdvice)
    assert (found.subject, found.minutes, found.contact_id, found.on) == ("Bail du hall", 20, rich.contact, TODAY)


def test_a_code_is_added_read_and_comes_back(
    page: OrganisationPage, window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    editor = page.side.identity.activities
    editor.add_text("bois")
    assert any("bois" in text for text in window.toasts.texts)
    editor.add_text("31.001")
    _settled(page, qtbot, lambda: len(editor.rows) == 1)
    editor.add_text("16.29 2008")
    _settled(page, qtbot, lambda: len(editor.rows) == 2)
    codes = ask(lambda store: {(one.code, one.version, one.main) for one in store.find(OrganisationActivity)})
    assert codes == {("31001", "2025", True), ("1629", "2008", False)}
    row = next(row for row in editor.rows.values() if row.title.text() == "31.001 (2025)")
    row.remove()
    _settled(page, qtbot, lambda: len(editor.rows) == 1)
    editor.add_text("31001")
    _settled(page, qtbot, lambda: len(editor.rows) == 2)


def test_a_phone_gets_a_label(page: OrganisationPage, person: ContactRow, ask: Ask, rich: Rich, qtbot: QtBot) -> None:
    line = next(iter(person.points._lines.values()))
    line.toggle()
    assert line.details is not None
    line.details.field("label").committed.emit("bureau")
    _settled(page, qtbot, lambda: "bureau" in person.points.fields[0].caption)
    line = next(iter(person.points._lines.values()))
    line.toggle()
    assert line.details is not None
    line.details.field("kind").committed.emit(ContactPointKind.WEB)
    _settled(page, qtbot, lambda: person.points.fields[0].caption.startswith("Site"))
    found = ask(lambda store: store.find(ContactPoint, contact_id=rich.contact)[0])
    assert isinstance(found, ContactPoint)
    assert (found.label, found.kind, found.value) == ("bureau", ContactPointKind.WEB, "+3225550123")


def test_a_promise_that_was_kept_opens_from_the_fil_and_is_reopened(
    page: OrganisationPage, ask: Ask, qtbot: QtBot
) -> None:
    promises, fil = page.side.promises, page.main.fil
    row = next(row for row in promises.rows.values() if row.title.text() == "Appeler le hub")
    assert isinstance(row, PromiseRow)
    row.box.click()
    _settled(page, qtbot, lambda: len(promises.rows) == 1)
    kept = TimelineKind.PROMISE_KEPT
    _settled(page, qtbot, lambda: any(one.kind is kept for one in fil._entries.values()))
    fil.opened.emit(next(one for one in fil._entries.values() if one.kind is kept))
    _settled(page, qtbot, lambda: len(promises.rows) == 2)
    row = next(row for row in promises.rows.values() if row.title.text() == "Appeler le hub")
    assert isinstance(row, PromiseRow)
    assert row.is_open
    assert row.box.isChecked()
    row.box.click()
    _settled(page, qtbot, lambda: not row.box.isChecked())
    assert ask(lambda store: [one.done_on for one in store.find(Action, text="Appeler le hub")]) == [None]


def test_a_promise_is_owed_by_a_colleague(page: OrganisationPage, ask: Ask, qtbot: QtBot) -> None:
    row = next(row for row in page.side.promises.rows.values() if row.title.text() == "Appeler le hub")
    assert isinstance(row, PromiseRow)
    row.open()
    colleague = ask(lambda store: store.find(Profile)[0].id)
    row.form.field("profile_id").committed.emit(colleague)
    _settled(page, qtbot, lambda: row.part.profile_id == colleague)


def test_a_decision_goes_to_the_bin_and_comes_back(
    open_page: Open, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    page = open_page(routes.session(rich.planned))
    assert isinstance(page, SessionPage)
    card = page.notes.decisions
    card.added.emit("Louer le hall")
    qtbot.waitUntil(lambda: len(card.blocks) == 1, timeout=MOMENT)
    next(iter(card.blocks.values()))._bin()
    qtbot.waitUntil(lambda: not card.blocks, timeout=MOMENT)
    assert ask(lambda store: [one.deleted for one in store.find(SessionNote, deleted=None, text="Louer le hall")]) == [
        True
    ]
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=MOMENT)
    window.undo()
    qtbot.waitUntil(lambda: len(card.blocks) == 1, timeout=MOMENT)
