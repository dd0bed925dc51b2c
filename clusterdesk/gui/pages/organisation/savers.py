"""Fields of an organisation whose saving checks more than their form: services called in the worker."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.contacts import MakeMainContact
from clusterdesk.domain.commands.organisations import PinSummary, SetEnterpriseNumber
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.base import Record

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def save_number(desk: "Desk", organisation_id: UUID, number: str | None) -> OpResult[Record]:
    """Complete the enterprise number; one that belongs to another organisation is refused."""
    from clusterdesk.services.organisations import set_enterprise_number

    result = set_enterprise_number(
        desk.store, SetEnterpriseNumber(organisation_id=organisation_id, number=number or "")
    )
    return OpResult(result.output, result.changes)


def save_summary(desk: "Desk", organisation_id: UUID, text: str) -> OpResult[Record]:
    """Pin the summary; more than fits on the visit sheet is refused."""
    from clusterdesk.services.organisations import pin_summary

    result = pin_summary(desk.store, PinSummary(organisation_id=organisation_id, text=text))
    return OpResult(result.output, result.changes)


def save_main(desk: "Desk", role_id: UUID, main: bool) -> OpResult[Record]:
    """Make a person the one to ring first: whoever it was before is no more."""
    from clusterdesk.services.contacts import make_main_contact
    from clusterdesk.services.records import edit_record

    if not main:
        return edit_record(desk.store, EditRecord(type_key="contact_role", record_id=role_id, values={"main": False}))
    result = make_main_contact(desk.store, MakeMainContact(role_id=role_id))
    return OpResult(result.output, result.changes)
