"""Full-text search over names, people, notes and promises, as a page of hits."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.search import SearchHit, SearchPage
from clusterdesk.store.queries.record_organisations import organisations_of
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.search import fts_query
from clusterdesk.store.tables import RECORD_TABLES

SNIPPET = 120
_BEFORE = 40
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"[\d.\s/-]*\d[\d.\s/-]*")

_COUNT = (
    "SELECT (SELECT count(*) FROM search_name WHERE search_name MATCH :words)"
    " + (SELECT count(*) FROM search_text WHERE search_text MATCH :words AND rowid NOT IN"
    " (SELECT rowid FROM search_name WHERE search_name MATCH :words))"
)
_NAMES = "SELECT rowid FROM search_name WHERE search_name MATCH :words ORDER BY rowid DESC LIMIT :limit OFFSET :offset"
_TEXTS = (
    "SELECT rowid FROM search_text WHERE search_text MATCH :words AND rowid NOT IN"
    " (SELECT rowid FROM search_name WHERE search_name MATCH :words)"
    " ORDER BY rowid DESC LIMIT :limit OFFSET :offset"
)
_COUNT_NAMES = "SELECT count(*) FROM search_name WHERE search_name MATCH :words"


def find_text(connection: sa.Connection, text: str, limit: int = 50, offset: int = 0) -> SearchPage:
    """Return the records that hold every word of a text; any text may be given, and none raises.

    Accents and case do not count, words of two letters and more match what begins with them. An enterprise number
    is found in any spelling. What lies in the bin is not found.
    """
    words = _words(text)
    if not words:
        return SearchPage(text, 0, ())
    total = int(connection.execute(sa.text(_COUNT), {"words": words}).scalar_one())
    numbers = _numbers(connection, words, max(limit, 0), max(offset, 0))
    return SearchPage(text, total, tuple(_hits(connection, numbers, _WORD.findall(_folded(text)))))


def _words(text: str) -> str:
    """Return the full-text query: the words, or the digits of a number that was typed with dots and spaces."""
    plain = text.encode("utf-8", "replace").decode()
    words = fts_query(plain)
    number = parse_enterprise_number(plain[:80]).value if words else None
    digits = number or ("".join(_WORD.findall(plain)) if _DIGITS.fullmatch(plain) else "")
    if digits and words != (alone := fts_query(digits)):
        return f"({words}) OR ({alone})"
    return words


def _numbers(connection: sa.Connection, words: str, limit: int, offset: int) -> list[int]:
    """Return the entries of the page: names first, then texts, each newest first."""
    page = {"words": words, "limit": limit, "offset": offset}
    found = [row[0] for row in connection.execute(sa.text(_NAMES), page)]
    if len(found) < limit:
        names = int(connection.execute(sa.text(_COUNT_NAMES), page).scalar_one())
        page.update(limit=limit - len(found), offset=max(0, offset - names))
        found += [row[0] for row in connection.execute(sa.text(_TEXTS), page)]
    return found


def _hits(connection: sa.Connection, numbers: Sequence[int], words: Sequence[str]) -> Iterable[SearchHit]:
    found: dict[int, tuple[str, UUID]] = {}
    for start in range(0, len(numbers), 900):
        part = list(numbers[start : start + 900])
        query = sa.text("SELECT n, record_type, record_id FROM search_entry WHERE n IN :part").bindparams(
            sa.bindparam("part", part, expanding=True)
        )
        found.update({row[0]: (row[1], UUID(bytes=row[2])) for row in connection.execute(query)})
    by_type: dict[str, list[UUID]] = {}
    for key, one in found.values():
        by_type.setdefault(key, []).append(one)
    titles = {key: titles_of(connection, key, ids) for key, ids in by_type.items()}
    bodies = {key: _bodies(connection, key, ids) for key, ids in by_type.items()}
    owners = {key: organisations_of(connection, key, ids) for key, ids in by_type.items()}
    kept = _kept(connection, by_type.get("organisation", []))
    named = {one for group in owners.values() for one in group.values()} | set(kept.values())
    names = titles_of(connection, "organisation", named)
    for number in numbers:
        if number not in found:
            continue
        key, one = found[number]
        owner = owners[key].get(one)
        title, body = titles[key].get(one, ""), bodies[key].get(one, "")
        shown = kept.get(one, one)
        if shown != one:
            title, body, owner = names.get(shown, title), title, shown
        yield SearchHit(key, shown, title, snippet(body, words), owner, names.get(owner, "") if owner else "")


def _bodies(connection: sa.Connection, key: str, ids: Iterable[UUID]) -> Mapping[UUID, str]:
    kind, table = RECORD_TYPES[key], RECORD_TABLES[key]
    names = [name for name in kind.search_body if name not in kind.title_fields] or list(kind.search_body)
    if not names:
        return {}
    query = sa.select(table.c.id, *(table.c[name] for name in names)).where(table.c.id.in_([one.bytes for one in ids]))
    return {UUID(bytes=row[0]): "\n".join(part for part in row[1:] if part) for row in connection.execute(query)}


def _kept(connection: sa.Connection, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return for merged organisations the one they are read as."""
    table = RECORD_TABLES["organisation"]
    query = sa.select(table.c.id, table.c.merged_into).where(
        table.c.id.in_([one.bytes for one in ids]), table.c.merged_into.is_not(None)
    )
    return {UUID(bytes=row[0]): UUID(bytes=row[1]) for row in connection.execute(query)}


def snippet(body: str, words: Sequence[str]) -> str:
    """Return a piece of a text around the first of the (folded) words, on one line, cut with ``…``."""
    line = " ".join(body.split())
    if len(line) <= SNIPPET:
        return line
    start = max(0, _first(line, words) - _BEFORE)
    if start:
        blank = line.find(" ", start, start + _BEFORE)
        start = blank + 1 if blank >= 0 else start
    piece = line[start : start + SNIPPET].strip()
    return ("…" if start else "") + piece + ("…" if start + SNIPPET < len(line) else "")


def _first(line: str, words: Sequence[str]) -> int:
    for found in _WORD.finditer(line):
        if _folded(found[0]).startswith(tuple(words)):
            return found.start()
    return 0


def _folded(text: Any) -> str:  # noqa: ANN401 - a text
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
