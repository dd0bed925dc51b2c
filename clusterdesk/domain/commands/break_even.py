"""Break-even: what-ifs that are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.base import Visibility


@dataclass(frozen=True, kw_only=True)
class KeepScenario(Command):
    """Keep a what-if as it is, dated, to be compared later with what then happened."""

    LABEL: ClassVar[str] = N_("Scenario kept · {name}")
    ledger_id: UUID
    name: str
    given: Assumptions
    on: date | None = None
    remark: str = ""
    visibility: Visibility = Visibility.INTERNAL

    def label_values(self) -> Mapping[str, str]:
        """Name the scenario."""
        return {"name": self.name}
