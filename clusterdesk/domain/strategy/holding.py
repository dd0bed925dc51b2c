"""Whether a result that counts still holds: losing it later does not remove it, it is shown."""

from collections.abc import Mapping
from datetime import date

from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.strategy.candidates import Candidate
from clusterdesk.domain.strategy.facts import Fact, Key
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import Measure

type Lost = Mapping[Key, list[date]]
"""The days on which break-even was lost, by project; by organisation where no project is named."""


def holds(reading: Reading, one: Candidate, measure: Measure, lost: Lost) -> bool:
    """Tell whether a result still holds on the day of the reading; of a bankrupt organisation none does."""
    if one.organisation is not None and reading.is_gone(one.organisation):
        return False
    if measure is Measure.JOB_GROWTH:
        return not one.fallen
    if measure is not Measure.BREAK_EVEN or not lost:
        return True
    ends = [*lost.get(one.project or b"", ()), *lost.get(one.organisation or b"", ())]
    ended = max((day for day in ends if day > one.on), default=None)
    return ended is None or _reached_again(reading, one, ended)


def lost_days(reading: Reading) -> Lost:
    """Return the days on which break-even was lost."""
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


def _reached_again(reading: Reading, one: Candidate, ended: date) -> bool:
    reached = (fact for fact in reading.facts.facts if fact.kind == ResultKind.BREAK_EVEN_REACHED and fact.on > ended)
    return any(_is_of(reading, fact, one) for fact in reached)


def _is_of(reading: Reading, fact: Fact, one: Candidate) -> bool:
    if fact.project is not None and one.project is not None:
        return fact.project == one.project
    return fact.organisation is not None and reading.root(fact.organisation) == one.organisation
