"""The periods of a ledger as they stand: what they hold, and what they still lack to count."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Insert, OpResult, differences
from clusterdesk.domain.commands.figures import NotePeriod
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.field_rules import is_period
from clusterdesk.domain.figures.months import LedgerPeriod, ledger_period
from clusterdesk.domain.figures.periods import cadence_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.figures import Cadence, Ledger, MonthlyFigures
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.records import edit_record
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


def note_period(store: Store, cmd: NotePeriod) -> OpResult[MonthlyFigures]:
    """Note something about a whole period; an empty note takes it away.

    Raises:
        KnownError: the period is not one of the ledger's.
    """
    ledger = store.get(Ledger, cmd.ledger_id)
    check_period(ledger, cmd.period)
    before, after = month_of(store, cmd.ledger_id, cmd.period)
    after = replace(after, remark=cmd.remark.strip(), deleted=False)
    changes = [Insert(after)] if before is None else differences(before, after)
    return OpResult(after, store.apply(replace(cmd, title=ledger_title(store, ledger)), changes))


def ledger_title(store: Store, ledger: Ledger) -> str:
    """Return what people call a ledger: its name, else that of its organisation."""
    return ledger.name or store.get(Organisation, ledger.organisation_id).name


def month_of(store: Store, ledger_id: UUID, period: str) -> tuple[MonthlyFigures | None, MonthlyFigures]:
    """Return a period as it is kept, ``None`` where it is not yet, and the record it is or will be."""
    month_id = set_member_id("monthly_figures", {"ledger_id": ledger_id, "period": period})
    for found in store.find(MonthlyFigures, deleted=None, id=month_id):
        return found, found
    return None, MonthlyFigures(id=month_id, ledger_id=ledger_id, period=period)


def change_currency(store: Store, ledger_id: UUID, currency: str) -> OpResult[Record]:
    """Give a ledger another currency, while it holds no amount yet.

    Raises:
        KnownError: it holds amounts: they would be in two currencies.
    """
    wanted = currency.strip().upper()
    return edit_record(store, EditRecord(type_key="ledger", record_id=ledger_id, values={"currency": wanted}))
