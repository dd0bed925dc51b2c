"""The edge of the command line: the one place where an error becomes an exit code and words."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli.context import CancelledError, Context, Windows
from clusterdesk.cli.early import Early
from clusterdesk.cli.exit_codes import CANCELLED, DONE, KNOWN_ERROR, WRONG_USE
from clusterdesk.cli.output import Output, prepare_streams
from clusterdesk.cli.without_command import without_command
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.cli.answer import Answer

_BUG = N_("ClusterDesk ran into a fault of its own and could not finish this command.")
_BUG_SAFE = N_("What was saved before is safe; this step was not done.")
_BUG_ADVICE = N_("Send this report to whoever looks after ClusterDesk: {path}")
_BUG_NO_FILE = N_("No report could be written. Tell whoever looks after ClusterDesk what you did.")


def run(arguments: Sequence[str], windows: Windows) -> int:
    """Run one command and return its exit code: 0 done, 1 known error, 2 wrong use, 3 refusals, 130 cancelled."""
    prepare_streams()
    early = Early.of(arguments)
    output = Output(as_json=early.as_json, quiet=early.quiet)
    try:
        with ExitStack() as closing:
            t = Translator(early.chosen_language())
            context = Context(Namespace(), t, output, windows, closing)
            return _written(output, _answer(early, context))
    except KnownError as error:
        return _tell(output, early, error)
    except (KeyboardInterrupt, CancelledError):
        output.say(_translator(early)("Cancelled: nothing more was done."))
        return CANCELLED
    except BrokenPipeError:
        # Whoever read our output has seen enough; the interpreter must not try to write the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as bug:  # noqa: BLE001 - the edge: a bug becomes a report
        return _report(output, early, bug)


def _answer(early: Early, context: Context) -> "Answer | int":
    if early.command is None:
        return without_command(early, context)
    from clusterdesk.cli.commands import dispatch

    return dispatch(early.command, early, context)


def _written(output: Output, answer: "Answer | int") -> int:
    if isinstance(answer, int):
        return answer
    output.answer(answer)
    return answer.code


def _translator(early: Early) -> Translator:
    """Return a translator in any case, also where settings or catalogues are what failed."""
    try:
        return Translator(early.chosen_language())
    except (KnownError, OSError, ValueError):
        return Translator("en")


def _tell(output: Output, early: Early, error: KnownError) -> int:
    texts = error.texts(_translator(early))
    for line in (texts.message, texts.safe, texts.advice):
        output.say(line)
    wrong = isinstance(error, WrongUseError)
    details = error.details if isinstance(error, WrongUseError) else {}
    if isinstance(error, WrongUseError):
        for line in error.lines:
            output.say("  " + line)
    if output.as_json:
        body = {"code": error.code, "message": texts.message, "safe": texts.safe, "advice": texts.advice, **details}
        output.document({"error": body})
    return WRONG_USE if wrong else KNOWN_ERROR


def _report(output: Output, early: Early, bug: Exception) -> int:
    from datetime import UTC, datetime

    from clusterdesk import __version__
    from clusterdesk.base.bug_report import write_report
    from clusterdesk.config.paths import reports_dir

    path = write_report(reports_dir(), bug, datetime.now(UTC), __version__)
    t = _translator(early)
    advice = t(_BUG_ADVICE, path=path) if path is not None else t(_BUG_NO_FILE)
    for line in (t(_BUG), t(_BUG_SAFE), advice):
        output.say(line)
    if output.as_json:
        body = {"code": "bug", "message": t(_BUG), "safe": t(_BUG_SAFE), "advice": advice}
        output.document({"error": {**body, "report": str(path) if path is not None else None}})
    return KNOWN_ERROR
