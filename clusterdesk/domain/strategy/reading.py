"""Reading facts as of a day: merged organisations as the kept one, files by project and by holder, places by day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter

from clusterdesk.domain.coaching import Attribution, attribution
from clusterdesk.domain.identifiers.postcode import parse_postcode
from clusterdesk.domain.records.organisations import LegalSituation, OrganisationStatus
from clusterdesk.domain.strategy.facts import Facts, File, Key, Site

_MOST_STEPS = 50
_POSTCODE_DIGITS = 4
_GONE = frozenset({LegalSituation.BANKRUPT, LegalSituation.DISSOLVED})


class Reading:
    """The facts of a day with what is asked of them again and again."""

    def __init__(self, facts: Facts) -> None:
        """Follow the merges, and put files and places where they are asked for."""
        self.facts = facts
        self.day = facts.day
        self._roots = {one: self._end(one) for one in facts.merges}
        self.holder: dict[Key, Key | None] = {
            key: None if held is None else self._roots.get(held, held) for key, held in facts.projects.items()
        }
        self.files: dict[Key, File] = {one.key: one for one in facts.files}
        self.of_project: dict[Key, list[File]] = defaultdict(list)
        self.of_organisation: dict[Key, list[File]] = defaultdict(list)
        for one in facts.files:
            self.of_project[one.project].append(one)
            held = self.holder.get(one.project)
            if held is not None:
                self.of_organisation[held].append(one)
        for key, met in facts.met.items():
            if key in self.files:
                self._join_met(key, met)
        self._sites: dict[Key, list[Site]] = defaultdict(list)
        for site in facts.sites:
            self._sites[site.organisation].append(site)
        self._absorbed: dict[Key, list[Key]] = defaultdict(list)
        for absorbed, kept in self._roots.items():
            if kept != absorbed:
                self._absorbed[kept].append(absorbed)
        self._statuses: dict[Key, list[OrganisationStatus]] = defaultdict(list)
        for owner, known in facts.statuses.items():
            self._statuses[self.root(owner)].extend(known)
        self.window = lru_cache(maxsize=None)(attribution)

    def root(self, organisation: Key) -> Key:
        """Return the organisation a given one is read as on the day."""
        return self._roots.get(organisation, organisation)

    def statuses(self, organisation: Key) -> Sequence[OrganisationStatus]:
        """Return the legal situations of an organisation and of those merged into it."""
        return self._statuses.get(organisation, ())

    def is_gone(self, organisation: Key) -> bool:
        """Tell whether an organisation is bankrupt or dissolved on the day."""
        known = [
            (one.from_on.earliest() if one.from_on else date.min, one.situation) for one in self.statuses(organisation)
        ]
        begun = [one for one in known if one[0] <= self.day]
        return bool(begun) and max(begun, key=itemgetter(0))[1] in _GONE

    def parties(self, project: Key) -> tuple[Key, ...]:
        """Return who a project is of: its holder first, then its partners; each once."""
        held = self.holder.get(project)
        partners = (self.root(one) for one in self.facts.partners.get(project, ()))
        return tuple(dict.fromkeys((*(() if held is None else (held,)), *partners)))

    def in_region(self, organisation: Key, day: date, region: tuple[tuple[int, int], ...]) -> bool:
        """Tell whether an organisation, or one merged into it, has a seat or another place in the Region on a day."""
        text = day.isoformat()
        for one in (organisation, *self._absorbed.get(organisation, ())):
            for site in _standing(self._sites.get(one, ()), text):
                if _within(site.postcode, region):
                    return True
        return False

    def covering(self, files: Iterable[File], day: date, months: int) -> File | None:
        """Return the file that a fact of a day is attributed to: of several the one that began first."""
        found: File | None = None
        for one in files:
            span: Attribution | None = self.window(one.first_action, one.closed, months)
            if span is None or not span.covers(day) or one.first_action is None:
                continue
            if found is None or found.first_action is None or _began(one) < _began(found):
                found = one
        return found

    def managers(self, files: Iterable[File]) -> tuple[Key, ...]:
        """Return the account managers of files, each once."""
        return tuple(dict.fromkeys(who for one in files for who in self.facts.managers.get(one.key, ())))

    def _join_met(self, key: Key, met: Sequence[Key]) -> None:
        """Let a file that several share belong to those of them whom it met, too."""
        found = self.files[key]
        parties = self.parties(found.project)
        for one in dict.fromkeys(map(self.root, met)):
            shares = one in parties or not parties
            if shares and found not in self.of_organisation[one]:
                self.of_organisation[one].append(found)

    def _end(self, start: Key) -> Key:
        current = start
        for _ in range(_MOST_STEPS):
            merged = self.facts.merges.get(current)
            if merged is None or (merged.on is not None and merged.on > self.day) or merged.into == start:
                break
            current = merged.into
        return current


def _began(one: File) -> tuple[date, Key]:
    return one.first_action or date.max, one.key


def _standing(sites: Sequence[Site], day: str) -> Sequence[Site]:
    """Return the places of one organisation on a day; of several seats only the one that began last is its seat."""
    standing = [one for one in sites if _stands(one, day)]
    if len(standing) < 2:
        return standing
    last = max((one.begins for one in standing if one.seat), default="")
    return [one for one in standing if not one.seat or one.begins == last]


def _stands(site: Site, day: str) -> bool:
    """Compare texts: a vague beginning counts from its first day, a vague end to its last."""
    return site.begins <= day and (not site.ends or day[: len(site.ends)] <= site.ends)


@lru_cache(maxsize=4096)
def _within(postcode: str, region: tuple[tuple[int, int], ...]) -> bool:
    digits = parse_postcode(postcode).value or ""
    if not (digits.isascii() and digits.isdigit() and len(digits) == _POSTCODE_DIGITS):
        return False
    number = int(digits)
    return any(first <= number <= last for first, last in region)
