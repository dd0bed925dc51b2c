"""Counting: every indicator as of a day, each thing once, the order of entry irrelevant."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.strategy.candidates import Because, Candidate, Reason, candidate_of
from clusterdesk.domain.strategy.facts import Fact, Facts, Handed, Key
from clusterdesk.domain.strategy.growth import growth_candidates
from clusterdesk.domain.strategy.production import production_candidate
from clusterdesk.domain.strategy.proving import what_proof_lacks
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import CountingRules, IndicatorRules, Measure, Unit

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


@dataclass(frozen=True, slots=True)
class Count:
    """An indicator as of a day; ``nearly`` is what lacks something, ``provisional`` what can only be dated later."""

    rules: IndicatorRules
    day: date
    counted: tuple[Counted, ...]
    nearly: tuple[Counted, ...]
    provisional: tuple[Counted, ...]

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

    @property
    def per_year(self) -> dict[int, int]:
        """Return how many count in each year of the plan."""
        years = dict.fromkeys(self.rules.years, 0)
        for one in self.counted:
            years[one.candidate.on.year] += 1
        return years


def count_all(facts: Facts, rules: CountingRules) -> tuple[Count, ...]:
    """Count every indicator of a rule set, as of the day of the facts."""
    reading = Reading(facts)
    lost = _lost(reading)
    return tuple(_count(reading, one, lost) for one in rules.indicators)


type _Lost = Mapping[Key, list[date]]


def _count(reading: Reading, rules: IndicatorRules, lost: _Lost) -> Count:
    kept: list[Candidate] = []
    near: list[Candidate] = []
    units: set[Key] = set()
    figures: set[Key] = set()
    for one in sorted(_candidates(reading, rules), key=lambda found: _order(reading, found)):
        unit = _unit(one, rules)
        if unit in units or (one.figures is not None and one.figures in figures):
            continue
        if one.missing:
            near.append(one)
            continue
        units.add(unit)
        if one.figures is not None:
            figures.add(one.figures)
        kept.append(one)
    near = [one for one in near if _unit(one, rules) not in units and (one.figures or b"") not in figures]
    soon, nearly = _split(near, rules)
    return Count(
        rules,
        reading.day,
        *(tuple(_counted(reading, one, rules, lost) for one in found) for found in (kept, nearly, soon)),
    )


def _order(reading: Reading, one: Candidate) -> tuple[date, int, bool, Key, Key, Key]:
    """Return the order of candidates: the day; of one day, what is proved best; then what never changes."""
    fact = one.fact
    if fact is None:
        return one.on, 1, True, one.project or b"", one.organisation or b"", b""
    proof = reading.facts.proofs.get(fact.key)
    level = proof.level if proof is not None and proof.level is not None else -1
    return one.on, -level, not fact.validated, one.project or b"", one.organisation or b"", fact.key


def _split(near: Iterable[Candidate], rules: IndicatorRules) -> tuple[list[Candidate], list[Candidate]]:
    """Return what lacks nothing but the end of the year, and of the rest the nearest of each unit."""
    best: dict[Key, Candidate] = {}
    for one in near:
        unit = _unit(one, rules)
        known = best.get(unit)
        if known is None or (len(one.missing), -one.on.toordinal()) < (len(known.missing), -known.on.toordinal()):
            best[unit] = one
    chosen = sorted(best.values(), key=lambda found: (found.on, _unit(found, rules)))
    soon = [one for one in chosen if one.provisional and len(one.missing) == 1]
    return soon, [one for one in chosen if one not in soon]


def _unit(one: Candidate, rules: IndicatorRules) -> Key:
    """Return what is counted once: the project or the organisation; a referral is its own."""
    first, other = (one.project, one.organisation) if rules.unit is Unit.PROJECT else (one.organisation, one.project)
    if rules.measure in (Measure.REFERRAL_MADE, Measure.REFERRAL_SUCCEEDED):
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


def _counted(reading: Reading, one: Candidate, rules: IndicatorRules, lost: _Lost) -> Counted:
    if rules.measure in (Measure.REFERRAL_MADE, Measure.REFERRAL_SUCCEEDED):
        return Counted(one, None, (), holds=True, managers=())
    level, unproved = what_proof_lacks(reading, one, rules)
    files = reading.of_project.get(one.project, []) if one.project is not None else []
    managers = reading.managers([one.file, *files] if one.file is not None else files)
    _add_why(one, rules)
    return Counted(one, level, unproved, _holds(reading, one, rules, lost), managers)


def _add_why(one: Candidate, rules: IndicatorRules) -> None:
    if one.fact is not None:
        one.why.insert(0, Because(Reason.FACT, {"measure": rules.measure, "on": one.on}))
    if one.file is not None and one.file.first_action is not None:
        values = {"first_action": one.file.first_action, "closed": one.file.closed}
        one.why.append(Because(Reason.ATTRIBUTED, values))
    if rules.region_test and not any(lack.reason is Reason.OUTSIDE_REGION for lack in one.missing):
        one.why.append(Because(Reason.IN_REGION, {"on": one.on}))


def _holds(reading: Reading, one: Candidate, rules: IndicatorRules, lost: _Lost) -> bool:
    if one.organisation is not None and reading.is_gone(one.organisation):
        return False
    if rules.measure is Measure.JOB_GROWTH:
        return not one.fallen
    if rules.measure is not Measure.BREAK_EVEN:
        return True
    ends = [*lost.get(one.project or b"", ()), *lost.get(one.organisation or b"", ())]
    ended = max((day for day in ends if day > one.on), default=None)
    return ended is None or _reached_again(reading, one, ended)


def _reached_again(reading: Reading, one: Candidate, ended: date) -> bool:
    reached = (fact for fact in reading.facts.facts if fact.kind == ResultKind.BREAK_EVEN_REACHED and fact.on > ended)
    return any(_is_of(reading, fact, one) for fact in reached)


def _is_of(reading: Reading, fact: Fact, one: Candidate) -> bool:
    if fact.project is not None and one.project is not None:
        return fact.project == one.project
    return fact.organisation is not None and reading.root(fact.organisation) == one.organisation


def _lost(reading: Reading) -> _Lost:
    """Return the days on which break-even was lost, by project; by organisation where no project is named."""
    found: dict[Key, list[date]] = {}
    for fact in reading.facts.facts:
        if fact.kind != ResultKind.BREAK_EVEN_LOST:
            continue
        project = fact.project
        if project is None and fact.file is not None and fact.file in reading.files:
            project = reading.files[fact.file].project
        key = project or (reading.root(fact.organisation) if fact.organisation is not None else None)
        if key is not None:
            found.setdefault(key, []).append(fact.on)
    return found
