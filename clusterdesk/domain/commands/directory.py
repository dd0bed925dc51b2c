"""The directory of receiving teams."""

from dataclasses import dataclass
from typing import ClassVar

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class BinExampleTeams(Command):
    """Put the teams that only show how one is filled in into the bin."""

    LABEL: ClassVar[str] = N_("Example teams to the bin")
