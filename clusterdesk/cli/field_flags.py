"""Options that are fields of a record type: their flags, and reading what was given."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import values
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES


def add_flags(parser: Parser, t: Translate, type_key: str, names: Sequence[str]) -> None:
    """Add a flag for each of these fields, explained by its label."""
    fields = RECORD_TYPES[type_key].fields
    for name in names:
        parser.options.add_argument(_flag(name), metavar=t("VALUE"), help=t(fields[name].label))


def given(context: Context, options: Namespace, type_key: str, names: Sequence[str]) -> dict[str, Any]:
    """Return the values of those that were given.

    Raises:
        WrongUseError: one cannot be read.
    """
    fields = RECORD_TYPES[type_key].fields
    return {
        name: values.read(context, fields[name], _flag(name), getattr(options, name))
        for name in names
        if getattr(options, name) is not None
    }


def read_day(context: Context, text: str) -> date:
    """Return a day that was written as an argument: a date, or one in words.

    Raises:
        WrongUseError: it is none.
    """
    day: date = values.read(context, RECORD_TYPES["meeting"].fields["on"], context.t("DATE"), text)
    return day


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")
