"""Full-text search over names, people, notes and promises, as a page of hits."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.views.search import SearchHit, SearchPage
from clusterdesk.store.queries.search_rows import FoundRow, found_rows
from clusterdesk.store.search import fts_query

SNIPPET = 120
_BEFORE = 40
_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"\s+")
_DIGITS = re.compile(r"[\d.\s/-]*\d[\d.\s/-]*")
_LONGEST_NUMBER = 80

_ENTRIES = (
    "SELECT f.rowid, e.record_type, e.record_id FROM {table} f CROSS JOIN search_entry e ON e.n = f.rowid"
    " WHERE {table} MATCH ? ORDER BY f.rowid DESC LIMIT ? OFFSET ?"
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


def find_text(
    connection: sa.Connection, text: str, limit: int = 50, offset: int = 0, *, count: bool = False
) -> SearchPage:
    """Return the records that hold every word of a text; any text may be given, and none raises.

    Accents and case do not count, words of two letters and more match what begins with them. An enterprise number
    is found in any spelling. What lies in the bin is not found. Counting all hits takes long where a short word is
    in most texts: without ``count`` the total says only whether there is one more than shown.
    """
    words = _words(text)
    limit, offset = max(limit, 0), max(offset, 0)
    if not words:
        return SearchPage(text, 0, ())
    entries = _entries(connection, words, limit + 1, offset)
    if count:
        total = int(connection.exec_driver_sql(_COUNT, (words,)).scalar_one())
    else:
        total = offset + len(entries) if entries else 0
    return SearchPage(text, total, tuple(_hits(connection, entries[:limit], text)))


def _words(text: str) -> str:
    """Return the full-text query: the words, or the digits of a number that was typed with dots and spaces."""
    plain = text.encode("utf-8", "replace").decode()
    words = fts_query(plain)
    number = parse_enterprise_number(plain[:_LONGEST_NUMBER]).value if any(map(str.isdigit, plain)) else None
    digits = number or ("".join(_WORD.findall(plain)) if _DIGITS.fullmatch(plain) else "")
    if digits and words != (alone := fts_query(digits)):
        return f"({words}) OR ({alone})"
    return words


def _entries(connection: sa.Connection, words: str, limit: int, offset: int) -> list[Entry]:
    """Return the entries of the page: names first, then texts, each newest first; one in both counts as a name."""
    names = _fetched(connection, _NAMES, words, offset + limit, 0)
    if len(names) == offset + limit:
        return names[offset:]
    # All names are known now, and they are few: texts that were there already are passed over here.
    seen = {entry[0] for entry in names}
    wanted = offset + limit - len(names)
    texts = [one for one in _fetched(connection, _TEXTS, words, wanted + len(seen), 0) if one[0] not in seen]
    return [*names, *texts[:wanted]][offset:]


def _fetched(connection: sa.Connection, statement: str, words: str, limit: int, offset: int) -> list[Entry]:
    rows = connection.exec_driver_sql(statement, (words, limit, offset))
    return [(row[0], row[1], row[2]) for row in rows]


def _hits(connection: sa.Connection, entries: Sequence[Entry], text: str) -> list[SearchHit]:
    ids: dict[str, list[bytes]] = {}
    for _, key, record_id in entries:
        ids.setdefault(key, []).append(record_id)
    rows = {(key, row.id): row for key, part in ids.items() for row in found_rows(connection, key, part)}
    words = tuple(_WORD.findall(_folded(text)))
    return [_hit(key, rows[key, record_id], words) for _, key, record_id in entries if (key, record_id) in rows]


def _hit(key: str, row: FoundRow, words: tuple[str, ...]) -> SearchHit:
    if row.kept_id is not None:
        return SearchHit(key, row.kept_id, row.organisation, row.title, row.kept_id, row.organisation)
    return SearchHit(
        key, UUID(bytes=row.id), row.title, snippet(row.body, words), row.organisation_id, row.organisation
    )


def snippet(body: str, words: tuple[str, ...]) -> str:
    """Return a piece of a text around the first of the (folded) words, on one line, cut with ``…``."""
    if len(body) <= SNIPPET:
        return " ".join(body.split())
    start = max(0, _first(body, words) - _BEFORE)
    if start:
        blank = _BLANK.search(body, start, start + _BEFORE)
        start = blank.end() if blank else start
    piece = " ".join(body[start : start + SNIPPET].split())
    return ("…" if start else "") + piece + ("…" if start + SNIPPET < len(body) else "")


def _first(body: str, words: tuple[str, ...]) -> int:
    """Return where the first word begins that search would have found."""
    if not words:
        return 0
    pattern = _pattern(words)
    plain = body.lower()
    found = pattern.search(plain) if len(plain) == len(body) else None
    # Most words are written as they are looked for; the slower look without accents is for the others.
    found = found or pattern.search(even(body))
    return found.start() if found else 0


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + ")")


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
