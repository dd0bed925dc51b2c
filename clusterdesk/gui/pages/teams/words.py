"""What the directory says of a team in a line."""

from collections.abc import Sequence
from datetime import date

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.directory import CountryGroup, HubTeamPerson
from clusterdesk.domain.views.hub_teams import TeamCard
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.countries import CountrySet
from clusterdesk.i18n.countries import country_name, in_order

_MOST_COUNTRIES = 6


def note_of(kit: Kit, card: TeamCard) -> str:
    """Return type, countries, sectors, kinds of orientation and the usual answer time."""
    t, team, language = kit.t, card.team, kit.t.language
    facts = [t(choice_label(team.kind)), *(kind.name_in(language) for kind in card.kinds)]
    facts += [where] if (where := _where(kit, card)) else []
    facts += [t("every value chain")] if team.every_sector else [one.name_in(language) for one in card.sectors]
    if team.answer_days is not None:
        facts.append(t.n("answers in {n} day", "answers in {n} days", n=team.answer_days))
    return " · ".join(facts)


def chips_of(kit: Kit, card: TeamCard, today: date) -> tuple[tuple[str, Tone], ...]:
    """Return what is out of the ordinary: an example, over, not yet there, without a mail address."""
    t, team = kit.t, card.team
    chips = [(t("Example"), Tone.INFO)] if team.example else []
    if not card.holds_on(today):
        over = team.to_on is not None and team.to_on.latest() < today
        chips.append((t("No longer there"), Tone.NEUTRAL) if over else (t("Not there yet"), Tone.NEUTRAL))
    elif not team.mail and not any(one.mail for one in card.people):
        chips.append((t("No mail address"), Tone.WARN))
    return tuple(chips)


def person_note(kit: Kit, person: HubTeamPerson) -> str:
    """Return role, mail and phone of somebody of a team."""
    return " · ".join(part for part in (person.role, person.mail, person.phone) if part)


def country_sets(kit: Kit, groups: Sequence[CountryGroup]) -> list[CountrySet]:
    """Return the groups of countries that a field offers."""
    language = kit.t.language
    return [CountrySet(one.name_in(language), one.countries, (one.name_fr, one.name_nl, one.name_en)) for one in groups]


def _where(kit: Kit, card: TeamCard) -> str:
    t, language = kit.t, kit.t.language
    if card.team.everywhere:
        return t("every country")
    names = [country_name(code, language) for code in in_order(card.countries, language)]
    shown, more = names[:_MOST_COUNTRIES], len(names) - _MOST_COUNTRIES
    if more > 1:
        return t("{names} and {n} others", names=", ".join(shown), n=kit.formats.number(more))
    return kit.formats.joined(names) if names else ""
