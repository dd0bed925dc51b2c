"""Other rules of counting by hand: nothing is saved before what would change is shown; undo brings the rules back."""

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
    QTest.keyClicks(line.edit, text)
    QTest.keyClick(line.edit, Qt.Key.Key_Return)


def _versions(ask: Ask) -> list[RuleSet]:
    found = ask(lambda store: sorted(store.find(RuleSet), key=lambda one: one.version))
    assert isinstance(found, list)
    return found


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
    _type(dialog.fields.fields["counting", "region"], "1000-1299; 1930")
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
