"""What the value chains ask of the store, in the worker."""

from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.chains import PlaceAtLink
from clusterdesk.domain.records.chains import ChainActor
from clusterdesk.domain.views.chains import ChainView

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_chains(desk: "Desk") -> tuple[ChainView, ...]:
    """Read all chains."""
    from clusterdesk.services import chains

    return chains.read_chains(desk.store)


def place(command: PlaceAtLink, desk: "Desk") -> OpResult[ChainActor]:
    """Let an organisation stand at a link."""
    from clusterdesk.services import chains

    return chains.place_at_link(desk.store, command)
