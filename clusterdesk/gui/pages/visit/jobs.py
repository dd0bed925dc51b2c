"""What visit mode asks of the store."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.gui.pages.session import loading

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def agree_on(session_id: UUID, day: date, desk: "Desk") -> OpResult[Record]:
    """Say when the next step is."""
    from clusterdesk.services.records import edit_record

    command = EditRecord(type_key="session", record_id=session_id, values={"next_step_on": day})
    return edit_record(desk.store, command)


def confirm(session_id: UUID, now: datetime, desk: "Desk") -> OpResult[Session]:
    """Close the session as it was written; one that was held already only stays as it is."""
    from clusterdesk.domain.op_changes import OpChanges

    session = desk.store.get(Session, session_id)
    if session.state is not SessionState.PLANNED:
        return OpResult(session, OpChanges())
    return loading.finish(session_id, now, desk)
