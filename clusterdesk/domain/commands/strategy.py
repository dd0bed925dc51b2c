"""The strategy of a cluster as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class ImportStrategy(Command):
    """Put the strategy of a file in the place of the present one; ``text`` is the file, ``name`` what it is called."""

    LABEL: ClassVar[str] = N_("Import of a strategy · {title}")
    text: str
    name: str

    def label_values(self) -> Mapping[str, str]:
        """Name the file."""
        return {"title": self.name}


@dataclass(frozen=True, kw_only=True)
class ChangeRules(Command):
    """Let results be counted by other rules from a day on, as the next version of the rules.

    ``parameters`` is TOML whose keys change those of the present version; ``owner`` and ``reason`` say who wants it
    and why. ``version`` is filled in.
    """

    LABEL: ClassVar[str] = N_("Rules of counting, version {version}")
    parameters: str
    valid_from: date
    owner: str
    reason: str
    version: int = 0

    def label_values(self) -> Mapping[str, str]:
        """Name the version."""
        return {"version": str(self.version)}


@dataclass(frozen=True, kw_only=True)
class PlanYear(Command):
    """Say how much of an indicator is to be reached by the end of a year; None takes the year out of its plan."""

    LABEL: ClassVar[str] = N_("Plan of {year} · {title}")
    indicator_id: UUID
    year: int
    expected: Decimal | None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the year and the indicator."""
        return {"year": str(self.year), "title": self.title}


@dataclass(frozen=True, kw_only=True)
class FreezeQuarter(Command):
    """Keep the numbers of a quarter (``2026-Q3``) as they stand; ``by`` is who does so, else the user."""

    LABEL: ClassVar[str] = N_("Quarter frozen · {title}")
    period: str
    by: str = ""
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the quarter."""
        return {"title": self.title}
