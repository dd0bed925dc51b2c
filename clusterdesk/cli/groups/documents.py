"""document add, save and put-back: a file copied into the binder, a copy of it taken out, a lost one put back."""

from argparse import Namespace
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.cli import record_answers, record_options, references, writing
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions, Parser
from clusterdesk.domain.record_types import RECORD_TYPES

# What is not part of attaching a file is written right after it.
_AFTERWARDS = frozenset({"external_id", "recorded_on", "revoked_on"})


def add_from_file(parser: Parser, t: Translate) -> None:
    """Let a document be added from its file."""
    parser.options.add_argument("--file", metavar=t("FILE"), required=True, help=t("file to copy into the binder"))
    parser.set_defaults(handler=attach)


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what only documents have."""
    saving = actions.add("save", t("write a copy of a document into a folder"), save)
    saving.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    saving.options.add_argument("--output", metavar=t("DIR"), default=".", help=t("folder to write into"))
    putting = actions.add("put-back", t("put the file of a document, missing from the folder, back into it"), put_back)
    putting.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    putting.options.add_argument("--file", metavar=t("FILE"), required=True, help=t("the file as it was attached"))


def attach(context: Context, options: Namespace) -> Answer:
    """Copy a file into the binder."""
    from clusterdesk.domain.commands.documents import AttachDocument
    from clusterdesk.domain.commands.records import EditRecord
    from clusterdesk.services import documents, records

    kind, store = RECORD_TYPES["document"], context.desk.store
    fields = record_options.given_fields(context, kind, options)
    attached = {name: value for name, value in fields.items() if name not in _AFTERWARDS}
    command = AttachDocument(source=Path(options.file).expanduser(), **attached)
    document = documents.attach_document(store, command, limit_mb=context.settings.document_size_limit_mb).output
    others = {name: value for name, value in fields.items() if name in _AFTERWARDS}
    if others:
        records.edit_record(store, EditRecord(type_key=kind.key, record_id=document.id, values=others))
    return record_answers.added(context, kind, document.id)


def save(context: Context, options: Namespace) -> Answer:
    """Take a copy of a document out of the binder."""
    from clusterdesk.services import documents

    found = references.one(context, options.ref, ("document",))
    folder = Path(options.output).expanduser()
    with writing.told(folder):
        path = documents.copy_out(context.desk.store, found.id, folder)
    return Answer({"id": str(found.id), "path": str(path.absolute())}, [Lines([str(path)])])


def put_back(context: Context, options: Namespace) -> Answer:
    """Put the file of a document back."""
    from clusterdesk.services import documents

    found = references.one(context, options.ref, ("document",))
    limit = context.settings.document_size_limit_mb
    path = Path(options.file).expanduser()
    document = documents.put_back_file(context.desk.store, found.id, path, limit_mb=limit)
    line = context.t("The file is back: {name}", name=document.name)
    return Answer({"id": str(document.id), "name": document.name}, [Lines([line])])
