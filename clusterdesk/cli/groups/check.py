"""check: the file, the links between records, the journal against the tables, and the files of documents."""

from argparse import Namespace
from typing import Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines, Pairs
from clusterdesk.cli.context import Context
from clusterdesk.cli.exit_codes import KNOWN_ERROR
from clusterdesk.cli.parser import Parser

_MESSAGE = N_("The check of the binder found {count} problems.")
_SAFE = N_("Nothing was changed by the check. Backups are kept in the folder of the binder.")
_ADVICE = N_("Make a copy of the folder, then restore the newest sound backup: clusterdesk backup list.")

_FILES_ADVICE = N_(
    "Put the files back from a copy of the folder, or attach them again: clusterdesk health document-file lists them."
)


def build(parser: Parser, t: Translate, name: str) -> None:
    """There is nothing to add."""
    parser.set_defaults(handler=check)


def check(context: Context, options: Namespace) -> Answer:
    """Check the binder; exit 1 where something is wrong."""
    try:
        desk = context.desk
    except KnownError as error:
        if error.code != "binder_damaged":
            raise
        return _damaged(context, error)
    from clusterdesk.services import maintenance

    context.progress(context.t("Checking …"))
    report = maintenance.check(desk.store)
    document: dict[str, Any] = {
        "ok": report.ok,
        "integrity": report.integrity,
        "foreign_keys": "ok" if not report.foreign_keys else "broken",
        "journal": report.journal,
        "documents": "ok" if not report.documents else "missing",
        "problems": list(report.problems),
    }
    t = context.t
    if report.ok:
        return Answer(document, [Lines([t("Everything is in order.")])])
    advice = _FILES_ADVICE if report.database_sound else _ADVICE
    failed = KnownError("check_failed", _MESSAGE, safe=_SAFE, advice=advice, count=len(report.problems))
    rows = [
        (t("File"), report.integrity),
        (t("Links"), str(document["foreign_keys"])),
        (t("Journal"), report.journal),
        (t("Documents"), str(document["documents"])),
    ]
    return _failed(context, document, failed, [Pairs(rows), Lines(list(report.problems))])


def _damaged(context: Context, error: KnownError) -> Answer:
    document = {
        "ok": False,
        "integrity": "damaged",
        "foreign_keys": "unknown",
        "journal": "unknown",
        "documents": "unknown",
        "problems": [str(error)],
    }
    return _failed(context, document, error, [])


def _failed(context: Context, document: dict[str, Any], error: KnownError, blocks: list[Pairs | Lines]) -> Answer:
    texts = error.texts(context.t)
    for line in (texts.message, texts.safe, texts.advice):
        context.output.say(line)
    document["error"] = {"code": error.code, "message": texts.message, "safe": texts.safe, "advice": texts.advice}
    return Answer(document, blocks, code=KNOWN_ERROR)
