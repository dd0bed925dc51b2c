"""What the board asks of the store, in the worker."""

from datetime import date
from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.strategy import FreezeQuarter
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.domain.views.board import Board

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(as_of: date | None, desk: "Desk") -> Board:
    """Read the board as of a day, or today."""
    from clusterdesk.services.board import read_board

    return read_board(desk.store, as_of)


def freeze(command: FreezeQuarter, desk: "Desk") -> OpResult[BoardFreeze]:
    """Keep the numbers of a quarter as they stand."""
    from clusterdesk.services.board_freezing import freeze_quarter

    return freeze_quarter(desk.store, command)
