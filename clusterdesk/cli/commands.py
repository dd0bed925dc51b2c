"""The table of commands, and finding the one that is meant; a command's module is imported when it is called."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Pairs
from clusterdesk.cli.context import Context
from clusterdesk.cli.early import Early, check_texts
from clusterdesk.cli.layout import pair_lines
from clusterdesk.cli.parser import Parser, add_everywhere
from clusterdesk.cli.wrong_use import WrongUseError

_GROUPS = "clusterdesk.cli.groups."


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name, the module under ``cli.groups`` that builds it, and what it does (a msgid)."""

    name: str
    module: str
    help: str


COMMANDS: tuple[Entry, ...] = (
    Entry("demo", "demo", N_("make the sample binder and its documents, and open it where there is a display")),
    Entry("binder", "binders", N_("make, open or list binders")),
    Entry("import", "imports", N_("bring in lists and archives")),
    Entry("export", "exports", N_("write archives")),
    Entry("week", "week", N_("whom one sees in a week, whom to see as well and why; plan and move visits")),
    Entry("visit", "visit", N_("open, write and close the notes of a visit, also after the fact")),
    Entry("file", "filing", N_("put photos, scans and mails where they belong")),
    Entry("hand-over", "handing_over", N_("pass organisations to a colleague, from a day on")),
    Entry("brief", "briefs", N_("print visit sheets and visit reports")),
    Entry("outbox", "outbox", N_("what goes to the team’s folder: what waits and why, send it, add to it")),
    Entry("drive", "drive", N_("the folder that the team shares: choose it, ask how it stands")),
    Entry("capture", "capture", N_("note something down in one line, filed where it belongs")),
    Entry("inbox", "inbox", N_("what waits to be sorted")),
    Entry("figures", "figures", N_("enter, read and close the figures of organisations and projects; what is due")),
    Entry(
        "breakeven",
        "breakeven",
        N_("where a ledger stands and what it proposes; calculate a threshold, follow a series"),
    ),
    Entry("employment", "employment", N_("the staff of an organisation: head counts, growth judged year by year")),
    Entry("indicators", "indicators", N_("what counts for the strategy as of a day, by which rules and why")),
    Entry("mrl", "maturity", N_("find the industrial maturity of a project by questions, and lift what blocks it")),
    Entry("group", "group", N_("working groups and meetings: who came, what was decided and promised, the minutes")),
    Entry("chain", "chain", N_("the links of value chains, who stands at each, and what is missing in the Region")),
    Entry("board", "board", N_("how far each indicator is, what is expected; freeze the numbers of a quarter")),
    Entry("strategy", "strategy", N_("objectives, indicators and action plan: show them, bring in and write a file")),
    Entry("production", "production", N_("projects of the value chains: ranked, rated, moved from stage to stage")),
    Entry("programme", "programme", N_("the programme of a year: what it owes, events, themes, who comes")),
    Entry("statistics", "statistics", N_("a year in numbers: members, coaching, advice, orientations")),
    Entry("search", "search", N_("find names, people, notes and promises")),
    Entry("history", "history", N_("who changed what in a record, and what it was before")),
    Entry("bin", "bin", N_("what was deleted, and how to get it back")),
    Entry("undo", "undo", N_("take back the last step")),
    Entry("redo", "undo", N_("do again what was taken back")),
    Entry("check", "check", N_("check the file, the links, the journal, and the files of documents")),
    Entry("health", "health", N_("what is missing or doubtful, to be put right one by one")),
    Entry("backup", "backups", N_("list, make and restore backups")),
    Entry("selftest", "selftest", N_("try window, PDF, store and languages, unseen")),
    Entry("about", "about", N_("the version, and the licences of everything that ships")),
    Entry("reports", "reports", N_("the error reports kept on this computer")),
    Entry("settings", "settings", N_("read and change the settings")),
)
RECORDS = "records"


def dispatch(name: str, early: Early, context: Context) -> Answer | int:
    """Run the command of a name.

    Raises:
        WrongUseError: there is no such command, or its arguments do not fit.
    """
    t = context.t
    check_texts((*early.before, *early.rest))
    entry = _entry(name)
    parser = Parser(prog=f"clusterdesk {entry.name}", t=t, description=_sentence(t(entry.help)))
    module: Any = import_module(_GROUPS + entry.module)
    module.build(parser, t, entry.name)
    arguments = [option for option in early.before if option != "--version"]
    try:
        options = parser.parse_args([*arguments, *_normalised(early.rest)])
    except SystemExit:
        return 0
    context.options = options
    answer: Answer | int = options.handler(context, options)
    return answer


def _entry(name: str) -> Entry:
    """Find a command by its name; dashes and underscores are the same."""
    wanted = name.replace("_", "-")
    for entry in COMMANDS:
        if entry.name == wanted:
            return entry
    from clusterdesk.domain.record_types import RECORD_TYPES

    kind = RECORD_TYPES.get(wanted.replace("-", "_"))
    if kind is not None:
        return Entry(wanted, RECORDS, kind.plural)
    import difflib

    near = difflib.get_close_matches(wanted, command_names(), 3)
    if near:
        raise WrongUseError(N_("There is no command “{name}”. Did you mean: {near}?"), name=name, near=", ".join(near))
    raise WrongUseError(N_("There is no command “{name}”."), name=name)


def command_names() -> list[str]:
    """Return the names of all commands."""
    from clusterdesk.domain.record_types import RECORD_TYPES

    return [entry.name for entry in COMMANDS] + [key.replace("_", "-") for key in RECORD_TYPES]


def help_lines(t: Translate) -> list[str]:
    """Return the help of the whole: the commands, the kinds of record, the options that are everywhere."""
    import argparse

    from clusterdesk.domain.record_types import RECORD_TYPES

    everywhere = argparse.ArgumentParser(add_help=False)
    add_everywhere(everywhere, t)
    options = everywhere.format_help().partition("\n\n")[2]
    commands = pair_lines(Pairs([(f"  {entry.name}", t(entry.help)) for entry in COMMANDS]), None)
    records = pair_lines(
        Pairs([(f"  {key.replace('_', '-')}", t(kind.plural)) for key, kind in RECORD_TYPES.items()]), None
    )
    return [
        t("Usage: clusterdesk [options] [COMMAND …]"),
        "",
        t("Without a command the window opens on the last binder."),
        "",
        t("Commands"),
        *commands,
        "",
        t("Records, each with list, show, add, edit and delete"),
        *records,
        "",
        *options.rstrip().splitlines(),
        "",
        t("More about a command: clusterdesk COMMAND --help"),
    ]


def _normalised(arguments: Sequence[str]) -> list[str]:
    """Let options be written with underscores too, as the keys of the answers are."""
    done: list[str] = []
    for position, argument in enumerate(arguments):
        if argument == "--":
            return [*done, *arguments[position:]]
        if argument.startswith("--"):
            name, mark, value = argument.partition("=")
            argument = name.replace("_", "-") + mark + value
        done.append(argument)
    return done


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
