"""The head counts that are entered with the figures of a period: they stand on its last day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, deletion, differences
from clusterdesk.domain.field_rules import FTE
from clusterdesk.domain.figures.cells import StaffCell
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Ledger
from clusterdesk.services.ledger_periods import check_period
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids


def staff_changes(store: Store, ledger: Ledger, cells: Sequence[StaffCell]) -> Iterator[Change]:
    """Return what changes in the head counts of a ledger's organisation, or of its project.

    An emptied one goes into the bin, unless it says more than the number.

    Raises:
        KnownError: the period is not one of the ledger's, or the number cannot be.
    """
    if not cells:
        return
    for cell in cells:
        check_period(ledger, cell.period)
        if cell.fte is not None and not FTE.holds(cell.fte):
            raise KnownError("fte", FTE.message, advice=N_("Correct it and try again; nothing was written."))
    with store.read() as connection:
        family = [UUID(bytes=one) for one in family_ids(connection, ledger.organisation_id)]
    counts = store.find(Headcount, organisation_id=family, project_id=ledger.project_id)
    present = {one.on: one for one in counts if one.revoked_on is None}
    for cell in {cell.period: cell for cell in cells}.values():
        yield from _change(ledger, cell, present.get(last_day(cell.period)))


def _change(ledger: Ledger, cell: StaffCell, before: Headcount | None) -> Iterator[Change]:
    if before is None:
        if cell.fte is not None:
            yield Insert(
                Headcount(
                    organisation_id=ledger.organisation_id,
                    project_id=ledger.project_id,
                    on=last_day(cell.period),
                    fte=cell.fte,
                    source=cell.source,
                    precision=cell.precision,
                )
            )
        return
    if cell.fte is None and before.persons is None and not before.remark:
        yield deletion("headcount", before.id)
        return
    yield from differences(before, replace(before, fte=cell.fte, source=cell.source, precision=cell.precision))
