"""Keeping what is being typed, and bringing it back after a crash."""

from collections.abc import Collection
from uuid import UUID

from clusterdesk.domain.changes import OpResult, SetField
from clusterdesk.domain.commands.records import RecoverDrafts
from clusterdesk.domain.record_types import RECORD_TYPES
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

    A text whose field was changed meanwhile comes after the one that is there now. Drafts of records that do not
    exist (yet) stay: the field they were typed into offers them again. So do texts too long to be stored; a name
    that was being replaced stays as it was.
    """
    with store.read() as connection:
        found = drafts.settled(connection)
    changes = [one.change for one in found if one.change is not None and not _takes_the_name(one.change)]
    result = OpResult(len(changes), store.apply(RecoverDrafts(), changes))
    with store.bookkeeping() as connection:
        for draft in (one.draft for one in found):
            drafts.drop(connection, draft.record_type, draft.record_id, draft.field)
    return result


def _takes_the_name(one: SetField) -> bool:
    return not str(one.value).strip() and RECORD_TYPES[one.record_type].title_fields == (one.field,)


def draft_text(store: Store, record_type: str, record_id: UUID, field: str) -> str:
    """Return what is being typed into a field, also of a record that does not exist yet; empty when nothing is."""
    place = (record_type, record_id, field)
    with store.read() as connection:
        found = drafts.pending(connection)
    return next((str(one.value) for one in found if (one.record_type, one.record_id, one.field) == place), "")


def unfinished_texts(store: Store, record_type: str, record_ids: Collection[UUID]) -> list[SetField]:
    """Return what is being typed into records and differs from them, as changes a larger step can take along."""
    with store.read() as connection:
        changes = [one.change for one in drafts.settled(connection) if one.change is not None]
    return [one for one in changes if one.record_type == record_type and one.record_id in record_ids]
