"""Fields of an organisation whose saving checks more than their form: services called in the worker."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.organisations import PinSummary, SetEnterpriseNumber
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
