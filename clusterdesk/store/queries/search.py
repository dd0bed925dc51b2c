"""Full-text search over names, people, notes and promises, as a page of hits."""

import re
from collections.abc import Sequence
from itertools import chain

from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.views.search import SearchHit, SearchPage
from clusterdesk.store.queries.organisation_sql import Run
from clusterdesk.store.queries.search_rows import found_hits
from clusterdesk.store.search import fts_beginning, fts_query
from clusterdesk.store.summaries import sort_key

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"[\d.\s/-]*\d[\d.\s/-]*")
_LONGEST_NUMBER = 80

_ENTRIES = (
    "SELECT f.rowid, e.record_type, e.record_id FROM {table} f CROSS JOIN search_entry e ON e.n = f.rowid"
    " WHERE {table} MATCH ? ORDER BY f.rowid DESC LIMIT ?"
)
_NAMES, _TEXTS = (_ENTRIES.format(table=table) for table in ("search_name", "search_text"))
# The plus keeps the full-text table from being asked anew for every name.
_COUNT = (
    "SELECT (SELECT count(*) FROM search_name WHERE search_name MATCH ?1)"
    " + (SELECT count(*) FROM search_text WHERE search_text MATCH ?1)"
    " - (SELECT count(*) FROM search_text WHERE search_text MATCH ?1"
    " AND +rowid IN (SELECT rowid FROM search_name WHERE search_name MATCH ?1))"
)

# Organisations by the beginning of their name, from the index that lists them: as quick for one as for 100,000.
_BEGINNING = (
    "SELECT e.n, e.record_type, e.record_id FROM organisation_summary s"
    " CROSS JOIN search_entry e ON e.record_id = s.organisation_id"
    f" WHERE s.sort_name >= ?1 AND s.sort_name < ?1 || char({0x10FFFF}) ORDER BY s.sort_name LIMIT ?2"
)
_BEGUN = "SELECT rowid FROM search_name WHERE search_name MATCH ? AND rowid >= ? ORDER BY rowid DESC"
_HELD = "SELECT rowid FROM search_name WHERE search_name MATCH ? AND +rowid IN ({ids})"
# So many organisations come first by their beginning; among so many of the newest names the better ones go before.
_MOST_BEGINNING, _WEIGHED = 50, 100

type Entry = tuple[int, str, bytes]


def find_text(run: Run, text: str, limit: int = 50, offset: int = 0, *, count: bool = False) -> SearchPage:
    """Return the records that hold every word of a text; any text may be given, and none raises.

    Accents and case do not count, words of two letters and more match what begins with them. An enterprise number
    is found in any spelling. What lies in the bin is not found. Counting all hits takes long where a short word is
    in most texts: without ``count`` the total says only whether there is one more than shown.
    """
    plain = _plain(text)
    words = _words(plain)
    limit, offset = max(limit, 0), max(offset, 0)
    if not words:
        return SearchPage(text, 0, ())
    entries = _entries(run, plain, words, limit + 1, offset)
    total = _counted(run, plain, words) if count else (offset + len(entries) if entries else 0)
    return SearchPage(text, total, tuple(_hits(run, entries[:limit], text)))


def count_text(run: Run, text: str) -> int:
    """Return how many records hold every word of a text."""
    plain = _plain(text)
    words = _words(plain)
    return _counted(run, plain, words) if words else 0


def _plain(text: str) -> str:
    """Return a text that any database takes."""
    return text.encode("utf-8", "replace").decode()


def _counted(run: Run, text: str, words: str) -> int:
    first = [entry[0] for entry in _beginning(run, text)]
    held = run(_HELD.format(ids=", ".join("?" * len(first))), [words, *first]) if first else ()
    return int(next(iter(run(_COUNT, [words])))[0]) + len(first) - len(list(held))


def _words(text: str) -> str:
    """Return the full-text query: the words, or the digits of a number that was typed with dots and spaces."""
    words = fts_query(text)
    number = parse_enterprise_number(text[:_LONGEST_NUMBER]).value if any(map(str.isdigit, text)) else None
    digits = number or ("".join(_WORD.findall(text)) if _DIGITS.fullmatch(text) else "")
    if digits and words != (alone := fts_query(digits)):
        return f"({words}) OR ({alone})"
    return words


def _entries(run: Run, text: str, words: str, limit: int, offset: int) -> list[Entry]:
    """Return the entries of the page; one that is found by its name and by its text counts as a name.

    First organisations whose name begins with the text, then other names that begin so, then organisations and then
    all else that holds the words in its name, then texts; each newest first, but the first ones by their name.
    """
    first = _beginning(run, text)
    wanted = offset + limit
    asked = max(wanted + len(first), _WEIGHED)
    names = list(run(_NAMES, (words, asked)))
    taken = {entry[0] for entry in first}
    ordered = first + [entry for entry in _weighed(run, text, names) if entry[0] not in taken]
    if len(ordered) < wanted and len(names) < asked:
        # All names are known now, and they are few: texts that were there already are passed over here.
        seen = {entry[0] for entry in ordered}
        ordered += [one for one in run(_TEXTS, (words, wanted - len(ordered) + len(seen))) if one[0] not in seen]
    return ordered[offset:wanted]


def _beginning(run: Run, text: str) -> list[Entry]:
    """Return the organisations whose name begins with the text, even with its first letter alone."""
    key = sort_key(text)
    return list(run(_BEGINNING, (key, _MOST_BEGINNING))) if key else []


def _weighed(run: Run, text: str, names: Sequence[Entry]) -> list[Entry]:
    """Put the better ones among the newest names before the others: a few hundred steps, whatever the binder holds."""
    near, far = names[:_WEIGHED], names[_WEIGHED:]
    if len(near) < 2:
        return list(near)
    begun = {row[0] for row in run(_BEGUN, (fts_beginning(text), near[-1][0]))}
    ranks: tuple[list[Entry], ...] = ([], [], [], [])
    for entry in near:
        ranks[2 * (entry[0] not in begun) + (entry[1] != "organisation")].append(entry)
    return [*chain.from_iterable(ranks), *far]


def _hits(run: Run, entries: Sequence[Entry], text: str) -> list[SearchHit]:
    ids: dict[str, list[bytes]] = {}
    for _, key, record_id in entries:
        ids.setdefault(key, []).append(record_id)
    found: dict[bytes, SearchHit] = {}
    for key, part in ids.items():
        found.update(found_hits(run, key, part, text))
    return [found[record_id] for _, _, record_id in entries if record_id in found]
