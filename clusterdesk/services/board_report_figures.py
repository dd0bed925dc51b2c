"""The indicators of the Advisory Board report: by year, what is proved, what is on the way, what is missing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from clusterdesk.domain.board.content import sum_of
from clusterdesk.domain.board.restating import FrozenRow, frozen_rows, restated_years
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.domain.strategy.candidates import Reason
from clusterdesk.domain.views.board import Board, BoardRow
from clusterdesk.domain.views.board_report import FrozenState, IndicatorFigures, ReportSection, Restatement
from clusterdesk.domain.views.indicators import IndicatorLine, IndicatorView
from clusterdesk.domain.views.strategy import StrategyDesk


def report_sections(board: Board, desk: StrategyDesk) -> tuple[ReportSection, ...]:
    """Return the indicators under their objectives: as frozen for the day of the board, else as counted."""
    frozen = frozen_rows(board.frozen.content) if is_frozen_for(board) and board.frozen is not None else {}
    return tuple(
        ReportSection(
            one.objective,
            one.operational,
            tuple(_as_frozen(_figures(row, desk), frozen.get(row.indicator.key)) for row in one.rows),
        )
        for one in board.sections
    )


def is_frozen_for(board: Board) -> bool:
    """Tell whether the numbers of exactly this day were frozen."""
    return board.frozen is not None and board.frozen.as_of == board.as_of


def frozen_state(board: Board) -> FrozenState | None:
    """Return that the numbers were frozen, None for a draft."""
    one = board.frozen
    if one is None or not is_frozen_for(board):
        return None
    return FrozenState(one.frozen_on, one.sha256, sum_of(one.content) == one.sha256)


def last_frozen(board: Board) -> BoardFreeze | None:
    """Return the last report that was frozen before the day of the board."""
    return next((one for one in board.freezes if one.as_of < board.as_of), None)


def restatements(board: Board, earlier: BoardFreeze) -> tuple[Restatement, ...]:
    """Return which years that an earlier frozen report told of are told otherwise now."""
    then = frozen_rows(earlier.content)
    return tuple(
        Restatement(row.indicator, year, change)
        for row in board.rows()
        if row.view is not None and row.indicator.key in then
        for year, change in restated_years(then[row.indicator.key], earlier.as_of, row.view).items()
    )


def _figures(row: BoardRow, desk: StrategyDesk) -> IndicatorFigures:
    expected = row.planned if row.planned is not None else row.expected
    plain = IndicatorFigures(row.indicator, row.total, row.trend, expected=expected, planned=_planned(row, desk))
    view = row.view
    if view is None:
        return plain
    return replace(
        plain,
        proven=view.provable,
        holding=view.still_holding,
        by_year=view.per_year,
        proven_by_year=_by_year(view, (one for one in view.counted if one.provable)),
        holding_by_year=_by_year(view, (one for one in view.counted if one.holds)),
        provisional=_by_year(view, view.provisional),
        near=len(view.nearly),
        near_by_year=_by_year(view, view.nearly),
        unproven=_reasons(one for one in view.counted if not one.provable),
        lacking=_reasons(view.nearly),
        rules=view.rules,
    )


def _as_frozen(figures: IndicatorFigures, frozen: FrozenRow | None) -> IndicatorFigures:
    """Put the frozen numbers in place of those counted now, which are kept beside them."""
    if frozen is None:
        return figures
    expected = frozen.planned if frozen.planned is not None else frozen.expected
    return replace(
        figures,
        total=frozen.total,
        proven=frozen.provable if frozen.provable is not None else figures.proven,
        holding=frozen.still_holding if frozen.still_holding is not None else figures.holding,
        expected=expected if expected is not None else figures.expected,
        by_year=frozen.per_year or figures.by_year,
        counted_now=figures.total,
    )


def _planned(row: BoardRow, desk: StrategyDesk) -> Mapping[int, Decimal]:
    """Return what each year is to add; the plan of the strategy tells what is reached by its end."""
    planned: dict[int, Decimal] = {}
    before = Decimal(0)
    for year in desk.years_of(row.indicator.id):
        if year.expected is not None:
            planned[year.year] = max(year.expected - before, Decimal(0))
            before = year.expected
    return planned


def _by_year(view: IndicatorView, lines: Iterable[IndicatorLine]) -> dict[int, int]:
    years = dict.fromkeys(view.per_year, 0)
    for one in lines:
        years[one.on.year] = years.get(one.on.year, 0) + 1
    return years


def _reasons(lines: Iterable[IndicatorLine]) -> Mapping[Reason, int]:
    """Count what is missing: each line once for each reason, the commonest first."""
    found = Counter(reason for line in lines for reason in dict.fromkeys(one.reason for one in line.missing))
    return dict(found.most_common())
