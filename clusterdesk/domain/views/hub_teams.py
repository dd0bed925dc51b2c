"""Read models of the directory of receiving teams."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.directory import CountryGroup, HubTeam, HubTeamKind, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.lists import ValueChain


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A receiving team with what it covers and its people.

    ``countries`` are codes; ``searched`` holds, folded, every word the team can be found by.
    """

    team: HubTeam
    countries: tuple[str, ...] = ()
    sectors: tuple[ValueChain, ...] = ()
    kinds: tuple[ReferralKind, ...] = ()
    people: tuple[HubTeamPerson, ...] = ()
    searched: str = ""

    def holds_on(self, day: date) -> bool:
        """Return whether the team takes orientations on a day."""
        return holds_on(self.team, day)


@dataclass(frozen=True, slots=True)
class Directory:
    """All receiving teams by name, and the lists that their fields choose from."""

    cards: tuple[TeamCard, ...] = ()
    groups: tuple[CountryGroup, ...] = ()
    chains: tuple[ValueChain, ...] = ()
    kinds: tuple[ReferralKind, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamFilter:
    """Which teams are wanted: by words, by type, only those that are over, only the examples."""

    words: str = ""
    kind: HubTeamKind | None = None
    over: bool = False
    examples: bool = False

    def fits(self, card: TeamCard, today: date) -> bool:
        """Return whether a team is wanted; all words have to be found, each as the beginning of one."""
        if self.kind is not None and card.team.kind is not self.kind:
            return False
        if (self.over and card.holds_on(today)) or (self.examples and not card.team.example):
            return False
        said = f" {card.searched}"
        return all(f" {word}" in said for word in folded(self.words).split())


def wanted_teams(cards: Iterable[TeamCard], wanted: TeamFilter, today: date) -> tuple[TeamCard, ...]:
    """Return the teams that fit a filter; those that are over come last."""
    fitting = [card for card in cards if wanted.fits(card, today)]
    return tuple(sorted(fitting, key=lambda card: not card.holds_on(today)))
