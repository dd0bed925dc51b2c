"""All kinds of lists by their key."""

from collections.abc import Mapping

from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget
from clusterdesk.exchange.mapping.targets.coaching import ADVICE, FILES, PROJECTS
from clusterdesk.exchange.mapping.targets.directory import HUB_TEAMS
from clusterdesk.exchange.mapping.targets.follow_up import ACTIONS, RESULTS, SESSIONS
from clusterdesk.exchange.mapping.targets.organisations import ORGANISATIONS
from clusterdesk.exchange.mapping.targets.people import CONTACTS, MEMBERSHIPS
from clusterdesk.exchange.mapping.targets.programme import REGISTRATIONS, VOTES
from clusterdesk.exchange.mapping.targets.prospects import PROSPECTS

TARGETS: Mapping[ImportKind, ImportTarget] = {
    target.kind: target
    for target in (
        ORGANISATIONS,
        CONTACTS,
        MEMBERSHIPS,
        PROJECTS,
        FILES,
        SESSIONS,
        ADVICE,
        ACTIONS,
        RESULTS,
        HUB_TEAMS,
        REGISTRATIONS,
        VOTES,
        PROSPECTS,
    )
}
