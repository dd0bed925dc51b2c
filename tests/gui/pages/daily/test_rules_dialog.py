"""Other rules of counting by hand: nothing is saved before what would change is shown; undo brings the rules back."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.domain.records.strategy import RuleSet
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.gui import routes
from clusterdesk.gui.pages.rules.dialog import RulesDialog
from clusterdesk.gui.pages.strategy.page import StrategyPage
from clusterdesk.gui.pages.strategy.rules_card import RulesCard
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.fields.choice import InlineChoice
from clusterdesk.gui.widgets.fields.line import LineField
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.cli.kpi_archive import Writing, write_scenario
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask

_SEAT = [["2015-01-01", "1070", "siege"]]
SCENARIO = {
    "companies": [{"id": "A", "sites": _SEAT}],
    "files": [{"company": "A", "opened": "2024-02-01", "first_action": "2024-02-10", "closed": "2024-03-31"}],
    "events": [
        {"type": "industrialised", "company": "A", "project": "P1", "on": "2025-03-31"},
        {"type": "break_even_confirmed", "company": "A", "project": "P1", "on": "2025-06-30"},
    ],
}


@pytest.fixture
def dialog(show: Show, ask: Ask, settle: Settle, window: MainWindow, tmp_path: Path) -> RulesDialog:
    """The dialog, opened from the page, over a result that counts and one that is three months late."""
    path = write_scenario(tmp_path / "past.jsonl", SCENARIO, Writing())

    def bring(store: Store) -> int:
        return len(import_archive(store, path).output.refused)

    assert ask(bring) == 0
    page = show(routes.strategy("rule_set"))
    assert isinstance(page, StrategyPage)
    card = page.findChild(RulesCard)
    assert card is not None
    QTest.mouseClick(card.change, Qt.MouseButton.LeftButton)
    settle()
    return next(one for one in window.findChildren(RulesDialog) if one.isVisible())


def _line(field: QWidget) -> LineField:  # type: ignore[type-arg]
    assert isinstance(field, LineField)
    return field


def _type(field: QWidget, text: str) -> None:
    line = _line(field)
    line.edit.setFocus()
    line.edit.selectAll()
    QTest.keyClick(line.edit, Qt.Key.Key_Delete)
    QTest.keyClicks(line.edit, text)
    QTest.keyClick(line.edit, Qt.Key.Key_Return)


def _versions(ask: Ask) -> list[RuleSet]:
    found = ask(lambda store: sorted(store.find(RuleSet), key=lambda one: one.version))
    assert isinstance(found, list)
    return found


def test_what_is_missing_at_the_foot_comes_into_sight(dialog: RulesDialog, settle: Settle, qtbot: QtBot) -> None:
    dialog.resize(900, 560)
    _type(dialog.fields.fields["counting", "months_after_closing"], "15")
    settle()
    qtbot.waitUntil(dialog.consent.isEnabled)
    QTest.mouseClick(dialog.consent, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _line(dialog.reason).edit.hasFocus())
    qtbot.waitUntil(lambda: not dialog.reason.visibleRegion().isEmpty())
    assert dialog.reason.problem


def test_the_difference_stands_there_before_anything_can_be_saved(
    dialog: RulesDialog, ask: Ask, settle: Settle, qtbot: QtBot
) -> None:
    assert not dialog.consent.isEnabled()
    _type(dialog.fields.fields["counting", "months_after_closing"], "15")
    settle()
    assert [(one.change, one.organisation) for one in dialog.difference.lines] == [("compterait", "Société A")]
    assert dialog.consent.isEnabled()
    assert len(_versions(ask)) == 1
    qtbot.mouseClick(dialog.consent, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.isVisible()
    assert dialog.reason.problem
    dialog.owner.restore_draft("Benoit")
    _type(dialog.reason, "Decision du conseil")  # Enter agrees: all is said, and shown
    settle()
    made = _versions(ask)[-1]
    assert (made.version, made.owner, made.reason) == (2, "Benoit", "Decision du conseil")
    assert "months_after_closing = 15" in made.parameters
    ask(undo)
    assert [one.version for one in _versions(ask)] == [1]


def test_what_makes_no_sense_is_told_and_going_back_changes_nothing(
    dialog: RulesDialog, ask: Ask, settle: Settle
) -> None:
    months = dialog.fields.fields["counting", "months_after_closing"]
    _type(months, "500")
    settle()
    assert "120" in dialog.problem
    assert not dialog.consent.isEnabled()
    _type(months, "12")
    settle()
    assert dialog.problem == ""
    assert not dialog.consent.isEnabled()
    assert dialog.difference.lines == ()
    dialog.reject()
    settle()
    assert len(_versions(ask)) == 1


def test_choices_postcodes_and_a_later_day_are_kept_as_the_file_of_rules_says_them(
    dialog: RulesDialog, ask: Ask, settle: Settle
) -> None:
    level = dialog.fields.fields["counting", "evidence_level"]
    assert isinstance(level, InlineChoice)
    level.box.setCurrentIndex(3)
    level.box.activated.emit(3)
    region = dialog.fields.fields["counting", "region"]
    _type(region, "1000-1299, abc")
    assert "abc" in region.problem
    _type(region, "1000-1299; 1930")
    assert region.problem == ""
    _type(dialog.fields.fields["job_growth", "growth"], "0,5")
    _type(dialog.since, "01/01/2027")
    dialog.reason.restore_draft("Essai")
    settle()
    assert dialog.consent.isEnabled()
    dialog.consent.click()
    settle()
    made = _versions(ask)[-1]
    assert made.valid_from == date(2027, 1, 1)
    for text in (f"evidence_level = {int(EvidenceLevel.DOCUMENT)}", '"1930"', 'growth = "0.5"'):
        assert text in made.parameters


def test_an_indicator_says_something_for_itself_and_then_what_is_for_all_again(
    dialog: RulesDialog, ask: Ask, settle: Settle, window: MainWindow, show: Show
) -> None:
    own = dialog.fields.fields["industrialised", "evidence_level"]
    assert isinstance(own, InlineChoice)
    assert own.value is None, "as for all"
    _choose(own, EvidenceLevel.DOCUMENT)
    _type(dialog.fields.fields["job_growth", "days_before_end"], "31")
    _save(dialog, settle)
    made = _versions(ask)[-1]
    kept = tomllib.loads(made.parameters)
    assert kept["industrialised"]["evidence_level"] == EvidenceLevel.DOCUMENT
    assert kept["job_growth"]["days_before_end"] == 31
    again = _opened(show, settle, window)
    own = again.fields.fields["industrialised", "evidence_level"]
    assert isinstance(own, InlineChoice)
    assert own.value is EvidenceLevel.DOCUMENT
    other = again.fields.fields["break_even", "evidence_level"]
    assert isinstance(other, InlineChoice)
    assert other.value is None
    _choose(own, None)
    _type(again.fields.fields["job_growth", "days_before_end"], "")
    _save(again, settle)
    last = _versions(ask)[-1]
    assert last.version == made.version + 1
    assert "evidence_level" not in tomllib.loads(last.parameters)["industrialised"]
    assert "days_before_end" not in last.parameters


def test_what_validation_does_stands_under_its_choice(dialog: RulesDialog) -> None:
    told = [label.words for label in dialog.fields.findChildren(Label)]
    assert any("aucun trimestre n’est figé" in words and "rappel" in words for words in told)


def _choose(field: InlineChoice, value: object) -> None:
    place = field.box.findData(value)
    field.box.setCurrentIndex(place)
    field.box.activated.emit(place)


def _save(dialog: RulesDialog, settle: Settle) -> None:
    dialog.owner.restore_draft("Benoit")
    dialog.reason.restore_draft("Essai")
    settle()
    assert dialog.consent.isEnabled()
    dialog.consent.click()
    settle()


def _opened(show: Show, settle: Settle, window: MainWindow) -> RulesDialog:
    page = show(routes.strategy("rule_set"))
    card = page.findChild(RulesCard)
    assert isinstance(card, RulesCard)
    QTest.mouseClick(card.change, Qt.MouseButton.LeftButton)
    settle()
    return next(one for one in window.findChildren(RulesDialog) if one.isVisible())


def test_a_day_that_is_past_says_what_it_does_to_reports(dialog: RulesDialog) -> None:
    assert dialog.back.isHidden()
    _type(dialog.since, "01/03/2024")
    assert not dialog.back.isHidden()
    assert "figés" in dialog.back.words
    _type(dialog.since, dialog.kit.formats.date(dialog.kit.clock.today()))
    assert dialog.back.isHidden()
