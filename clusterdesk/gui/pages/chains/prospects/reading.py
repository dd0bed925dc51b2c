"""What prospects ask of the store, in the worker."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.prospects import EraseProspectPerson, JoinProspect, MoveProspect, TakeProspects
from clusterdesk.domain.duplicates import Match
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.prospects import Prospect, ProspectStep
from clusterdesk.domain.views.prospects import ProspectList

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(desk: "Desk") -> ProspectList:
    """Read all prospects."""
    from clusterdesk.services.prospects import read_prospects

    return read_prospects(desk.store)


def move(command: MoveProspect, desk: "Desk") -> OpResult[ProspectStep]:
    """Let a prospect reach a state."""
    from clusterdesk.services import prospects

    return prospects.move_prospect(desk.store, command)


def take(command: TakeProspects, desk: "Desk") -> OpResult[tuple[Prospect, ...]]:
    """Take prospects over."""
    from clusterdesk.services import prospects

    return prospects.take_prospects(desk.store, command)


def erase(command: EraseProspectPerson, desk: "Desk") -> OpResult[Prospect]:
    """Erase the contact person of a prospect."""
    from clusterdesk.services import prospects

    return prospects.erase_prospect_person(desk.store, command)


def alike(prospect_id: UUID, desk: "Desk") -> list[Match]:
    """Read which organisations a prospect may be already."""
    from clusterdesk.services import prospects

    return prospects.alike(desk.store, desk.store.get(Prospect, prospect_id))


def join(command: JoinProspect, desk: "Desk") -> OpResult[Organisation]:
    """Let a prospect join."""
    from clusterdesk.services import prospect_joining

    return prospect_joining.join_prospect(desk.store, command)
