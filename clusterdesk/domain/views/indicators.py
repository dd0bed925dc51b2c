"""The indicators as of a day: how many, by year, provable, and what stands behind each number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from clusterdesk.domain.strategy.candidates import Because, Reason
from clusterdesk.domain.strategy.counting import Count, Counted
from clusterdesk.domain.strategy.facts import Key
from clusterdesk.domain.strategy.rules import CountingRules


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
    def lacks_only_validation(self) -> bool:
        """Tell whether a second person need only say yes."""
        return bool(self.missing) and all(one.reason is Reason.NOT_VALIDATED for one in self.missing)

    @property
    def name(self) -> str:
        """Return what it is called: the project, else the organisation."""
        return self.project or self.organisation


class IndicatorView:
    """An indicator: its numbers at once, its lines when they are asked for."""

    def __init__(self, count: Count, titles: Mapping[Key, str]) -> None:
        """Show a count with the names of projects, organisations and colleagues."""
        self.rules = count.rules
        self._count, self._titles = count, titles

    @property
    def total(self) -> int:
        """Return how many count."""
        return self._count.total

    @property
    def provable(self) -> int:
        """Return how many of them can be proved."""
        return self._count.provable

    @property
    def still_holding(self) -> int:
        """Return how many of them still hold."""
        return self._count.still_holding

    @property
    def per_year(self) -> Mapping[int, int]:
        """Return how many count in each year of the plan."""
        return self._count.per_year

    @cached_property
    def counted(self) -> tuple[IndicatorLine, ...]:
        """Return what counts, by day; ``missing`` says what it lacks to be provable."""
        return tuple(_line(one, one.unproved, self._titles) for one in self._count.counted)

    @cached_property
    def provisional(self) -> tuple[IndicatorLine, ...]:
        """Return results that can only be dated later."""
        return tuple(_line(one, one.candidate.missing, self._titles) for one in self._count.provisional)

    @cached_property
    def nearly(self) -> tuple[IndicatorLine, ...]:
        """Return what nearly counts; ``missing`` says what it lacks to count."""
        return tuple(_line(one, one.candidate.missing, self._titles) for one in self._count.nearly)

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


def _line(one: Counted, missing: Iterable[Because], titles: Mapping[Key, str]) -> IndicatorLine:
    found = one.candidate
    return IndicatorLine(
        project_id=_id(found.project),
        project=titles.get(found.project or b"", ""),
        organisation_id=_id(found.organisation),
        organisation=titles.get(found.organisation or b"", ""),
        on=found.on,
        result_id=_id(found.fact.key) if found.fact is not None else None,
        coaching_file_id=_id(found.file.key) if found.file is not None else None,
        evidence=one.evidence,
        holds=one.holds,
        manager_ids=tuple(UUID(bytes=who) for who in one.managers),
        managers=tuple(titles.get(who, "") for who in one.managers),
        why=tuple(_named(because, titles) for because in one.why),
        missing=tuple(_named(because, titles) for because in missing),
    )


def _named(because: Because, titles: Mapping[Key, str]) -> Because:
    """Put names in place of ids."""
    if not any(isinstance(value, bytes) for value in because.values.values()):
        return because
    values = {name: titles.get(one, "") if isinstance(one, bytes) else one for name, one in because.values.items()}
    return Because(because.reason, values)


def _id(key: Key | None) -> UUID | None:
    return UUID(bytes=key) if key is not None else None
