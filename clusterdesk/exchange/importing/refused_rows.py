"""The refused rows of a list as a csv file, with the reasons, to be corrected and imported again."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.exchange.importing.verdicts import Decision, RowPlan, Verdict
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.reason_column import REASON, is_reason
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.writing.csv_text import csv_bytes

if TYPE_CHECKING:
    from clusterdesk.exchange.importing.plan import ImportPlan

_NONE: Mapping[int, Decision] = MappingProxyType({})


def refused_csv(plan: "ImportPlan", t: Translate, decisions: Mapping[int, Decision] = _NONE) -> bytes:
    """Return the rows of a plan that are refused, or not decided, as csv: the cells as read, then the reasons.

    The csv is UTF-8 with mark and semicolons.
    """
    opened = plan.opened
    kept = [column for column, header in enumerate(opened.layout.headers) if not is_reason(header)]
    rows = [[*(opened.layout.headers[column] for column in kept), t(REASON)]]
    refused = (row for row in plan.rows if _is_kept_out(row, decisions))
    rows += ([*_cells(opened, row, kept), reasons(row, t)] for row in refused)
    return csv_bytes(rows)


def reasons(row: RowPlan, t: Translate) -> str:
    """Return why a row is refused: each cell at fault with its message."""
    found = (one for one in row.errors if one.refuses)
    told = [t("{cell}: {message}", cell=one.cell, message=t(one.message, **one.params)) for one in found]
    if row.verdict is Verdict.UNDECIDED and row.reason is not None:
        told += [row.reason.text(t), *(t("“{name}”?", name=one.name) for one in row.candidates)]
    return " ".join(told)


def _is_kept_out(row: RowPlan, decisions: Mapping[int, Decision]) -> bool:
    undecided = row.verdict is Verdict.UNDECIDED and decisions.get(row.line, Decision.SKIP) is Decision.SKIP
    return undecided or row.verdict is Verdict.REFUSED


def _cells(opened: OpenedList, row: RowPlan, columns: Sequence[int]) -> Iterable[str]:
    return (cell_text(opened.source.cell(row.line, column)) for column in columns)
