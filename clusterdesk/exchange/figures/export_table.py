"""The figures of a ledger as a table to be written: wide, long or by quarter; importing it again changes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.periods import cadence_of, first_day, following, last_day, period_at
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Cadence, FigureLine, FigureSource, Precision
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.exchange.figures.column_words import Part

type Value = str | Decimal | None
type Line = tuple[FigureLine | None, UUID | None]
"""A line with the line of its own it may be; ``None`` is the head count."""

PART_LABELS: Mapping[Part, str] = {
    Part.PERIOD: N_("Period"),
    Part.LINE: N_("Line"),
    Part.DETAIL: N_("Detail"),
    Part.AMOUNT: N_("Amount"),
    Part.CURRENCY: N_("Currency"),
    Part.ENTERED: N_("Amount with VAT, as entered"),
    Part.VAT_RATE: N_("VAT rate (%)"),
    Part.SOURCE: N_("Source"),
    Part.PRECISION: N_("Precision"),
    Part.REMARK: N_("Remark"),
    Part.VISIBILITY: N_("Visibility"),
}
_CLOSED, _STAFF = N_("Closed on"), N_("FTE")
_MOST_PERIODS = 480


class ExportLayout(StrEnum):
    """How the figures are laid out."""

    WIDE = "wide"
    LONG = "long"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """A table: the header, the rows, how many columns on the left are texts, which amounts are not exact.

    ``about`` holds (row, column) from 0, the header not counted; ``details`` the rows that only explain the row above.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    left: int
    about: frozenset[tuple[int, int]] = frozenset()
    details: frozenset[int] = frozenset()
    amounts: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """An amount of a line in a period, with what is known about it."""

    line: Line
    cell: FigureCell


def figures_table(
    view: LedgerView, layout: ExportLayout, t: Translate, edition: Edition = Edition.INTERNAL
) -> FiguresTable:
    """Lay the figures of a ledger out, in the language of ``t``; the shareable edition holds no head counts."""
    known = _known(view, edition)
    if layout is ExportLayout.LONG:
        return _long(view, known, t)
    if layout is ExportLayout.QUARTERLY and view.ledger.cadence in (Cadence.MONTHLY, Cadence.NONE):
        return _wide(view, _by_quarter(known), t)
    return _wide(view, known, t)


def shown_period(period: str, t: Translate) -> str:
    """Return a period as it stands above a column: ``2026-10``, ``T3 2026``, ``2026``."""
    return t("Q{number} {year}", number=period[-1], year=period[:4]) if "Q" in period else period


def _known(view: LedgerView, edition: Edition) -> list[_Known]:
    known = [
        _Known((cell.line, cell.own_line_id), cell)
        for cell in view.cells.values()
        if cell.amount is not None and edition.admits(cell.visibility)
    ]
    cadence = view.ledger.cadence if view.ledger.cadence is not Cadence.NONE else Cadence.MONTHLY
    for one in view.staff if edition is Edition.INTERNAL else ():
        period = period_at(one.on, cadence)
        if last_day(period) == one.on:
            cell = FigureCell(period, FigureLine.UNITS, one.fte, source=one.source, precision=one.precision)
            known.append(_Known((None, None), cell))
    return known


def _long(view: LedgerView, known: Sequence[_Known], t: Translate) -> FiguresTable:
    header = (*(t(label) for part, label in PART_LABELS.items() if part is not Part.DETAIL), t(_CLOSED))
    names, order = _names(view, t), _order(view)
    rows: list[tuple[Value, ...]] = []
    about: set[tuple[int, int]] = set()
    for one in sorted(known, key=lambda one: (last_day(one.cell.period), order[one.line])):
        cell = one.cell
        if cell.precision is Precision.ABOUT:
            about.add((len(rows), 2))
        closed = view.closed.get(cell.period)
        source, precision, visibility = (
            t(choice_label(said)) for said in (cell.source, cell.precision, cell.visibility)
        )
        currency = view.ledger.currency if one.line[0] not in (None, FigureLine.UNITS) else ""
        row = (shown_period(cell.period, t), names[one.line], cell.amount, currency, cell.entered, cell.vat_rate)
        rows.append((*row, source, precision, cell.remark, visibility, closed.isoformat() if closed else ""))
    return FiguresTable(header, tuple(rows), 2, frozenset(about), amounts=len(rows))


def _wide(view: LedgerView, known: Sequence[_Known], t: Translate) -> FiguresTable:
    periods = _periods(one.cell.period for one in known)
    names, order = _names(view, t), _order(view)
    header = (t(PART_LABELS[Part.LINE]), t(PART_LABELS[Part.DETAIL]), *(shown_period(one, t) for one in periods))
    by_line: dict[Line, dict[str, FigureCell]] = {}
    for one in known:
        by_line.setdefault(one.line, {})[one.cell.period] = one.cell
    rows: list[tuple[Value, ...]] = []
    about: set[tuple[int, int]] = set()
    details: set[int] = set()
    for line in sorted(by_line, key=lambda line: order[line]):
        here = [by_line[line].get(period) for period in periods]
        about |= {(len(rows), 2 + at) for at, cell in enumerate(here) if cell and cell.precision is Precision.ABOUT}
        rows.append((names[line], t(PART_LABELS[Part.AMOUNT]), *(cell.amount if cell else None for cell in here)))
        for part, values in _said(here, t):
            details.add(len(rows))
            rows.append((names[line], t(PART_LABELS[part]), *values))
    return FiguresTable(header, tuple(rows), 2, frozenset(about), frozenset(details), len(known))


def _said(here: Sequence[FigureCell | None], t: Translate) -> Iterable[tuple[Part, list[Value]]]:
    """Return the rows that say more about the amounts of a line; only those that say anything but the usual."""
    cells = [cell for cell in here if cell is not None]
    if any(cell.entered is not None for cell in cells):
        yield Part.ENTERED, [cell.entered if cell else None for cell in here]
        yield Part.VAT_RATE, [cell.vat_rate if cell else None for cell in here]
    if any(cell.source is not FigureSource.COMPANY for cell in cells):
        yield Part.SOURCE, [t(choice_label(cell.source)) if cell else None for cell in here]
    if any(cell.precision is not Precision.EXACT for cell in cells):
        yield Part.PRECISION, [t(choice_label(cell.precision)) if cell else None for cell in here]
    if any(cell.remark for cell in cells):
        yield Part.REMARK, [cell.remark if cell else None for cell in here]
    if any(cell.visibility is not Visibility.SHAREABLE for cell in cells):
        yield Part.VISIBILITY, [t(choice_label(cell.visibility)) if cell else None for cell in here]


def _by_quarter(known: Iterable[_Known]) -> list[_Known]:
    """Add months up to quarters; a quarter that lacks a month has no amount. Head counts are those of its last day."""
    groups: dict[tuple[Line, str], list[FigureCell]] = {}
    for one in known:
        if cadence_of(one.cell.period) is Cadence.MONTHLY:
            quarter = period_at(first_day(one.cell.period), Cadence.QUARTERLY)
            groups.setdefault((one.line, quarter), []).append(one.cell)
    found: list[_Known] = []
    for (line, quarter), months in groups.items():
        last = max(months, key=lambda cell: cell.period)
        if line[0] is None and last_day(last.period) == last_day(quarter):
            found.append(_Known(line, replace(last, period=quarter)))
        elif line[0] is not None and len(months) == 3:
            found.append(_Known(line, _quarter(quarter, months)))
    return found


def _quarter(quarter: str, months: Sequence[FigureCell]) -> FigureCell:
    sources = {cell.source for cell in months}
    visibilities = {cell.visibility for cell in months}
    about = any(cell.precision is Precision.ABOUT for cell in months)
    return FigureCell(
        quarter,
        months[0].line,
        sum((cell.amount or Decimal(0) for cell in months), Decimal(0)),
        months[0].own_line_id,
        source=sources.pop() if len(sources) == 1 else FigureSource.COMPANY,
        precision=Precision.ABOUT if about else Precision.EXACT,
        remark="\n".join(dict.fromkeys(cell.remark for cell in months if cell.remark)),
        visibility=visibilities.pop() if len(visibilities) == 1 else Visibility.INTERNAL,
    )


def _periods(present: Iterable[str]) -> list[str]:
    """Return the periods from the first to the last, those between that are missing too."""
    found = sorted(set(present), key=last_day)
    if not found or len({cadence_of(one) for one in found}) > 1:
        return found
    every = [found[0]]
    while every[-1] != found[-1] and len(every) < _MOST_PERIODS:
        every.append(following(every[-1]))
    return every if every[-1] == found[-1] else found


def _names(view: LedgerView, t: Translate) -> dict[Line, str]:
    names: dict[Line, str] = {(line, None): t(choice_label(line)) for line in FigureLine}
    own = {line.id: line.name for line in view.lines}
    for line, own_id in {(cell.line, cell.own_line_id) for cell in view.cells.values()}:
        if own_id is not None:
            names[line, own_id] = own.get(own_id) or t(choice_label(line))
    names[None, None] = t(_STAFF)
    return names


def _order(view: LedgerView) -> dict[Line, tuple[int, int]]:
    own = {line.id: line.position + 1 for line in view.lines}
    lines = list(FigureLine)
    order: dict[Line, tuple[int, int]] = {(None, None): (len(lines), 0)}
    for cell in view.cells.values():
        place = own.get(cell.own_line_id, 0) if cell.own_line_id is not None else 0
        order[cell.line, cell.own_line_id] = (lines.index(cell.line), place)
    return order
