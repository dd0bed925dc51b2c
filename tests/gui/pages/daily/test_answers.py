"""Answers of a team taken in the window: pasted, dropped, from the form; undone; refused with a reason."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.referrals import Referral, ReferralOutcome, ReferralState
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Session, SessionKind
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.tokens import token_of
from clusterdesk.exchange.answers.answer_files import AnswerFile, write_answer_file
from clusterdesk.gui import routes
from clusterdesk.gui.answers.dialog import AnswerDialog
from clusterdesk.gui.pages.referral.page import ReferralPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.fields.line import LineField
from clusterdesk.gui.widgets.note_edit import NoteEdit
from clusterdesk.sync import watched_process
from tests.gui.pages.daily.answering import HANDED_OVER, Opened, answers, drop, mail, read, state
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import TODAY, drop_on


def test_a_pasted_mail_is_shown_taken_and_undone(
    window: MainWindow, show: Show, referral: Referral, ask: Ask, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    settle()
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(AnswerDialog)), timeout=MOMENT)
    (dialog,) = window.findChildren(AnswerDialog)
    assert not dialog.consent.isEnabled()
    read(dialog, qtbot, f"{referral.token}\nRéponse : accepté – on s’en occupe\nNom : Anna")
    (line,) = opened().sections[0].lines
    assert "Acceptée" in line.chip.text()
    assert state(ask, referral) is ReferralState.HANDED_OVER
    dialog.consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.ACCEPTED, timeout=MOMENT)
    settle()
    assert [one.by for one in answers(ask)] == ["Anna"]
    qtbot.waitUntil(lambda: len(page.main.answers.rows) == 1, timeout=MOMENT)
    window.undo()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.HANDED_OVER, timeout=MOMENT)
    assert answers(ask) == []


def test_what_is_unclear_is_said_by_a_person(
    show: Show, referral: Referral, ask: Ask, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    settle()
    page.header.answer.click()
    settle()
    (dialog,) = page.window().findChildren(AnswerDialog)
    read(dialog, qtbot, f"{referral.token}\nRéponse : nous verrons bien")
    (line,) = opened().sections[0].lines
    assert line.fields is not None
    assert not dialog.consent.isEnabled()
    line.fields.kind.box.setCurrentIndex(line.fields.kind.box.findData(ReplyKind.DONE))
    line.fields.kind.box.activated.emit(line.fields.kind.box.currentIndex())
    assert line.fields.day.value == TODAY, "the day it came"
    line.fields.outcome.box.setCurrentIndex(line.fields.outcome.box.findData(ReferralOutcome.LEAD))
    line.fields.outcome.box.activated.emit(line.fields.outcome.box.currentIndex())
    assert dialog.consent.isEnabled()
    dialog.consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.DONE, timeout=MOMENT)


def test_a_mail_dropped_anywhere_finds_its_orientation(
    window: MainWindow, show: Show, referral: Referral, ask: Ask, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    show(Route(routes.TODAY))
    path = mail(tmp_path, f"Réponse : fait : contrat, 12 000 €\n\nRéférence : {referral.token}")
    drop(window._stack, path)
    dialog = opened()
    assert len(dialog.sections[0].lines) == 1
    dialog.consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.DONE, timeout=MOMENT)
    assert len(ask(lambda store: store.find(Document))) == 1  # type: ignore[arg-type]


def test_a_mail_dropped_on_a_text_is_for_the_page_and_no_path_typed_into_it(
    show: Show, referral: Referral, ask: Ask, opened: Opened, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    settle()
    need = page.main.need.texts.field("need")
    due = page.side.team.form.field("answer_due_on")
    assert isinstance(need, NoteEdit)
    assert isinstance(due, LineField)
    path = mail(tmp_path, f"Réponse : accepté\n\nRéférence : {referral.token}")
    for place in (need.edit.viewport(), due.edit):
        assert place.acceptDrops(), "words may be dragged there"
        drop(place, path)
        opened().reject()
        settle()
    assert (need.text(), need.dirty, due.dirty) == ("Un prêt", False, False)
    words = QMimeData()
    words.setText("Encore ")
    assert drop_on(need.edit.viewport(), words)
    assert "Encore" in need.text()
    need.edit.undo()


def test_a_mail_dropped_on_the_organisation_is_an_answer_and_no_session(
    show: Show, rich: Rich, referral: Referral, ask: Ask, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(routes.organisation(rich.organisation))
    drop(page, mail(tmp_path, f"Antwoord: aanvaard\n{referral.token}"))
    opened().consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.ACCEPTED, timeout=MOMENT)
    assert ask(lambda store: store.find(Session, kind=SessionKind.MAIL)) == []


def test_the_files_of_the_form_in_a_folder(
    show: Show, referral: Referral, ask: Ask, opened: Opened, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    replies = (
        Reply(ReplyKind.ACKNOWLEDGED, answered_on=HANDED_OVER, by="Anna"),
        Reply(ReplyKind.DECLINED, reason="trop loin", answered_on=TODAY, by="Anna"),
    )
    (tmp_path / "a.json").write_bytes(write_answer_file(AnswerFile(referral.token, "fr", TODAY, replies)))
    (tmp_path / "b.json").write_bytes(write_answer_file(AnswerFile(referral.token, "fr", TODAY, replies))[:-9])
    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    settle()
    page.header.answer.click()
    settle()
    (dialog,) = page.window().findChildren(AnswerDialog)
    dialog.read([tmp_path])
    opened()
    assert [len(section.lines) for section in dialog.sections] == [2, 0]
    assert dialog.sections[1].look.error is not None
    dialog.consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.DECLINED, timeout=MOMENT)
    assert len(answers(ask)) == 2


def test_answers_of_several_files_are_one_step(
    window: MainWindow, show: Show, referral: Referral, ask: Ask, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, reply in (
        ("a.json", Reply(ReplyKind.DECLINED, reason="trop loin", answered_on=TODAY, by="Anna")),
        ("b.json", Reply(ReplyKind.ACCEPTED, answered_on=HANDED_OVER, by="Anna")),
    ):
        (tmp_path / name).write_bytes(write_answer_file(AnswerFile(referral.token, "fr", TODAY, (reply,))))
    show(Route(routes.TODAY))
    drop(window._stack, tmp_path / "a.json", tmp_path / "b.json")
    dialog = opened()
    chips = [line.chip.text() for section in dialog.sections for line in section.lines]
    assert [chip.split()[-1] for chip in chips] == ["Refusée", "Acceptée"]
    dialog.consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.DECLINED, timeout=MOMENT)
    assert len(answers(ask)) == 2
    window.undo()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.HANDED_OVER, timeout=MOMENT)
    assert answers(ask) == []


def test_a_dead_drive_says_so_and_holds_up_nobody(
    window: MainWindow, show: Show, referral: Referral, ask: Ask, opened: Opened, settle: Settle, tmp_path: Path,
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dead = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(watched_process, "usual_command", lambda: dead)
    window.context.preferences.set("shared_folder", str(tmp_path / "share"))
    window.context.preferences.set("drive_silence_seconds", 1)
    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    page.header.answer.click()
    settle()
    (dialog,) = page.window().findChildren(AnswerDialog)
    dialog.ways.offer_parcel((tmp_path / "share" / "parcels", tmp_path / "share" / "others"))
    dialog.ways.parcel_button.click()
    assert window.context.files.busy
    assert state(ask, referral) is ReferralState.HANDED_OVER, "the store answers meanwhile"
    opened()
    (section,) = dialog.sections
    assert section.look.error is not None
    assert section.look.error.code == "drive_silent"
    assert not dialog.consent.isEnabled()
    dialog.ways.parcel_button.click()
    dialog.reject()
    settle()


def test_the_folder_of_the_parcel_is_read_through_the_helper_of_the_drive(
    window: MainWindow, show: Show, referral: Referral, ask: Ask, opened: Opened, settle: Settle, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    share = tmp_path / "share"
    (share / "parcels").mkdir(parents=True)
    reply = Reply(ReplyKind.ACCEPTED, answered_on=HANDED_OVER, by="Anna")
    content = write_answer_file(AnswerFile(referral.token, "fr", TODAY, (reply,)))
    (share / "parcels" / "answer.json").write_bytes(content)
    window.context.preferences.set("shared_folder", str(share))
    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    page.header.answer.click()
    settle()
    (dialog,) = page.window().findChildren(AnswerDialog)
    dialog.ways.offer_parcel((share / "parcels",))
    dialog.ways.parcel_button.click()
    assert [len(section.lines) for section in opened().sections] == [1]
    helper = dialog._helper
    assert helper.process_id is not None, "another process has read it"
    dialog.consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.ACCEPTED, timeout=MOMENT)
    assert ask(lambda store: [one.name for one in store.find(Document)]) == ["answer.json"]
    settle()
    kept = window.context.sending.reader(helper._silence)
    assert kept is helper, "a drive that never answers holds one process, not one a dialog"
    assert helper.process_id is None


def test_a_foreign_code_is_refused_and_nothing_changes(
    show: Show, referral: Referral, ask: Ask, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    settle()
    page.header.answer.click()
    settle()
    (dialog,) = page.window().findChildren(AnswerDialog)
    read(dialog, qtbot, f"{token_of(4711)}\nRéponse : accepté")
    section = opened().sections[0]
    assert section.look.error is not None
    assert section.look.error.code == "answer_foreign"
    assert not dialog.consent.isEnabled()
    assert state(ask, referral) is ReferralState.HANDED_OVER
