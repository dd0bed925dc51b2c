"""Cells as exact text."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from clusterdesk.exchange.reading.source import Cell

_MIDNIGHT = time()


def cell_text(cell: Cell) -> str:
    """Return a cell as text that loses nothing: 417.0 is ``417``, a date is ``2023-09-01``."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{Decimal(repr(cell)):f}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == _MIDNIGHT else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(cell)
