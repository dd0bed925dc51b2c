"""What the page of communication asks of the store, in the worker."""

from typing import TYPE_CHECKING

from clusterdesk.domain.views.communication import CommunicationPage

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(desk: "Desk") -> CommunicationPage:
    """Read all that was published, and the members."""
    from clusterdesk.services.communication import read_communication

    return read_communication(desk.store)
