"""What the list and making an organisation ask the desk, in the desk's thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.filters import SaveFilter
from clusterdesk.domain.commands.organisations import AddOrganisation, TagOrganisations
from clusterdesk.domain.commands.sessions import PlanVisits
from clusterdesk.domain.duplicates import Match
from clusterdesk.domain.records.lists import SavedFilter, Tag
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def keep_filter(command: SaveFilter, desk: "Desk") -> OpResult[SavedFilter]:
    """Keep a filter under a name, or bring a kept one up to date.

    Raises:
        KnownError: the name is that of another one.
    """
    from clusterdesk.services.saved_filters import save_filter

    return save_filter(desk.store, command)


def tag(command: TagOrganisations, desk: "Desk") -> OpResult[int]:
    """Let organisations bear a tag."""
    from clusterdesk.services.tags import add_tag

    return add_tag(desk.store, command)


def plan_visits(command: PlanVisits, desk: "Desk") -> OpResult[tuple[Session, ...]]:
    """Plan a visit to each of several organisations."""
    from clusterdesk.services.visit_spreading import plan_visits as plan

    return plan(desk.store, command)


def known_tags(desk: "Desk") -> list[str]:
    """Return the names of all tags."""
    return sorted((tag.name for tag in desk.store.find(Tag)), key=str.casefold)


class Twins:
    """Asks the desk who may be the same."""

    def __init__(self, name: str, number: str) -> None:
        """Compare name and number."""
        self._name, self._number = name, number

    def __call__(self, desk: "Desk") -> Sequence[Match]:
        """Compare."""
        from clusterdesk.domain.identifiers import parse_enterprise_number
        from clusterdesk.services.duplicates import duplicates_of

        number = parse_enterprise_number(self._number).value if self._number.strip() else None
        return duplicates_of(desk.store, self._name, enterprise_number=number)


class AddIt:
    """Writes the organisation."""

    def __init__(self, command: AddOrganisation) -> None:
        """Take the command."""
        self._command = command

    def __call__(self, desk: "Desk") -> OpResult[Organisation]:
        """Write.

        Raises:
            KnownError: the number is mistyped, or belongs to another organisation.
        """
        from clusterdesk.services.organisations import add_organisation

        return add_organisation(desk.store, self._command)
