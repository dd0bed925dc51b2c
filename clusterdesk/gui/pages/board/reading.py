"""What the board asks of the store, in the worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.strategy import FreezeQuarter
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.domain.views.board import Board

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.views.strategy import StrategyDesk


@dataclass(frozen=True, slots=True)
class ToValidate:
    """A result that a second person would validate, and the names of those who may."""

    result: ResultEvent
    colleagues: tuple[str, ...]


def read_validation(result_id: UUID, desk: "Desk") -> ToValidate:
    """Read a result with the colleagues.

    Raises:
        KnownError: there is no such result any more.
    """
    result = desk.store.get(ResultEvent, result_id)
    names = sorted((one.name for one in desk.store.find(Profile)), key=str.casefold)
    return ToValidate(result, tuple(names))


def read(quarter: str | None, desk: "Desk") -> Board:
    """Read the board as of the end of a quarter, or today."""
    from clusterdesk.services.board import read_board

    return read_board(desk.store, last_day(quarter) if quarter else None)


def read_remarks(desk: "Desk") -> "StrategyDesk":
    """Read the strategy with the messages to the board, and the organisations that a story may be of."""
    from clusterdesk.services.strategy import read_all

    return read_all(desk.store)


def freeze(period: str, by: str, desk: "Desk") -> OpResult[BoardFreeze]:
    """Keep the numbers of a quarter as they stand."""
    from clusterdesk.services.board_freezing import freeze_quarter

    return freeze_quarter(desk.store, FreezeQuarter(period=period, by=by))
