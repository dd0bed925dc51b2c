"""Tables of the open export: advice, results, head counts, orientations, difficulties."""

from collections import defaultdict
from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import OneOffAdvice
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyOrganisation, DifficultyTheme
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.referrals import Referral, ReferralCountry
from clusterdesk.domain.records.results import Evidence, ResultEvent
from clusterdesk.exchange.listing.agency_facts import AgencyFacts, Rows, current
from clusterdesk.i18n.formats import Formats


def advice(facts: AgencyFacts) -> Rows:
    """Return the one-off advice given, without whom and what."""
    t = facts.t
    found = (one for one in current(facts.store.find(OneOffAdvice)) if one.visibility is not Visibility.RESTRICTED)
    return [
        (one.on, t(choice_label(one.kind)), facts.chains(one.organisation_id), one.minutes)
        for one in sorted(found, key=lambda one: (one.on, str(one.id)))
    ]


def results(facts: AgencyFacts) -> Rows:
    """Return the results with how well they are proven."""
    t = facts.t
    levels: dict[UUID, int] = defaultdict(int)
    for piece in current(facts.store.find(Evidence)):
        if piece.result_event_id is not None and not piece.wanted:
            levels[piece.result_event_id] = max(levels[piece.result_event_id], int(piece.level))
    rows: Rows = []
    for one in sorted(current(facts.store.find(ResultEvent)), key=lambda one: (one.on, str(one.id))):
        project = facts.projects.get(one.project_id) if one.project_id else None
        holder = one.organisation_id or (project.organisation_id if project else None)
        rows.append(
            (
                facts.name(holder),
                t(choice_label(one.kind)),
                one.on,
                one.confirmed_on,
                one.validated_on,
                levels.get(one.id),
            )
        )
    return rows


def headcounts(facts: AgencyFacts) -> Rows:
    """Return the head counts that may be shared."""
    found = (
        one for one in current(facts.store.find(Headcount, visibility=Visibility.SHAREABLE)) if one.fte is not None
    )
    return [
        (facts.name(one.organisation_id), one.on, one.fte, one.persons, facts.t(choice_label(one.precision)))
        for one in sorted(found, key=lambda one: (one.on, str(one.id)))
    ]


def referrals(facts: AgencyFacts) -> Rows:
    """Return the orientations with what came of them, without the organisation."""
    t, formats = facts.t, Formats(facts.t.language)
    kinds = {one.id: one.name_in(t.language) for one in facts.store.find(ReferralKind, deleted=None)}
    teams = {one.id: one.name for one in facts.store.find(HubTeam, deleted=None)}
    countries: dict[UUID, list[str]] = defaultdict(list)
    for link in facts.store.find(ReferralCountry):
        countries[link.referral_id].append(formats.country(link.country))
    found = (one for one in current(facts.store.find(Referral)) if one.visibility is not Visibility.RESTRICTED)
    return [
        (
            kinds.get(one.kind_id, "") if one.kind_id else "",
            ", ".join(sorted(countries[one.id])),
            facts.chains(one.organisation_id),
            teams.get(one.hub_team_id, "") if one.hub_team_id else "",
            t(choice_label(one.state)),
            one.handed_over_on,
            one.decided_on,
            t(choice_label(one.outcome)) if one.outcome else "",
            one.outcome_on,
            one.outcome_value,
            one.outcome_currency if one.outcome_value is not None else "",
        )
        for one in sorted(found, key=lambda one: (one.on, str(one.id)))
    ]


def difficulties(facts: AgencyFacts) -> Rows:
    """Return the difficulties by theme, without words."""
    t = facts.t
    themes = {one.id: one.name_in(t.language) for one in facts.store.find(DifficultyTheme, deleted=None)}
    every = {one.id: one for one in facts.store.find(Difficulty, deleted=None)}
    touched: dict[UUID, set[UUID]] = defaultdict(set)
    for link in facts.store.find(DifficultyOrganisation):
        kept = facts.kept(link.organisation_id)
        difficulty = every.get(link.difficulty_id)
        if kept is not None and difficulty is not None:
            touched[difficulty.joined_into or difficulty.id].add(kept.id)
    found = (
        one
        for one in current(every.values())
        if not one.deleted and one.joined_into is None and one.visibility is not Visibility.RESTRICTED
    )
    return [
        (
            themes.get(one.theme_id, "") if one.theme_id else "",
            t(choice_label(one.severity)),
            t(choice_label(one.state)),
            one.on,
            one.sent_on,
            one.answered_on,
            one.closed_on,
            len(touched[one.id]),
        )
        for one in sorted(found, key=lambda one: (one.on, str(one.id)))
    ]
