"""export: what goes out."""

from argparse import Namespace
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the kinds of export."""
    actions = parser.actions("what", t)
    archive = actions.add("archive", t("everything, as a zip of JSON Lines or one .jsonl"), export_archive)
    archive.wanted.add_argument("file", metavar=t("FILE"), help=t("file to write"))


def export_archive(context: Context, options: Namespace) -> Answer:
    """Write the binder as an archive."""
    from clusterdesk.exchange.archive.save import export_archive as save

    path = Path(options.file).expanduser()
    context.progress(context.t("Exporting …"))
    summary = save(context.desk.store, path)
    document = {
        "path": str(summary.path.absolute()),
        "counts": dict(summary.counts),
        "documents": summary.documents,
        "missing_documents": list(summary.missing_documents),
    }
    t = context.t
    rows = [[t(RECORD_TYPES[key].plural), str(count)] for key, count in summary.counts.items()]
    notes = (
        [
            t.n(
                "{n} document is missing from the binder’s folder.",
                "{n} documents are missing from the binder’s folder.",
                n=len(summary.missing_documents),
            )
        ]
        if summary.missing_documents
        else []
    )
    return Answer(document, [Table([t("Records"), t("Number")], rows, frozenset({1})), Lines([str(path)])], notes)
