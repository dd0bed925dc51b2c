"""The ledgers of organisations: their cells as break-even reads them."""

from datetime import date
from decimal import Decimal
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.figures.months import KnownCell
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import FigureLine, FigureSource, Precision
from clusterdesk.domain.views.edition import Edition
from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.tables import RECORD_TABLES

_NO, _ZERO = sa.text("0"), Decimal(0)
_LINES = {line.value: line for line in FigureLine}
_VISIBILITIES = {one.value: one for one in Visibility}
_PRECISIONS = {one.value: one for one in Precision}
_COLUMNS = ("period", "line", "amount", "precision", "source", "own_line_id")
_SOURCES = {one.value: one for one in FigureSource}


def known_cells(
    connection: sa.Connection, ledger_id: UUID, edition: Edition | None = None
) -> tuple[list[KnownCell], dict[str, date | None]]:
    """Return the cells of a ledger that hold an amount, and the day each period was closed on.

    ``edition``: only what such a page may show.
    """
    key = [ledger_id.bytes]
    found = rows(connection, _cells(seen=edition is not None), key)
    if edition is not None:
        found = [row[:-1] for row in found if edition.admits(_VISIBILITIES[row[-1]])]
    if any(row[-1] for row in found):
        shares = {own: Decimal(share) for own, share in rows(connection, _shares(), key)}
        cells = [
            KnownCell(
                period,
                _LINES[line],
                Decimal(amount),
                _PRECISIONS[precision],
                UUID(bytes=own) if own is not None else None,
                shares.get(own, _ZERO),
                _SOURCES[source],
            )
            for period, line, amount, precision, source, own in found
        ]
    else:
        cells = [
            KnownCell(period, _LINES[line], Decimal(amount), _PRECISIONS[precision], None, _ZERO, _SOURCES[source])
            for period, line, amount, precision, source, _ in found
        ]
    closed = {period: date.fromisoformat(day) if day else None for period, day in rows(connection, _closed(), key)}
    return cells, closed


@cache
def _cells(*, seen: bool) -> str:
    """Return the query; ``seen``: with who may see a cell, at the end."""
    figure = RECORD_TABLES["figure"]
    names = (*_COLUMNS, "visibility") if seen else _COLUMNS
    return compiled(
        sa.select(*(figure.c[name] for name in names)).where(
            figure.c.ledger_id.in_(places(1)),
            figure.c.amount.is_not(None),
            figure.c.deleted == _NO,
            figure.c.revoked_on.is_(None),
        )
    )


@cache
def _closed() -> str:
    month = RECORD_TABLES["monthly_figures"]
    return compiled(
        sa.select(month.c.period, month.c.closed_on).where(month.c.ledger_id.in_(places(1)), month.c.deleted == _NO)
    )


@cache
def _shares() -> str:
    line = RECORD_TABLES["ledger_line"]
    return compiled(sa.select(line.c.id, line.c.share).where(line.c.ledger_id.in_(places(1)), line.c.deleted == _NO))
