"""Which receiving teams suit an orientation, the best ones first, each with the reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.directory import ReferralKind
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.views.hub_teams import TeamCard


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a team: the kind, the countries (codes), the sectors and languages of the organisation."""

    kind: ReferralKind | None = None
    countries: tuple[str, ...] = ()
    sectors: frozenset[UUID] = frozenset()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A team that suits, and why: what it takes, which of the countries and sectors it names, a common language.

    ``uncovered`` are the countries it does not cover.
    """

    card: TeamCard
    kind: bool = False
    countries: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    sectors: tuple[ValueChain, ...] = ()
    language: str = ""


def matching_teams(cards: Iterable[TeamCard], wanted: Wanted, today: date) -> tuple[Match, ...]:
    """Return the teams that take such an orientation today, the best one first.

    A team that names kinds, countries or sectors takes those only; one that names none takes any.
    """
    found = [one for one in (_match(card, wanted) for card in cards if card.holds_on(today)) if one is not None]
    return tuple(sorted(found, key=_rank))


def _match(card: TeamCard, wanted: Wanted) -> Match | None:
    kind = wanted.kind is not None and any(one.id == wanted.kind.id for one in card.kinds)
    if wanted.kind is not None and card.kinds and not kind:
        return None
    covered = _covered(card, wanted.countries)
    if wanted.countries and not covered:
        return None
    sectors = tuple(one for one in card.sectors if one.id in wanted.sectors)
    if not card.team.every_sector and card.sectors and wanted.sectors and not sectors:
        return None
    uncovered = tuple(code for code in wanted.countries if code not in covered)
    return Match(card, kind, covered, uncovered, sectors, _common(card.team.languages, wanted.languages))


def _covered(card: TeamCard, countries: Sequence[str]) -> tuple[str, ...]:
    if card.team.everywhere or not card.countries:
        return tuple(countries)
    return tuple(code for code in countries if code in card.countries)


def _common(theirs: Sequence[str], ours: Sequence[str]) -> str:
    return next((one for one in ours if one in theirs), "")


def _rank(one: Match) -> tuple[bool, int, bool, bool, bool, int, str]:
    """Put first: all countries, the kind by name, the sector by name, a common language, the fast."""
    team = one.card.team
    days = team.answer_days if team.answer_days is not None else 1000
    return (
        bool(one.uncovered),
        len(one.uncovered),
        not one.kind,
        not one.sectors,
        not one.language,
        days,
        team.name.casefold(),
    )
