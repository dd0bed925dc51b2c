"""Which teams suit an orientation, and why."""

from datetime import date

from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.referrals.matching import Wanted, matching_teams
from clusterdesk.domain.views.hub_teams import TeamCard

TODAY = date(2026, 11, 23)
ABROAD = ReferralKind(key="international", name_fr="International", international=True)
MONEY = ReferralKind(key="finance", name_fr="Financement")
WOOD, BIKE = ValueChain(key="wood", name_fr="Bois"), ValueChain(key="bike", name_fr="Vélo")


def names(cards: list[TeamCard], wanted: Wanted) -> list[str]:
    return [one.card.team.name for one in matching_teams(cards, wanted, TODAY)]


def test_a_team_takes_what_it_names_and_one_that_names_nothing_takes_all() -> None:
    cards = [
        TeamCard(HubTeam(name="Argent"), kinds=(MONEY,)),
        TeamCard(HubTeam(name="Nord"), kinds=(ABROAD,), countries=("DE", "NL")),
        TeamCard(HubTeam(name="Sud"), kinds=(ABROAD,), countries=("FR",)),
        TeamCard(HubTeam(name="Tout")),
        TeamCard(HubTeam(name="Hier", to_on=PartialDate("2026-10")), kinds=(ABROAD,), countries=("NL",)),
    ]
    assert names(cards, Wanted(ABROAD, ("NL",))) == ["Nord", "Tout"], "the one that names the kind comes first"
    assert names(cards, Wanted(MONEY)) == ["Argent", "Tout"]


def test_the_one_that_covers_every_country_comes_first_and_says_what_others_lack() -> None:
    both = TeamCard(HubTeam(name="Z"), kinds=(ABROAD,), countries=("FR", "NL"))
    one = TeamCard(HubTeam(name="A"), kinds=(ABROAD,), countries=("NL",))
    first, second = matching_teams([one, both], Wanted(ABROAD, ("FR", "NL")), TODAY)
    assert (first.card.team.name, first.uncovered) == ("Z", ())
    assert (second.countries, second.uncovered) == (("NL",), ("FR",))


def test_a_team_of_another_sector_is_left_out_and_a_common_language_comes_first() -> None:
    wood = TeamCard(HubTeam(name="Bois", every_sector=False), sectors=(WOOD,))
    bike = TeamCard(HubTeam(name="Vélo", every_sector=False), sectors=(BIKE,))
    dutch = TeamCard(HubTeam(name="Alfa", languages=("nl",)))
    french = TeamCard(HubTeam(name="Beta", languages=("en", "fr")))
    wanted = Wanted(sectors=frozenset({WOOD.id}), languages=("fr",))
    found = matching_teams([bike, dutch, french, wood], wanted, TODAY)
    assert [one.card.team.name for one in found] == ["Bois", "Beta", "Alfa"]
    assert [one.language for one in found] == ["", "fr", ""]
    assert found[0].sectors == (WOOD,)
