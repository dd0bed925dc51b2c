"""The ledgers of an organisation as grids show them: cells, lines of their own, closed periods, head counts."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Figure, Ledger, LedgerLine, MonthlyFigures
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.figures import LedgerView, StaffCount
from clusterdesk.store.queries.children import one_by_id, parts
from clusterdesk.store.queries.merged import family_ids


def ledgers_of(connection: sa.Connection, organisation_id: UUID) -> list[LedgerView]:
    """Return the ledgers of an organisation, of those merged into it too: its own first, then by name."""
    family = family_ids(connection, organisation_id)
    ledgers: list[Ledger] = parts(connection, "ledger", "organisation_id", family, "name")
    if not ledgers:
        return []
    holder: Organisation = one_by_id(connection, "organisation", UUID(bytes=family[0]))
    ids = [one.id.bytes for one in ledgers]
    lines = _by_ledger(parts(connection, "ledger_line", "ledger_id", ids, "position"))
    figures = _by_ledger(parts(connection, "figure", "ledger_id", ids, "period"))
    months = _by_ledger(parts(connection, "monthly_figures", "ledger_id", ids, "period"))
    staff: list[Headcount] = parts(connection, "headcount", "organisation_id", family, "on")
    ledgers.sort(key=_own_first)
    return [
        LedgerView(
            ledger=one,
            holder=holder.name,
            project=_title(connection, one.project_id),
            lines=tuple(lines[one.id]),
            cells={cell.place: cell for figure in figures[one.id] for cell in (cell_of(figure),)},
            closed={month.period: month.closed_on for month in months[one.id] if month.closed_on is not None},
            staff=_staff(staff, one.project_id),
            notes={month.period: month.remark for month in months[one.id] if month.remark},
        )
        for one in ledgers
    ]


def cell_of(figure: Figure) -> FigureCell:
    """Return a figure as the cell it stands in."""
    return FigureCell(
        figure.period,
        figure.line,
        figure.amount,
        figure.own_line_id,
        figure.entered,
        figure.vat_rate,
        figure.source,
        figure.precision,
        figure.remark,
        figure.visibility,
    )


def _by_ledger[R: (LedgerLine, Figure, MonthlyFigures)](records: Sequence[R]) -> dict[UUID, list[R]]:
    found: dict[UUID, list[R]] = defaultdict(list)
    for one in records:
        found[one.ledger_id].append(one)
    return found


def _own_first(ledger: Ledger) -> bool:
    return ledger.project_id is not None


def _title(connection: sa.Connection, project_id: UUID | None) -> str:
    project = one_by_id(connection, "project", project_id) if project_id is not None else None
    return str(project.title) if project is not None else ""


def _staff(counts: Sequence[Headcount], project_id: UUID | None) -> tuple[StaffCount, ...]:
    return tuple(
        StaffCount(one.id, one.on, one.fte, one.source, one.precision, one.visibility)
        for one in counts
        if one.project_id == project_id and one.fte is not None
    )
