"""The directory of receiving teams as a table that an import reads back: a row for each team and each of its people."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.directory import HubTeamPerson
from clusterdesk.domain.views.hub_teams import TeamCard
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.i18n.countries import country_name, in_order
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.hub_teams import read_directory
from clusterdesk.store.desk_store import Store

_BETWEEN = "; "


def teams_listing(store: Store, t: Translator, ids: Iterable[UUID] | None = None) -> Listing:
    """Return teams in the order of the directory; ``ids`` are those wanted, all of them without."""
    wanted = None if ids is None else set(ids)
    cards = [card for card in read_directory(store).cards if wanted is None or card.team.id in wanted]
    rows = tuple(row for card in cards for row in _rows(card, t))
    return Listing("hub_team", t("Receiving teams"), _headings(t), rows)


def _headings(t: Translator) -> tuple[str, ...]:
    return (
        t("Name of the team"),
        t("Type of team"),
        t("Countries"),
        t("Value chains"),
        t("Kinds of orientation"),
        t("Languages"),
        t("Mail"),
        t("Phone"),
        t("Usual answer time (days)"),
        t("Valid from"),
        t("Valid until"),
        t("Person"),
        t("Role of the person"),
        t("Mail of the person"),
        t("Phone of the person"),
        t("Example"),
        t("Remark"),
    )


def _rows(card: TeamCard, t: Translator) -> Iterator[tuple[Cell, ...]]:
    team, language = card.team, t.language
    countries = [country_name(code, language) for code in in_order(card.countries, language)]
    sectors = [one.name_in(language) for one in card.sectors]
    for person in card.people or (None,):
        yield (
            team.name,
            t(choice_label(team.kind)),
            _BETWEEN.join([t("every country")] if team.everywhere else countries),
            _BETWEEN.join([t("every value chain")] if team.every_sector else sectors),
            _BETWEEN.join(one.name_in(language) for one in card.kinds),
            _BETWEEN.join(code.upper() for code in team.languages),
            team.mail,
            team.phone,
            team.answer_days,
            str(team.from_on.text) if team.from_on else None,
            str(team.to_on.text) if team.to_on else None,
            *_person(person),
            t("yes") if team.example else t("no"),
            team.remark,
        )


def _person(person: HubTeamPerson | None) -> tuple[Cell, ...]:
    return (None, None, None, None) if person is None else (person.name, person.role, person.mail, person.phone)
