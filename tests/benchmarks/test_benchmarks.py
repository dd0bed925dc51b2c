"""The benchmarks stay runnable: what they read exists, and ours and the yardstick answer the same."""

import importlib
import random
from pathlib import Path

import pytest

from benchmarks import __main__ as program
from benchmarks import board, breakeven, dataset, organisation_lists, search_as_you_type
from benchmarks.harness import BenchRow, interleaved, row
from benchmarks.raw_reading import bare, opened
from clusterdesk.domain.breakeven.series import follow
from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.views.organisation_list import OrganisationFilter
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.services.list_views import match_organisations, read_today
from clusterdesk.store.queries.organisation_list import organisation_page


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a binder of ten organisations."""
    root = tmp_path_factory.mktemp("benchmarks") / "binder"
    dataset.fill(root, 10)
    return root


@pytest.mark.parametrize("name", program.names())
def test_every_benchmark_has_a_name_and_targets(name: str) -> None:
    module = importlib.import_module(f"benchmarks.{name}")
    assert module.NAME
    assert all(target > 0 for target in module.TARGETS.values())
    assert callable(module.run)


def test_the_list_and_its_yardstick_agree(small: Path) -> None:
    with opened(small) as store, bare(small) as connection:
        raw = connection.execute(organisation_lists._ROWS, (0,)).fetchall()
        with store.read() as reading:
            ours = organisation_page(reading, OrganisationFilter(dataset.DAY))
    assert [one[0] for one in raw] == [one.id.bytes for one in ours]
    assert [one[7] for one in raw] == [one.last_contact_on and one.last_contact_on.isoformat() for one in ours]
    assert [one[9] or "" for one in raw] == [one.next_step for one in ours]


def test_today_and_its_yardstick_agree(small: Path) -> None:
    with opened(small) as store, bare(small) as connection:
        raw = [connection.execute(statement).fetchall() for statement in organisation_lists._TODAY]
        page = read_today(store, TodayQuestion(dataset.DAY))
    assert len(raw[0]) == len(page.visits)
    assert raw[3][0][0] == page.counts.promises_late
    assert raw[9][0][0] == page.counts.without_number
    assert len(raw[-1]) == page.counts.without_next_step


def test_search_and_its_yardstick_agree(small: Path) -> None:
    with opened(small) as store, bare(small) as connection:
        for text in ("me", "at", "at can"):
            raw = connection.execute(search_as_you_type._COMPANIES, (search_as_you_type._query(text),)).fetchall()
            assert [one[0] for one in raw] == [one.id.bytes for one in match_organisations(store, text, 50)]


def test_the_engine_and_its_yardstick_agree() -> None:
    chance = random.Random(4)
    for ledger in [breakeven.ledger(chance) for _ in range(40)]:
        breakeven._check_same(breakeven._follow_plainly(ledger), follow(breakeven._figures(ledger)))


def test_a_binder_is_the_same_at_every_run() -> None:
    names = [
        [dataset.organisation_of(n, chance).name for n in range(5)] for chance in (random.Random(1), random.Random(1))
    ]
    assert names[0] == names[1]
    numbers = [dataset.organisation_of(n, random.Random(1)).enterprise_number for n in range(1, 40)]
    assert all(parse_enterprise_number(one or "").value == one for one in numbers)


def test_a_ratio_is_met_or_missed() -> None:
    assert row("quick", 1.0, 2.0, 0.6) == BenchRow("quick", 1.0, 2.0, 0.5, 0.6, met=True)
    assert not row("slow", 3.0, 2.0, 1.3).met
    turns: list[str] = []
    interleaved(lambda: turns.append("a"), lambda: turns.append("b"), rounds=2, warm_ups=1)
    assert turns == ["a", "b"] * 3


def test_a_table_takes_the_place_of_its_earlier_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "REPORT", tmp_path / "performance.md")
    for ours in (1.0, 2.0):
        program.keep("lists", program.table("Lists", [row("list", ours, 1.0, 1.6)]))
    text = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert text.count("## Lists") == 1
    assert "2.00" in text
    assert "**missed**" in text


def test_the_board_and_its_yardstick_count_the_same(tmp_path: Path) -> None:
    board.fill(tmp_path / "binder", 120)
    with opened(tmp_path / "binder") as store, bare(tmp_path / "binder") as connection:
        ours = board._count(store)
        assert ours == board._count_plainly(connection)
    assert all(sum(years.values()) > 1 for years, _ in ours.values())
