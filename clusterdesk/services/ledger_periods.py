"""The periods of a ledger as they stand: what they hold, and what they still lack to count."""

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import is_period
from clusterdesk.domain.figures.months import LedgerPeriod, ledger_period
from clusterdesk.domain.figures.periods import cadence_of
from clusterdesk.domain.records.figures import Cadence, Ledger
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.ledgers import known_cells


def period_of(store: Store, ledger: Ledger, period: str) -> LedgerPeriod:
    """Return one period of a ledger as it stands; it may hold nothing yet."""
    check_period(ledger, period)
    with store.read() as connection:
        cells, closed = known_cells(connection, ledger.id)
    here = [cell for cell in cells if cell.period == period]
    return ledger_period(period, here, closed.get(period), store.clock.today())


def check_period(ledger: Ledger, period: str) -> None:
    """Refuse a period that is not one of a ledger's.

    Raises:
        KnownError: it is no period, or of another length.
    """
    wanted = ledger.cadence if ledger.cadence is not Cadence.NONE else Cadence.MONTHLY
    if not is_period(period) or cadence_of(period) is not wanted:
        raise KnownError(
            "period_of_other_length",
            N_("{period} is no period of this ledger."),
            advice=N_("Give a period of the ledger’s cadence, or change the cadence; nothing was written."),
            period=period,
        )
