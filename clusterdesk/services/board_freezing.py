"""Freezing a quarter: its numbers are kept as they stand, and never written anew."""

from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.board import content
from clusterdesk.domain.changes import Insert, OpResult
from clusterdesk.domain.commands.strategy import FreezeQuarter
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.services.board import read_board, read_freezes
from clusterdesk.services.strategy import read_desk
from clusterdesk.store.desk_store import Store


def freeze_quarter(store: Store, cmd: FreezeQuarter) -> OpResult[BoardFreeze]:
    """Keep the numbers of a quarter as they stand; they are never written anew.

    Raises:
        KnownError: the quarter has not ended, or is frozen already.
    """
    today = store.clock.today()
    if last_day(cmd.period) >= today:
        raise KnownError(
            "quarter_not_over",
            N_("{period} is not over yet."),
            advice=N_("Freeze it once its last day has passed."),
            period=cmd.period,
        )
    if any(one.period == cmd.period for one in read_freezes(store)):
        raise KnownError(
            "quarter_frozen",
            N_("{period} is frozen already; its numbers are not written anew."),
            advice=N_("Compare with today’s count of the same day: the board shows by how much it differs."),
            period=cmd.period,
        )
    day = last_day(cmd.period)
    board = read_board(store, day)
    rules = read_desk(store).rules_on(day)
    kept = content.content_of(board)
    made = BoardFreeze(
        period=cmd.period,
        as_of=day,
        rule_set_id=rules.id if rules is not None else None,
        frozen_on=today,
        frozen_by=cmd.by or store.author,
        content=kept,
        sha256=content.sum_of(kept),
    )
    return OpResult(made, store.apply(replace(cmd, title=cmd.period), [Insert(made)]))
