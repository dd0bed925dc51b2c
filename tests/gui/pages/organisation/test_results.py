"""Results and evidence on the page of an organisation: noted, decided, proven, and seen in the Fil."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.gui import routes
from clusterdesk.gui.pages.organisation.decision_dialog import DecisionDialog
from clusterdesk.gui.pages.organisation.evidence_row import EvidenceRow
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.organisation.result_row import ResultRow
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, press, type_text

_LEFT, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(open_page: Open, rich: Rich, qtbot: QtBot) -> OrganisationPage:
    opened = open_page(routes.organisation(rich.organisation))
    assert isinstance(opened, OrganisationPage)
    return opened


@pytest.fixture
def row(page: OrganisationPage, qtbot: QtBot) -> ResultRow:
    """A result that has just been noted from the card's menu; its row is open."""
    card = page.side.results
    action = next(one for one in card.menu.actions() if one.data() == ResultKind.BREAK_EVEN_REACHED.value)
    action.trigger()
    _settled(page, qtbot, lambda: len(card.rows) == 1)
    made = next(iter(card.rows.values()))
    assert isinstance(made, ResultRow)
    assert made.is_open
    return made


def _settled(page: OrganisationPage, qtbot: QtBot, done: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(done()) and not page.context.desk.busy, timeout=MOMENT)


def _chips(row: ResultRow | EvidenceRow) -> list[str]:
    return [chip.text() for chip in row._chips]


def _dialog(row: ResultRow) -> DecisionDialog:
    found = row.decisions._dialog
    assert found is not None
    return found


def _prove(row: ResultRow, title: str) -> None:
    """Type what proves it over what is proposed."""
    proof = _dialog(row).proof
    assert proof is not None
    proof.title.edit.selectAll()
    type_text(proof.title.edit, title)


def _result(ask: Ask, rich: Rich) -> ResultEvent:
    found = ask(lambda store: store.find(ResultEvent, organisation_id=rich.organisation)[0])
    assert isinstance(found, ResultEvent)
    return found


def _evidence(store: Store) -> Evidence:
    (found,) = store.find(Evidence)
    return found


def test_a_result_is_of_the_open_file_and_its_project(row: ResultRow, rich: Rich, ask: Ask) -> None:
    result = _result(ask, rich)
    assert (result.kind, result.on) == (ResultKind.BREAK_EVEN_REACHED, TODAY)
    assert result.project_id is not None
    assert result.coaching_file_id is not None
    assert "Ligne de ponçage" in row.note.text()
    assert _chips(row) == ["À confirmer"]
    assert nameless_widgets(row) == []
    assert clipped_texts(row) == []


def test_it_is_confirmed_validated_by_another_and_revoked(
    page: OrganisationPage, row: ResultRow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    row.decisions.confirmation.button.click()
    assert _dialog(row).words.value == "Claire Delvaux"
    _prove(row, "Balance du comptable")
    _dialog(row).consent.click()
    _settled(page, qtbot, lambda: _chips(row) == ["Confirmé"])
    assert (_result(ask, rich).confirmed_by, _result(ask, rich).confirmed_on) == ("Claire Delvaux", TODAY)

    row.decisions.validation.button.click()
    dialog = _dialog(row)
    assert not dialog.words.value
    dialog.consent.click()
    assert dialog.words.problem
    type_text(dialog.words.edit, "claire delvaux")
    dialog.consent.click()
    qtbot.waitUntil(lambda: bool(dialog.problem), timeout=MOMENT)
    dialog.words.restore_draft("Benoît")
    dialog.consent.click()
    _settled(page, qtbot, lambda: _chips(row) == ["Validé"])

    row.decisions.revocation.button.click()
    dialog = _dialog(row)
    dialog.words.restore_draft("Comptes corrigés")
    dialog.day.restore_draft((TODAY - timedelta(days=1)).strftime("%d/%m/%Y"))
    dialog.consent.click()
    _settled(page, qtbot, lambda: _chips(row) == ["Révoqué"])
    result = _result(ask, rich)
    assert (result.revoke_reason, result.revoked_on) == ("Comptes corrigés", TODAY - timedelta(days=1))
    assert "Comptes corrigés" in row.note.text()
    row.decisions.revocation.button.click()
    _settled(page, qtbot, lambda: _chips(row) == ["Validé"])


def test_a_confirmation_asks_for_what_proves_it_and_one_undo_takes_both_back(
    page: OrganisationPage, row: ResultRow, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    row.decisions.confirmation.button.click()
    dialog = _dialog(row)
    assert dialog.proof is not None
    dialog.proof.title.restore_draft("")
    dialog.consent.click()
    assert dialog.proof.title.problem
    assert _result(ask, rich).confirmed_on is None
    assert nameless_widgets(dialog) == []
    paper = tmp_path / "balance.pdf"
    paper.write_bytes(b"%PDF-1.4 balance")
    dialog.proof.attach([str(paper)])
    assert dialog.proof.level.value is EvidenceLevel.DOCUMENT
    type_text(dialog.proof.title.edit, "Balance")
    dialog.consent.click()
    _settled(page, qtbot, lambda: _chips(row) == ["Confirmé"])
    found = ask(_evidence)
    assert isinstance(found, Evidence)
    assert (found.title, found.level, found.result_event_id) == (
        "Balance",
        EvidenceLevel.DOCUMENT,
        _result(ask, rich).id,
    )
    assert ask(lambda store: store.get(Document, found.document_id).name) == "balance.pdf"  # type: ignore[arg-type]
    assert row.note.text().endswith("\n1 pièce")
    row.decisions.confirmation.button.click()
    assert _dialog(row).proof is None, "it is proved: a correction asks for nothing more"
    _dialog(row).reject()
    window.undo()
    _settled(page, qtbot, lambda: _chips(row) == ["À confirmer"])
    assert ask(lambda store: store.find(Evidence)) == []


def test_a_piece_that_was_wanted_comes_with_the_confirmation(
    page: OrganisationPage, row: ResultRow, ask: Ask, qtbot: QtBot
) -> None:
    row.evidence.add_text("Balance du comptable")
    _settled(page, qtbot, lambda: len(row.evidence.rows) == 1)
    row.decisions.confirmation.button.click()
    dialog = _dialog(row)
    assert dialog.proof is not None
    _prove(row, "balance du comptable")
    dialog.consent.click()
    _settled(page, qtbot, lambda: _chips(row) == ["Confirmé"])
    found = ask(_evidence)
    assert isinstance(found, Evidence)
    assert (found.title, found.wanted, found.level) == ("Balance du comptable", False, EvidenceLevel.DOCUMENT)


def test_a_confirmation_is_taken_back_and_undo_names_it(
    page: OrganisationPage, row: ResultRow, window: MainWindow, qtbot: QtBot
) -> None:
    row.decisions.confirmation.button.click()
    _prove(row, "Balance du comptable")
    _dialog(row).consent.click()
    _settled(page, qtbot, lambda: _chips(row) == ["Confirmé"])
    qtbot.waitUntil(lambda: "Confirmation · Équilibre atteint" in window._words.undo, timeout=MOMENT)
    row.decisions.confirmation.button.click()
    back = next(
        one for one in _dialog(row).findChildren(QPushButton) if one.text().strip() == "Retirer la confirmation"
    )
    back.click()
    _settled(page, qtbot, lambda: _chips(row) == ["À confirmer"])
    # An edit of a record that is known by a choice names the choice as people read it.
    qtbot.waitUntil(lambda: "Résultat · Équilibre atteint · Confirmé par" in window._words.undo, timeout=MOMENT)
    window.undo()
    _settled(page, qtbot, lambda: _chips(row) == ["Confirmé"])


@pytest.mark.filterwarnings("ignore:Function. .QDragEnterEvent:DeprecationWarning")
def test_evidence_is_wanted_then_dropped_on_its_row(
    page: OrganisationPage, row: ResultRow, rich: Rich, ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    row.evidence.begin_adding()
    assert row.evidence.line is not None
    type_text(row.evidence.line, "Comptes 2025")
    press(row.evidence.line, Qt.Key.Key_Return)
    _settled(page, qtbot, lambda: len(row.evidence.rows) == 1)
    proof = next(iter(row.evidence.rows.values()))
    assert isinstance(proof, EvidenceRow)
    assert _chips(proof) == ["À obtenir"]
    assert "1 encore à obtenir" in row.note.text()
    assert page.side.results.header._note.text() == "1 à obtenir"
    paper = tmp_path / "comptes.pdf"
    paper.write_bytes(b"%PDF-1.4 comptes")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(paper))])
    QApplication.sendEvent(proof, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, _LEFT, _NO_KEY))
    assert proof.drop.frame.isVisible()
    assert not page.drop.frame.isVisible()
    QApplication.sendEvent(proof, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, _LEFT, _NO_KEY))
    _settled(page, qtbot, lambda: _chips(proof) == [])
    found = ask(_evidence)
    assert isinstance(found, Evidence)
    assert (found.level, found.wanted, found.on) == (EvidenceLevel.DOCUMENT, False, TODAY)
    assert found.organisation_id == rich.organisation
    assert ask(lambda store: store.get(Document, found.document_id).name) == "comptes.pdf"  # type: ignore[arg-type]
    assert "comptes.pdf" in proof.note.text()
    assert not proof.buttons.show_it.isHidden()


def test_evidence_without_a_document_has_come(
    page: OrganisationPage, row: ResultRow, window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    row.evidence.add_text("Dit par la gérante")
    _settled(page, qtbot, lambda: len(row.evidence.rows) == 1)
    proof = next(iter(row.evidence.rows.values()))
    assert isinstance(proof, EvidenceRow)
    proof.form.field("level").committed.emit(EvidenceLevel.SAID)
    _settled(page, qtbot, lambda: "1 – " in proof.note.text())
    proof.buttons.obtained.click()
    _settled(page, qtbot, lambda: _chips(proof) == [])
    found = ask(_evidence)
    assert isinstance(found, Evidence)
    assert (found.level, found.wanted, found.on) == (EvidenceLevel.SAID, False, TODAY)
    assert any("Dit par la gérante" in text for text in window.toasts.texts)
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_evidence_of_no_result_stands_at_the_end(page: OrganisationPage, ask: Ask, qtbot: QtBot) -> None:
    card = page.side.results
    card.menu.actions()[-1].trigger()
    assert card.line is not None
    assert not card.line.isHidden()
    type_text(card.line, "Bilan social")
    press(card.line, Qt.Key.Key_Return)
    _settled(page, qtbot, lambda: len(card.rows) == 1)
    assert isinstance(next(iter(card.rows.values())), EvidenceRow)
    assert ask(lambda store: _evidence(store).result_event_id) is None


def test_evidence_may_be_for_a_track_that_has_no_indicator(page: OrganisationPage, ask: Ask, qtbot: QtBot) -> None:
    card = page.side.results
    ask(lambda store: add_record(store, AddRecord(record=_for_a_track(store, page))))
    page.reload()
    _settled(page, qtbot, lambda: len(card.rows) == 1)
    proof = next(iter(card.rows.values()))
    assert isinstance(proof, EvidenceRow)
    proof.open()
    assert proof.note.text().endswith("Passage à l’échelle commercial")
    keys = {option.key for option in proof._choices.indicators("")}
    assert {"business_scale_up", "international", "break_even"} <= keys
    assert "employment" not in keys, "its indicator stands for it"


def _for_a_track(store: Store, page: OrganisationPage) -> Evidence:
    assert isinstance(page.argument, UUID)
    return Evidence(title="Carnet de commandes", organisation_id=page.argument, indicator="business_scale_up")


def test_the_fil_opens_the_rows(page: OrganisationPage, row: ResultRow, qtbot: QtBot) -> None:
    row.evidence.add_text("Attestation")
    _settled(page, qtbot, lambda: len(row.evidence.rows) == 1)
    proof = next(iter(row.evidence.rows.values()))
    assert isinstance(proof, EvidenceRow)
    proof.buttons.obtain()
    fil = page.main.fil
    kinds = {TimelineKind.RESULT, TimelineKind.EVIDENCE}
    _settled(page, qtbot, lambda: kinds <= {one.kind for one in fil._entries.values()})
    for each in (proof, row):
        each.toggle()
        assert not each.is_open
    for kind in kinds:
        fil.opened.emit(next(one for one in fil._entries.values() if one.kind is kind))
    assert row.is_open
    assert proof.is_open
    card = page.side.results
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty(), timeout=MOMENT)
