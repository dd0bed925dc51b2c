"""Filters of the list of organisations: kept, brought up to date."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder


@dataclass(frozen=True, kw_only=True)
class SaveFilter(Command):
    """Keep a filter and an order under a name; ``filter_id`` is one that is to be as this one now."""

    LABEL: ClassVar[str] = N_("Save the filter · {name}")
    wanted: OrganisationFilter
    order: OrganisationOrder
    name: str = ""
    filter_id: UUID | None = None

    def label_values(self) -> Mapping[str, str]:
        """Name the filter."""
        return {"name": self.name}
