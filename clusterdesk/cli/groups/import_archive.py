"""import archive: everything, as documented in docs/exchange-format.md."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.exit_codes import DONE, WITH_REFUSALS
from clusterdesk.cli.parser import Actions

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan


def add_kinds(actions: Actions, t: Translate) -> None:
    """Add the import of an archive."""
    archive = actions.add("archive", t("an archive: zip, .jsonl or folder"), import_archive)
    archive.wanted.add_argument("file", metavar=t("FILE"), help=t("file to read"))
    archive.options.add_argument("--dry-run", action="store_true", help=t("only say what would happen"))


def import_archive(context: Context, options: Namespace) -> Answer:
    """Take over an archive as one step; exit 3 where lines were refused."""
    from clusterdesk.exchange.archive import load

    path = existing_file(options.file)
    store = context.desk.store
    if options.dry_run:
        planned, operation = load.plan_archive(store, path), None
    else:
        back_up_first(context)
        context.progress(context.t("Importing …"))
        result = load.import_archive(store, path)
        planned, operation = result.output, result.changes.operation_id
    document: dict[str, Any] = {
        "file": planned.file,
        "dry_run": bool(options.dry_run),
        "counts": dict(planned.counts),
        "refused": [_refused(context, row) for row in planned.refused],
        "operation": None if operation is None else str(operation),
    }
    return Answer(document, _blocks(context, planned), code=WITH_REFUSALS if planned.refused else DONE)


def existing_file(text: str) -> Path:
    """Return the file that was named.

    Raises:
        KnownError: there is none.
    """
    path = Path(text).expanduser()
    if not path.exists():
        raise KnownError(
            "no_such_file",
            N_("There is no file {path}."),
            advice=N_("Check the name and the folder, and give the command again."),
            path=text,
        )
    return path


def back_up_first(context: Context) -> None:
    """Make the backup that goes before every import."""
    from clusterdesk.services import maintenance

    if context.settings.backups:
        maintenance.back_up_if_changed(context.desk.store, "import")


def _refused(context: Context, row: Any) -> dict[str, Any]:  # noqa: ANN401 - an ArchiveRow
    return {
        "file": row.file,
        "line": row.line,
        "record_type": row.record_type,
        "id": row.record_id,
        "errors": [{"key": one.key, "message": one.text(context.t)} for one in row.problems],
    }


def _blocks(context: Context, planned: "ArchivePlan") -> list[Table | Lines]:
    t, counts = context.t, planned.counts
    names = {"new": t("New"), "updated": t("Updated"), "unchanged": t("Unchanged"), "refused": t("Refused")}
    blocks: list[Table | Lines] = [
        Table([names[key] for key in names], [[str(counts.get(key, 0)) for key in names]], frozenset(range(4)))
    ]
    if planned.refused:
        rows = [
            [row.file, str(row.line), row.record_type, "; ".join(one.text(t) for one in row.problems)]
            for row in planned.refused
        ]
        blocks.append(Table([t("File"), t("Line"), t("Kind"), t("Reason")], rows, frozenset({1})))
    return blocks
