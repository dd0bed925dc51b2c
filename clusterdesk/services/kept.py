"""The organisation that a given one is read as."""

from uuid import UUID

from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import kept_id


def kept_organisation(store: Store, organisation_id: UUID) -> Organisation:
    """Return an organisation, or the one it was merged into: what is new belongs to that one.

    Raises:
        KnownError: there is none.
    """
    with store.read() as connection:
        kept = kept_id(connection, organisation_id)
    return store.get(Organisation, kept)
