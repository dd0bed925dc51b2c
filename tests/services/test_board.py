"""The board: what is reached and expected, another cluster's board, a quarter that is frozen and never rewritten."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from statistics import median

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.board.content import sum_of, totals_of
from clusterdesk.domain.board.expected import by_plan, evenly, whole
from clusterdesk.domain.changes import Insert
from clusterdesk.domain.commands.merging import MergeOrganisations, UnmergeOrganisations
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord
from clusterdesk.domain.commands.strategy import ChangeRules, FreezeQuarter, ImportStrategy
from clusterdesk.domain.difficulties.counting import rounds
from clusterdesk.domain.records.communication import CommunicationItem
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyStep
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import Commitment, ProgrammeEvent
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.services import board, strategy
from clusterdesk.services.binders import create_binder
from clusterdesk.services.board_freezing import freeze_quarter
from clusterdesk.services.merging import merge_organisations, unmerge_organisations
from clusterdesk.services.records import add_record, delete_record, edit_record
from clusterdesk.services.rule_sets import change_rules
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store

OTHER = Path(__file__).parents[1] / "data" / "repair_cluster.toml"
START, END = date(2024, 1, 1), date(2028, 12, 31)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 12, 31), Decimal(0)),
        (date(2028, 12, 31), Decimal(30)),
        (date(2030, 1, 1), Decimal(30)),
        (date(2024, 12, 31), Decimal(30) * 366 / 1827),
    ],
)
def test_evenly_counts_days_of_the_plan(day: date, expected: Decimal) -> None:
    assert evenly(30, START, END, day) == expected


def test_the_plan_of_the_years_is_cumulated_and_even_within_a_year() -> None:
    planned = {2024: Decimal(3), 2025: Decimal(9), 2027: Decimal(21)}
    assert by_plan(planned, START, date(2024, 12, 31)) == 3
    assert by_plan(planned, START, date(2025, 12, 31)) == 9
    assert by_plan(planned, START, date(2026, 12, 31)) == 15, "a year that is missing is passed over evenly"
    assert by_plan(planned, START, date(2029, 1, 1)) == 21
    assert by_plan(planned, START, date(2023, 1, 1)) == 0
    assert by_plan({}, START, END) is None
    assert [whole(Decimal(one)) for one in ("1.49", "1.5", "2.5")] == [1, 2, 3]


class _Monday:
    """Always the same Monday morning."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create_binder(tmp_path / "binder", sample=True, author="Benoît Lacroix", clock=_Monday())
    make_sample(store, reference_monday())
    yield store
    store.close()


def test_every_number_is_that_of_the_engine_under_its_objective(store: Store) -> None:
    shown = board.read_board(store)
    assert [one.objective.code for one in shown.sections if one.objective] == ["SO1", "SO1", "SO1", "SO2", "SO3"]
    for row in shown.rows():
        if row.view is not None:
            assert row.total == len(row.view.counted)
            assert row.provable == sum(one.provable for one in row.view.counted)
            assert row.total == row.provable + len(row.unproven)
    wood = shown.of("industrialised")
    assert wood is not None
    assert wood.planned is not None
    assert wood.wanted == whole(wood.planned)
    assert wood.ahead == wood.total - wood.wanted
    sent = shown.of("difficulties_sent")
    assert sent is not None
    known = [one for one in store.find(Difficulty, joined_into=None) if one.sent_on and one.sent_on >= START]
    assert sent.total == len([one for one in known if one.sent_on and one.sent_on <= shown.as_of])
    assert sent.view is None


def test_the_first_goals_are_those_of_the_board_with_a_target(store: Store) -> None:
    shown = board.read_board(store)
    aims = [row for row in shown.rows() if row.indicator.target]
    goals = board.read_goals(store)
    assert [row.indicator.key for row in goals] == [row.indicator.key for row in aims[:4]]
    for goal, row in zip(goals, aims, strict=False):
        assert (goal.total, goal.provable, goal.wanted) == (row.total, row.provable, row.wanted)
    strategy.import_strategy(store, ImportStrategy(text=OTHER.read_text("utf-8"), name="repair.toml"))
    assert [row.indicator.key for row in board.read_goals(store)] == ["viable_workshops", "answers"]


def test_the_trend_is_what_the_quarter_has_brought(store: Store) -> None:
    now, before = board.read_board(store), board.read_board(store, date(2026, 9, 30))
    for row in now.rows():
        earlier = before.of(row.indicator.key)
        assert earlier is not None
        assert row.trend == row.total - earlier.total


def test_another_cluster_has_its_own_board(store: Store) -> None:
    strategy.import_strategy(store, ImportStrategy(text=OTHER.read_text("utf-8"), name="repair.toml"))
    shown = board.read_board(store)
    assert [(one.operational.code, len(one.rows)) for one in shown.sections if one.operational] == [
        ("A.1", 1),
        ("B.1", 1),
    ]
    viable = shown.of("viable_workshops")
    assert viable is not None
    assert viable.view is not None
    assert viable.view.rules.unit.value == "organisation"
    assert viable.expected is not None
    assert viable.planned is not None
    made = freeze_quarter(store, FreezeQuarter(period="2026-Q3")).output
    assert set(totals_of(made.content)) == {"viable_workshops", "answers"}


def test_a_frozen_quarter_is_never_rewritten_and_shows_its_restatement(store: Store) -> None:
    made = freeze_quarter(store, FreezeQuarter(period="2026-Q3")).output
    assert (made.as_of, made.frozen_on, made.frozen_by) == (date(2026, 9, 30), date(2026, 11, 23), "Benoît Lacroix")
    assert made.sha256 == sum_of(made.content)
    same = board.read_board(store, date(2026, 9, 30))
    assert {row.indicator.key: row.restated for row in same.rows() if row.restated} == {}
    late = Difficulty(title="Bail", on=date(2026, 8, 1), recorded_on=date(2026, 8, 1), sent_on=date(2026, 8, 20))
    store.apply(AddRecord(record=late, type_key="difficulty"), [Insert(late)])
    again = board.read_board(store, date(2026, 9, 30))
    assert {row.indicator.key: row.restated for row in again.rows() if row.restated} == {"difficulties_sent": 1}
    assert store.get(BoardFreeze, made.id).content == made.content
    with pytest.raises(KnownError) as caught:
        freeze_quarter(store, FreezeQuarter(period="2026-Q3"))
    assert caught.value.code == "quarter_frozen"
    rewritten = EditRecord(type_key="board_freeze", record_id=made.id, values={"content": "{}"})
    with pytest.raises(KnownError):
        edit_record(store, rewritten)
    forged = BoardFreeze(period="2026-Q2", as_of=date(2026, 6, 30), content="{}")
    with pytest.raises(KnownError):
        add_record(store, AddRecord(record=forged))
    edit_record(store, EditRecord(type_key="board_freeze", record_id=made.id, values={"remark": "Vu au conseil"}))


def test_no_quarter_is_frozen_while_a_validation_is_missing_that_the_rules_require(store: Store) -> None:
    recommended = board.read_board(store)
    change_rules(
        store,
        ChangeRules(
            parameters='[counting]\nvalidation = "required"\n',
            valid_from=date(2026, 9, 1),
            owner="Le conseil",
            reason="Décision de septembre",
        ),
    )
    required = board.read_board(store)
    same = [(row.total, row.provable, len(row.unproven)) for row in recommended.rows()]
    assert [(row.total, row.provable, len(row.unproven)) for row in required.rows()] == same, "what counts is the same"
    assert any(row.to_validate for row in required.rows())
    with pytest.raises(KnownError) as caught:
        freeze_quarter(store, FreezeQuarter(period="2026-Q3"))
    assert caught.value.code == "quarter_not_validated"
    names = {one.name for row in required.rows() for one in row.to_validate}
    assert all(name in str(caught.value.params["names"]) for name in names)
    freeze_quarter(store, FreezeQuarter(period="2026-Q2"))


def test_undo_takes_a_freezing_back_and_a_quarter_that_runs_cannot_be_frozen(store: Store) -> None:
    freeze_quarter(store, FreezeQuarter(period="2026-Q2", by="Claire Delvaux"))
    undo(store)
    assert board.read_freezes(store) == ()
    freeze_quarter(store, FreezeQuarter(period="2026-Q2"))
    with pytest.raises(KnownError) as caught:
        freeze_quarter(store, FreezeQuarter(period="2026-Q4"))
    assert caught.value.code == "quarter_not_over"


def test_what_other_areas_hold_is_counted_as_it_stands_there(store: Store) -> None:
    shown = board.read_board(store)
    events = [one for one in store.find(ProgrammeEvent) if one.state is GatheringState.HELD]
    held = shown.of("events_held")
    assert held is not None
    assert held.total == sum(START <= one.on <= shown.as_of for one in events) > 0
    published = shown.of("features")
    assert published is not None
    assert published.total == sum(START <= one.on <= shown.as_of for one in store.find(CommunicationItem)) > 0


def test_new_production_is_told_by_the_chains_that_count(store: Store) -> None:
    row = board.read_board(store).of("new_production")
    assert row is not None
    assert row.view is not None
    told = {one.chain.key: one.project_ids for one in row.beside.chains}
    assert set(told) == {"wood", "textile", "bike", "eee"}
    assert {each for ids in told.values() for each in ids} == {one.project_id for one in row.view.counted}
    assert [one.count for one in row.beside.chains] == [0, 1, 1, 0]


def test_the_stages_of_the_vision_are_those_of_the_day(store: Store) -> None:
    now = board.read_board(store).of("synthesis")
    then = board.read_board(store, date(2025, 6, 30)).of("synthesis")
    assert now is not None
    assert then is not None
    (dossier,), (earlier,) = now.beside.dossiers, then.beside.dossiers
    assert dossier.stage is VisionStage.WORKING_GROUPS
    assert [one.on is not None for one in dossier.stages] == [True, True, True, False, False]
    assert (dossier.sources, 0 < dossier.held < dossier.meetings) == (5, True)
    assert earlier.stage is VisionStage.COLLECTION
    assert earlier.held < dossier.held
    assert board.read_board(store, date(2025, 1, 31)).of("synthesis").beside.dossiers == ()  # type: ignore[union-attr]


def test_events_held_stand_against_what_the_year_owes(store: Store) -> None:
    row = board.read_board(store).of("events_held")
    assert row is not None
    assert row.beside.year is not None
    events = [one for one in store.find(ProgrammeEvent) if one.state is GatheringState.HELD and one.on.year == 2026]
    assert (row.beside.year.year, row.beside.year.held) == (2026, len(events))
    assert row.beside.year.wanted == sum(one.planned for one in store.find(Commitment, year=2026)) == 8
    for one in store.find(Commitment, year=2026):
        delete_record(store, DeleteRecord(type_key="commitment", record_id=one.id))
    bare = board.read_board(store).of("events_held")
    assert bare is not None
    assert bare.beside.year is not None
    coming = [one for one in store.find(ProgrammeEvent) if one.state is GatheringState.PLANNED and one.on.year == 2026]
    assert bare.beside.year.wanted == len(events) + len(coming), "without commitments what is planned is wanted"


def test_the_median_delay_counts_from_sent_to_answered(store: Store) -> None:
    row = board.read_board(store).of("difficulties_answered")
    assert row is not None
    every = (rounds(one, store.find(DifficultyStep, difficulty_id=one.id)) for one in store.find(Difficulty))
    days = sorted(each.days for one in every for each in one if each.days is not None)
    assert row.beside.median_days == median(days)
    assert board.read_board(store, date(2025, 9, 30)).of("difficulties_answered").beside.median_days is None  # type: ignore[union-attr]


def test_what_stands_behind_a_plain_number_is_told_by_name(store: Store) -> None:
    for row in board.read_board(store).rows():
        if row.view is None:
            assert len(row.beside.things) == row.total
            assert [one.on for one in row.beside.things] == sorted((one.on for one in row.beside.things), reverse=True)
            assert all(one.title for one in row.beside.things)


def test_two_featured_members_that_were_merged_are_one(store: Store) -> None:
    before = board.read_board(store).of("members_featured")
    assert before is not None
    kept, merged = before.beside.things[0], before.beside.things[-1]
    merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=merged.id, on=date(2026, 11, 20)))
    after = board.read_board(store).of("members_featured")
    assert after is not None
    assert after.total == before.total - 1
    assert merged.id not in {one.id for one in after.beside.things}
    earlier = board.read_board(store, date(2026, 11, 19)).of("members_featured")
    assert earlier is not None
    assert earlier.total == before.total, "two until that day"


def test_a_merge_that_is_taken_apart_counts_two_again_and_a_frozen_quarter_says_by_how_much(store: Store) -> None:
    shown = board.read_board(store, date(2026, 9, 30)).of("break_even")
    assert shown is not None
    assert shown.view is not None
    one, other = (line.organisation_id for line in shown.view.counted[:2])
    assert one is not None
    assert other is not None
    rules = '[break_even]\nunit = "organisation"\n'
    change_rules(store, ChangeRules(parameters=rules, valid_from=date(2026, 1, 1), owner="Conseil", reason="Essai"))

    def total(day: date) -> int:
        row = board.read_board(store, day).of("break_even")
        assert row is not None
        return row.total

    before = total(date(2026, 9, 30))
    merge_organisations(store, MergeOrganisations(kept_id=one, absorbed_id=other, on=date(2026, 6, 1)))
    assert total(date(2026, 9, 30)) == before - 1
    freeze_quarter(store, FreezeQuarter(period="2026-Q3"))
    unmerge_organisations(store, UnmergeOrganisations(absorbed_id=other))
    row = board.read_board(store, date(2026, 9, 30)).of("break_even")
    assert row is not None
    assert (row.total, row.frozen, row.restated) == (before, before - 1, 1)
    undo(store)
    assert total(date(2026, 9, 30)) == before - 1, "undo merges them again"
