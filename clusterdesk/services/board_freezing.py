"""Freezing a quarter: its numbers are kept as they stand, and never written anew."""

from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.board import content
from clusterdesk.domain.changes import Insert, OpResult
from clusterdesk.domain.commands.strategy import FreezeQuarter
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.domain.strategy.candidates import Reason
from clusterdesk.domain.views.board import Board
from clusterdesk.services.board import read_board, read_freezes
from clusterdesk.services.strategy import read_desk
from clusterdesk.store.desk_store import Store


def freeze_quarter(store: Store, cmd: FreezeQuarter) -> OpResult[BoardFreeze]:
    """Keep the numbers of a quarter as they stand; they are never written anew.

    Raises:
        KnownError: the quarter has not ended, is frozen already, or holds what lacks a validation that is required.
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
    _check_validated(board)
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


def _check_validated(board: Board) -> None:
    """Refuse what would be kept for good while a validation is missing that the rules require."""
    lacking = [
        line
        for row in board.rows()
        if row.validation_required
        for line in row.unproven
        if any(one.reason is Reason.NOT_VALIDATED for one in line.missing)
    ]
    if lacking:
        raise KnownError(
            "quarter_not_validated",
            N_("The rules require a validation by a second person; missing for: {names}."),
            advice=N_("Validate these results – on the board, behind their number –, then freeze the quarter."),
            names=", ".join(sorted({one.name for one in lacking})),
        )
