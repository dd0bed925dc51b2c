"""Answers that several record commands give."""

from uuid import UUID

from clusterdesk.cli import record_shapes, told
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.domain.record_types import RecordType


def added(context: Context, kind: RecordType, record_id: UUID) -> Answer:
    """Return the answer after a record was added: the id alone on standard output."""
    record = context.desk.store.get(kind.cls, record_id)
    titles = record_shapes.titles_for(context, [record])
    title = told.title(context, kind.key, titles[record.id])
    note = context.t("Added: {type_label} “{title}”.", type_label=context.t(kind.label), title=title)
    document = {"record_type": kind.key, "id": str(record.id), "record": record_shapes.document(record, titles)}
    return Answer(document, [Lines([str(record.id)])], [note])
