"""Full-text search over names, people, notes and promises, as a page of hits."""

import re
from collections.abc import Sequence

from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.views.search import SearchHit, SearchPage
from clusterdesk.store.queries.organisation_sql import Run
from clusterdesk.store.queries.search_rows import found_hits
from clusterdesk.store.search import fts_query

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

type Entry = tuple[int, str, bytes]


def find_text(run: Run, text: str, limit: int = 50, offset: int = 0, *, count: bool = False) -> SearchPage:
    """Return the records that hold every word of a text; any text may be given, and none raises.

    Accents and case do not count, words of two letters and more match what begins with them. An enterprise number
    is found in any spelling. What lies in the bin is not found. Counting all hits takes long where a short word is
    in most texts: without ``count`` the total says only whether there is one more than shown.
    """
    words = _words(text)
    limit, offset = max(limit, 0), max(offset, 0)
    if not words:
        return SearchPage(text, 0, ())
    entries = _entries(run, words, limit + 1, offset)
    total = _counted(run, words) if count else (offset + len(entries) if entries else 0)
    return SearchPage(text, total, tuple(_hits(run, entries[:limit], text)))


def count_text(run: Run, text: str) -> int:
    """Return how many records hold every word of a text."""
    words = _words(text)
    return _counted(run, words) if words else 0


def _counted(run: Run, words: str) -> int:
    return int(next(iter(run(_COUNT, [words])))[0])


def _words(text: str) -> str:
    """Return the full-text query: the words, or the digits of a number that was typed with dots and spaces."""
    plain = text.encode("utf-8", "replace").decode()
    words = fts_query(plain)
    number = parse_enterprise_number(plain[:_LONGEST_NUMBER]).value if any(map(str.isdigit, plain)) else None
    digits = number or ("".join(_WORD.findall(plain)) if _DIGITS.fullmatch(plain) else "")
    if digits and words != (alone := fts_query(digits)):
        return f"({words}) OR ({alone})"
    return words


def _entries(run: Run, words: str, limit: int, offset: int) -> list[Entry]:
    """Return the entries of the page: names first, then texts, each newest first; one in both counts as a name."""
    names = list(run(_NAMES, (words, offset + limit)))
    if len(names) == offset + limit:
        return names[offset:]
    # All names are known now, and they are few: texts that were there already are passed over here.
    seen = {entry[0] for entry in names}
    wanted = offset + limit - len(names)
    texts = [one for one in run(_TEXTS, (words, wanted + len(seen))) if one[0] not in seen]
    return [*names, *texts[:wanted]][offset:]


def _hits(run: Run, entries: Sequence[Entry], text: str) -> list[SearchHit]:
    ids: dict[str, list[bytes]] = {}
    for _, key, record_id in entries:
        ids.setdefault(key, []).append(record_id)
    found: dict[bytes, SearchHit] = {}
    for key, part in ids.items():
        found.update(found_hits(run, key, part, text))
    return [found[record_id] for _, _, record_id in entries if record_id in found]
