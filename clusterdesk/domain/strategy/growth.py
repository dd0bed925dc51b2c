"""Job growth: computed from the head counts, whether or not a person confirmed it.

Files of one organisation whose times of attribution join are one accompaniment: it begins with the earliest coaching
action, and growth is measured from the head count of that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.judging import Case, Judgement, judge
from clusterdesk.domain.employment.years import Year, YearState, last_day
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.strategy.candidates import (
    Because,
    Candidate,
    Reason,
    candidate_of,
    check_chains,
    check_plan,
    check_region,
    unattributed,
)
from clusterdesk.domain.strategy.facts import Fact, File, Key, Staff
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import IndicatorRules, Unit

# Growth that is at least this part of what is needed nearly counts.
_NEARLY = Decimal("0.5")


@dataclass(slots=True)
class _Series:
    """The head counts of an organisation and of those merged into it, or of one project."""

    organisation: Key
    project: Key | None
    parts: list[Staff]

    @property
    def figures(self) -> Key:
        return self.project or self.organisation

    def may_grow(self, rules: IndicatorRules, baselines: Iterable[Decimal]) -> bool:
        """Tell, without reading a head count, whether enough growth is possible at all."""
        least = min((one.least for one in self.parts), default=Decimal(0))
        most = max((one.most for one in self.parts), default=Decimal(0))
        return most - min((least, *baselines)) >= rules.employment.growth * _NEARLY

    def counts(self) -> tuple[Count, ...]:
        return tuple(count for part in self.parts for count in part.counts())


def growth_candidates(reading: Reading, rules: IndicatorRules) -> Iterator[Candidate]:
    """Give what might count: the years that qualify or nearly do, and what a person confirmed without head counts."""
    confirmed = _confirmed(reading)
    used: set[Key] = set()
    for series in _all_series(reading):
        for span in _spans(reading, _files(reading, series, rules), rules):
            for found in _judged(reading, series, span, rules):
                _join(reading, found, confirmed, used)
                yield found
    for fact in reading.facts.facts:
        if fact.kind == ResultKind.JOB_GROWTH and fact.key not in used:
            yield _by_hand(reading, fact, rules)


def _by_hand(reading: Reading, fact: Fact, rules: IndicatorRules) -> Candidate:
    found = candidate_of(reading, fact, rules, on=last_day(fact.on.year))
    found.figures = found.organisation
    if found.on > reading.day:
        found.provisional = True
        found.missing.append(Because(Reason.YEAR_RUNNING, {"year": found.on.year}))
    return found


def _confirmed(reading: Reading) -> dict[tuple[Key | None, int], list[Fact]]:
    """Return the confirmed results by organisation and year."""
    found: dict[tuple[Key | None, int], list[Fact]] = defaultdict(list)
    for fact in reading.facts.facts:
        if fact.kind == ResultKind.JOB_GROWTH:
            owner = reading.root(fact.organisation) if fact.organisation is not None else None
            if owner is None and fact.project is not None:
                owner = reading.holder.get(fact.project)
            if owner is None and fact.file is not None and fact.file in reading.files:
                owner = reading.holder.get(reading.files[fact.file].project)
            found[owner, fact.on.year].append(fact)
    return found


def _join(
    reading: Reading, found: Candidate, confirmed: dict[tuple[Key | None, int], list[Fact]], used: set[Key]
) -> None:
    """Let a computed year and what a person confirmed of it be one fact: it is provable only then."""
    for fact in confirmed.get((found.organisation, found.on.year), ()):
        other_project = found.figures != found.organisation and fact.project not in {None, found.project}
        if not found.missing and not other_project:
            used.add(fact.key)
            if found.fact is None or (fact.validated, fact.key) > (found.fact.validated, found.fact.key):
                found.fact = fact


def _all_series(reading: Reading) -> list[_Series]:
    found: dict[tuple[Key, Key | None], _Series] = {}
    for part in reading.facts.staff:
        owner = reading.root(part.organisation)
        series = found.setdefault((owner, part.project), _Series(owner, part.project, []))
        series.parts.append(part)
    return list(found.values())


def _files(reading: Reading, series: _Series, rules: IndicatorRules) -> list[File]:
    """Return the files that work on the staff of a series.

    A project with head counts of its own is judged by those, where projects are counted.
    """
    if series.project is not None:
        own = reading.of_project.get(series.project, [])
        return own or reading.of_organisation.get(series.organisation, [])
    files = reading.of_organisation.get(series.organisation, [])
    if rules.unit is Unit.ORGANISATION:
        return files
    apart = {one.project for one in reading.facts.staff if one.project is not None} if len(files) > 1 else set()
    return [one for one in files if one.project not in apart]


def _spans(reading: Reading, files: Sequence[File], rules: IndicatorRules) -> Iterator[list[File]]:
    """Give the files in groups whose times of attribution join, the earliest first in each."""
    acted = sorted((one for one in files if one.first_action is not None), key=_began)
    span: list[File] = []
    last: date | None = date.min
    for one in acted:
        window = reading.window(one.first_action, one.closed, rules.months_after_closing)
        assert window is not None
        if span and last is not None and window.first_action > last:
            yield span
            span, last = [], date.min
        span.append(one)
        last = None if window.last_day is None or last is None else max(last, window.last_day)
    if span:
        yield span


def _began(one: File) -> tuple[date, Key]:
    return one.first_action or date.max, one.key


def _judged(reading: Reading, series: _Series, span: Sequence[File], rules: IndicatorRules) -> Iterator[Candidate]:
    frozen = [(one, reading.facts.baselines[one.key]) for one in span if one.key in reading.facts.baselines]
    if not series.may_grow(rules, (fte for _, (fte, _) in frozen)):
        return
    closed = None if any(one.closed is None for one in span) else max(one.closed for one in span if one.closed)
    baseline = Baseline(frozen[0][1][0], frozen[0][1][1], frozen=True) if frozen else None
    case = Case(
        series.counts(),
        tuple(reading.statuses(series.organisation)),
        span[0].first_action,
        closed,
        baseline,
        rules.months_after_closing,
    )
    judgement = judge(case, reading.day, rules.employment)
    for year in judgement.years:
        if year.year not in rules.years or not _worth_telling(year, rules):
            continue
        yield _candidate(reading, series, span, year, judgement, rules)


def _worth_telling(year: Year, rules: IndicatorRules) -> bool:
    """Tell whether a year qualifies, or nearly does."""
    if year.mean is None or year.baseline is None:
        return False
    if not year.attributed:
        return year.state is YearState.QUALIFIES
    return year.total - year.baseline.fte * year.known >= rules.employment.growth * _NEARLY * year.known


def _candidate(
    reading: Reading,
    series: _Series,
    span: Sequence[File],
    year: Year,
    judgement: Judgement,
    rules: IndicatorRules,
) -> Candidate:
    file = reading.covering(span, year.on, rules.months_after_closing) or span[0]
    project = series.project or span[0].project
    found = Candidate(year.on, project, series.organisation, None, file, series.figures, fallen=judgement.fallen)
    found.provisional = year.running
    check_plan(found, rules)
    if not year.attributed:
        found.missing.append(unattributed(span, year.on, rules.months_after_closing))
    check_region(reading, found, (series.organisation,), rules)
    check_chains(reading, found, rules)
    assert year.baseline is not None
    values = {
        "year": year.year,
        "mean": year.mean,
        "known": year.known,
        "baseline": year.baseline.fte,
        "baseline_on": year.baseline.on,
        "difference": year.difference,
        "needed": rules.employment.growth,
    }
    if year.state is YearState.QUALIFIES:
        found.why.append(Because(Reason.GROWTH, values))
    elif year.state is YearState.BELOW:
        found.missing.append(Because(Reason.NOT_ENOUGH_GROWTH, values))
    else:
        values = {**values, "quarters": rules.employment.quarters_needed}
        found.missing.append(Because(Reason.TOO_FEW_QUARTERS, values))
    if year.running:
        found.missing.append(Because(Reason.YEAR_RUNNING, {"year": year.year}))
    return found
