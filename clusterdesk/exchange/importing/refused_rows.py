"""The refused rows of a list as a csv file, with the reasons, to be corrected and imported again."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.exchange.importing.verdicts import RowPlan, Verdict
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.reason_column import REASON, is_reason
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.writing.csv_text import csv_bytes

if TYPE_CHECKING:
    from clusterdesk.exchange.importing.plan import ImportPlan


def refused_csv(plan: "ImportPlan", t: Translate) -> bytes:
    """Return the refused rows of a plan as csv (UTF-8 with mark, semicolons): the cells as read, then the reasons."""
    opened = plan.opened
    kept = [column for column, header in enumerate(opened.layout.headers) if not is_reason(header)]
    rows = [[*(opened.layout.headers[column] for column in kept), t(REASON)]]
    refused = (row for row in plan.rows if row.verdict is Verdict.REFUSED)
    rows += ([*_cells(opened, row, kept), reasons(row, t)] for row in refused)
    return csv_bytes(rows)


def reasons(row: RowPlan, t: Translate) -> str:
    """Return why a row is refused: each cell at fault with its message."""
    found = (one for one in row.errors if one.refuses)
    return " ".join(t("{cell}: {message}", cell=one.cell, message=t(one.message, **one.params)) for one in found)


def _cells(opened: OpenedList, row: RowPlan, columns: Sequence[int]) -> Iterable[str]:
    return (cell_text(opened.source.cell(row.line, column)) for column in columns)
