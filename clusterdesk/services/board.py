"""The board: all indicators of the strategy as of a day, and the quarters whose numbers were frozen."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from clusterdesk.domain.board import content, expected
from clusterdesk.domain.board.quarters import quarter_of
from clusterdesk.domain.figures.periods import first_day, last_day
from clusterdesk.domain.records.strategy import BoardFreeze, Indicator
from clusterdesk.domain.views.board import Board, BoardRow, BoardSection
from clusterdesk.domain.views.indicators import IndicatorBoard
from clusterdesk.domain.views.strategy import StrategyDesk
from clusterdesk.services.board_beside import read_beside
from clusterdesk.services.indicators import read_indicators, rules_in_force
from clusterdesk.services.strategy import read_desk
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.board import next_visits, things_of


def read_board(store: Store, as_of: date | None = None) -> Board:
    """Return the board as of a day (today), by the rules in force on it; what was frozen for that day stands beside."""
    today = store.clock.today()
    day = as_of or today
    quarter = quarter_of(day)
    before = first_day(quarter) - timedelta(days=1)
    now, then, desk = read_indicators(store, day), read_indicators(store, before), read_desk(store)
    freezes = read_freezes(store)
    frozen = next((one for one in freezes if one.period == quarter), None)
    told = content.totals_of(frozen.content) if frozen is not None and frozen.as_of == day else {}
    shown = [one for one in desk.indicators if one.active]
    with store.read() as connection:
        plain = things_of(connection, shown, day)
        earlier = {key: len(found) for key, found in things_of(connection, shown, before).items()}
        visits = next_visits(connection, today, last_day(f"{today:%Y-%m}"))
    counted = [one for one in shown if one.id in plain or now.of(one.key) is not None]
    rows = [
        replace(
            _row(one, desk, now, then, len(plain.get(one.id, ())), earlier.get(one.id, 0)),
            frozen=told.get(one.key),
            beside=read_beside(store, one, now.of(one.key), plain.get(one.id, ()), day),
        )
        for one in counted
    ]
    sections = _sections(desk, rows)
    return Board(day, quarter, now.rules.version, sections, visits, freezes, frozen)


def read_goals(store: Store, most: int = 4) -> tuple[BoardRow, ...]:
    """Return the first indicators that have a target, as of today: what a day begins with; no trend is looked for."""
    day, desk = store.clock.today(), read_desk(store)
    wanted = [one for one in _in_order(desk) if one.active and one.target]
    rules = rules_in_force(store, day)
    keys = [one.key for one in wanted if rules.of(one.key) is not None][:most]
    counted = replace(rules, indicators=tuple(one for one in rules.indicators if one.key in keys))
    now = read_indicators(store, day, counted)
    with store.read() as connection:
        plain = things_of(connection, wanted, day)
    known = [one for one in wanted if one.id in plain or one.key in keys]
    return tuple(_row(one, desk, now, None, len(plain.get(one.id, ())), 0) for one in known[:most])


def read_freezes(store: Store) -> tuple[BoardFreeze, ...]:
    """Return the frozen quarters, newest first."""
    return tuple(sorted(store.find(BoardFreeze, revoked_on=None), key=lambda one: one.period, reverse=True))


def _row(
    one: Indicator,
    desk: StrategyDesk,
    now: IndicatorBoard,
    then: IndicatorBoard | None,
    plain: int,
    before: int,
) -> BoardRow:
    planned = {year.year: year.expected for year in desk.years_of(one.id) if year.expected is not None}
    row = BoardRow(
        one,
        0,
        0,
        expected=expected.evenly(one.target, one.start_on, one.end_on, now.as_of),
        planned=expected.by_plan(planned, one.start_on, now.as_of) if planned else None,
    )
    view = now.of(one.key)
    if view is None:
        return replace(row, total=plain, trend=plain - before)
    earlier = then.of(one.key) if then is not None else None
    return replace(
        row,
        total=view.total,
        trend=view.total - (earlier.total if earlier is not None else 0),
        provable=view.provable,
        still_holding=view.still_holding,
        per_year=view.per_year,
        view=view,
    )


def _sections(desk: StrategyDesk, rows: list[BoardRow]) -> tuple[BoardSection, ...]:
    """Return the rows under their objectives; those that stand under none come last."""
    objectives = {one.id: one for one in desk.objectives}
    tops = {
        one.id: objectives.get(one.strategic_objective_id) for one in desk.operational if one.strategic_objective_id
    }
    places = {one.id: place for place, one in enumerate(desk.objectives)}
    under: dict[UUID | None, list[BoardRow]] = {one.id: [] for one in desk.operational}
    for row in rows:
        parent = row.indicator.operational_objective_id
        under.setdefault(parent if parent in under else None, []).append(row)
    made = [BoardSection(tops.get(one.id), one, tuple(under[one.id])) for one in desk.operational if under[one.id]]
    made.sort(key=lambda one: places[one.objective.id] if one.objective is not None else len(places))
    loose = under.get(None, [])
    return (*made, BoardSection(None, None, tuple(loose))) if loose else tuple(made)


def _in_order(desk: StrategyDesk) -> list[Indicator]:
    """Return the indicators in the order of the board: by objective, each in its own order."""
    tops = {one.id: place for place, one in enumerate(desk.objectives)}
    places = {
        one.id: (tops.get(one.strategic_objective_id or one.id, len(tops)), place)
        for place, one in enumerate(desk.operational)
    }
    last = (len(tops) + 1, 0)
    return sorted(desk.indicators, key=lambda one: places.get(one.operational_objective_id or one.id, last))
