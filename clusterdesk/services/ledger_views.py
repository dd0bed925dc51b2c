"""Reading ledgers: those of an organisation, and those whose last period is missing."""

from collections.abc import Collection
from uuid import UUID

from clusterdesk.domain.views.figures import DueLedger, LedgerView
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.children import parts
from clusterdesk.store.queries.figures_due import figures_due
from clusterdesk.store.queries.ledger_views import ledgers_of
from clusterdesk.store.queries.merged import family_ids


def read_ledgers(store: Store, organisation_id: UUID) -> list[LedgerView]:
    """Return the ledgers of an organisation with all they hold: its own first, then those of its projects."""
    with store.read() as connection:
        return ledgers_of(connection, organisation_id)


def ledger_ids(store: Store, organisation_id: UUID) -> list[UUID]:
    """Return the ledgers of an organisation, of those merged into it too."""
    with store.read() as connection:
        family = family_ids(connection, organisation_id)
        return [one.id for one in parts(connection, "ledger", "organisation_id", family)]


def read_figures_due(store: Store, also: Collection[UUID] = ()) -> list[DueLedger]:
    """Return the ledgers whose last ended period is not complete today, by the names of their organisations.

    ``also`` are ledgers to return even where it is complete by now.
    """
    with store.read() as connection:
        return figures_due(connection, store.clock.today(), also)
