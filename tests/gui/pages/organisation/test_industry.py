"""The page of industrial scale-up: answered by keys, lifted by a click, confirmed and doubted, sheets worked out."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.industrialisation import AnswerMrl
from clusterdesk.domain.industrialisation.maturity import in_order
from clusterdesk.domain.proposals.proposal import ResultStanding
from clusterdesk.domain.records.industrialisation import CapacitySheet, MrlAssessment, MrlQuestion, MrlReply
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.gui import routes
from clusterdesk.gui.pages.industry.capacity_card import CapacityRow
from clusterdesk.gui.pages.industry.page import IndustryPage
from clusterdesk.gui.pages.industry.question_row import QuestionRow
from clusterdesk.gui.pages.organisation.fil_words import entry_words
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.industrialisation import answer_question
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, press, type_text

type Settled = Callable[[Callable[[], object]], None]


@pytest.fixture
def page(open_page: Open, rich: Rich) -> IndustryPage:
    """The page of the organisation, whose one project was never assessed."""
    opened = open_page(routes.industry(rich.organisation))
    assert isinstance(opened, IndustryPage)
    return opened


@pytest.fixture
def settled(window: MainWindow, qtbot: QtBot) -> Settled:
    """A function that waits for a condition while the window comes to rest."""

    def wait(done: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(done()) and not window.context.desk.busy, timeout=MOMENT)

    return wait


def _project(store: Store, rich: Rich) -> Project:
    (found,) = store.find(Project, organisation_id=rich.organisation)
    return found


def _reach(store: Store, rich: Rich, level: int, days_ago: int = 0) -> bool:
    project = _project(store, rich)
    for one in in_order(store.find(MrlQuestion)):
        if one.level <= level:
            day = TODAY - timedelta(days=days_ago)
            answer_question(store, AnswerMrl(project_id=project.id, question_id=one.id, reply=MrlReply.YES, on=day))
    return True


def _prove(store: Store, rich: Rich) -> bool:
    project = _project(store, rich)
    add(store, Evidence(title="Attestation", level=EvidenceLevel.ATTESTATION, project_id=project.id))
    add(store, Evidence(title="Factures", level=EvidenceLevel.DOCUMENT, project_id=project.id))
    return True


def _focused() -> QuestionRow:
    found = QApplication.focusWidget()
    assert isinstance(found, QuestionRow)
    return found


def _assessments(ask: Ask) -> list[MrlAssessment]:
    found = ask(lambda store: store.find(MrlAssessment))
    assert isinstance(found, list)
    return found


def test_a_workshop_is_assessed_by_keys_alone(
    page: IndustryPage, settled: Settled, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    press(page, Qt.Key.Key_O, "o")  # leads to the question that blocks, and answers nothing yet
    assert _focused().part.level == 1
    assert _focused().reply is MrlReply.UNKNOWN
    for letter in "yo":  # yes, as it is said in English and in French
        press(_focused(), ord(letter.upper()), letter)
    settled(lambda: page.level.header is not None and "1" in page.level.ladder.accessibleName())
    settled(lambda: _focused().part.level == 2)
    press(_focused(), Qt.Key.Key_J, "j")
    press(_focused(), Qt.Key.Key_N, "n")
    settled(lambda: "Niveau 1 sur 10" in page.level.ladder.accessibleName())
    (made,) = _assessments(ask)
    assert (made.level, made.on) == (1, TODAY)
    blocking = page.level.blocking
    assert blocking.question.words == "Savez-vous quelles machines et quels métiers il faudra\u202f?"
    assert blocking.caption.words == "Ce qui bloque le niveau 2"


def test_arrows_walk_through_the_levels_and_delete_takes_an_answer_back(
    page: IndustryPage, settled: Settled, ask: Ask
) -> None:
    page.questions.begin()
    first = _focused()
    press(first, Qt.Key.Key_Down)
    second = _focused()
    assert second is not first
    press(second, Qt.Key.Key_Up)
    assert _focused() is first
    press(first, Qt.Key.Key_Y, "y")
    settled(lambda: first.reply is MrlReply.YES)
    press(first, Qt.Key.Key_Delete)
    settled(lambda: first.reply is MrlReply.UNKNOWN)
    press(second, Qt.Key.Key_Down)  # beyond the last question of the level
    assert _focused().part.level == 2


def test_what_is_asked_of_everybody_always_applies(page: IndustryPage, settled: Settled, ask: Ask) -> None:
    page.questions.begin()
    plain = _focused()
    assert not plain.part.circular
    press(plain, Qt.Key.Key_X, "x")
    press(plain, Qt.Key.Key_Down)
    circular = _focused()
    assert circular.part.circular
    press(circular, Qt.Key.Key_X, "x")
    settled(lambda: circular.reply is MrlReply.NOT_APPLICABLE)
    assert plain.reply is MrlReply.UNKNOWN
    assert set(plain.buttons) == {MrlReply.YES, MrlReply.NO}


def test_a_button_answers_too_and_a_second_click_takes_it_back(
    page: IndustryPage, settled: Settled, qtbot: QtBot
) -> None:
    page.questions.begin()
    row = _focused()
    qtbot.mouseClick(row.buttons[MrlReply.YES], Qt.MouseButton.LeftButton)
    settled(lambda: row.reply is MrlReply.YES and row.buttons[MrlReply.YES].isChecked())
    qtbot.mouseClick(row.buttons[MrlReply.YES], Qt.MouseButton.LeftButton)
    settled(lambda: row.reply is MrlReply.UNKNOWN and not row.buttons[MrlReply.YES].isChecked())


def test_one_click_makes_what_blocks_a_promise_and_undo_takes_it_back(
    page: IndustryPage, settled: Settled, rich: Rich, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    block = page.level.blocking
    qtbot.mouseClick(block.lift_button, Qt.MouseButton.LeftButton)
    settled(lambda: not block.lift_button.isVisible())
    made = ask(lambda store: [one for one in store.find(Action) if one.text.startswith("Décrire")])
    assert isinstance(made, list)
    (promise,) = made
    assert (promise.owner, promise.due_on) == (OwnerKind.ORGANISATION, TODAY + timedelta(days=28))
    assert promise.organisation_id == rich.organisation
    assert "21/12/2026" in block.promised.text()
    window.undo()
    settled(lambda: block.lift_button.isVisible())


def test_a_proposed_result_is_confirmed_in_one_dialog_then_doubted_and_revoked(
    page: IndustryPage, settled: Settled, rich: Rich, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    ask(lambda store: (_reach(store, rich, 6, 200), _reach(store, rich, 9, 20), _prove(store, rich)))
    window.reload()
    card = page.proposal
    settled(lambda: card.proposal is not None and card.proposal.standing is ResultStanding.PROPOSED)
    assert card.chip.text() == "Proposé"
    qtbot.mouseClick(card.confirm_button, Qt.MouseButton.LeftButton)
    dialog = card._dialog
    assert dialog is not None
    assert dialog.name.value == "Claire Delvaux"
    assert dialog.day.value == TODAY - timedelta(days=20)
    assert not dialog.reason.isVisible()
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    dialog.consent.click()
    settled(lambda: card.chip.text() == "Confirmé")
    events = ask(lambda store: store.find(ResultEvent))
    assert isinstance(events, list)
    (event,) = events
    assert (event.confirmed_by, event.rule, event.on) == ("Claire Delvaux", "MRL9", TODAY - timedelta(days=20))

    group = page.questions.groups[7]
    group.go_to(1)
    press(next(iter(group.rows.values())), Qt.Key.Key_N, "n")
    settled(lambda: card.chip.text() == "À révoquer\u202f?")
    assert ask(lambda store: store.find(ResultEvent)[0].revoked_on) is None
    qtbot.mouseClick(card.revoke_button, Qt.MouseButton.LeftButton)
    revoking = card.decisions._dialog
    assert revoking is not None
    assert revoking.words.value is not None
    assert "Niveau 6" in revoking.words.value
    revoking.consent.click()
    settled(lambda: ask(lambda store: store.find(ResultEvent)[0].revoked_on) == TODAY)
    window.undo()
    settled(lambda: card.chip.text() == "À révoquer\u202f?")


def test_what_was_there_before_the_coaching_asks_why_it_counts(
    page: IndustryPage, settled: Settled, rich: Rich, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    # Answers of one day in one step each: the first assessment ends at level 9.
    ask(lambda store: (_reach(store, rich, 9, 30), _prove(store, rich)))
    window.reload()
    card = page.proposal
    settled(lambda: card.confirm_button.isVisible())
    assert card.chip.text() == "Déjà atteint avant l’accompagnement"
    qtbot.mouseClick(card.confirm_button, Qt.MouseButton.LeftButton)
    dialog = card._dialog
    assert dialog is not None
    dialog.consent.click()
    assert dialog.reason.problem
    type_text(dialog.reason.edit, "Nouvelle gamme depuis")
    dialog.consent.click()
    settled(lambda: card.chip.text() == "Confirmé")
    assert ask(lambda store: store.find(ResultEvent)[0].override_reason) == "Nouvelle gamme depuis"
    assert "Nouvelle gamme depuis" in card.kept.text()


def test_evidence_to_obtain_is_named_on_the_card(page: IndustryPage, settled: Settled, ask: Ask, qtbot: QtBot) -> None:
    line = page.proposal.more
    qtbot.mouseClick(line.add_button, Qt.MouseButton.LeftButton)
    type_text(line.line, "Registre de production")
    press(line.line, Qt.Key.Key_Return)
    settled(lambda: page.proposal.proposal is not None and len(page.proposal.proposal.evidence) == 1)
    found = ask(lambda store: store.find(Evidence))
    assert isinstance(found, list)
    (one,) = found
    assert (one.title, one.wanted, one.indicator) == ("Registre de production", True, "industrialised")
    assert one.project_id is not None


def test_a_capacity_sheet_shows_what_follows_with_its_arithmetic(
    page: IndustryPage, settled: Settled, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    page.capacity.begin_adding()
    settled(lambda: len(page.capacity.rows) == 1)
    row = next(iter(page.capacity.rows.values()))
    assert isinstance(row, CapacityRow)
    settled(lambda: row.is_open)
    assert "Manque\u00a0: " in _texts(row)
    for name, typed in {"hours": "38", "takt_seconds": "900", "units_now": "120", "units_target": "150"}.items():
        field = row.form.field(name)
        field.edit.setFocus()  # type: ignore[attr-defined]
        type_text(field.edit, typed)  # type: ignore[attr-defined]
        press(field.edit, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    settled(lambda: "38 h × 3600 s ÷ 900 s" in _texts(row))
    assert "152" in _texts(row)
    assert "25,0 %" in _texts(row).replace("\u00a0", " ").replace("\u202f", " ")
    bad = row.form.field("people")
    type_text(bad.edit, "-3")  # type: ignore[attr-defined]
    press(bad.edit, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    settled(lambda: bad.problem)
    page.capacity.begin_adding()
    settled(lambda: len(page.capacity.rows) == 2)
    sheets = ask(lambda store: store.find(CapacitySheet))
    assert isinstance(sheets, list)
    assert [one.hours for one in sheets] == [38, 38]
    assert [one.people for one in sheets] == [None, None]


def test_assessments_tell_their_course_and_an_earlier_one_is_corrected(
    page: IndustryPage, settled: Settled, rich: Rich, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    ask(lambda store: (_reach(store, rich, 3, 200), _reach(store, rich, 5, 100)))
    window.reload()
    card = page.assessments
    settled(lambda: len(card.rows) == 2)
    assert card.chart.isVisible()
    assert "niveau 3" in card.chart.view.accessibleDescription()
    old = list(card.rows.values())[1]
    old.open()
    old.correct.click()  # type: ignore[attr-defined]
    settled(lambda: "Vous corrigez" in page.questions.note.text())
    group = page.questions.groups[2]
    group.go_to(1)
    press(_focused(), Qt.Key.Key_N, "n")
    settled(lambda: [one.level for one in _sorted(ask)] == [1, 5])
    qtbot.mouseClick(page.questions.present, Qt.MouseButton.LeftButton)
    settled(lambda: "Vous corrigez" not in page.questions.note.text())
    card.begin_adding()
    settled(lambda: [one.level for one in _sorted(ask)] == [1, 5, 5])


def test_nothing_is_nameless_or_cut(
    page: IndustryPage, settled: Settled, rich: Rich, ask: Ask, window: MainWindow
) -> None:
    ask(lambda store: (_reach(store, rich, 7, 60), _prove(store, rich)))
    window.reload()
    settled(lambda: len(page.assessments.rows) == 1)
    for group in page.questions.groups.values():
        group.open()
    settled(lambda: clipped_texts(page) == [])
    assert nameless_widgets(page) == []


def _sorted(ask: Ask) -> list[MrlAssessment]:
    return sorted(_assessments(ask), key=lambda one: one.on)


def _texts(root: QWidget) -> str:
    from clusterdesk.gui.widgets.label import Label

    return "\n".join(label.text() for label in root.findChildren(Label) if label.isVisible())


def test_an_assessment_in_the_fil_leads_here(
    open_page: Open, settled: Settled, rich: Rich, ask: Ask, window: MainWindow
) -> None:
    fil = open_page(routes.organisation(rich.organisation))
    assert isinstance(fil, OrganisationPage)
    ask(lambda store: _reach(store, rich, 2, 20))
    window.reload()
    card = fil.main.fil
    settled(lambda: any(one.kind is TimelineKind.MATURITY for one in card._entries.values()))
    entry = next(one for one in card._entries.values() if one.kind is TimelineKind.MATURITY)
    assert entry_words(window.context.kit, entry).title == "Maturité\u00a0: niveau 2 · Ligne de ponçage"
    card.opened.emit(entry)
    settled(lambda: isinstance(window.page, IndustryPage))
