"""How rows are put right: services called in the worker, by ``functools.partial``."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.employment import NoteHeadcount
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.organisations import ContactPoint
from clusterdesk.domain.records.results import Document
from clusterdesk.gui.forms.points import kind_of_point, read_point

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def set_field(type_key: str, name: str, record_id: UUID, value: Any, desk: "Desk") -> OpResult[Record]:  # noqa: ANN401
    """Give one field of a record a value."""
    from clusterdesk.services.records import edit_record

    return edit_record(desk.store, EditRecord(type_key=type_key, record_id=record_id, values={name: value}))


def set_number(organisation_id: UUID, value: str, desk: "Desk") -> OpResult[Record]:
    """Complete an enterprise number; one that belongs to another organisation is refused."""
    from clusterdesk.gui.pages.organisation.savers import save_number

    return save_number(desk, organisation_id, value)


def attach_session(file_id: UUID, session_id: UUID, desk: "Desk") -> OpResult[Record]:
    """Make a session that was held an action of a file."""
    return set_field("session", "coaching_file_id", session_id, file_id, desk)


def add_reach(contact_id: UUID, text: str, desk: "Desk") -> OpResult[Record]:
    """Note a phone or mail address of a person."""
    from clusterdesk.services.records import add_record

    kind = kind_of_point(text)
    point = ContactPoint(contact_id=contact_id, kind=kind, value=read_point(kind, text))
    return add_record(desk.store, AddRecord(record=point))


def note_staff(on: date, organisation_id: UUID, fte: Decimal, desk: "Desk") -> OpResult[Headcount]:
    """Note the staff of an organisation on a day."""
    from clusterdesk.services.headcounts import note_headcount

    return note_headcount(desk.store, NoteHeadcount(organisation_id=organisation_id, on=on, fte=fte))


def put_back_file(document_id: UUID, path: Path, desk: "Desk") -> Document:
    """Put the file of a document back into the folder of the binder."""
    from clusterdesk.services.documents import put_back_file as put_back

    return put_back(desk.store, document_id, path, limit_mb=desk.settings.document_size_limit_mb)
