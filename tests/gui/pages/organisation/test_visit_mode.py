"""Visit mode: from F8 to the report by real keys and clicks; what is typed is safe, what was caught is looked at."""

from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.difficulties import NewQuote, NoteDifficulty, QuoteDifficulty
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.commands.referrals import CreateReferral
from clusterdesk.domain.commands.sessions import PlanSession
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.directory import ReferralKind
from clusterdesk.domain.records.exchange import Exchange, ExchangeSide
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionNote, SessionState
from clusterdesk.gui import routes
from clusterdesk.gui.forms.jobs import remove
from clusterdesk.gui.pages.difficulties.noting import NotingDialog
from clusterdesk.gui.pages.difficulty.page import DifficultyPage
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.pages.session.page import SessionPage
from clusterdesk.gui.pages.today.planning import NoteDialog
from clusterdesk.gui.pages.visit.choosing import VisitChoice
from clusterdesk.gui.pages.visit.page import VisitPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.difficulties import note_difficulty, quote_difficulty
from clusterdesk.services.records import edit_record
from clusterdesk.services.referrals import create_referral
from clusterdesk.services.sessions import plan_session
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, press, type_text

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(open_page: Open, window: MainWindow, rich: Rich, qtbot: QtBot) -> VisitPage:
    """Visit mode of the planned visit, entered with F8 from the page of the organisation."""
    open_page(routes.organisation(rich.organisation))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    QTest.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: isinstance(window.page, VisitPage), timeout=MOMENT)
    opened = window.page
    assert isinstance(opened, VisitPage)
    qtbot.waitUntil(lambda: opened.writing.answers.current is not None, timeout=MOMENT)
    _settled(opened, qtbot)
    return opened


def _settled(page: VisitPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.context.desk.busy, timeout=MOMENT)


def _focused() -> object:
    return QApplication.focusWidget()


def test_f8_opens_the_planned_visit_on_the_whole_screen(page: VisitPage, window: MainWindow, rich: Rich) -> None:
    assert page.argument == rich.planned
    assert window._rail.isHidden()
    assert window.isFullScreen()
    assert len(page.writing.questions.buttons) >= 5
    assert page.writing.answers.current is not None
    assert _focused() is page.writing.answers.current.text.edit


def test_f8_again_gives_the_cursor_back_to_the_answer(
    page: VisitPage, window: MainWindow, rich: Rich, open_page: Open, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, _ALT)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(window.page, SessionPage), timeout=MOMENT)
    open_page(routes.organisation(rich.organisation))
    QTest.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: window.page is page, timeout=MOMENT)
    _settled(page, qtbot)
    current = page.writing.answers.current
    assert current is not None
    assert current.note_id == page.writing.questions.buttons[1].note_id
    qtbot.waitUntil(lambda: _focused() is current.text.edit, timeout=MOMENT)


def test_a_visit_put_into_the_bin_elsewhere_is_left_and_not_closed(
    page: VisitPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    current = page.writing.answers.current
    assert current is not None
    type_text(current.text.edit, "Avant la corbeille")
    page.context.write(partial(remove, "session", rich.planned))
    qtbot.waitUntil(lambda: isinstance(window.page, SessionPage), timeout=MOMENT)
    _settled(page, qtbot)
    assert "corbeille" in window.toasts.texts[-1]
    QTest.keyClick(window, Qt.Key.Key_Return, _CTRL)
    QTest.keyClick(window, Qt.Key.Key_F8)
    _settled(page, qtbot)
    assert isinstance(window.page, SessionPage)
    session = ask(lambda store: store.get(Session, rich.planned))
    assert isinstance(session, Session)
    assert (session.deleted, session.state) == (True, SessionState.PLANNED)
    notes = ask(lambda store: store.find(SessionNote, session_id=rich.planned, deleted=None))
    assert isinstance(notes, list)
    assert "Avant la corbeille" in {note.text for note in notes}


@pytest.mark.parametrize("words", ["Comment prouvez-vous la conformité de la pièce réemployée ?", "Espace " * 30])
def test_questions_wrap_inside_their_list(
    page: VisitPage, rich: Rich, ask: Ask, window: MainWindow, qtbot: QtBot, words: str
) -> None:
    list_ = page.writing.questions
    notes = [SessionNote(session_id=rich.planned, question=words) for _ in range(3)]
    list_.show_notes(notes)
    qtbot.waitUntil(lambda: list_.buttons[0].height() > 0 and list_.buttons[0].isVisible(), timeout=MOMENT)
    viewport = page.writing._scroll.viewport().width()
    for button in list_.buttons:
        assert button.mapTo(page.writing, button.rect().topRight()).x() < viewport
        assert button.height() >= button.heightForWidth(button.width())
    assert clipped_texts(window) == []


def test_a_promise_typed_into_an_answer_is_taken_with_tab_and_esc_leaves_one(
    page: VisitPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    answer = page.writing.answers.current
    assert answer is not None
    type_text(answer.text.edit, "27/11 envoyer devis")
    press(answer.text.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "envoyer devis" in _promised(ask, rich), timeout=MOMENT)
    press(answer.text.edit, Qt.Key.Key_Return)
    type_text(answer.text.edit, "@action rappeler Jan")
    qtbot.waitUntil(lambda: answer.proposals.proposal is not None, timeout=MOMENT)
    QTest.keyClick(answer.text.edit, Qt.Key.Key_Escape)
    assert window.page is page
    assert answer.proposals.proposal is None
    assert _promised(ask, rich) == ["envoyer devis"]


def test_an_offer_and_a_need_typed_into_an_answer_are_caught_looked_at_and_taken_out(
    page: VisitPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    answer = page.writing.answers.current
    assert answer is not None
    type_text(answer.text.edit, "#cherche 200 m² de stockage")
    qtbot.waitUntil(lambda: answer.proposals.words == "Cherche\u00a0: 200 m² de stockage", timeout=MOMENT)
    press(answer.text.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(_exchanged(ask, rich)) == 1, timeout=MOMENT)
    press(answer.text.edit, Qt.Key.Key_Return)
    type_text(answer.text.edit, "#biedt 40 pallets")
    press(answer.text.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(_exchanged(ask, rich)) == 2, timeout=MOMENT)
    assert answer.text.text() == "#cherche 200 m² de stockage\n#biedt 40 pallets"
    _settled(page, qtbot)
    caught = [label.text() for label in page.writing.caught.findChildren(Label)]
    assert "Cherche\u00a0: 200 m² de stockage" in caught
    QTest.keyClick(window, Qt.Key.Key_Return, _CTRL)
    card = page.review.caught.exchanges
    qtbot.waitUntil(lambda: page.reviewing and card.isVisible(), timeout=MOMENT)
    (need,) = (row for row in card.rows.values() if row.part.side is ExchangeSide.NEED)
    need.open()
    need.remove()
    qtbot.waitUntil(lambda: _exchanged(ask, rich) == ["40 pallets"], timeout=MOMENT)
    window.undo()
    qtbot.waitUntil(lambda: len(_exchanged(ask, rich)) == 2, timeout=MOMENT)


def _exchanged(ask: Ask, rich: Rich) -> list[str]:
    found = ask(
        lambda store: [
            one.text for one in store.find(Exchange, session_id=rich.planned, organisation_id=rich.organisation)
        ]
    )
    assert isinstance(found, list)
    return found


def _promised(ask: Ask, rich: Rich) -> list[str]:
    found = ask(lambda store: [one.text for one in store.find(Action, session_id=rich.planned)])
    assert isinstance(found, list)
    return found


def test_escape_goes_back_to_the_window_with_all_that_was_typed(
    page: VisitPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    assert page.writing.answers.current is not None
    type_text(page.writing.answers.current.text.edit, "Le goulot passe au ponçage : 2 personnes à mi-temps")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(window.page, SessionPage), timeout=MOMENT)
    assert not window._rail.isHidden()
    assert not window.isFullScreen()
    _settled(page, qtbot)
    texts = ask(lambda store: [one.text for one in store.find(SessionNote, session_id=rich.planned) if one.text])
    assert texts == ["Le goulot passe au ponçage : 2 personnes à mi-temps"]


def test_questions_are_reached_by_alt_and_a_digit_and_ticked_when_answered(
    page: VisitPage, window: MainWindow, qtbot: QtBot
) -> None:
    first, second = page.writing.questions.buttons[:2]
    QTest.keyClick(window, Qt.Key.Key_2, _ALT)
    current = page.writing.answers.current
    assert current is not None
    assert current.note_id == second.note_id
    assert second.isChecked()
    assert not first.isChecked()
    type_text(current.text.edit, "Sept personnes")
    assert "Sept" not in second.accessibleName()
    written = second.accessibleName()
    current.text.edit.clear()
    assert second.accessibleName() != written
    QTest.keyClick(window, Qt.Key.Key_Down, _ALT)
    assert page.writing.questions.buttons[2].isChecked()
    # where digits need Shift, the character on the key does the same
    QTest.keyClick(window, Qt.Key.Key_Ampersand, _ALT)
    assert first.isChecked()


def test_typed_text_is_safe_within_a_second(page: VisitPage, ask: Ask, qtbot: QtBot) -> None:
    current = page.writing.answers.current
    assert current is not None
    type_text(current.text.edit, "Nouvelle scie livrée le 12")
    with qtbot.waitSignal(current.fields.kept, timeout=1_000):
        pass
    assert page.header.saved.text().endswith(":42:07")


def test_a_visit_is_written_reviewed_confirmed_and_reported_by_keys_alone(
    page: VisitPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    current = page.writing.answers.current
    assert current is not None
    type_text(current.text.edit, "La ponceuse arrive en mars.")
    QTest.keyClick(window, Qt.Key.Key_A, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    entry = page.writing.quick.entry
    assert _focused() is entry.text
    type_text(entry.text, "Envoyer le devis")
    entry.owner.choose(OwnerKind.ORGANISATION)
    entry.due.setText("+7")
    press(entry.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _focused() is current.text.edit, timeout=MOMENT)
    _settled(page, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Return, _CTRL)
    assert page.reviewing
    assert page.header.finish.isHidden()
    qtbot.waitUntil(lambda: len(page.review.notes.rows) == 1, timeout=MOMENT)
    assert len(page.review.promises.rows) == 1
    assert _focused() is page.review.confirm
    assert not page.review.step._warning.isHidden()
    page.review.step.days[0].click()
    _settled(page, qtbot)
    qtbot.waitUntil(lambda: page.review.step._warning.isHidden(), timeout=MOMENT)
    page.review.confirm.setFocus()
    press(page.review.confirm, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.page, PreviewPage), timeout=MOMENT)
    assert not window.isFullScreen()
    _settled(page, qtbot)
    session = ask(lambda store: store.get(Session, rich.planned))
    assert isinstance(session, Session)
    assert session.state is SessionState.HELD
    assert session.next_step_on == TODAY + timedelta(days=7)
    promises = ask(lambda store: store.find(Action, session_id=rich.planned))
    assert isinstance(promises, list)
    assert [(one.text, one.owner, one.due_on) for one in promises] == [
        ("Envoyer le devis", OwnerKind.ORGANISATION, TODAY + timedelta(days=7))
    ]
    window.undo()
    qtbot.waitUntil(
        lambda: ask(lambda store: store.get(Session, rich.planned).state) is SessionState.PLANNED, timeout=MOMENT
    )


def test_the_review_says_what_is_shareable_and_takes_it_back(
    page: VisitPage, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    current = page.writing.answers.current
    assert current is not None
    type_text(current.text.edit, "La trésorerie tient deux mois.")
    page.finish()
    qtbot.waitUntil(lambda: len(page.review.notes.rows) == 1, timeout=MOMENT)
    assert page.review.notes.header._note.text() == "1 sur 1 partageable"
    row = next(iter(page.review.notes.rows.values()))
    row.visibility.committed.emit(Visibility.INTERNAL)
    qtbot.waitUntil(lambda: page.review.notes.header._note.text().startswith("0"), timeout=MOMENT)
    notes = ask(lambda store: [one for one in store.find(SessionNote, session_id=rich.planned) if one.text])
    assert isinstance(notes, list)
    assert [one.visibility for one in notes] == [Visibility.INTERNAL]
    page.review.back.click()
    assert not page.reviewing
    assert _focused() is current.text.edit


def test_it_can_be_noted_after_the_fact_with_date_and_duration(
    page: VisitPage, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    page.finish()
    for name, typed in (("on", "20/11/2026"), ("minutes", "1h30")):
        field = page.review.facts.field(name)
        field.restore_draft(typed)  # type: ignore[attr-defined]
        assert field.commit()  # type: ignore[attr-defined]
    page.confirm()
    qtbot.waitUntil(
        lambda: ask(lambda store: store.get(Session, rich.planned).state) is SessionState.HELD, timeout=MOMENT
    )
    session = ask(lambda store: store.get(Session, rich.planned))
    assert isinstance(session, Session)
    assert (session.on, session.minutes) == (TODAY - timedelta(days=3), 90)


def test_the_timer_can_be_hidden_and_stays_hidden(page: VisitPage) -> None:
    timer = page.header.timer
    assert timer.text().strip() == "00:00"
    timer.click()
    assert not timer.text().strip()
    assert not page.context.settings.visit_timer
    timer.click()
    assert timer.text().strip() == "00:00"


def test_f8_elsewhere_opens_the_visit_of_today_that_is_nearest_to_now(
    window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    def plan(store: Store) -> object:
        for at in (None, time(8, 0), time(16, 0)):
            plan_session(store, PlanSession(organisation_id=rich.organisation, on=TODAY, starts_at=at))
        later = PlanSession(organisation_id=rich.organisation, on=TODAY + timedelta(days=2))
        return plan_session(store, later)

    ask(plan)
    window.go(routes.organisations())
    window._visit()
    qtbot.waitUntil(lambda: isinstance(window.page, VisitPage), timeout=MOMENT)
    assert window.page is not None
    assert window.page.argument == rich.planned


def _move(ask: Ask, session_id: UUID, day: date) -> None:
    command = EditRecord(type_key="session", record_id=session_id, values={"on": day})
    ask(lambda store: edit_record(store, command))


def test_a_day_without_a_visit_offers_the_next_one_and_opens_none_by_itself(
    window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    _move(ask, rich.planned, TODAY + timedelta(days=3))
    window.go(routes.organisations())
    QTest.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: window.findChild(VisitChoice) is not None, timeout=MOMENT)
    dialog = window.findChild(VisitChoice)
    assert isinstance(dialog, VisitChoice)
    qtbot.waitUntil(dialog.isVisible, timeout=MOMENT)
    assert not isinstance(window.page, VisitPage)
    assert [radio.text() for radio in dialog.radios] == [
        "Atelier Noord – jeu. 26 nov., 10:00",
        "Une autre visite, maintenant ou après coup…",
    ]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.page, VisitPage), timeout=MOMENT)
    assert window.page is not None
    assert window.page.argument == rich.planned


def test_a_visit_that_was_never_written_down_is_offered_too(
    window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    _move(ask, rich.planned, TODAY - timedelta(days=3))
    window.go(routes.organisations())
    window._visit()
    qtbot.waitUntil(lambda: window.findChild(VisitChoice) is not None, timeout=MOMENT)
    dialog = window.findChild(VisitChoice)
    assert isinstance(dialog, VisitChoice)
    assert dialog.radios[0].text().endswith("pas encore notée")
    dialog.reject()


def test_nothing_planned_at_all_asks_with_whom_and_when_also_after_the_fact(
    window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    def call_off(store: Store) -> object:
        from clusterdesk.domain.commands.sessions import CancelSession
        from clusterdesk.services.sessions import cancel_session

        return cancel_session(store, CancelSession(session_id=rich.planned))

    ask(call_off)
    window.go(routes.organisations())
    window._visit()
    qtbot.waitUntil(lambda: window.findChild(NoteDialog) is not None, timeout=MOMENT)
    dialog = window.findChild(NoteDialog)
    assert isinstance(dialog, NoteDialog)
    dialog.picker.field.setText("noord")
    qtbot.waitUntil(lambda: dialog.picker.organisation_id == rich.organisation, timeout=MOMENT)
    dialog.day.edit.setFocus()
    dialog.day.edit.selectAll()
    QTest.keyClicks(dialog.day.edit, "19/11")
    dialog.consent.click()
    qtbot.waitUntil(lambda: isinstance(window.page, VisitPage), timeout=MOMENT)
    assert window.page is not None
    session = ask(lambda store: store.get(Session, window.page.argument))  # type: ignore[union-attr, arg-type]
    assert isinstance(session, Session)
    assert (session.on, session.starts_at, session.organisation_id) == (date(2026, 11, 19), None, rich.organisation)


def test_everything_has_a_name_and_fits(page: VisitPage, qtbot: QtBot) -> None:
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []
    page.finish()
    _settled(page, qtbot)
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_a_window_closed_in_visit_mode_opens_in_its_frame_again(page: VisitPage, window: MainWindow) -> None:
    assert window.isFullScreen()
    text = window.geometry_text()
    window.restore_geometry_text(text)
    assert not window.isFullScreen()
    assert window.size() != window.screen().size()


def test_the_review_says_on_which_day_an_early_visit_is_noted(page: VisitPage, rich: Rich, qtbot: QtBot) -> None:
    page.finish()
    _settled(page, qtbot)
    assert page.review.early.isHidden()
    tomorrow = EditRecord(type_key="session", record_id=rich.planned, values={"on": TODAY + timedelta(days=1)})
    page.context.write(partial(_edit, tomorrow))
    qtbot.waitUntil(lambda: page.review.early.isVisible(), timeout=MOMENT)
    assert page.kit.formats.weekday_date(TODAY) in page.review.early.text()


def _edit(command: EditRecord, desk: Desk) -> OpResult[Record]:
    return edit_record(desk.store, command)


def test_what_is_to_be_sent_on_is_counted_and_leads_to_it(
    page: VisitPage, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    assert page.review.caught.sent_on.isHidden()
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(NotingDialog)), timeout=MOMENT)
    dialog = window.findChildren(NotingDialog)[0]
    qtbot.waitUntil(dialog.consent.isEnabled, timeout=MOMENT)
    type_text(dialog.title.edit, "Le permis prend des mois")
    dialog.consent.click()
    _settled(page, qtbot)
    elsewhere = NoteDifficulty(title="Le quai est trop haut", organisation_ids=(rich.organisation,))

    def more(store: Store) -> None:
        known = note_difficulty(store, elsewhere).output
        said = NewQuote(text="Le camion reste dehors.", session_id=rich.planned)
        quote_difficulty(store, QuoteDifficulty(difficulty_id=known.id, quote=said))
        kind = store.find(ReferralKind)[0]
        begun = CreateReferral(
            organisation_id=rich.organisation, session_id=rich.planned, need="Un prêt court", kind_id=kind.id
        )
        create_referral(store, begun)

    ask(more)
    window.reload()
    page.finish()
    card = page.review.caught.sent_on
    qtbot.waitUntil(lambda: len(card.links) == 3, timeout=MOMENT)
    assert [link.text() for link in card.links] == [
        "Difficulté\N{NO-BREAK SPACE}: Le permis prend des mois",
        "Difficulté\N{NO-BREAK SPACE}: Le quai est trop haut",
        "Orientation\N{NO-BREAK SPACE}: Un prêt court",
    ]
    assert card.isVisible()
    window.undo()
    qtbot.waitUntil(lambda: len(card.links) == 2, timeout=MOMENT)
    card.links[0].click()
    qtbot.waitUntil(lambda: isinstance(window.page, DifficultyPage), timeout=MOMENT)
