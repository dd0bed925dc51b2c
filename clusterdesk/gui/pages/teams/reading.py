"""What the directory of receiving teams asks of the store, in the worker."""

from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.directory import BinExampleTeams
from clusterdesk.domain.views.hub_teams import Directory

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(desk: "Desk") -> Directory:
    """Read all teams."""
    from clusterdesk.services.hub_teams import read_directory

    return read_directory(desk.store)


def bin_examples(desk: "Desk") -> OpResult[int]:
    """Put the examples into the bin."""
    from clusterdesk.services import hub_teams

    return hub_teams.bin_examples(desk.store, BinExampleTeams())
