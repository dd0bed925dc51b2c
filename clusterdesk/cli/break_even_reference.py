"""The ledger whose break-even is meant: by organisation and name, or by its id."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.cli.context import Context
from clusterdesk.cli.ledger_reference import ledger_meant
from clusterdesk.cli.parser import Parser

if TYPE_CHECKING:
    from clusterdesk.domain.views.break_even import BreakEven


def of_ledger(parser: Parser, t: Translate) -> None:
    """Let an action be about a ledger."""
    parser.wanted.add_argument("ref", metavar="REF", help=t("an organisation, or a ledger"))
    parser.options.add_argument("--ledger", metavar=t("NAME"), help=t("which ledger, where there are several"))


def break_even_meant(context: Context, options: Namespace) -> "BreakEven":
    """Return break-even of the ledger that is meant."""
    from clusterdesk.services.break_even import read_break_even

    found = ledger_meant(context, options.ref, options.ledger)
    return read_break_even(context.desk.store, found.ledger.id)
