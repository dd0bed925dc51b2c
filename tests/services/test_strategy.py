"""The strategy is data: another cluster's file comes in, goes out the same, and undo brings the first one back."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord, EditRecord, ErasePerson
from clusterdesk.domain.commands.strategy import ImportStrategy, PlanYear
from clusterdesk.domain.measures import MEASURES
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.strategy import Indicator, IndicatorYear, PlanItem, PlanState, RuleSet
from clusterdesk.domain.strategy.rules import Unit
from clusterdesk.services import strategy
from clusterdesk.services.binders import create_binder
from clusterdesk.services.erasure import erase_person
from clusterdesk.services.indicators import rules_in_force
from clusterdesk.services.records import add_record, edit_record
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store

OTHER = Path(__file__).parents[1] / "data" / "repair_cluster.toml"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create_binder(tmp_path / "binder")
    yield store
    store.close()


def bring(store: Store, text: str) -> None:
    strategy.import_strategy(store, ImportStrategy(text=text, name="repair.toml"))


def test_a_new_binder_begins_with_the_cluster_s_targets(store: Store) -> None:
    desk = strategy.read_desk(store)
    assert [one.code for one in desk.objectives] == ["SO1", "SO2", "SO3"]
    targets = {one.key: one.target for one in desk.indicators if one.target is not None}
    assert targets == {"industrialised": 30, "break_even": 10, "job_growth": 20, "new_production": 5, "synthesis": 1}
    assert all(one.measure in MEASURES for one in desk.indicators)
    assert all(desk.years_of(one.id)[-1].expected == one.target for one in desk.indicators if one.target is not None)
    assert [one.version for one in desk.rule_sets] == [1]


def test_the_strategy_of_another_cluster_takes_the_place_of_the_first(store: Store) -> None:
    text = OTHER.read_text("utf-8")
    before = strategy.export_strategy(store)
    told = strategy.plan_import(store, text)
    assert "Ateliers viables" in told.added
    assert "Projets industrialisés" in told.removed
    assert told.removed[:3] == tuple(f"{one.code} {one.name_fr}" for one in strategy.read_desk(store).objectives)
    assert told.rules is not None
    assert told.rules.version == 2
    assert strategy.export_strategy(store) == before, "telling changes nothing"
    bring(store, text)
    desk = strategy.read_desk(store)
    assert [one.name_fr for one in desk.objectives] == ["Réparer plutôt que jeter", "Faire savoir"]
    (viable, known) = desk.indicators
    assert (viable.measure, viable.target) == ("break_even", 6)
    counted = rules_in_force(store, date(2026, 5, 1))
    assert [(one.key, one.unit, one.months_after_closing) for one in counted.indicators] == [
        ("viable_workshops", Unit.ORGANISATION, 6)
    ], "what counts is that of the file, and a plain count is none of the engine's"
    assert [(one.year, one.expected) for one in desk.years_of(viable.id)] == [
        (2025, Decimal(1)),
        (2026, Decimal(3)),
        (2027, Decimal(6)),
    ]
    assert known.measure == "difficulties_answered"
    assert [one.version for one in desk.rule_sets] == [1, 2], "other rules are the next version; the first one stays"
    assert next((one.text, one.state) for one in desk.plan) == ("Trouver deux locaux", PlanState.UNDER_WAY)
    undo(store)
    assert strategy.export_strategy(store) == before


def test_what_goes_out_comes_back_without_a_change(store: Store, tmp_path: Path) -> None:
    bring(store, OTHER.read_text("utf-8"))
    add_record(store, AddRecord(record=Profile(name="Nora Lejeune")))
    text = strategy.export_strategy(store)
    assert strategy.plan_import(store, text).is_nothing
    other = create_binder(tmp_path / "other")
    bring(other, text)
    assert strategy.export_strategy(other) == text
    assert strategy.plan_import(other, text).is_nothing
    other.close()


def test_a_row_that_was_renamed_is_found_again_by_its_key(store: Store) -> None:
    first = next(one for one in store.find(Indicator) if one.key == "break_even")
    values = {"name_fr": "Équilibre atteint", "target": 12}
    edit_record(store, EditRecord(type_key="indicator", record_id=first.id, values=values))
    text = strategy.export_strategy(store).replace("target = 12", "target = 14")
    assert strategy.plan_import(store, text).changed == ("Équilibre atteint",)
    bring(store, text)
    again = store.get(Indicator, first.id)
    assert (again.name_fr, again.target) == ("Équilibre atteint", 14)


def test_a_colleague_named_in_a_file_is_that_colleague(store: Store) -> None:
    claire = Profile(name="Claire Delvaux")
    add_record(store, AddRecord(record=claire))
    bring(store, OTHER.read_text("utf-8"))
    plan = {one.text: one for one in store.find(PlanItem)}
    assert plan["Trouver deux locaux"].profile_id == claire.id
    assert plan["Trouver deux locaux"].owner_name == ""
    assert plan["Signer un bail"].owner_name == "Régie foncière (exemple)"


def test_a_year_of_the_plan_is_set_changed_and_taken_out(store: Store) -> None:
    one = next(each for each in store.find(Indicator) if each.key == "industrialised")

    def planned() -> Decimal | None:
        found = store.find(IndicatorYear, indicator_id=one.id, year=2026)
        return found[0].expected if found else None

    for wanted in (Decimal(17), None, Decimal(18)):
        strategy.plan_year(store, PlanYear(indicator_id=one.id, year=2026, expected=wanted))
        assert planned() == wanted
    undo(store)
    assert planned() is None
    undo(store)
    assert planned() == 17


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("[x]\n", "x"),
        ('[x]\nname_fr = "X"\nmeasure = "moons"\n', "moons"),
        ('[x]\nmeasure = "break_even"\n', "name_fr"),
        ('[x]\nname_fr = "X"\nmeasure = "break_even"\noperational_objective = "nowhere"\n', "operational_objective"),
        ('[x]\nname_fr = "X"\nmeasure = "break_even"\ntarget = "many"\n', "many"),
        ('[x]\nname_fr = "X"\nmeasure = "difficulties_sent"\ntarget = -3\n', "-3"),
        ('[x]\nname_fr = "X"\nmeasure = "break_even"\nexpected = { soon = 3 }\n', "soon"),
        ("format = 2\n", "format"),
        ("[[plan_item]\n", "TOML"),
        ("", "indicator"),
        ('[x]\nname_fr = "X"\nmeasure = "break_even"\nunit = "project"\n', "valid_from"),
        ('[[plan_item]]\nyear = 2026\n[x]\nname_fr = "X"\nmeasure = "difficulties_sent"\n', "text"),
    ],
)
def test_a_file_with_a_mistake_is_refused_whole(store: Store, broken: str, said: str) -> None:
    before = strategy.export_strategy(store)
    with pytest.raises(KnownError) as caught:
        bring(store, broken)
    assert caught.value.code in ("strategy_file", "rules_value", "rules_unreadable", "rules_unknown_key")
    assert said in str(caught.value) + caught.value.advice
    assert strategy.export_strategy(store) == before


def test_the_rules_of_a_file_are_a_version_once(store: Store) -> None:
    text = OTHER.read_text("utf-8")
    bring(store, text)
    bring(store, text)
    assert sorted(one.version for one in store.find(RuleSet)) == [1, 2]


def test_a_person_who_is_erased_leaves_the_action_plan(store: Store) -> None:
    person = Contact(first_name="Ilse", last_name="Maes")
    add_record(store, AddRecord(record=person))
    add_record(store, AddRecord(record=PlanItem(year=2026, text="Ouvrir la halle", owner_name="Ilse Maes")))
    erase_person(store, ErasePerson(contact_id=person.id))
    assert [one.owner_name for one in store.find(PlanItem)] == [""]
