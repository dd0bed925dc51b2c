"""Search while typing: each keystroke until the rows are there, beside the full-text index read by the bare driver."""

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from benchmarks import dataset
from benchmarks.harness import BenchRow, row
from benchmarks.raw_reading import bare, opened
from benchmarks.vocabulary import FAMILIES, PLACES, TRADES, words
from clusterdesk.services.list_views import match_organisations
from clusterdesk.services.lookup import search_while_typing

NAME = "Search as you type"
COMPANIES, NOTES, NOTES_P95 = "keystroke → rows, companies", "keystroke → rows, notes", "keystroke → rows, notes, p95"
TARGETS = {COMPANIES: 2.0, NOTES: 2.0, NOTES_P95: 2.0}

_ROWS, _ROUNDS = 50, 3
_COMPANIES = (
    "SELECT o.id, o.name, o.enterprise_number FROM search_name CROSS JOIN search_entry e ON e.n = search_name.rowid"
    " CROSS JOIN organisation o ON o.id = e.record_id WHERE search_name MATCH ? AND e.record_type = 'organisation'"
    f" ORDER BY search_name.rowid DESC LIMIT {_ROWS}"
)
# A page of hits as search shows it: organisations by the beginning of their name, then other names, those that begin so
# before the others, then texts, the newest first, with the text and the organisation.
_BEGINNINGS = (
    "SELECT e.n FROM organisation_summary s CROSS JOIN search_entry e ON e.record_id = s.organisation_id"
    f" WHERE s.sort_name >= ?1 AND s.sort_name < ?1 || char({0x10FFFF}) ORDER BY s.sort_name LIMIT {_ROWS}"
)
_NAMES = f"SELECT rowid FROM search_name WHERE search_name MATCH ? ORDER BY rowid DESC LIMIT {_ROWS}"
_BEGUN = "SELECT rowid FROM search_name WHERE search_name MATCH ? AND rowid >= ? ORDER BY rowid DESC"
_NOTES = (
    "SELECT e.record_id, n.text, o.id, o.name FROM search_text CROSS JOIN search_entry e ON e.n = search_text.rowid"
    " LEFT JOIN session_note n ON n.id = e.record_id"
    " LEFT JOIN session s ON s.id = coalesce(n.session_id, e.record_id)"
    " LEFT JOIN organisation o ON o.id = s.organisation_id"
    f" WHERE search_text MATCH ? ORDER BY search_text.rowid DESC LIMIT {_ROWS}"
)


def run() -> list[BenchRow]:
    """Type names of companies, then words of notes from the commonest to rare ones, letter by letter."""
    root = dataset.binder()
    with opened(root) as store, bare(root) as connection:
        companies = _measured(
            _keystrokes([f"{TRADES[n]} {PLACES[n + 3]} {FAMILIES[n % 12]}" for n in range(len(TRADES))]),
            lambda text: match_organisations(store, text, _ROWS),
            lambda text: connection.execute(_COMPANIES, (_query(text),)).fetchall(),
        )
        notes = _measured(
            _keystrokes([words()[rank] for rank in range(0, 3_000, 97)]),
            lambda text: search_while_typing(store, text, _ROWS),
            lambda text: _raw_notes(connection, text),
        )
    return [
        row(COMPANIES, median(companies[0]), median(companies[1]), TARGETS[COMPANIES]),
        row(NOTES, median(notes[0]), median(notes[1]), TARGETS[NOTES]),
        row(NOTES_P95, quantiles(notes[0], n=20)[-1], quantiles(notes[1], n=20)[-1], TARGETS[NOTES_P95]),
    ]


def _keystrokes(texts: Sequence[str]) -> list[str]:
    """Return what stands in the field after each letter from the second on."""
    return [text[:length] for text in texts for length in range(2, len(text) + 1)]


def _measured(
    keystrokes: Sequence[str], ours: Callable[[str], object], yardstick: Callable[[str], object]
) -> tuple[list[float], list[float]]:
    """Time ours and the yardstick at each keystroke in turns; per keystroke the best of some rounds."""
    times: tuple[list[float], list[float]] = ([], [])
    for text in keystrokes:
        rounds = [(_timed(ours, text), _timed(yardstick, text)) for _ in range(_ROUNDS)]
        for which in (0, 1):
            times[which].append(min(one[which] for one in rounds))
    return times


def _timed(work: Callable[[str], object], text: str) -> float:
    """Return how long one keystroke takes, in milliseconds."""
    start = perf_counter()
    work(text)
    return (perf_counter() - start) * 1000


def _query(text: str) -> str:
    return " ".join(f'"{word}"*' if len(word) > 1 else f'"{word}"' for word in text.replace("-", " ").split())


def _raw_notes(connection: Any, text: str) -> list[Any]:  # noqa: ANN401 - a bare driver connection
    words_typed = _query(text)
    beginnings = connection.execute(_BEGINNINGS, (text,)).fetchall()
    names = connection.execute(_NAMES, (words_typed,)).fetchall()
    begun = connection.execute(_BEGUN, (f"^{words_typed}", names[-1][0])).fetchall() if names else []
    return [*beginnings, *names, *begun, *connection.execute(_NOTES, (words_typed,)).fetchall()]
