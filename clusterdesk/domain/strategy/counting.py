"""Counting: every indicator as of a day, each thing once, the order of entry irrelevant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.strategy.candidates import Because, Candidate, Reason, candidate_of
from clusterdesk.domain.strategy.facts import Facts, Handed, Key
from clusterdesk.domain.strategy.growth import growth_candidates
from clusterdesk.domain.strategy.holding import Lost, holds, lost_days
from clusterdesk.domain.strategy.production import production_candidate
from clusterdesk.domain.strategy.proving import what_proof_lacks
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import REFERRALS, CountingRules, IndicatorRules, Measure, Unit

_KINDS: Mapping[Measure, ResultKind] = MappingProxyType(
    {
        Measure.INDUSTRIALISED: ResultKind.INDUSTRIALISED,
        Measure.BREAK_EVEN: ResultKind.BREAK_EVEN_REACHED,
        Measure.NEW_PRODUCTION: ResultKind.PRODUCTION_STARTED,
    }
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What counts, or nearly does: the fact, what its proof lacks, whether it still holds, and who accompanied it."""

    candidate: Candidate
    why: tuple[Because, ...]
    evidence: int | None
    unproved: tuple[Because, ...]
    holds: bool
    managers: tuple[Key, ...]

    @property
    def provable(self) -> bool:
        """Tell whether nothing lacks to prove it."""
        return not self.unproved

    @property
    def shared(self) -> bool:
        """Tell whether several account managers accompanied it: each may show it, nobody adds it up."""
        return len(self.managers) > 1


class Count:
    """An indicator as of a day: the numbers at once, what stands behind them when it is asked for."""

    def __init__(
        self, reading: Reading, rules: IndicatorRules, kept: list[Candidate], near: list[Candidate], lost: Lost
    ) -> None:
        """Keep what counts, and what lacks something and is of no unit that counts."""
        self.rules = rules
        self._reading, self._kept, self._near, self._lost = reading, kept, near, lost

    @property
    def total(self) -> int:
        """Return how many count."""
        return len(self._kept)

    @cached_property
    def provable(self) -> int:
        """Return how many of them can be proved."""
        if self.rules.measure in REFERRALS:
            return self.total
        return sum(not what_proof_lacks(self._reading, one, self.rules)[1] for one in self._kept)

    @cached_property
    def still_holding(self) -> int:
        """Return how many of them still hold."""
        return sum(self._holds(one) for one in self._kept)

    @cached_property
    def per_year(self) -> dict[int, int]:
        """Return how many count in each year of the plan."""
        years = dict.fromkeys(self.rules.years, 0)
        for one in self._kept:
            years[one.on.year] += 1
        return years

    @cached_property
    def counted(self) -> tuple[Counted, ...]:
        """Return what counts, by day."""
        return tuple(map(self._counted, self._kept))

    @cached_property
    def provisional(self) -> tuple[Counted, ...]:
        """Return what lacks nothing but the end of the year."""
        return tuple(self._counted(one) for one in self._nearest if _is_provisional(one))

    @cached_property
    def nearly(self) -> tuple[Counted, ...]:
        """Return what lacks something else, the nearest of each unit."""
        return tuple(self._counted(one) for one in self._nearest if not _is_provisional(one))

    @cached_property
    def _nearest(self) -> list[Candidate]:
        best: dict[Key, Candidate] = {}
        for one in map(Candidate.complete, self._near):
            unit = _unit(one, self.rules)
            known = best.get(unit)
            if known is None or (len(one.missing), -one.on.toordinal()) < (len(known.missing), -known.on.toordinal()):
                best[unit] = one
        return sorted(best.values(), key=lambda found: (found.on, _unit(found, self.rules)))

    def _holds(self, one: Candidate) -> bool:
        return self.rules.measure in REFERRALS or holds(self._reading, one, self.rules.measure, self._lost)

    def _counted(self, one: Candidate) -> Counted:
        reading, rules = self._reading, self.rules
        if rules.measure in REFERRALS:
            return Counted(one, tuple(one.why), None, (), holds=True, managers=())
        level, unproved = what_proof_lacks(reading, one, rules)
        files = reading.of_project.get(one.project, []) if one.project is not None else []
        managers = reading.managers([one.file, *files] if one.file is not None else files)
        return Counted(one, _why(one, rules), level, unproved, self._holds(one), managers)


def count_all(facts: Facts, rules: CountingRules) -> tuple[Count, ...]:
    """Count every indicator of a rule set, as of the day of the facts."""
    reading = Reading(facts)
    lost = lost_days(reading)
    return tuple(_count(reading, one, lost) for one in rules.indicators)


def _count(reading: Reading, rules: IndicatorRules, lost: Lost) -> Count:
    kept: list[Candidate] = []
    near: list[Candidate] = []
    units: set[Key] = set()
    figures: set[Key] = set()
    whole: list[Candidate] = []
    for one in _candidates(reading, rules):
        (near if one.missing else whole).append(one)
    for one in sorted(whole, key=lambda found: _order(reading, found)):
        unit = _unit(one, rules)
        if unit in units or (one.figures is not None and one.figures in figures):
            continue
        units.add(unit)
        if one.figures is not None:
            figures.add(one.figures)
        kept.append(one)
    left = [one for one in near if _unit(one, rules) not in units and (one.figures or b"") not in figures]
    return Count(reading, rules, kept, left, lost)


def _is_provisional(one: Candidate) -> bool:
    return one.provisional and len(one.missing) == 1


def _order(reading: Reading, one: Candidate) -> tuple[date, int, bool, Key, Key, Key]:
    """Return the order of candidates: the day; of one day, what is proved best; then what never changes."""
    fact = one.fact
    if fact is None:
        return one.on, 1, True, one.project or b"", one.organisation or b"", b""
    proof = reading.facts.proofs.get(fact.key)
    level = proof.level if proof is not None and proof.level is not None else -1
    return one.on, -level, not fact.validated, one.project or b"", one.organisation or b"", fact.key


def _unit(one: Candidate, rules: IndicatorRules) -> Key:
    """Return what is counted once: the project or the organisation; a referral is its own."""
    first, other = (one.project, one.organisation) if rules.unit is Unit.PROJECT else (one.organisation, one.project)
    if rules.measure in REFERRALS:
        return one.figures or b""
    return first or other or (one.fact.key if one.fact is not None else b"")


def _candidates(reading: Reading, rules: IndicatorRules) -> Iterator[Candidate]:
    measure = rules.measure
    if measure is Measure.JOB_GROWTH:
        yield from growth_candidates(reading, rules)
        return
    if measure not in _KINDS:
        for referral in reading.facts.referrals:
            yield _referral(reading, referral, rules)
        return
    kind = _KINDS[measure].value
    read = production_candidate if measure is Measure.NEW_PRODUCTION else candidate_of
    for fact in reading.facts.facts:
        if fact.kind == kind:
            yield read(reading, fact, rules)


def _referral(reading: Reading, one: Handed, rules: IndicatorRules) -> Candidate:
    made = rules.measure is Measure.REFERRAL_MADE
    on = one.made if made else one.succeeded or one.made
    found = Candidate(on, one.project, reading.root(one.organisation), figures=one.key)
    if not rules.in_plan(on):
        found.missing.append(Because(Reason.OUTSIDE_PLAN, {"start": rules.start, "end": rules.end}))
    if made:
        found.why.append(Because(Reason.HANDED_OVER, {"on": on}))
    elif one.succeeded is not None:
        found.why.append(Because(Reason.OUTCOME, {"on": on}))
    else:
        found.missing.append(Because(Reason.CLOSED_WITHOUT_OUTCOME if one.closed else Reason.NOT_SUCCEEDED))
    return found


def _why(one: Candidate, rules: IndicatorRules) -> tuple[Because, ...]:
    """Return why it counts: the fact, what it was found by, the coaching, the place."""
    found = list(one.why)
    if one.fact is not None:
        found.insert(0, Because(Reason.FACT, {"measure": rules.measure, "on": one.on}))
    if one.file is not None and one.file.first_action is not None:
        values = {"first_action": one.file.first_action, "closed": one.file.closed}
        found.append(Because(Reason.ATTRIBUTED, values))
    if rules.region_test and not any(lack.reason is Reason.OUTSIDE_REGION for lack in one.missing):
        found.append(Because(Reason.IN_REGION, {"on": one.on}))
    return tuple(found)
