"""New production: the first day of production of a project of a value chain, with a partner who was accompanied."""

from collections.abc import Sequence
from datetime import date

from clusterdesk.domain.strategy.candidates import (
    Because,
    Candidate,
    Reason,
    check_chains,
    check_plan,
    unattributed,
)
from clusterdesk.domain.strategy.facts import Fact, File, Key
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import IndicatorRules


def production_candidate(reading: Reading, fact: Fact, rules: IndicatorRules) -> Candidate:
    """Return a start of production as a candidate: at least one partner must be attributable and in the Region."""
    project = fact.project
    if project is None and fact.file is not None and fact.file in reading.files:
        project = reading.files[fact.file].project
    named = () if fact.organisation is None else (reading.root(fact.organisation),)
    parties = tuple(dict.fromkeys((*named, *(reading.parties(project) if project is not None else ()))))
    if project is None and parties:
        files = reading.of_organisation.get(parties[0], [])
        covering = reading.covering(files, fact.on, rules.months_after_closing)
        project = covering.project if covering is not None else None
    found = Candidate(fact.on, project, parties[0] if parties else None, fact)
    check_plan(found, rules)
    check_chains(reading, found, rules)
    _check_partner(reading, found, parties, rules)
    return found


def _check_partner(reading: Reading, found: Candidate, parties: Sequence[Key], rules: IndicatorRules) -> None:
    """Find a partner who satisfies both; else say what the nearest one lacks."""
    inside = [one for one in parties if not rules.region_test or reading.in_region(one, found.on, rules.region)]
    accompanied = {one: file for one in parties if (file := _file(reading, one, found.on, rules)) is not None}
    both = [one for one in inside if one in accompanied]
    if both:
        first = min(both, key=lambda one: (accompanied[one].first_action or date.max, one))
        found.file = accompanied[first]
        found.why.append(Because(Reason.PARTNER, {"organisation": first}))
    elif not parties:
        found.missing.append(Because(Reason.NO_PARTNER))
    elif not inside:
        found.missing.append(Because(Reason.OUTSIDE_REGION, {"on": found.on}))
    else:
        files = [file for one in inside for file in reading.of_organisation.get(one, ())]
        found.missing.append(unattributed(files, found.on, rules.months_after_closing))
        if accompanied:
            found.missing.append(Because(Reason.NO_PARTNER))


def _file(reading: Reading, organisation: Key, day: date, rules: IndicatorRules) -> File | None:
    return reading.covering(reading.of_organisation.get(organisation, ()), day, rules.months_after_closing)
