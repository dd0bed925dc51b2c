"""import: what comes in, one kind a file beside this one; the table says which."""

from importlib import import_module
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli.parser import Parser

# Each module has ``add_kinds(actions, t)``.
_MODULES = ("import_lists", "import_archive", "import_calendar", "import_figures")


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the kinds of import."""
    actions = parser.actions("what", t)
    for module in _MODULES:
        made: Any = import_module(f"clusterdesk.cli.groups.{module}")
        made.add_kinds(actions, t)
