"""What might count: a fact with whom it concerns, the file it is attributed to, and all that it lacks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from clusterdesk.domain.coaching import attribution
from clusterdesk.domain.strategy.facts import Fact, File, Key
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import IndicatorRules


class Reason(StrEnum):
    """Why something does not count, or does not count as provable, or why it counts."""

    NO_FILE = "no_file"
    NO_COACHING_ACTION = "no_coaching_action"
    BEFORE_COACHING = "before_coaching"
    AFTER_WINDOW = "after_window"
    OUTSIDE_REGION = "outside_region"
    OUTSIDE_PLAN = "outside_plan"
    OTHER_VALUE_CHAIN = "other_value_chain"
    NO_PARTNER = "no_partner"
    YEAR_RUNNING = "year_running"
    NO_BASELINE = "no_baseline"
    TOO_FEW_QUARTERS = "too_few_quarters"
    NOT_ENOUGH_GROWTH = "not_enough_growth"
    EVIDENCE_LEVEL = "evidence_level"
    EVIDENCE_WANTED = "evidence_wanted"
    NOT_VALIDATED = "not_validated"
    NOT_CONFIRMED = "not_confirmed"
    NOT_SUCCEEDED = "not_succeeded"
    CLOSED_WITHOUT_OUTCOME = "closed_without_outcome"
    FACT = "fact"
    ATTRIBUTED = "attributed"
    IN_REGION = "in_region"
    GROWTH = "growth"
    PARTNER = "partner"
    HANDED_OVER = "handed_over"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Because:
    """A reason with what it speaks of, for a sentence in any language; an id among the values is read as a name."""

    reason: Reason
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Candidate:
    """A fact that may count.

    ``project`` and ``organisation`` say whom it concerns; ``figures`` names the set of figures or head counts that
    shows it, which never counts twice; ``fact`` is the confirmed result, if any, ``file`` what it is attributed to;
    ``missing`` says why it does not count, ``why`` why it does; ``provisional``: it can only be dated later.
    ``further`` finds what else is missing where something is: nobody asks for most of it.
    """

    on: date
    project: Key | None
    organisation: Key | None
    fact: Fact | None = None
    file: File | None = None
    figures: Key | None = None
    missing: list[Because] = field(default_factory=list)
    why: list[Because] = field(default_factory=list)
    provisional: bool = False
    fallen: bool = False
    further: Callable[[], None] | None = None

    def complete(self) -> "Candidate":
        """Let ``missing`` hold everything that is missing."""
        if self.further is not None:
            further, self.further = self.further, None
            further()
        return self


def candidate_of(reading: Reading, fact: Fact, rules: IndicatorRules, on: date | None = None) -> Candidate:
    """Return a result of a company or project as a candidate: attributed or not, in the Region or not.

    ``on`` dates it otherwise than the result says.
    """
    day = on or fact.on
    files = _files(reading, fact)
    file = reading.covering(files, day, rules.months_after_closing)
    project = _project(reading, fact, file, files)
    organisation = _organisation(reading, fact, project)
    found = Candidate(day, project, organisation, fact, file, _figures(reading, fact, organisation))
    check_plan(found, rules)
    if file is None:
        found.missing.append(unattributed(files, day, rules.months_after_closing))
    check_place(reading, found, _concerned(reading, organisation, project), rules)
    return found


def check_plan(found: Candidate, rules: IndicatorRules) -> None:
    """Note where a fact lies outside the plan."""
    if not rules.in_plan(found.on):
        found.missing.append(Because(Reason.OUTSIDE_PLAN, {"start": rules.start, "end": rules.end}))


def check_place(reading: Reading, found: Candidate, concerned: Sequence[Key], rules: IndicatorRules) -> None:
    """Note where Region or value chain are not those asked for; where something is missing, once somebody asks."""

    def check() -> None:
        check_region(reading, found, concerned, rules)
        check_chains(reading, found, rules)

    if found.missing:
        found.further = check
    else:
        check()


def check_region(reading: Reading, found: Candidate, concerned: Sequence[Key], rules: IndicatorRules) -> None:
    """Note where none of those concerned is in the Region on the day of the fact."""
    if rules.region_test and not any(reading.in_region(one, found.on, rules.region) for one in concerned):
        found.missing.append(Because(Reason.OUTSIDE_REGION, {"on": found.on}))


def check_chains(reading: Reading, found: Candidate, rules: IndicatorRules) -> None:
    """Note where a project is in none of the value chains asked for."""
    if not rules.value_chains:
        return
    own = reading.facts.chains.get(found.project or b"", frozenset())
    if own.isdisjoint(rules.value_chains):
        found.missing.append(Because(Reason.OTHER_VALUE_CHAIN, {"chains": rules.value_chains}))


def unattributed(files: Iterable[File], day: date, months: int) -> Because:
    """Return why a fact of a day is attributed to none of the files."""
    known = list(files)
    if not known:
        return Because(Reason.NO_FILE)
    acted = [one for one in known if one.first_action is not None]
    if not acted:
        return Because(Reason.NO_COACHING_ACTION)
    spans = [attribution(one.first_action, one.closed, months) for one in acted]
    ends = [one.last_day for one in spans if one is not None and one.first_action < day and one.last_day is not None]
    if ends:
        return Because(Reason.AFTER_WINDOW, {"last_day": max(ends), "months": months})
    first = min(one.first_action for one in acted if one.first_action is not None)
    return Because(Reason.BEFORE_COACHING, {"first_action": first})


def _files(reading: Reading, fact: Fact) -> list[File]:
    """Return the files a fact may be attributed to.

    Those of its project, and of the organisation where the fact is another one's than the holder's; where the project
    has none of its own, those of its holder. A fact without a project is its organisation's.
    """
    project = _named_project(reading, fact)
    owner = reading.root(fact.organisation) if fact.organisation is not None else None
    if project is None:
        return reading.of_organisation.get(owner, []) if owner is not None else []
    files = reading.of_project.get(project, [])
    holder = reading.holder.get(project)
    if owner is not None and owner != holder:
        return [*files, *(one for one in reading.of_organisation.get(owner, ()) if one not in files)]
    if not files and holder is not None:
        return reading.of_organisation.get(holder, [])
    return files


def _named_project(reading: Reading, fact: Fact) -> Key | None:
    if fact.project is not None:
        return fact.project
    file = reading.files.get(fact.file) if fact.file is not None else None
    return file.project if file is not None else None


def _project(reading: Reading, fact: Fact, file: File | None, files: Sequence[File]) -> Key | None:
    """Return the project of a fact: the one it names, else that of the file it is attributed to."""
    named = _named_project(reading, fact)
    if named is not None:
        return named
    if file is not None:
        return file.project
    return min(files, key=lambda one: one.key).project if files else None


def _organisation(reading: Reading, fact: Fact, project: Key | None) -> Key | None:
    if fact.organisation is not None:
        return reading.root(fact.organisation)
    return reading.holder.get(project) if project is not None else None


def _concerned(reading: Reading, organisation: Key | None, project: Key | None) -> tuple[Key, ...]:
    """Return whose place decides: the organisation of the fact, else all who take part in the project."""
    if organisation is not None:
        return (organisation,)
    return reading.parties(project) if project is not None else ()


def _figures(reading: Reading, fact: Fact, organisation: Key | None) -> Key | None:
    """Return whose figures show a fact: a ledger's project, or the whole organisation."""
    if fact.ledger is not None and fact.ledger in reading.facts.ledgers:
        return reading.facts.ledgers[fact.ledger] or organisation
    return fact.project or (organisation if fact.file is None else None)
