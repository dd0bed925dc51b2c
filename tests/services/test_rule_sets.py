"""Rules of counting by version: the difference by name before saving, one step, undo, and reports that keep theirs."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.strategy import ChangeRules
from clusterdesk.domain.records.strategy import RuleSet
from clusterdesk.domain.views.rule_difference import IndicatorDifference, RulesDifference
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import undo
from clusterdesk.services.indicators import read_indicators, rules_in_force
from clusterdesk.services.rule_sets import change_rules, rules_difference
from clusterdesk.services.rule_words import difference_lines
from clusterdesk.store.desk_store import Store
from tests.cli.kpi_archive import Writing, write_scenario

_SEAT = [["2015-01-01", "1070", "siege"]]
_OUT = [["2015-01-01", "1800", "siege"]]
_VALID = {"confirmed_by": "Claire", "validated_by": "Benoît"}


def _file(company: str, closed: str | None = None, **more: Any) -> dict[str, Any]:
    return {"company": company, "opened": "2024-02-01", "first_action": "2024-02-10", "closed": closed, **more}


SCENARIO = {
    "companies": [{"id": one, "sites": _OUT if one == "X" else _SEAT} for one in ("A", "B", "X")],
    "files": [_file("A", project="P1"), _file("A", project="P2"), _file("B", "2024-06-30"), _file("X")],
    "events": [
        {"type": "break_even_confirmed", "company": "A", "project": "P1", "on": "2025-02-28"},
        {"type": "break_even_confirmed", "company": "A", "project": "P2", "on": "2025-05-31"},
        {"type": "break_even_confirmed", "company": "B", "on": "2025-09-30"},
        {"type": "break_even_confirmed", "company": "X", "on": "2025-03-31"},
    ],
}


@pytest.fixture
def filled(store: Store, tmp_path: Path) -> Store:
    """Return a binder with results that count, and others that another rule would count."""
    assert import_archive(store, write_scenario(tmp_path / "past.jsonl", SCENARIO, Writing())).output.refused == ()
    return store


def _of(found: RulesDifference, key: str = "break_even") -> IndicatorDifference:
    return next(one for one in found.indicators if one.rules.key == key)


def _names(found: RulesDifference) -> dict[str, list[str]]:
    one = _of(found)
    return {
        "appears": [line.project for line in one.appears],
        "vanishes": [line.project for line in one.vanishes],
    }


def _change(text: str, **more: Any) -> ChangeRules:
    values = {"valid_from": date(2026, 11, 23), "owner": "Benoît Lacroix", "reason": "Décision du 12 novembre", **more}
    return ChangeRules(parameters=text, **values)


def _total(store: Store, day: date | None = None) -> int:
    found = read_indicators(store, day).of("break_even")
    assert found is not None
    return found.total


@pytest.mark.parametrize(
    ("text", "appears", "vanishes"),
    [
        ('[break_even]\nunit = "organisation"', [], ["Projet P2"]),
        ("[break_even]\nmonths_after_closing = 15", ["Projet dossier-B"], []),
        ("[counting]\nregion_test = false", ["Projet dossier-X"], []),
        ('[counting]\nregion = ["1800"]', ["Projet dossier-X"], ["Projet P1", "Projet P2"]),
    ],
)
def test_the_difference_tells_by_name_what_would_appear_and_vanish(
    filled: Store, text: str, appears: list[str], vanishes: list[str]
) -> None:
    before = filled.data_version()
    found = rules_difference(filled, text)
    assert _names(found) == {"appears": appears, "vanishes": vanishes}
    one = _of(found)
    assert one.total == (2, 2 + len(appears) - len(vanishes))
    assert filled.data_version() == before
    lines = difference_lines(found, Translator("fr"), Formats("fr"))
    assert [line.project for line in lines] == [*appears, *vanishes]


def test_saving_is_one_step_and_undo_brings_the_present_rules_back(filled: Store) -> None:
    made = change_rules(filled, _change('[break_even]\nunit = "organisation"')).output
    assert (made.version, made.owner, made.reason) == (2, "Benoît Lacroix", "Décision du 12 novembre")
    assert (_total(filled), read_indicators(filled).rules.version) == (1, "2")
    assert "months_after_closing" in made.parameters
    undo.undo(filled)
    assert (_total(filled), read_indicators(filled).rules.version) == (2, "1")
    undo.redo(filled)
    assert _total(filled) == 1


def test_a_report_of_an_earlier_day_keeps_the_version_valid_then(filled: Store) -> None:
    change_rules(filled, _change('[break_even]\nunit = "organisation"'))
    change_rules(filled, _change("[counting]\nregion_test = false", valid_from=date(2027, 1, 1)))
    assert [_total(filled, date(*day)) for day in ((2026, 11, 22), (2026, 11, 23), (2027, 1, 1))] == [2, 1, 2]
    assert rules_in_force(filled, date(2020, 1, 1)).version == "1"
    last = max(filled.find(RuleSet), key=lambda one: one.version)
    assert '"organisation"' in last.parameters


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        ("", {}, "rules_unchanged"),
        ('[break_even]\nunit = "project"', {}, "rules_unchanged"),
        ("[counting]\nregion_test = false", {"reason": " "}, "rules_unexplained"),
        ("[counting]\nregion_test = false", {"owner": ""}, "rules_unexplained"),
        ("[counting]\nregion_test = false", {"valid_from": date(2023, 12, 31)}, "rules_too_early"),
        ("[counting]\nregion = true", {}, "rules_value"),
        ("[counting]\ngrace = 1", {}, "rules_unknown_key"),
        ("[break_even]\ntarget = 12", {}, "rules_of_indicator"),
        ("[plan]\nend = 2029-12-31", {}, "rules_of_indicator"),
    ],
)
def test_what_cannot_be_saved_is_refused_with_a_reason(
    filled: Store, text: str, more: dict[str, Any], code: str
) -> None:
    with pytest.raises(KnownError) as caught:
        change_rules(filled, _change(text, **more))
    assert caught.value.code == code
    assert len(filled.find(RuleSet)) == 1
