"""Keeping what is being typed, and bringing it back after a crash."""

from collections.abc import Collection
from uuid import UUID

from clusterdesk.domain.changes import OpResult, SetField
from clusterdesk.domain.commands.records import RecoverDrafts
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal import drafts


def save_draft(store: Store, record_type: str, record_id: UUID, field: str, text: str) -> None:
    """Keep the text of a field as it stands; it does not travel and is no operation yet."""
    with store.bookkeeping() as connection:
        drafts.save(connection, record_type, record_id, field, text, store.clock.now())


def drop_draft(store: Store, record_type: str, record_id: UUID, field: str) -> None:
    """Forget a draft, once its text has become a change or was given up."""
    with store.bookkeeping() as connection:
        drafts.drop(connection, record_type, record_id, field)


def recover_drafts(store: Store) -> OpResult[int]:
    """Turn the drafts found at start into one operation; return how many texts came back.

    Drafts of records that do not exist (yet) stay: the field they were typed into offers them again.
    """
    with store.read() as connection:
        changes = drafts.recovered(connection)
        found = [one for one in drafts.pending(connection) if drafts.has_record(connection, one)]
    result = OpResult(len(changes), store.apply(RecoverDrafts(), changes))
    with store.bookkeeping() as connection:
        for one in found:
            drafts.drop(connection, one.record_type, one.record_id, one.field)
    return result


def draft_text(store: Store, record_type: str, record_id: UUID, field: str) -> str:
    """Return what is being typed into a field, also of a record that does not exist yet; empty when nothing is."""
    place = (record_type, record_id, field)
    with store.read() as connection:
        found = drafts.pending(connection)
    return next((str(one.value) for one in found if (one.record_type, one.record_id, one.field) == place), "")


def unfinished_texts(store: Store, record_type: str, record_ids: Collection[UUID]) -> list[SetField]:
    """Return what is being typed into records and differs from them, as changes a larger step can take along."""
    with store.read() as connection:
        found = drafts.recovered(connection)
    return [
        one
        for one in found
        if isinstance(one, SetField) and one.record_type == record_type and one.record_id in record_ids
    ]
