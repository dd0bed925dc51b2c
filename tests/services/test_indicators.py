"""The indicators as a service: provable or not, provisional, restated, shared, each with its reasons."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.domain.strategy.candidates import Reason
from clusterdesk.domain.strategy.reading_rules import read_rules
from clusterdesk.domain.views.indicators import IndicatorBoard, IndicatorLine, IndicatorView
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import records, undo
from clusterdesk.services.indicator_words import because_document, because_sentences
from clusterdesk.services.indicators import read_indicators, restated, shipped_rules
from clusterdesk.store.desk_store import Store
from tests.exchange.archives import write_lines

D = date.fromisoformat
_SEAT = [{"postcode": "1070", "from_on": "2015-01-01", "recorded_on": "2024-01-01"}]


def _lines(**files: dict[str, Any]) -> list[dict[str, Any]]:
    """Return companies, each with a project, a file and a visit of 12 February 2024."""
    found: list[dict[str, Any]] = [{"type": "profile", "id": who, "name": who.title()} for who in ("claire", "youssef")]
    for one, more in files.items():
        found += [
            {"type": "organisation", "id": one, "name": one.title(), "addresses": _SEAT},
            {"type": "project", "id": f"p-{one}", "title": f"Projet {one}", "organisation": one},
            {"type": "coaching_file", "id": f"f-{one}", "project": f"p-{one}", "opened_on": "2024-02-01", **more},
            {
                "type": "session",
                "id": f"s-{one}",
                "organisation": one,
                "coaching_file": f"f-{one}",
                "kind": "visit",
                "state": "held",
                "on": "2024-02-12",
                "notes": "Vu.",
            },
        ]
    return found


def _result(one: str, kind: str, on: str, **more: Any) -> dict[str, Any]:
    return {"type": "result_event", "id": f"r-{one}-{kind}", "project": f"p-{one}", "kind": kind, "on": on, **more}


def _evidence(result: str, level: int, **more: Any) -> dict[str, Any]:
    return {"type": "evidence", "result_event": result, "level": level, "title": "Comptes", "on": "2025-06-30", **more}


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Any:
    """Return a function that imports lines."""

    def take(*lines: dict[str, Any]) -> None:
        plan = import_archive(store, write_lines(tmp_path / "past.jsonl", *lines)).output
        assert plan.refused == ()

    return take


def _view(board: IndicatorBoard, key: str) -> IndicatorView:
    found = board.of(key)
    assert found is not None
    return found


def _reasons(line: IndicatorLine) -> list[Reason]:
    return [one.reason for one in line.missing]


def test_provable_is_what_has_evidence_of_the_level_and_was_validated(store: Store, bring: Any) -> None:
    confirmed = {"confirmed_by": "Claire", "confirmed_on": "2025-07-01", "recorded_on": "2025-07-01"}
    valid = {**confirmed, "validated_by": "Benoît", "validated_on": "2025-08-01"}
    names = ("whole", "weak", "wanted", "waiting", "bare")
    bring(
        *_lines(**{one: {} for one in names}),
        _result("whole", "break_even_reached", "2025-06-30", **valid),
        _evidence("r-whole-break_even_reached", 1),
        _evidence("r-whole-break_even_reached", 3, title="Comptes déposés"),
        _result("weak", "break_even_reached", "2025-06-30", **valid),
        _evidence("r-weak-break_even_reached", 1),
        _result("wanted", "break_even_reached", "2025-06-30", **valid),
        _evidence("r-wanted-break_even_reached", 3, wanted=True, title="Comptes annuels 2025"),
        _result("waiting", "break_even_reached", "2025-06-30", **confirmed),
        _evidence("r-waiting-break_even_reached", 2),
        _result("bare", "break_even_reached", "2025-06-30", recorded_on="2025-07-01"),
    )
    view = _view(read_indicators(store), "break_even")
    assert (view.total, view.provable) == (5, 1)
    lacks = {line.organisation: _reasons(line) for line in view.counted}
    assert lacks == {
        "Whole": [],
        "Weak": [Reason.EVIDENCE_LEVEL],
        "Wanted": [Reason.EVIDENCE_LEVEL, Reason.EVIDENCE_WANTED],
        "Waiting": [Reason.NOT_VALIDATED],
        "Bare": [Reason.EVIDENCE_LEVEL, Reason.NOT_CONFIRMED, Reason.NOT_VALIDATED],
    }
    assert {line.organisation: line.evidence for line in view.counted}["Whole"] == 3
    off = read_rules('[counting]\nvalidation = "off"', shipped_rules())
    assert _view(read_indicators(store, rules=off), "break_even").provable == 2
    strict = read_rules("[break_even]\nevidence_level = 4", shipped_rules())
    assert _view(read_indicators(store, rules=strict), "break_even").provable == 0
    assert _view(read_indicators(store, D("2025-07-31")), "break_even").provable == 0


def test_job_growth_of_the_running_year_is_provisional_until_31_december(store: Store, bring: Any) -> None:
    counts = [("2024-01-31", "5")] + [(f"2026-{end}", "6.5") for end in ("03-31", "06-30", "09-30")]
    bring(
        *_lines(noord={}),
        *({"type": "headcount", "organisation": "noord", "on": on, "fte": fte} for on, fte in counts),
    )
    running = _view(read_indicators(store, D("2026-11-23")), "job_growth")
    assert (running.total, running.per_year[2026]) == (0, 0)
    (line,) = running.provisional
    assert (line.on, _reasons(line)) == (D("2026-12-31"), [Reason.YEAR_RUNNING])
    assert running.nearly == ()
    over = _view(read_indicators(store, D("2026-12-31")), "job_growth")
    assert (over.total, over.provable, over.provisional) == (1, 0, ())
    assert _reasons(over.counted[0]) == [Reason.NOT_CONFIRMED]


def test_growth_without_a_head_count_of_the_start_nearly_counts_and_says_what_is_missing(
    store: Store, bring: Any
) -> None:
    ends = [f"2025-{end}" for end in ("03-31", "06-30", "09-30", "12-31")]
    bring(
        *_lines(noord={}, zuid={}),
        *({"type": "headcount", "organisation": "noord", "on": on, "fte": "6.5"} for on in ends),
    )
    view = _view(read_indicators(store, D("2026-03-31")), "job_growth")
    assert (view.total, view.provisional) == (0, ())
    (line,) = view.nearly
    assert (line.organisation, line.on, _reasons(line)) == ("Noord", D("2025-12-31"), [Reason.NO_BASELINE])
    told = {one: because_sentences(line.missing, Translator(one), Formats(one))[0] for one in ("fr", "nl", "en")}
    assert all("31/03/2025" in sentence and "90" in sentence for sentence in told.values())
    bring({"type": "headcount", "organisation": "noord", "on": "2024-01-31", "fte": "5"})
    assert _view(read_indicators(store, D("2026-03-31")), "job_growth").total == 1


def test_a_later_report_says_by_how_much_it_restates_the_years(store: Store, bring: Any) -> None:
    bring(
        *_lines(noord={}, zuid={}, west={}),
        _result("noord", "break_even_reached", "2024-11-30", recorded_on="2025-03-12"),
        _result("zuid", "break_even_reached", "2024-10-31", recorded_on="2024-11-15", revoked_on="2025-02-01"),
        _result("west", "break_even_reached", "2025-02-28", recorded_on="2025-03-01"),
        _result("zuid", "industrialised", "2024-06-30", recorded_on="2025-01-20"),
    )
    then, now = (read_indicators(store, D(day)) for day in ("2024-12-31", "2025-03-31"))
    assert (_view(then, "break_even").total, _view(now, "break_even").total) == (1, 2)
    assert restated(then, now).changes == {"industrialised": {2024: 1}}
    between = read_indicators(store, D("2025-02-01"))
    assert restated(then, between).changes == {"industrialised": {2024: 1}, "break_even": {2024: -1}}
    assert restated(between, now).changes == {"break_even": {2024: 1}}


def test_what_two_managers_accompanied_counts_once_and_is_marked_shared(store: Store, bring: Any) -> None:
    both = [{"profile": "claire", "role": "lead"}, {"profile": "youssef", "role": "support"}]
    bring(
        *_lines(noord={"managers": both}, zuid={"managers": [{"profile": "claire"}]}),
        _result("noord", "industrialised", "2025-05-05"),
        _result("zuid", "industrialised", "2025-05-06"),
    )
    view = _view(read_indicators(store), "industrialised")
    assert view.total == 2
    ids = {one.name: one.id for one in store.find(Profile)}
    shown = {who: [(line.organisation, line.shared) for line in view.of_manager(ids[who])] for who in ids}
    assert shown == {"Claire": [("Noord", True), ("Zuid", False)], "Youssef": [("Noord", True)]}
    assert view.counted[0].managers == ("Claire", "Youssef")


def test_what_lies_in_the_bin_does_not_count_and_undo_brings_it_back(store: Store, bring: Any) -> None:
    bring(*_lines(noord={}), _result("noord", "industrialised", "2025-05-05"))
    (result,) = store.find(ResultEvent)
    assert _count(store) == 1
    records.delete_record(store, DeleteRecord(type_key="result_event", record_id=result.id))
    assert _count(store) == 0
    undo.undo(store)
    assert _count(store) == 1
    (line,) = _view(read_indicators(store), "industrialised").counted
    assert (line.result_id, line.project, isinstance(line.coaching_file_id, UUID)) == (result.id, "Projet noord", True)


def _count(store: Store) -> int:
    return _view(read_indicators(store), "industrialised").total


@pytest.mark.parametrize(
    ("language", "why", "lacks"),
    [
        ("fr", "Premier acte d’accompagnement le 12/02/2024.", "Le fait n’est pas postérieur au premier acte"),
        ("nl", "Eerste begeleidingsdaad op 12/02/2024.", "Het feit valt niet na de eerste begeleidingsdaad"),
        ("en", "First coaching action on 12/02/2024.", "The result is not later than the first coaching action"),
    ],
)
def test_why_and_what_is_missing_are_sentences_in_each_language(
    store: Store, bring: Any, language: str, why: str, lacks: str
) -> None:
    bring(
        *_lines(noord={}, zuid={}),
        _result("noord", "industrialised", "2025-05-05"),
        _result("zuid", "industrialised", "2024-02-12"),
    )
    view = _view(read_indicators(store), "industrialised")
    t, formats = Translator(language), Formats(language)
    assert why in because_sentences(view.counted[0].why, t, formats)
    (near,) = view.nearly
    assert because_sentences(near.missing, t, formats)[0].startswith(lacks)
    assert because_document(near.missing[0], t, formats)["first_action"] == "2024-02-12"
