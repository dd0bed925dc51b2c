"""The refused rows of a list as a csv file, with the reasons, to be corrected and imported again."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.exchange.importing.verdicts import RowPlan, Verdict
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.reason_column import REASON, is_reason
from clusterdesk.exchange.reading.cells import cell_text

if TYPE_CHECKING:
    from clusterdesk.exchange.importing.plan import ImportPlan

_DELIMITER = ";"
# What a spreadsheet would take for the beginning of a formula; the reading of lists takes the apostrophe off again.
_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


def refused_csv(plan: "ImportPlan", t: Translate) -> bytes:
    """Return the refused rows of a plan as csv (UTF-8 with mark, semicolons): the cells as read, then the reasons."""
    opened = plan.opened
    kept = [column for column, header in enumerate(opened.layout.headers) if not is_reason(header)]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_DELIMITER, lineterminator="\r\n")
    writer.writerow(_safe([*(opened.layout.headers[column] for column in kept), t(REASON)]))
    for row in plan.rows:
        if row.verdict is Verdict.REFUSED:
            writer.writerow(_safe([*_cells(opened, row, kept), reasons(row, t)]))
    return text.getvalue().encode("utf-8-sig")


def reasons(row: RowPlan, t: Translate) -> str:
    """Return why a row is refused: each cell at fault with its message."""
    found = (one for one in row.errors if one.refuses)
    return " ".join(t("{cell}: {message}", cell=one.cell, message=t(one.message, **one.params)) for one in found)


def _cells(opened: OpenedList, row: RowPlan, columns: Sequence[int]) -> Iterable[str]:
    return (cell_text(opened.source.cell(row.line, column)) for column in columns)


def _safe(cells: Iterable[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell for cell in cells]
