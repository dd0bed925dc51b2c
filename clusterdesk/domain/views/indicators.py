"""The indicators as of a day: how many, by year, provable, and what stands behind each number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.strategy.candidates import Because
from clusterdesk.domain.strategy.rules import CountingRules, IndicatorRules


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A result that counts, or nearly does.

    ``why`` says why it counts; ``missing`` what it lacks: to count, or – where it counts – to be provable.
    ``managers`` are the names of those who accompanied it; ``shared``: there are several, and nobody adds it up.
    """

    project_id: UUID | None
    project: str
    organisation_id: UUID | None
    organisation: str
    on: date
    result_id: UUID | None
    coaching_file_id: UUID | None
    evidence: int | None
    holds: bool
    manager_ids: tuple[UUID, ...]
    managers: tuple[str, ...]
    why: tuple[Because, ...]
    missing: tuple[Because, ...]

    @property
    def shared(self) -> bool:
        """Tell whether several account managers accompanied it."""
        return len(self.manager_ids) > 1

    @property
    def provable(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.missing

    @property
    def name(self) -> str:
        """Return what it is called: the project, else the organisation."""
        return self.project or self.organisation


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator; ``provisional`` are results that can only be dated later; ``per_year`` has every year."""

    rules: IndicatorRules
    counted: tuple[IndicatorLine, ...]
    nearly: tuple[IndicatorLine, ...]
    provisional: tuple[IndicatorLine, ...]
    per_year: Mapping[int, int]

    @property
    def total(self) -> int:
        """Return how many count."""
        return len(self.counted)

    @property
    def provable(self) -> int:
        """Return how many of them can be proved."""
        return sum(one.provable for one in self.counted)

    @property
    def still_holding(self) -> int:
        """Return how many of them still hold."""
        return sum(one.holds for one in self.counted)

    def of_manager(self, profile_id: UUID) -> tuple[IndicatorLine, ...]:
        """Return what an account manager may show on a page of their own; shared ones are never added up."""
        return tuple(one for one in self.counted if profile_id in one.manager_ids)


@dataclass(frozen=True, slots=True)
class IndicatorBoard:
    """All indicators as of a day, by a version of the rules."""

    as_of: date
    rules: CountingRules
    indicators: tuple[IndicatorView, ...]

    def of(self, key: str) -> IndicatorView | None:
        """Return an indicator by its key."""
        return next((one for one in self.indicators if one.rules.key == key), None)


@dataclass(frozen=True, slots=True)
class Restated:
    """What a later report changes in what an earlier one said of the years: by indicator and year, never 0."""

    earlier: date
    changes: Mapping[str, Mapping[int, int]]
