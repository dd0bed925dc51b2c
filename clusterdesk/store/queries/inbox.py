"""The quick notes that wait to be sorted; free of SQLAlchemy, for Today shows them first."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.views.inbox import WaitingNote
from clusterdesk.store.queries.organisation_sql import Family, Run

WAITING = "n.filed_on IS NULL AND n.deleted = 0"


def waiting_notes(run: Run, kin: Family, most: int) -> tuple[WaitingNote, ...]:
    """Return the notes that wait, the newest first."""
    statement = (
        f'{kin.prefix}SELECT n.id, n.text, n.kind, n."on", o.id, o.name, n.due_on FROM quick_note n'
        f" LEFT JOIN organisation o ON o.id = {kin.root('n.organisation_id')} AND o.deleted = 0"
        f' WHERE {WAITING} ORDER BY n."on" DESC, n.id DESC LIMIT :most'
    )
    return tuple(_note(row) for row in run(statement, {"most": most}))


def _note(row: Sequence[Any]) -> WaitingNote:
    one, text, kind, on, organisation_id, organisation, due = row
    return WaitingNote(
        UUID(bytes=one),
        text,
        CaptureKind(kind),
        date.fromisoformat(on),
        UUID(bytes=organisation_id) if organisation_id else None,
        organisation or "",
        date.fromisoformat(due) if due else None,
    )
