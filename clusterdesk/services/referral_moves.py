"""Orientations moved from state to state, each change with its step in one operation.

For answers that come back: ``move_changes`` returns the referral after a move and what makes it, to be applied
together with the answer in one operation; ``referrals.of_token`` finds the referral an answer is of.
"""

from dataclasses import replace
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.referrals import FinishReferral, HandOver, OfReferral
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.directory import HubTeam, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralCountry, ReferralState
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.referrals.moving import advanced, step_of
from clusterdesk.domain.referrals.silence import SilenceRule, due_on
from clusterdesk.services.records import check_references
from clusterdesk.services.referrals import day_of_step, free_token, who
from clusterdesk.store.desk_store import Store


def move_referral(store: Store, cmd: OfReferral, rule: SilenceRule | None = None) -> OpResult[Referral]:
    """Let something happen to an orientation: its state changes, and a step keeps when and by whom, in one operation.

    ``rule`` says by when an answer is expected where neither the command nor the team says it.

    Raises:
        KnownError: the move is impossible from where it stands (the sentence says why), or lacks something.
    """
    after, changes, title = move_changes(store, cmd, rule)
    return OpResult(after, store.apply(replace(cmd, title=title), changes))


def move_changes(store: Store, cmd: OfReferral, rule: SilenceRule | None = None) -> tuple[Referral, list[Change], str]:
    """Return an orientation after a move, what makes it, and the name of its organisation; nothing is written.

    Raises:
        KnownError: as ``move_referral``.
    """
    before = standing(store, cmd)
    organisation = store.get(Organisation, before.organisation_id)
    day = day_of_step(store, cmd.on)
    if isinstance(cmd, HandOver):
        _check_countries(store, before)
        cmd = _addressed(store, cmd, day, rule or SilenceRule())
    after = advanced(before, cmd, day)
    if not after.token:  # begun field by field, or brought in from elsewhere
        after = replace(after, token=free_token(store))
    changes: list[Change] = [*differences(before, after), Insert(step_of(cmd, day, who(store, cmd.by)))]
    if isinstance(cmd, FinishReferral) and cmd.evidence is not None and one_line(cmd.evidence.title):
        changes.append(Insert(_evidence(after, cmd)))
    for change in changes:
        if isinstance(change, Insert):
            check_references(store, change.record, {after.id})
    return after, changes, organisation.name


def standing(store: Store, cmd: OfReferral) -> Referral:
    """Return the orientation a move is of.

    Raises:
        KnownError: there is none, or it lies in the bin.
    """
    referral = store.get(Referral, cmd.referral_id)
    if referral.deleted:
        raise KnownError(
            "referral_binned",
            N_("This orientation is in the bin."),
            advice=N_("Take it out of the bin first."),
        )
    return referral


def _addressed(store: Store, cmd: HandOver, day: date, rule: SilenceRule) -> HandOver:
    """Return a hand-over with the day its answer is due, of a team that is there on the day.

    Raises:
        KnownError: the team is not there on that day, or the person is of another team.
    """
    team = store.get(HubTeam, cmd.hub_team_id)
    if team.deleted or not holds_on(team, day):
        raise KnownError(
            "team_not_there",
            N_("The team “{name}” receives nothing on {day}."),
            advice=N_("Choose another team, or correct its dates in the directory."),
            name=team.name,
            day=day,
        )
    if cmd.hub_person_id is not None and store.get(HubTeamPerson, cmd.hub_person_id).hub_team_id != team.id:
        raise KnownError(
            "person_of_other_team",
            N_("This person is not of the team “{name}”."),
            advice=N_("Choose a person of the team, or none."),
            name=team.name,
        )
    return replace(cmd, answer_due_on=cmd.answer_due_on or due_on(day, team.answer_days, rule))


def _check_countries(store: Store, referral: Referral) -> None:
    if referral.kind_id is None or referral.state is not ReferralState.CONSENT:
        return  # what it lacks is said by the move
    kind = store.get(ReferralKind, referral.kind_id)
    if kind.international and not store.find(ReferralCountry, referral_id=referral.id):
        raise KnownError(
            "referral_countries",
            N_("An orientation abroad says to which countries."),
            advice=N_("Name at least one country, then hand it over."),
        )


def _evidence(referral: Referral, cmd: FinishReferral) -> Evidence:
    assert cmd.evidence is not None
    return Evidence(
        project_id=referral.project_id,
        organisation_id=referral.organisation_id,
        document_id=cmd.evidence.document_id,
        level=cmd.evidence.level,
        title=one_line(cmd.evidence.title),
        on=referral.outcome_on,
    )
