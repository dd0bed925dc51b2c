"""What is done where no command is named: the window, or a question about the program; imports little."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli.context import Context
from clusterdesk.cli.early import Early, check_texts, options_known
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.cli.answer import Answer


def without_command(early: Early, context: Context) -> "Answer | int":
    """Open the window, or answer ``--version`` and ``--help``.

    Raises:
        WrongUseError: an option is not known.
        KnownError: there is no display.
    """
    check_texts((*early.before, *early.rest))
    unknown = options_known(early.before)
    if unknown is not None:
        raise WrongUseError(N_("These arguments are not known here: {names}."), names=unknown)
    if "--version" in early.before or "--help" in early.before or "-h" in early.before:
        return _told(early, context)
    context.options = Namespace(**({"binder": early.binder} if early.binder else {}))
    if not context.windows.can_open():
        raise KnownError(
            "no_display",
            N_("There is no display to open the window on."),
            advice=N_("Use the commands (clusterdesk --help), or start ClusterDesk where there is a screen."),
        )
    return context.windows.run(context.binder_or_none(), context.settings, context.t.language)


def _told(early: Early, context: Context) -> "Answer":
    from clusterdesk import __version__
    from clusterdesk.cli.answer import Answer, Lines
    from clusterdesk.cli.commands import command_names, help_lines

    if "--version" in early.before:
        return Answer({"version": __version__}, [Lines([f"ClusterDesk {__version__}"])])
    return Answer({"commands": command_names()}, [Lines(help_lines(context.t))])
