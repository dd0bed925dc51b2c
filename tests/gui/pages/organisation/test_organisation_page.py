"""The page of a rich organisation: what it shows, and everything that can be edited in place."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import AdviceKind, OneOffAdvice
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact, ContactRole
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.lists import Tag
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    Establishment,
    Membership,
    MembershipStatus,
    Organisation,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionNote, SessionState
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.contact_row import ContactRow
from clusterdesk.gui.pages.organisation.fil_groups import FilGroup, kinds_of
from clusterdesk.gui.pages.organisation.note_jobs import quick_note_place
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.organisation.promises_card import PromiseRow
from clusterdesk.gui.pages.session.page import SessionPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.search_box import SearchBox
from clusterdesk.services.drafts import draft_text
from clusterdesk.services.visit_sheets import visit_sheet_view
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, press, type_text

_LEFT, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(open_page: Open, rich: Rich, qtbot: QtBot) -> OrganisationPage:
    opened = open_page(routes.organisation(rich.organisation))
    assert isinstance(opened, OrganisationPage)
    qtbot.waitUntil(lambda: bool(opened.main.fil.view.entries.entries), timeout=MOMENT)
    return opened


def _settled(page: OrganisationPage, qtbot: QtBot, done: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(done()) and not page.context.desk.busy, timeout=MOMENT)


def test_it_shows_all_of_an_organisation(page: OrganisationPage) -> None:
    assert page.header.name.edit.text() == "Atelier Noord"
    assert "Visite" in page.header.step.text()
    assert "40" in page.header.contact.text()
    assert [row.title.text() for row in page.side.contacts.rows.values()] == ["Sofie Peeters"]
    assert len(page.side.promises.rows) == 2
    assert len(page.side.places.rows) == 2
    assert len(page.side.projects.rows) == 2
    titles = [entry.title for entry in page.main.fil.view.entries.entries]
    assert any("Nouvelle scie" in title for title in titles)
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_the_sheet_of_keys_tells_of_the_space_bar_in_the_timeline(page: OrganisationPage, window: MainWindow) -> None:
    (told,) = (one for one in window.shortcuts if one.id == "organisation-fil")
    assert (told.keys, told.place, told in list(page.shortcuts())) == (("Space",), routes.ORGANISATION, True)


def test_a_new_name_is_stored_told_to_others_and_undone(
    page: OrganisationPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot, open_page: Open
) -> None:
    session = open_page(routes.session(rich.planned))
    assert isinstance(session, SessionPage)
    assert open_page(routes.organisation(rich.organisation)) is page
    name = page.header.name
    name.edit.setFocus()
    type_text(name.edit, " & fils")
    press(name.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=MOMENT)
    assert ask(lambda store: store.get(Organisation, rich.organisation).name) == "Atelier Noord & fils"
    assert open_page(routes.session(rich.planned)) is session
    qtbot.waitUntil(lambda: "& fils" in session.header.organisation.accessibleName(), timeout=MOMENT)
    open_page(routes.organisation(rich.organisation))
    window.undo()
    _settled(page, qtbot, lambda: name.edit.text() == "Atelier Noord")


def test_a_summary_made_internal_no_longer_stands_on_the_sheet(
    page: OrganisationPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    def printed(store: Store) -> bool:
        sheet = visit_sheet_view(store, session_id=rich.planned, language="fr", author="Claire")
        return sheet.in_short.summary is not None

    assert page.main.visibility.value is Visibility.SHAREABLE
    assert ask(printed) is True
    page.main.visibility.box.choose(Visibility.INTERNAL)
    page.main.visibility.box.activated.emit(page.main.visibility.box.currentIndex())
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=MOMENT)
    assert ask(printed) is False
    window.undo()
    _settled(page, qtbot, lambda: page.main.visibility.value is Visibility.SHAREABLE)
    assert ask(printed) is True


def test_a_promise_is_checked_off_and_comes_back_by_undo(
    page: OrganisationPage, window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    row = next(row for row in page.side.promises.rows.values() if row.title.text() == "Appeler le hub")
    assert isinstance(row, PromiseRow)
    row.box.click()
    _settled(page, qtbot, lambda: len(page.side.promises.rows) == 1)
    assert ask(lambda store: [one.done_on for one in store.find(Action, text="Appeler le hub")]) == [TODAY]
    assert any("Appeler le hub" in text for text in window.toasts.texts)
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=MOMENT)
    window.undo()
    _settled(page, qtbot, lambda: len(page.side.promises.rows) == 2)


def test_a_promise_is_added_with_owner_and_due_date(page: OrganisationPage, ask: Ask, qtbot: QtBot) -> None:
    page.side.promises.begin_adding()
    entry = page.side.promises.entry
    entry.text.setText("Envoyer le plan")
    entry.owner.choose(OwnerKind.ORGANISATION)
    entry.due.setText("31/02")
    press(entry.due, Qt.Key.Key_Return)
    assert not entry.problem.isHidden()
    entry.due.setText("+7")
    press(entry.due, Qt.Key.Key_Return)
    _settled(page, qtbot, lambda: len(page.side.promises.rows) == 3)
    found = ask(lambda store: store.find(Action, text="Envoyer le plan")[0])
    assert isinstance(found, Action)
    assert (found.owner, found.due_on) == (OwnerKind.ORGANISATION, TODAY + timedelta(days=7))


def test_a_contact_is_added_reached_and_asked_for_consent(
    page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    page.side.contacts.add_text("Karim El Idrissi")
    _settled(page, qtbot, lambda: len(page.side.contacts.rows) == 2)
    row = next(row for row in page.side.contacts.rows.values() if row.title.text() == "Karim El Idrissi")
    assert isinstance(row, ContactRow)
    assert row.is_open
    row.points.line.setText("karim@noord.example")
    press(row.points.line, Qt.Key.Key_Return)
    _settled(page, qtbot, lambda: "karim@noord.example" in row.note.text())
    consent = row.consents._choices[ConsentPurpose.MAILING]
    consent.committed.emit(True)
    _settled(page, qtbot, lambda: consent.value is True)
    contact = row.part.contact
    assert (contact.first_name, contact.last_name) == ("Karim", "El Idrissi")
    assert ask(lambda store: [one.given for one in store.find(Consent, contact_id=contact.id)]) == [True]
    roles = ask(lambda store: store.find(ContactRole, contact_id=contact.id, organisation_id=rich.organisation))
    assert isinstance(roles, list)
    assert len(roles) == 1
    row.remove()
    _settled(page, qtbot, lambda: len(page.side.contacts.rows) == 1)
    assert ask(lambda store: store.get(Contact, contact.id).deleted) is True


def test_a_phone_is_read_and_emptied(page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    row = next(iter(page.side.contacts.rows.values()))
    assert isinstance(row, ContactRow)
    row.open()
    field = row.points.fields[0]
    field.restore_draft("0475/12.34.56")
    assert field.commit()
    qtbot.waitUntil(lambda: bool(field.saved_mark), timeout=MOMENT)
    assert ask(lambda store: store.find(ContactPoint, contact_id=rich.contact)[0].value) == "+32475123456"
    field.restore_draft("")
    assert field.commit()
    _settled(page, qtbot, lambda: not row.points.fields)


def test_places_tags_projects_and_memberships_are_added(
    page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    side = page.side
    side.places.add_text("Quai des Usines 12, 1000 Bruxelles")
    side.tags.line.setText("bois massif")
    press(side.tags.line, Qt.Key.Key_Return)
    side.projects.add_text("Deuxième atelier")
    _settled(page, qtbot, lambda: len(side.projects.rows) == 3)
    assert len(side.places.rows) == 3
    assert ask(lambda store: [one.name for one in store.find(Tag)]) == ["bois massif"]
    assert ask(lambda store: [one.title for one in store.find(Project, title="Deuxième atelier")])
    found = ask(lambda store: store.find(Establishment, postcode="1000"))
    assert isinstance(found, list)
    assert [(one.street, one.city) for one in found] == [("Quai des Usines 12", "Bruxelles")]
    former = next(action for action in side.memberships.menu.actions() if action.data() == "MembershipStatus former")
    former.trigger()
    _settled(page, qtbot, lambda: len(side.memberships.rows) == 2)
    statuses = ask(lambda store: {one.status for one in store.find(Membership, organisation_id=rich.organisation)})
    assert statuses == {MembershipStatus.MEMBER, MembershipStatus.FORMER}


def test_a_wrong_number_is_refused_and_a_right_one_completes_the_record(
    page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    field = page.side.identity.form.field("enterprise_number")
    field.restore_draft("0403.019.262")  # type: ignore[attr-defined]
    assert not field.commit()  # type: ignore[attr-defined]
    assert field.problem
    field.restore_draft("BE 0403 019 261")  # type: ignore[attr-defined]
    assert field.commit()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(field.saved_mark), timeout=MOMENT)
    assert ask(lambda store: store.get(Organisation, rich.organisation).enterprise_number) == "0403019261"


def test_the_quick_note_is_safe_before_it_becomes_a_session(
    page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot, open_page: Open
) -> None:
    note = page.main.quick.note
    note.edit.setFocus()
    type_text(note.edit, "Appelé : la scie tourne")
    assert note._draft_timer.remainingTime() < 1_000
    with qtbot.waitSignal(note.drafted):
        pass

    def kept(store: Store) -> str:
        return draft_text(store, *quick_note_place(rich.organisation))

    assert ask(kept) == "Appelé : la scie tourne"
    press(note.edit, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    _settled(page, qtbot, lambda: note.text() == "")
    assert ask(kept) == ""
    noted = ask(lambda store: store.find(SessionNote, text="Appelé : la scie tourne")[0].session_id)
    session = ask(lambda store: store.find(Session, id=noted)[0])
    assert isinstance(session, Session)
    assert (session.state, session.on) == (SessionState.HELD, TODAY)


def test_a_quick_note_says_that_it_brings_an_offer_and_notes_it_in_the_same_step(
    page: OrganisationPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    quick = page.main.quick
    quick.note.edit.setFocus()
    type_text(quick.note.edit, "#propose 40 palettes")
    assert quick._what.text().endswith(" Avec 1 offre ou besoin.")
    press(quick.note.edit, Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    _settled(page, qtbot, lambda: quick.note.text() == "")

    def offered() -> object:
        return ask(lambda store: [one.text for one in store.find(Exchange, organisation_id=rich.organisation)])

    assert offered() == ["40 palettes"]
    assert ask(lambda store: len(store.find(SessionNote, text="#propose 40 palettes"))) == 1
    window.undo()
    _settled(page, qtbot, lambda: offered() == [])
    assert ask(lambda store: len(store.find(SessionNote, text="#propose 40 palettes"))) == 0


def test_advice_is_noted_apart_from_sessions(page: OrganisationPage, ask: Ask, qtbot: QtBot) -> None:
    quick = page.main.quick
    quick.note.restore_draft("Adresse du bailleur\nTransmise par mail.")
    quick.kind.choose(AdviceKind.INTRODUCTION)
    quick.finish()
    _settled(page, qtbot, lambda: quick.note.text() == "")
    found = ask(lambda store: [(one.kind, one.subject, one.answer) for one in store.find(OneOffAdvice)])
    text = "Adresse du bailleur\nTransmise par mail."
    assert found == [(AdviceKind.INTRODUCTION, "Adresse du bailleur", text)]


@pytest.mark.filterwarnings("ignore:Function. .QDragEnterEvent:DeprecationWarning")
def test_a_file_dropped_is_attached(page: OrganisationPage, rich: Rich, ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "devis ponceuse.txt"
    path.write_text("480 €", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl("file:///nowhere/at/all.pdf")])
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, _LEFT, _NO_KEY)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    assert page.drop.frame.isVisible()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, _LEFT, _NO_KEY))
    assert not page.drop.frame.isVisible()
    _settled(page, qtbot, lambda: len(page.side.documents.rows) == 1)
    assert ask(lambda store: [one.name for one in store.find(Document)]) == ["devis ponceuse.txt"]


def test_an_entry_of_the_fil_opens_its_session(page: OrganisationPage, window: MainWindow, qtbot: QtBot) -> None:
    view = page.main.fil.view
    row = next(row for row, entry in enumerate(view.entries.entries) if "Nouvelle scie" in entry.title)
    view.setCurrentIndex(view.entries.index(row))
    press(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.page, SessionPage), timeout=MOMENT)


def test_chips_filter_the_fil(page: OrganisationPage, qtbot: QtBot) -> None:
    chips = page.main.fil.chips._chips
    before = len(page.main.fil.view.entries.entries)
    chips["sessions"].click()
    qtbot.waitUntil(lambda: 0 < len(page.main.fil.view.entries.entries) < before, timeout=MOMENT)
    chips["all"].click()
    qtbot.waitUntil(lambda: len(page.main.fil.view.entries.entries) == before, timeout=MOMENT)


def test_every_kind_of_entry_stands_under_one_chip() -> None:
    shown = [kind for group in FilGroup for kind in kinds_of(group)]
    assert sorted(shown) == sorted(TimelineKind)


def test_the_bin_takes_it_and_gives_it_back(
    page: OrganisationPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    page.header.menu.bin.trigger()
    qtbot.waitUntil(lambda: window.page is not page, timeout=MOMENT)
    assert ask(lambda store: store.get(Organisation, rich.organisation).deleted) is True
    assert ask(lambda store: len(store.find(Address, organisation_id=rich.organisation))) == 0
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=MOMENT)
    window.undo()
    qtbot.waitUntil(lambda: bool(window._words.redo), timeout=MOMENT)
    assert ask(lambda store: store.get(Organisation, rich.organisation).deleted) is False


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_clipped_nor_nameless_with_all_rows_open(
    kit: Kit, page: OrganisationPage, qtbot: QtBot, scale: int
) -> None:
    kit.theme.scale_text(scale)
    for card in (page.side.contacts, page.side.projects, page.side.places, page.side.promises):
        for row in tuple(card.rows.values()):
            row.open()
    qtbot.waitUntil(lambda: not page.context.desk.busy, timeout=MOMENT)
    assert nameless_widgets(page) == []
    qtbot.waitUntil(lambda: clipped_texts(page) == [])


def test_an_add_line_left_by_escape_gives_the_focus_back_and_keys_work(
    page: OrganisationPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_A, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    entry = page.side.promises.entry
    assert entry.text.hasFocus()
    press(entry.text, Qt.Key.Key_Escape)
    assert entry.isHidden()
    focused = window.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    (search,) = window.findChildren(SearchBox)
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_P, _CTRL)
    assert window.route is not None
    assert window.route.place == routes.PREVIEW, "a key of the page works wherever the focus is"
