"""Orientations begun, and found by the code that answers bear; ``referral_moves`` moves them on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion
from clusterdesk.domain.commands.referrals import CreateReferral, GiveConsent
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralCountry, ReferralStep
from clusterdesk.domain.referrals.moving import AHEAD, advanced, step_of
from clusterdesk.domain.referrals.tokens import new_token, read_token
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.records import check_references
from clusterdesk.store.desk_store import Store


def create_referral(store: Store, cmd: CreateReferral) -> OpResult[Referral]:
    """Begin an orientation as a draft, with its code, its countries and its first step.

    Raises:
        KnownError: it says no need, its day lies ahead, the organisation lies in the bin, or a consent says not to
            share what.
    """
    organisation = receiving_organisation(store, cmd.organisation_id)
    referral, changes = created(store, cmd, organisation)
    return OpResult(referral, store.apply(replace(cmd, title=organisation.name), changes))


def created(store: Store, cmd: CreateReferral, organisation: Organisation) -> tuple[Referral, list[Change]]:
    """Return a new draft and what makes it, for an operation that does more; as ``create_referral``."""
    if not one_line(cmd.need):
        raise KnownError(
            "referral_need",
            N_("An orientation says what the organisation needs."),
            advice=N_("Write the need in a sentence."),
        )
    day = day_of_step(store, cmd.on)
    project_id = cmd.project_id
    if project_id is None and cmd.coaching_file_id is not None:
        project_id = store.get(CoachingFile, cmd.coaching_file_id).project_id
    referral = Referral(
        organisation_id=organisation.id,
        project_id=project_id,
        coaching_file_id=cmd.coaching_file_id,
        session_id=cmd.session_id,
        profile_id=cmd.profile_id,
        kind_id=cmd.kind_id,
        hub_team_id=cmd.hub_team_id,
        token=free_token(store),
        state_on=day,
        on=day,
        need=cmd.need.strip(),
        tried=cmd.tried.strip(),
        asked=cmd.asked.strip(),
        remark=cmd.remark.strip(),
        visibility=cmd.visibility,
    )
    check_references(store, referral, set())
    steps = [ReferralStep(referral_id=referral.id, act=ReferralAct.CREATED, on=day, by=who(store, cmd.by))]
    if one_line(cmd.consent_by):
        consent = GiveConsent(
            referral_id=referral.id, consent_by=cmd.consent_by, consent_what=cmd.consent_what, by=cmd.by
        )
        agreed_on = day_of_step(store, cmd.consent_on or day)
        referral = advanced(referral, consent, agreed_on)
        steps.append(step_of(consent, agreed_on, who(store, cmd.by)))
    countries = [Insert(one) for one in _countries(referral, cmd.countries)]
    line: list[Change] = [deletion("quick_note", cmd.quick_note_id)] if cmd.quick_note_id is not None else []
    return referral, [Insert(referral), *countries, *(Insert(one) for one in steps), *line]


def of_token(store: Store, text: str) -> Referral | None:
    """Return the orientation with a code, written in any way; ``None`` where there is none, or no code."""
    token = read_token(text)
    found = store.find(Referral, token=token) if token is not None else []
    return found[0] if found else None


def day_of_step(store: Store, day: date | None) -> date:
    """Return the day of a step.

    Raises:
        KnownError: it lies ahead.
    """
    today = store.clock.today()
    AHEAD.check_come(day or today, today)
    return day or today


def who(store: Store, by: str) -> str:
    """Return who a step is noted by: the name given, else the author of this laptop."""
    return one_line(by) or store.author


def free_token(store: Store) -> str:
    """Return a code that no orientation of this binder bears."""
    while store.find(Referral, deleted=None, token=(token := new_token())):
        continue
    return token


def _countries(referral: Referral, codes: tuple[str, ...]) -> Iterator[Record]:
    for code in dict.fromkeys(one.strip().upper() for one in codes if one.strip()):
        ends = {"referral_id": referral.id, "country": code}
        yield ReferralCountry(id=set_member_id("referral_country", ends), referral_id=referral.id, country=code)
