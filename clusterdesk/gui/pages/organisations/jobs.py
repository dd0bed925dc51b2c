"""What making an organisation asks the desk, in the desk's thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.organisations import AddOrganisation
from clusterdesk.domain.duplicates import Match
from clusterdesk.domain.records.organisations import Organisation

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


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
