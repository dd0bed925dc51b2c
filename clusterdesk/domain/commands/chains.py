"""Value chains: who stands at which link."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.partial_date import PartialDate


@dataclass(frozen=True, kw_only=True)
class PlaceAtLink(Command):
    """Let an organisation stand at a link of a value chain."""

    LABEL: ClassVar[str] = N_("{name} at the link “{link}”")
    chain_link_id: UUID
    organisation_id: UUID
    remark: str = ""
    from_on: PartialDate | None = None
    name: str = ""
    link: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation and the link; the service fills them in."""
        return {"name": self.name, "link": self.link}
