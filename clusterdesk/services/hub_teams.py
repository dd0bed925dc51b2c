"""The directory of receiving teams: read as a whole, and freed from its examples."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from clusterdesk.domain.changes import Change, OpResult, deletion
from clusterdesk.domain.commands.directory import BinExampleTeams
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.directory import (
    HubTeam,
    HubTeamCountry,
    HubTeamPerson,
    HubTeamReferralKind,
    HubTeamSector,
    ReferralKind,
)
from clusterdesk.domain.records.lists import Named, ValueChain
from clusterdesk.domain.views.hub_teams import Directory, TeamCard
from clusterdesk.i18n.countries import country_name
from clusterdesk.services.country_groups import groups_in_use
from clusterdesk.services.records import parts_of
from clusterdesk.store.desk_store import Store

_LANGUAGES = ("fr", "nl", "en")


def read_directory(store: Store) -> Directory:
    """Return all teams by name, with what they cover, and the lists their fields choose from."""
    chains = {one.id: one for one in _ordered(store.find(ValueChain))}
    kinds = {one.id: one for one in _ordered(store.find(ReferralKind))}
    countries, sectors, taken, people = (defaultdict[UUID, list](list) for _ in range(4))  # type: ignore[type-arg]
    for country in store.find(HubTeamCountry):
        countries[country.hub_team_id].append(country.country)
    for sector in store.find(HubTeamSector):
        sectors[sector.hub_team_id].append(sector.value_chain_id)
    for kind in store.find(HubTeamReferralKind):
        taken[kind.hub_team_id].append(kind.referral_kind_id)
    for person in store.find(HubTeamPerson):
        people[person.hub_team_id].append(person)
    cards = [
        _card(
            team,
            tuple(sorted(countries[team.id])),
            _members(chains, sectors[team.id]),
            _members(kinds, taken[team.id]),
            tuple(sorted(people[team.id], key=lambda one: folded(one.name))),
        )
        for team in store.find(HubTeam)
    ]
    ordered = tuple(sorted(cards, key=lambda card: (folded(card.team.name), card.team.id)))
    return Directory(ordered, groups_in_use(store), tuple(chains.values()), tuple(kinds.values()))


def bin_examples(store: Store, cmd: BinExampleTeams) -> OpResult[int]:
    """Put all teams that are examples into the bin, with their parts, in one step; return how many."""
    examples = store.find(HubTeam, example=True)
    family = [part for team in examples for part in (team, *parts_of(store, team))]
    changes: list[Change] = [deletion(type_of(one).key, one.id) for one in family if not one.deleted]
    return OpResult(len(examples), store.apply(cmd, changes))


def _card(
    team: HubTeam,
    countries: tuple[str, ...],
    sectors: tuple[ValueChain, ...],
    kinds: tuple[ReferralKind, ...],
    people: tuple[HubTeamPerson, ...],
) -> TeamCard:
    names = [country_name(code, language) for code in countries for language in _LANGUAGES]
    lists = [one.name_in(language) for one in (*sectors, *kinds) for language in _LANGUAGES]
    said = [word for one in people for word in (one.name, one.role, one.mail)]
    texts = (team.name, team.mail, team.remark, *countries, *names, *lists, *said)
    return TeamCard(team, countries, sectors, kinds, people, folded(" ".join(texts)))


def _members[N: Named](rows: Mapping[UUID, N], wanted: Iterable[UUID]) -> tuple[N, ...]:
    """Return the rows of a list that a set names, in the order of the list."""
    named = set(wanted)
    return tuple(row for row_id, row in rows.items() if row_id in named)


def _ordered[N: Named](rows: Iterable[N]) -> list[N]:
    return sorted(rows, key=lambda one: (one.position, one.key))
