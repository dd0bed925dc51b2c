"""The ledgers whose last ended period is missing, by the names of their organisations."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.figures.cells import CellPlace, FigureCell
from clusterdesk.domain.figures.due import period_due
from clusterdesk.domain.figures.months import KnownCell, LedgerPeriod, ledger_period
from clusterdesk.domain.figures.periods import following, last_day
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Cadence, FigureLine, FigureSource, Precision
from clusterdesk.domain.views.figures import DueLedger
from clusterdesk.store.queries import organisation_sql as sql

_FOLLOWED = (Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.ANNUAL)
_AMOUNTS = "f.amount IS NOT NULL AND f.deleted = 0 AND f.revoked_on IS NULL"


def figures_due(connection: sa.Connection, today: date, also: Collection[UUID] = ()) -> list[DueLedger]:
    """Return the ledgers with figures due on a local day; of organisations that are closed down nothing is due.

    ``also`` are ledgers to return even where their period is complete by now.
    """
    return _Reading(connection, today).due({one.bytes for one in also})


@dataclass(slots=True)
class _Held:
    """What the last two periods of a ledger hold."""

    cells: list[FigureCell] = field(default_factory=list)
    shares: dict[UUID | None, Decimal] = field(default_factory=dict)
    closed: dict[str, date] = field(default_factory=dict)


class _Reading:
    """Reads ledgers, then the cells of the periods that count, all in one snapshot."""

    def __init__(self, connection: sa.Connection, today: date) -> None:
        self._run = sql.on(connection)
        self._kin = sql.family(self._run)
        self._today = today
        self._held: Mapping[bytes, _Held] = {}
        self._staff: Mapping[tuple[bytes, bytes | None], list[tuple[str, Decimal]]] = {}
        self._history: Mapping[bytes, dict[CellPlace, FigureCell]] = {}

    def due(self, also: Collection[bytes]) -> list[DueLedger]:
        ledgers = [
            (row, period)
            for row in self._ledgers()
            if (period := period_due(Cadence(row[5]), _day(row[8]), self._today)) is not None
        ]
        if not ledgers:
            return []
        self._held = self._read_held()
        found = [(row, period, self._state(row[0], period)) for row, period in ledgers]
        open_ones = [one for one in found if not one[2].complete or one[0][0] in also]
        if open_ones:
            self._staff, self._history = self._read_staff(), self._read_history()
        return [self._ledger(*one) for one in open_ones]

    def _rows(self, statement: str, values: Mapping[str, Any]) -> Iterable[Sequence[Any]]:
        return self._run(self._kin.prefix + statement, values)

    def _ledgers(self) -> Iterable[Sequence[Any]]:
        statement = (
            "SELECT l.id, o.id, o.name, l.name, l.project_id, l.cadence, l.currency, l.vat_rate, l.starts_on, p.title"
            f" FROM ledger l JOIN organisation o ON o.id = {self._kin.root('l.organisation_id')}"
            " LEFT JOIN organisation_summary s ON s.organisation_id = o.id LEFT JOIN project p ON p.id = l.project_id"
            " WHERE l.deleted = 0 AND l.cadence <> 'none' AND o.deleted = 0 AND o.merged_into IS NULL"
            f" AND coalesce({sql.situation(self._kin)}, '') NOT IN ('bankrupt', 'dissolved')"
            " ORDER BY s.sort_name, o.id, l.name, l.id"
        )
        return self._rows(statement, {"day": self._today.isoformat()})

    def _read_held(self) -> Mapping[bytes, _Held]:
        held: dict[bytes, _Held] = defaultdict(_Held)
        lasts = [period for one in _FOLLOWED if (period := period_due(one, None, self._today)) is not None]
        values = {f"p{number}": one for number, one in enumerate([*lasts, *(following(one, -1) for one in lasts)])}
        names = ", ".join(f":{name}" for name in values)
        cells = (
            "SELECT f.ledger_id, f.period, f.line, f.amount, f.own_line_id, f.entered, f.vat_rate, f.source,"
            " f.precision, f.remark, f.visibility, w.share FROM ledger l"
            f" CROSS JOIN figure f ON f.ledger_id = l.id AND f.period IN ({names})"
            f" LEFT JOIN ledger_line w ON w.id = f.own_line_id WHERE l.deleted = 0 AND {_AMOUNTS}"
        )
        for row in self._rows(cells, values):
            cell = _cell(row[1:11])
            held[row[0]].cells.append(cell)
            held[row[0]].shares[cell.own_line_id] = Decimal(row[11] or 0)
        closed = (
            "SELECT m.ledger_id, m.period, m.closed_on FROM ledger l"
            f" CROSS JOIN monthly_figures m ON m.ledger_id = l.id AND m.period IN ({names})"
            " WHERE l.deleted = 0 AND m.deleted = 0 AND m.revoked_on IS NULL AND m.closed_on IS NOT NULL"
        )
        for ledger, period, day in self._rows(closed, values):
            held[ledger].closed[period] = date.fromisoformat(day)
        return held

    def _read_staff(self) -> Mapping[tuple[bytes, bytes | None], list[tuple[str, Decimal]]]:
        statement = (
            f'SELECT {self._kin.root("h.organisation_id")}, h.project_id, h."on", h.fte FROM headcount h'
            " WHERE h.fte IS NOT NULL AND h.deleted = 0 AND h.revoked_on IS NULL AND h.organisation_id IN"
            ' (SELECT organisation_id FROM ledger WHERE deleted = 0) ORDER BY h."on", h.id'
        )
        staff: dict[tuple[bytes, bytes | None], list[tuple[str, Decimal]]] = defaultdict(list)
        for owner, project, on, fte in self._rows(statement, {}):
            staff[owner, project].append((on, Decimal(fte)))
        return staff

    def _read_history(self) -> Mapping[bytes, dict[CellPlace, FigureCell]]:
        statement = (
            "SELECT f.ledger_id, f.period, f.line, f.amount, f.own_line_id, f.entered, f.vat_rate, f.source,"
            " f.precision, f.remark, f.visibility FROM ledger l CROSS JOIN figure f ON f.ledger_id = l.id"
            f" WHERE l.deleted = 0 AND l.cadence <> 'none' AND f.line IN ('revenue', 'total_costs') AND {_AMOUNTS}"
        )
        history: dict[bytes, dict[CellPlace, FigureCell]] = defaultdict(dict)
        for row in self._rows(statement, {}):
            cell = _cell(row[1:])
            history[row[0]][cell.place] = cell
        return history

    def _state(self, ledger: bytes, period: str) -> LedgerPeriod:
        held = self._held.get(ledger) or _Held()
        known = [
            KnownCell(period, one.line, one.amount, one.precision, one.own_line_id, held.shares[one.own_line_id])
            for one in held.cells
            if one.period == period and one.amount is not None
        ]
        return ledger_period(period, known, held.closed.get(period), self._today)

    def _ledger(self, row: Sequence[Any], period: str, state: LedgerPeriod) -> DueLedger:
        ledger, owner, holder, name, project, cadence, currency, rate, _starts_on, title = row
        before, end = following(period, -1), last_day(period).isoformat()
        staff = self._staff.get((owner, project), [])
        return DueLedger(
            ledger_id=UUID(bytes=ledger),
            organisation_id=UUID(bytes=owner),
            organisation=holder,
            name=name,
            cadence=Cadence(cadence),
            currency=currency,
            period=period,
            period_before=before,
            state=state,
            before=self._state(ledger, before),
            project_id=UUID(bytes=project) if project else None,
            project=title or "",
            vat_rate=Decimal(rate) if rate is not None else None,
            cells={one.line: one for one in (self._held.get(ledger) or _Held()).cells if one.period == period},
            history=self._history.get(ledger, {}),
            fte=next((fte for on, fte in reversed(staff) if on == end), None),
            fte_before=next((fte for on, fte in reversed(staff) if on < end), None),
        )


def _cell(row: Sequence[Any]) -> FigureCell:
    period, line, amount, own, entered, rate, source, precision, remark, visibility = row
    return FigureCell(
        period,
        FigureLine(line),
        _decimal(amount),
        UUID(bytes=own) if own is not None else None,
        _decimal(entered),
        _decimal(rate),
        FigureSource(source),
        Precision(precision),
        remark or "",
        Visibility(visibility),
    )


def _decimal(stored: str | None) -> Decimal | None:
    return Decimal(stored) if stored is not None else None


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
