"""board: how far each indicator is, what is expected, and the quarters whose numbers were frozen."""

from argparse import Namespace
from datetime import date

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.board_rows import beside_lines, row_cells, row_document
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.board.quarters import is_quarter
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.strategy import BoardFreeze

_DAY = RECORD_TYPES["session"].fields["on"]


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of board."""
    actions = parser.actions("what", t)
    show = actions.add("show", t("every indicator as of a day: reached, expected, ahead or behind"), show_board)
    show.options.add_argument("--as-of", metavar=t("DATE"), help=t("as it was known on a day; else today"))
    show.options.add_argument("--quarter", metavar=t("QUARTER"), help=t("the end of a quarter: 2026-Q3"))
    freeze = actions.add("freeze", t("keep the numbers of a quarter as they stand"), freeze_quarter)
    freeze.wanted.add_argument("quarter", metavar=t("QUARTER"), help=t("a quarter that is over: 2026-Q3"))
    freeze.options.add_argument("--by", metavar=t("NAME"), default="", help=t("who freezes it; else you"))
    actions.add("list", t("the quarters that were frozen"), list_freezes)


def show_board(context: Context, options: Namespace) -> Answer:
    """Show the board."""
    from clusterdesk.services.board import read_board

    if options.as_of and options.quarter:
        raise WrongUseError(N_("Give --as-of or --quarter, not both."))
    day: date | None = values.read(context, _DAY, "--as-of", options.as_of) if options.as_of else None
    if options.quarter:
        day = last_day(_quarter(options.quarter))
    board, t = read_board(context.desk.store, day), context.t
    rows = [row_cells(row, t) for row in board.rows()]
    heads = [t("Indicator"), t("Reached"), t("Provable"), t("Target"), t("Expected"), t("Ahead"), t("This quarter")]
    document = {
        "as_of": board.as_of.isoformat(),
        "quarter": board.quarter,
        "rules": board.rules,
        "frozen": None if board.frozen is None else _frozen(board.frozen),
        "indicators": [row_document(row) for row in board.rows()],
    }
    told = [line for row in board.rows() for line in beside_lines(row, t)]
    return Answer(document, [Table(heads, rows, frozenset(range(1, 7))), Lines(told)])


def freeze_quarter(context: Context, options: Namespace) -> Answer:
    """Freeze a quarter."""
    from clusterdesk.domain.commands.strategy import FreezeQuarter
    from clusterdesk.services.board_freezing import freeze_quarter

    command = FreezeQuarter(period=_quarter(options.quarter), by=options.by)
    made = freeze_quarter(context.desk.store, command).output
    return Answer(_frozen(made), [Lines([context.t("{quarter} is frozen.", quarter=made.period)])])


def list_freezes(context: Context, options: Namespace) -> Answer:
    """List what was frozen."""
    from clusterdesk.services.board import read_freezes

    found, t = read_freezes(context.desk.store), context.t
    rows = [
        [one.period, one.as_of.isoformat(), str(one.frozen_on or ""), one.frozen_by, one.sha256[:12]] for one in found
    ]
    heads = [t("Quarter"), t("State as of"), t("Frozen on"), t("By"), "SHA-256"]
    return Answer({"freezes": [_frozen(one) for one in found]}, [Table(heads, rows)])


def _quarter(text: str) -> str:
    quarter = text.strip().upper()
    if not is_quarter(quarter):
        raise WrongUseError(
            N_("“{text}” is not a quarter."), advice=N_("Write a quarter as 2026-Q3."), text=text.strip()[:20]
        )
    return quarter


def _frozen(one: BoardFreeze) -> dict[str, object]:
    return {
        "id": str(one.id),
        "quarter": one.period,
        "as_of": one.as_of.isoformat(),
        "frozen_on": one.frozen_on.isoformat() if one.frozen_on else None,
        "by": one.frozen_by,
        "sha256": one.sha256,
    }
