"""Finding records: by what people call them, by words, by pages, and what happened to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.record_types import owned_types, type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.history import HistoryEntry, OperationView, PastRecord
from clusterdesk.domain.views.record_ref import PartGroup, RecordFilter, RecordPage, RecordRef
from clusterdesk.domain.views.search import SearchPage
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.history import history, state_at
from clusterdesk.store.queries import record_lookup, record_pages, record_titles
from clusterdesk.store.queries.search import count_text, find_text
from clusterdesk.store.summaries import sort_key


def meant(store: Store, text: str, keys: Iterable[str], *, deleted: bool = False) -> list[RecordRef]:
    """Return the records of these types that a text may mean: an id, an enterprise number in any form, or a name.

    Whoever is called exactly so counts before those whose name contains the text, of whatever type; an id of another
    program that a record came with comes between. ``deleted`` looks in the bin instead; an id is found in both.
    """
    wanted = tuple(keys)
    with store.read() as connection:
        record_id = _as_id(text)
        if record_id is not None:
            found = record_lookup.by_id(connection, record_id, wanted)
            return [found] if found is not None else []
        refs: list[RecordRef] = []
        if "organisation" in wanted and (digits := parse_enterprise_number(text[:80]).value):
            refs = record_lookup.by_enterprise_number(connection, digits, deleted=deleted)
        if not refs:
            refs = [ref for key in wanted for ref in record_lookup.by_name(connection, key, text, deleted=deleted)]
            exact = [ref for ref in refs if sort_key(ref.title) == sort_key(text)]
            if exact:
                refs = exact
            else:
                refs = record_lookup.by_external_id(connection, wanted, text.strip(), deleted=deleted) or refs
        return refs


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None


def titles(store: Store, record_type: str, ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Return the names people know these records by."""
    with store.read() as connection:
        return record_titles.titles_of(connection, record_type, ids)


def names(store: Store, records: Iterable[Record]) -> dict[UUID, tuple[str, str]]:
    """Return type and name of these records and of all records they point to, by id."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for record in records:
        kind = type_of(record)
        wanted[kind.key].add(record.id)
        for spec in kind.references:
            other = getattr(record, spec.name)
            if other is not None:
                wanted[str(spec.refers_to)].add(other)
    return {one: (key, title) for key, ids in wanted.items() for one, title in titles(store, key, ids).items()}


def page(store: Store, record_type: str, wanted: RecordFilter) -> RecordPage:
    """Return a page of the records of a type."""
    with store.read() as connection:
        return record_pages.page(connection, record_type, wanted)


def count(store: Store, record_type: str) -> int:
    """Return how many records of a type there are, those in the bin and merged organisations left out."""
    return page(store, record_type, RecordFilter(limit=0)).total


def parts(store: Store, record_type: str, record_id: UUID) -> list[PartGroup]:
    """Return the parts of a record, one group for each type that has any."""
    groups = []
    with store.read() as connection:
        for kind, spec in owned_types(record_type):
            found = record_pages.parts(connection, kind.key, spec.name, record_id)
            if found:
                groups.append(PartGroup(kind.key, found))
    return groups


def search(store: Store, text: str, limit: int = 50, offset: int = 0) -> SearchPage:
    """Return what holds every word of a text, all hits counted; no text raises."""
    with store.glance() as run:
        return find_text(run, text, limit, offset, count=True)


def search_while_typing(store: Store, text: str, limit: int = 50) -> SearchPage:
    """Return the first of what holds every word of a text, uncounted: the total tells only whether there is more."""
    with store.glance() as run:
        return find_text(run, text, limit)


def count_found(store: Store, text: str) -> int:
    """Count what holds every word of a text; takes long where a short word is in most texts."""
    with store.glance() as run:
        return count_text(run, text)


def record_history(store: Store, record_type: str, record_id: UUID) -> list[HistoryEntry]:
    """Return every change of a record and of its parts, newest first."""
    with store.read() as connection:
        return history(connection, record_type, record_id)


def record_at(store: Store, record_type: str, record_id: UUID, moment: datetime) -> PastRecord:
    """Return a record as it was at a past instant."""
    with store.read() as connection:
        return state_at(connection, record_type, record_id, moment)


def bin_contents(store: Store) -> list[RecordRef]:
    """Return what lies in the bin, without the parts that went there with what they belong to."""
    with store.read() as connection:
        return record_lookup.in_bin(connection)


def undoable(store: Store) -> tuple[list[OperationView], list[OperationView]]:
    """Return the operations of this laptop that can be undone and those that can be redone, the next one first."""
    stacks = store.undo_stacks()
    return stacks.undo[::-1], stacks.redo[::-1]


def erasures(store: Store) -> list[OperationView]:
    """Return the erasures among the steps that can be undone, the last one first: they stay."""
    return store.undo_stacks().final[::-1]
