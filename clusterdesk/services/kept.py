"""The organisation that a given one is read as."""

from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
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


def receiving_organisation(store: Store, organisation_id: UUID) -> Organisation:
    """Return the organisation that what is new belongs to, as ``kept_organisation`` does, but never one in the bin.

    Raises:
        KnownError: there is none, or it lies in the bin: what is added there would be seen nowhere.
    """
    kept = kept_organisation(store, organisation_id)
    if not kept.deleted:
        return kept
    if kept.id == organisation_id:
        raise KnownError(
            "organisation_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=kept.name,
        )
    raise KnownError(
        "organisation_binned",
        N_("“{name}” was merged into “{kept}”, which is in the bin."),
        advice=N_("Take “{kept}” out of the bin first, or take the merge apart."),
        name=store.get(Organisation, organisation_id).name,
        kept=kept.name,
    )
