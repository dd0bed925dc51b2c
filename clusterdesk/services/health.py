"""Data health: what is missing or doubtful in a binder, counted and listed check by check."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.health import HealthKey
from clusterdesk.domain.views.health import HealthRow
from clusterdesk.services.duplicates import find_duplicates
from clusterdesk.services.ledger_views import read_figures_due
from clusterdesk.store.desk_store import Store
from clusterdesk.store.documents import DocumentFolder
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.health import HealthQueries

QUICK = tuple(key for key in HealthKey if key is not HealthKey.DUPLICATES)


def count_health(store: Store, keys: Iterable[HealthKey] = QUICK) -> Mapping[HealthKey, int]:
    """Count the rows of checks; duplicates are not among them: ``read_duplicates`` takes its time."""
    with store.read() as connection:
        queries = HealthQueries(sql.on(connection), store.clock.today())
        found: dict[HealthKey, int] = {}
        for key in keys:
            if key is HealthKey.DOCUMENT_FILE:
                found[key] = len(_lost(queries, store.documents))
            elif key is HealthKey.FIGURES:
                found[key] = len(_due(store))
            else:
                found[key] = queries.count(key)
        return found


def health_rows(store: Store, key: HealthKey, *, limit: int = 30, offset: int = 0) -> tuple[HealthRow, ...]:
    """Return rows of a check, by the names of their organisations."""
    if key is HealthKey.DUPLICATES:
        return read_duplicates(store)[offset : offset + limit]
    if key is HealthKey.FIGURES:
        return _due(store)[offset : offset + limit]
    with store.read() as connection:
        queries = HealthQueries(sql.on(connection), store.clock.today())
        if key is HealthKey.DOCUMENT_FILE:
            lost = _lost(queries, store.documents)
            return tuple(queries.document_rows(lost, limit=limit, offset=offset))
        return tuple(queries.rows(key, limit=limit, offset=offset))


def still_unwell(store: Store, key: HealthKey, ids: Collection[UUID]) -> tuple[HealthRow, ...]:
    """Return those of the given rows of a check that still need mending; not for duplicates."""
    if key is HealthKey.FIGURES:
        return tuple(row for row in _due(store) if row.id in ids)
    with store.read() as connection:
        queries = HealthQueries(sql.on(connection), store.clock.today())
        if key is HealthKey.DOCUMENT_FILE:
            lost = _lost(queries, store.documents) & set(ids)
            return tuple(queries.document_rows(lost, limit=len(ids), offset=0))
        return tuple(queries.rows(key, limit=len(ids), only=ids))


def read_duplicates(store: Store, progress: Progress = unheard) -> tuple[HealthRow, ...]:
    """Return the pairs of organisations that are probably the same, the one with more history first."""
    rows = []
    for group in find_duplicates(store, progress=progress):
        members = {member.id: member for member in group.members}
        place = {one: number for number, one in enumerate(members)}
        for pair in group.pairs:
            kept, other = sorted((pair.first, pair.second), key=place.__getitem__)
            first, second = members[kept].name, members[other].name
            rows.append(HealthRow("organisation", kept, kept, first, other_id=other, other=second, reason=pair.reason))
    return tuple(rows)


def _due(store: Store) -> tuple[HealthRow, ...]:
    """Return the ledgers whose last period is missing, with that period and its last day."""
    return tuple(
        HealthRow(
            "ledger",
            one.ledger_id,
            one.organisation_id,
            one.organisation,
            one.project,
            last_day(one.period),
            one.period,
        )
        for one in read_figures_due(store)
    )


def _lost(queries: HealthQueries, folder: DocumentFolder) -> set[UUID]:
    """Return the documents whose file is not there, or has another size than it had; nothing is read."""
    return {one for one, sha256, size in queries.documents() if not folder.seems_whole(sha256, size)}
