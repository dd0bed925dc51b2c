"""The rules of counting: what each indicator counts, once per what, and when a fact counts for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from clusterdesk.domain.coaching import MONTHS_AFTER_CLOSING
from clusterdesk.domain.employment.rules import DEFAULT as EMPLOYMENT
from clusterdesk.domain.employment.rules import Rules as EmploymentRules
from clusterdesk.domain.records.results import EvidenceLevel

REGION = ((1000, 1299),)


class Unit(StrEnum):
    """What is counted once over the plan."""

    PROJECT = "project"
    ORGANISATION = "organisation"


class Measure(StrEnum):
    """What an indicator counts."""

    INDUSTRIALISED = "industrialised"
    BREAK_EVEN = "break_even"
    JOB_GROWTH = "job_growth"
    NEW_PRODUCTION = "new_production"
    REFERRAL_MADE = "referral_made"
    REFERRAL_SUCCEEDED = "referral_succeeded"


# Referrals are counted one by one: no coaching file, no place, no evidence is asked of them.
REFERRALS = frozenset({Measure.REFERRAL_MADE, Measure.REFERRAL_SUCCEEDED})


class Validation(StrEnum):
    """Whether a second person must validate a fact before it is provable.

    ``required`` and ``recommended`` both ask for it: until then a fact counts, and is not provable. Where it is
    recommended that is a reminder; where it is required, no quarter is frozen before all that counts is validated.
    ``off`` leaves it to the evidence.
    """

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class IndicatorRules:
    """How one indicator is counted.

    ``months_after_closing``: how long after its file was closed a fact still counts, the same day included.
    ``region``: pairs of the first and last postcode, both included, where ``region_test`` is on. ``value_chains``: keys
    of the chains a project must be in one of, empty for all. ``employment`` judges the years of job growth. ``names``
    are those of the indicator by language.
    """

    key: str
    measure: Measure
    names: Mapping[str, str] = field(default_factory=dict)
    unit: Unit = Unit.PROJECT
    target: int | None = None
    start: date = date(2024, 1, 1)
    end: date = date(2028, 12, 31)
    months_after_closing: int = MONTHS_AFTER_CLOSING
    region_test: bool = True
    region: tuple[tuple[int, int], ...] = REGION
    evidence_level: EvidenceLevel = EvidenceLevel.ATTESTATION
    validation: Validation = Validation.RECOMMENDED
    value_chains: tuple[str, ...] = ()
    employment: EmploymentRules = field(default=EMPLOYMENT)

    def name_in(self, language: str) -> str:
        """Return the name in ``fr``, ``nl`` or ``en``, French where it is missing, else the key."""
        return self.names.get(language) or self.names.get("fr") or self.key

    @property
    def years(self) -> range:
        """Return the calendar years of the plan."""
        return range(self.start.year, self.end.year + 1)

    def in_plan(self, day: date) -> bool:
        """Tell whether a day lies within the plan, its first and last day included."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class CountingRules:
    """A rule set: its version, and the rules of each indicator in the order of the strategy."""

    version: str
    indicators: tuple[IndicatorRules, ...]

    def of(self, key: str) -> IndicatorRules | None:
        """Return the rules of an indicator."""
        return next((one for one in self.indicators if one.key == key), None)

    @property
    def region(self) -> tuple[tuple[int, int], ...]:
        """Return the Region of the cluster where no indicator is meant: that of new production, else of the first."""
        tested = [one for one in self.indicators if one.region_test]
        mine = next((one for one in tested if one.measure is Measure.NEW_PRODUCTION), None)
        return (mine or tested[0]).region if tested else REGION
