"""The ledger that figures of a file go to: one of the organisation's, or a new one that they begin."""

from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.records.figures import Cadence, Ledger
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.ledger_views import read_ledgers
from clusterdesk.store.desk_store import Store


def ledger_view(store: Store, ledger_id: UUID) -> LedgerView:
    """Return a ledger with all it holds.

    Raises:
        KnownError: there is no such ledger, or it lies in the bin.
    """
    ledger = store.get(Ledger, ledger_id)
    for view in read_ledgers(store, ledger.organisation_id):
        if view.ledger.id == ledger_id:
            return view
    raise KnownError(
        "ledger_binned",
        N_("The ledger of figures “{name}” is in the bin."),
        advice=N_("Take it out of the bin first."),
        name=ledger.name,
    )


def fitting_ledgers(store: Store, organisation_id: UUID, cadence: Cadence) -> list[LedgerView]:
    """Return the ledgers of an organisation that figures of a cadence can go into, its own first."""
    return [one for one in read_ledgers(store, organisation_id) if fits(one.ledger, cadence)]


def new_ledger(store: Store, organisation_id: UUID, cadence: Cadence, currency: str | None) -> LedgerView:
    """Return a ledger that is not in the binder yet, for figures of a cadence.

    Raises:
        KnownError: the organisation lies in the bin.
    """
    holder: Organisation = receiving_organisation(store, organisation_id)
    ledger = Ledger(organisation_id=holder.id, name=holder.name, cadence=cadence, currency=currency or "EUR")
    return LedgerView(ledger, holder.name)


def fits(ledger: Ledger, cadence: Cadence) -> bool:
    """Tell whether figures of a cadence go into a ledger; one where nothing is due takes months."""
    return (ledger.cadence if ledger.cadence is not Cadence.NONE else Cadence.MONTHLY) is cadence
