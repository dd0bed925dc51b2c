"""The strategy as people read and edit it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.strategy import (
    BoardFreeze,
    BoardRemark,
    Indicator,
    IndicatorYear,
    OperationalObjective,
    PlanItem,
    RuleSet,
    StrategicObjective,
)


@dataclass(frozen=True, slots=True)
class StrategyDesk:
    """Everything the strategy consists of, each in its order, with the lists its fields choose from."""

    objectives: tuple[StrategicObjective, ...] = ()
    operational: tuple[OperationalObjective, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    years: tuple[IndicatorYear, ...] = ()
    plan: tuple[PlanItem, ...] = ()
    rule_sets: tuple[RuleSet, ...] = ()
    profiles: tuple[Profile, ...] = ()
    remarks: tuple[BoardRemark, ...] = ()
    freezes: tuple[BoardFreeze, ...] = ()
    organisations: tuple[tuple[UUID, str], ...] = ()

    def years_of(self, indicator_id: UUID) -> tuple[IndicatorYear, ...]:
        """Return the yearly plan of an indicator, by year."""
        own = (one for one in self.years if one.indicator_id == indicator_id)
        return tuple(sorted(own, key=lambda one: one.year))

    def plan_years(self) -> tuple[int, ...]:
        """Return the years the action plan has points of."""
        return tuple(sorted({one.year for one in self.plan}))

    def rules_on(self, day: date) -> RuleSet | None:
        """Return the rules in force on a day: those valid last, of these the highest version."""
        valid = [one for one in self.rule_sets if one.valid_from <= day]
        return max(valid, key=lambda one: (one.valid_from, one.version), default=None)


@dataclass(frozen=True, slots=True)
class StrategyImport:
    """What an import of a strategy does, by the names of what it adds, changes and puts into the bin.

    ``rules``: the version of the rules that it brings, None where the rules stay as they are.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    indicators: int = field(default=0)
    rules: RuleSet | None = None

    @property
    def is_nothing(self) -> bool:
        """Tell whether the binder says the same already."""
        return not (self.added or self.changed or self.removed or self.rules)
