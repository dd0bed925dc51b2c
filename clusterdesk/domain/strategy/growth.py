"""Job growth: computed from the head counts, whether or not a person confirmed it.

Files of one organisation whose times of attribution join are one accompaniment: it begins with the earliest coaching
action, and growth is measured from the head count of that day.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.quick import (
    SCALE,
    Known,
    Lines,
    QuickCase,
    QuickYear,
    latest_millionths,
    quick_years,
)
from clusterdesk.domain.employment.years import YearState, last_day
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.strategy.candidates import (
    Because,
    Candidate,
    Reason,
    candidate_of,
    check_place,
    check_plan,
    unattributed,
)
from clusterdesk.domain.strategy.facts import Fact, File, Key
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import IndicatorRules, Unit

# Growth that is at least this part of what is needed nearly counts.
_NEARLY = Decimal("0.5")


@dataclass(slots=True)
class _Series:
    """The head counts of an organisation and of those merged into it, or of one project."""

    organisation: Key
    project: Key | None
    lines: Lines

    @property
    def figures(self) -> Key:
        return self.project or self.organisation


def growth_candidates(reading: Reading, rules: IndicatorRules) -> Iterator[Candidate]:
    """Give what might count: the years that qualify or nearly do, and what a person confirmed without head counts."""
    confirmed = _confirmed(reading)
    used: set[Key] = set()
    for series in _all_series(reading):
        spans = list(_spans(reading, _files(reading, series, rules), rules))
        if not spans:
            continue
        known = Known.read(series.lines, rules.employment)
        for span in spans:
            for found in _judged(reading, series, known, span, rules):
                _join(found, confirmed, used)
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


def _join(found: Candidate, confirmed: dict[tuple[Key | None, int], list[Fact]], used: set[Key]) -> None:
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
        series = found.get((owner, part.project))
        if series is None:
            found[owner, part.project] = _Series(owner, part.project, part.lines)
        else:
            series.lines += part.lines
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


def _judged(
    reading: Reading, series: _Series, known: Known, span: Sequence[File], rules: IndicatorRules
) -> Iterator[Candidate]:
    """Give the first year that counts; before it, what qualifies and lacks something else; else the nearest year."""
    began = span[0].first_action
    assert began is not None
    baselines = reading.facts.baselines
    frozen = next((Baseline(*baselines[one.key], frozen=True) for one in span if one.key in baselines), None)
    case = QuickCase(known, began, frozen, tuple(reading.statuses(series.organisation)))
    if case.baseline(rules.employment) is None:
        yield from _without_baseline(reading, series, known, span, rules)
        return
    nearest: QuickYear | None = None
    least = rules.employment.growth * _NEARLY
    for year in quick_years(case, reading.day, rules.employment, rules.years, least):
        if year.state is not YearState.QUALIFIES:
            nearest = year
            continue
        found = _candidate(reading, series, span, year, rules)
        if not found.missing:
            found.fallen = _has_fallen(case, year, reading.day, rules)
            yield found
            return
        yield found
    if nearest is not None:
        yield _candidate(reading, series, span, nearest, rules)


def _without_baseline(
    reading: Reading, series: _Series, known: Known, span: Sequence[File], rules: IndicatorRules
) -> Iterator[Candidate]:
    """Give the last year with head counts where none tells of the start: nobody can say whether the staff grew."""
    began = span[0].first_action
    counted = [day for day in known.days if int(day[:4]) in rules.years]
    if not counted or began is None:
        return
    on = last_day(int(counted[-1][:4]))
    file = reading.covering(span, on, rules.months_after_closing)
    if file is None:
        return
    found = Candidate(on, series.project or span[0].project, series.organisation, None, file, series.figures)
    said = {"began": began, "first": date.fromisoformat(known.days[0]), "days": rules.employment.days_after_start}
    found.missing.append(Because(Reason.NO_BASELINE, said))
    check_plan(found, rules)
    if on > reading.day:
        found.missing.append(Because(Reason.YEAR_RUNNING, {"year": on.year}))
    check_place(reading, found, (series.organisation,), rules)
    yield found


def _has_fallen(case: QuickCase, year: QuickYear, day: date, rules: IndicatorRules) -> bool:
    """Tell whether the staff as last known is under what the year had to reach."""
    return latest_millionths(case, day, rules.employment) < year.baseline + rules.employment.growth * SCALE


def _candidate(
    reading: Reading, series: _Series, span: Sequence[File], year: QuickYear, rules: IndicatorRules
) -> Candidate:
    file = reading.covering(span, year.on, rules.months_after_closing)
    project = series.project or span[0].project
    found = Candidate(year.on, project, series.organisation, None, file or span[0], series.figures)
    found.provisional = year.running
    if year.state is not YearState.QUALIFIES:
        found.missing.append(_short(year, rules))
    else:
        found.why.append(Because(Reason.GROWTH, _sum(year, rules)))
    check_plan(found, rules)
    if file is None:
        found.missing.append(unattributed(span, year.on, rules.months_after_closing))
    if year.running:
        found.missing.append(Because(Reason.YEAR_RUNNING, {"year": year.year}))
    check_place(reading, found, (series.organisation,), rules)
    return found


def _short(year: QuickYear, rules: IndicatorRules) -> Because:
    """Return why a year does not qualify."""
    if year.state is YearState.BELOW:
        return Because(Reason.NOT_ENOUGH_GROWTH, _sum(year, rules))
    return Because(Reason.TOO_FEW_QUARTERS, {**_sum(year, rules), "quarters": rules.employment.quarters_needed})


def _sum(year: QuickYear, rules: IndicatorRules) -> dict[str, object]:
    return {
        "year": year.year,
        "mean": year.mean,
        "known": year.known,
        "baseline": year.baseline_fte,
        "baseline_on": year.baseline_on,
        "difference": year.difference,
        "needed": rules.employment.growth,
    }
