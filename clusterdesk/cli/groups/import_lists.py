"""import organisations, contacts, memberships …: lists as people have them, with a verdict for every row."""

from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import import_mappings, references
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.exit_codes import DONE, WITH_REFUSALS
from clusterdesk.cli.groups.import_answer import import_blocks, import_document, import_notes, undecided_note
from clusterdesk.cli.groups.import_archive import existing_file
from clusterdesk.cli.parser import Actions

if TYPE_CHECKING:
    from clusterdesk.exchange.importing.plan import ImportPlan
    from clusterdesk.exchange.importing.verdicts import Decision

_KINDS = {
    "organisations": N_("a list of organisations"),
    "contacts": N_("a list of contact persons"),
    "memberships": N_("a list of memberships"),
    "projects": N_("a list of projects"),
    "files": N_("a list of coaching files"),
    "sessions": N_("a list of past sessions"),
    "advice": N_("a list of one-off advice"),
    "actions": N_("a list of promises"),
    "results": N_("a list of results"),
    "hub-teams": N_("a list of receiving teams"),
    "registrations": N_("a list of registrations for an event"),
    "votes": N_("a list of votes on the themes of the programme"),
    "prospects": N_("a list of prospects"),
}
_DECISIONS = ("skip", "as_new", "update")
# What --undecided says -> the Decision it is.
_UNDECIDED = {"skip": "skip", "likeliest": "update", "as-written": "as_new"}
_ASKING = ("registrations", "votes")


def add_kinds(actions: Actions, t: Translate) -> None:
    """Add the import of each kind of list."""
    for kind, label in _KINDS.items():
        action = actions.add(kind, t(label), partial(import_list, kind))
        action.wanted.add_argument("file", metavar=t("FILE"), help=t("csv, xlsx or ods"))
        add = action.options.add_argument
        add(
            "--mapping",
            metavar=t("FILE"),
            help=t("mapping of the columns (TOML), or the name of one kept in the binder"),
        )
        add("--save-mapping", metavar=t("NAME"), help=t("keep the mapping in the binder under this name"))
        add("--sheet", metavar=t("NAME"), help=t("sheet of the workbook"))
        add("--encoding", metavar=t("NAME"), help=t("encoding of a text file, such as cp1252"))
        add("--delimiter", metavar=t("SIGN"), help=t("sign between the columns of a text file"))
        add("--header-row", type=int, metavar="N", help=t("record number of the header; 0 for none"))
        add("--duplicates", choices=_DECISIONS, default="skip", help=t("what becomes of likely duplicates"))
        if kind in _ASKING:
            add(
                "--undecided",
                choices=tuple(_UNDECIDED),
                default="skip",
                help=t("what becomes of names that are not clear"),
            )
        if kind == "registrations":
            add("--event", metavar="REF", help=t("which event the rows are about; else each names it"))
        add("--dry-run", action="store_true", help=t("only say what would happen"))


def import_list(kind: str, context: Context, options: Namespace) -> Answer:
    """Read a list, decide about every row, write what can be written as one step; exit 3 where rows were refused."""
    from clusterdesk.exchange.importing.plan import plan_import, run_import
    from clusterdesk.exchange.importing.verdicts import Verdict
    from clusterdesk.exchange.mapping.opened_list import open_list
    from clusterdesk.exchange.mapping.target import ImportKind
    from clusterdesk.exchange.reading.source import ReadOptions

    path = existing_file(options.file)
    store = context.desk.store
    opened = open_list(
        path,
        ImportKind(kind),
        options=ReadOptions(options.sheet, options.encoding, options.delimiter),
        header_line=options.header_row,
        mapping=import_mappings.mapping_meant(context, options.mapping, kind),
        about=_about(context, options),
    )
    context.progress(context.t("Looking at each row …"))
    plan = plan_import(store, opened)
    operation, decisions = None, {}
    if not options.dry_run:
        context.progress(context.t("Importing …"))
        decisions = _decisions(options, plan)
        operation = run_import(store, plan, decisions).changes.operation_id
        if options.save_mapping:
            import_mappings.keep(context, options.save_mapping, plan.opened.mapping)
    document = import_document(context, plan) | {
        "file": path.name,
        "dry_run": bool(options.dry_run),
        "operation": None if operation is None else str(operation),
    }
    left = _left_open(plan, decisions)
    notes = import_notes(context, plan) + ([undecided_note(context, left)] if left else [])
    refused = left or plan.counts[Verdict.REFUSED]
    return Answer(document, import_blocks(context, plan), notes, WITH_REFUSALS if refused else DONE)


def _left_open(plan: "ImportPlan", decisions: dict[int, "Decision"]) -> int:
    """Return how many rows were left out because it is not clear whom they name."""
    from clusterdesk.exchange.importing.verdicts import Decision, Verdict

    undecided = (row for row in plan.rows if row.verdict is Verdict.UNDECIDED)
    return sum(decisions.get(row.line, Decision.SKIP) not in (set(row.choices) - {Decision.SKIP}) for row in undecided)


def _decisions(options: Namespace, plan: "ImportPlan") -> dict[int, "Decision"]:
    """Return what was said about likely duplicates and about names that are not clear."""
    from clusterdesk.exchange.importing.verdicts import Decision, Verdict

    said = {Verdict.DUPLICATE: Decision(options.duplicates)}
    said[Verdict.UNDECIDED] = Decision(_UNDECIDED[getattr(options, "undecided", "skip")])
    return {row.line: said[row.verdict] for row in plan.rows if row.open}


def _about(context: Context, options: Namespace) -> UUID | None:
    """Return what all rows are about, where that was said."""
    named: str | None = getattr(options, "event", None)
    return references.target(context, named, "programme_event") if named else None
