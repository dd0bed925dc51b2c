"""Who decides about the rows of each kind of list."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from clusterdesk.exchange.importing.coaching_rows import AdvicePlanner, FilePlanner, ProjectPlanner
from clusterdesk.exchange.importing.follow_up_rows import ActionPlanner, ResultPlanner, SessionPlanner
from clusterdesk.exchange.importing.hub_team_rows import HubTeamPlanner
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.organisation_rows import OrganisationPlanner
from clusterdesk.exchange.importing.people_rows import ContactPlanner, MembershipPlanner
from clusterdesk.exchange.importing.prospect_rows import ProspectPlanner
from clusterdesk.exchange.importing.registration_rows import RegistrationPlanner
from clusterdesk.exchange.importing.verdicts import RowPlan
from clusterdesk.exchange.importing.vote_rows import VotePlanner
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.mapping.target import ImportKind


class RowPlanner(Protocol):
    """What decides about the rows of a kind of list."""

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        ...


def planner_of(known: Known, opened: OpenedList, today: date) -> RowPlanner:
    """Return what decides about the rows of a list."""
    return _MAKERS[opened.mapping.kind](known, opened.mapping, today)


_MAKERS: Mapping[ImportKind, Callable[..., RowPlanner]] = {
    ImportKind.ORGANISATIONS: OrganisationPlanner,
    ImportKind.CONTACTS: ContactPlanner,
    ImportKind.MEMBERSHIPS: MembershipPlanner,
    ImportKind.PROJECTS: ProjectPlanner,
    ImportKind.FILES: FilePlanner,
    ImportKind.SESSIONS: SessionPlanner,
    ImportKind.ADVICE: AdvicePlanner,
    ImportKind.ACTIONS: ActionPlanner,
    ImportKind.RESULTS: ResultPlanner,
    ImportKind.HUB_TEAMS: HubTeamPlanner,
    ImportKind.REGISTRATIONS: RegistrationPlanner,
    ImportKind.VOTES: VotePlanner,
    ImportKind.PROSPECTS: ProspectPlanner,
}
