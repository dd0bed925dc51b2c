"""Reading difficulties: the list with its counts, the page of one, what waits, what an organisation meets."""

from uuid import UUID

from clusterdesk.domain.difficulties import counting, states
from clusterdesk.domain.difficulties.similar import similar_to
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyState
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.difficulties import (
    DifficultyList,
    DifficultyPage,
    DifficultyRow,
    SimilarLine,
    Waits,
)
from clusterdesk.services.kept import kept_organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.difficulties import DifficultyReader
from clusterdesk.store.repositories.records import get, missing


def list_difficulties(store: Store) -> DifficultyList:
    """Return all difficulties that stand on their own, by theme, with their counts."""
    profiles = tuple(store.find(Profile))
    with store.read() as connection:
        reader = DifficultyReader(connection)
        rows = reader.rows()
    counted = [row.counted for row in rows]
    return DifficultyList(
        rows,
        reader.themes,
        reader.recipients,
        profiles,
        counting.counted(counted),
        counting.by_theme(counted),
    )


def read_difficulty(store: Store, difficulty_id: UUID) -> DifficultyPage:
    """Return a difficulty with its quotes, its steps and those that say the same.

    Raises:
        KnownError: there is none.
    """
    profiles = tuple(store.find(Profile))
    with store.read() as connection:
        reader = DifficultyReader(connection)
        record = get(connection, Difficulty, difficulty_id)
        if record is None:
            raise missing("difficulty", difficulty_id)
        binned = record.id not in reader.all
        root = record.id if binned else reader.root(record.id)
        session = get(connection, Session, record.session_id) if record.session_id is not None else None
        return DifficultyPage(
            reader.row(record),
            reader.quotes(record),
            () if binned else _similar(reader, record.id),
            reader.all[root] if root != record.id else None,
            session,
            reader.themes,
            reader.recipients,
            profiles,
            states.directors(profiles),
        )


def similar_difficulties(store: Store, difficulty_id: UUID) -> tuple[SimilarLine, ...]:
    """Return the difficulties that say much the same as a given one, each with why.

    Raises:
        KnownError: there is none.
    """
    with store.read() as connection:
        reader = DifficultyReader(connection)
        if difficulty_id not in reader.all:
            raise missing("difficulty", difficulty_id)
        return _similar(reader, difficulty_id)


def waiting_difficulties(store: Store) -> dict[Waits, tuple[DifficultyRow, ...]]:
    """Return the difficulties that stand on their own by what they wait for."""
    with store.read() as connection:
        rows = DifficultyReader(connection).rows()
    return {one: tuple(row for row in rows if row.waits is one) for one in Waits}


def difficulties_of(store: Store, organisation_id: UUID) -> tuple[DifficultyRow, ...]:
    """Return the difficulties that an organisation meets, the open ones first."""
    kept = kept_organisation(store, organisation_id).id
    with store.read() as connection:
        rows = DifficultyReader(connection).rows()
    met = [row for row in rows if any(one.organisation_id == kept for one in row.organisations)]
    return tuple(sorted(met, key=lambda row: row.record.state is DifficultyState.CLOSED))


def _similar(reader: DifficultyReader, difficulty_id: UUID) -> tuple[SimilarLine, ...]:
    """Compare with all that stand on their own, but the one it is read as."""
    rows = {row.record.id: row for row in reader.rows() if row.record.id != reader.root(difficulty_id)}
    sayings = [reader.saying(row.record) for row in rows.values()]
    found = similar_to(reader.saying(reader.all[difficulty_id]), sayings)
    return tuple(SimilarLine(rows[one.id], one) for one in found)
