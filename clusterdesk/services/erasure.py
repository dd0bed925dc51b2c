"""Erasing the data of a person everywhere, the journal included."""

from collections.abc import Iterator

from clusterdesk.domain.changes import Change, OpResult, Redact, deletion
from clusterdesk.domain.commands.records import ErasePerson, EraseTeamPerson
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.difficulties import DifficultyOrganisation
from clusterdesk.domain.records.directory import HubTeamPerson
from clusterdesk.domain.records.organisations import ContactPoint, Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralAnswer, ReferralStep
from clusterdesk.services.erasure_typed import typed_names
from clusterdesk.store.desk_store import Store


def erase_person(store: Store, cmd: ErasePerson) -> OpResult[int]:
    """Blank names, notes, phones and mails of a person in tables and journal; ids stay, nothing can be undone.

    Where the person took part in a session or an event, sits in a group, came to its meetings, contributes to a
    dossier, owes a promise, moved or rated a project, or agreed to an orientation of her organisation, or that it is
    named in a difficulty, the name kept there goes too, and remarks of such work that name her; that somebody agreed,
    and when, stays.

    Backups made before keep the data until they are thinned out.
    """
    person = store.get(Contact, cmd.contact_id)
    changes: list[Change] = [
        Redact("contact", cmd.contact_id, name) for name in ("first_name", "last_name", "notes", "external_id")
    ]
    points = store.find(ContactPoint, deleted=None, contact_id=cmd.contact_id)
    for point in points:
        changes += [Redact("contact_point", point.id, "value"), Redact("contact_point", point.id, "label")]
        changes.append(deletion("contact_point", point.id))
    changes += [
        Redact("contact_role", role.id, "role")
        for role in store.find(ContactRole, deleted=None, contact_id=cmd.contact_id)
    ]
    changes += typed_names(store, person)
    changes += _named_for_organisations(store, person)
    changes.append(deletion("contact", cmd.contact_id))
    return OpResult(len(points), store.apply(cmd, changes))


def erase_team_person(store: Store, cmd: EraseTeamPerson) -> OpResult[int]:
    """Blank name, role, phone and mail of a person of a receiving team in tables and journal; nothing can be undone.

    Where she answered for the team, or let an orientation happen, the name kept there goes too; what was answered, and
    when, stays, and so do the mails and files it came in. The output is how many such places there were.

    Backups made before keep the data until they are thinned out.
    """
    person = store.get(HubTeamPerson, cmd.hub_person_id)
    names = ("name", "role", "mail", "phone", "languages", "external_id")
    changes: list[Change] = [Redact("hub_team_person", person.id, name) for name in names]
    named = list(_named_in_answers(store, person))
    return OpResult(len(named), store.apply(cmd, [*changes, *named, deletion("hub_team_person", person.id)]))


def _named_in_answers(store: Store, person: HubTeamPerson) -> Iterator[Change]:
    """Yield what blanks a name where an answer came from: in any orientation, since it may have had other teams."""
    meant = {one for one in (folded(person.name), folded(person.mail)) if one}
    answers = [one for one in store.find(ReferralAnswer, deleted=None) if _is_meant(one.by, meant)]
    own = store.find(Referral, deleted=None, hub_team_id=person.hub_team_id)
    about = {one.id for one in own} | {one.referral_id for one in answers}
    for answer in answers:
        yield Redact("referral_answer", answer.id, "by")
    for step in store.find(ReferralStep, deleted=None, referral_id=about) if about else ():
        if _is_meant(step.by, meant):
            yield Redact("referral_step", step.id, "by")


def _is_meant(text: str, meant: set[str]) -> bool:
    """Tell whether a text is one of these names, be it with the address: “Lotte Maes <lotte@hub.example>”."""
    name, _, address = text.partition("<")
    return not meant.isdisjoint({folded(text), folded(name), folded(address.rstrip("> "))})


def _named_for_organisations(store: Store, person: Contact) -> Iterator[Change]:
    """Yield what blanks a name where it was typed: who agreed for her organisation, let happen, answered."""
    name = folded(person.full_name)
    roles = store.find(ContactRole, deleted=None, contact_id=person.id)
    if not name or not roles:
        return
    holders = store.find(Organisation, deleted=None, id={role.organisation_id for role in roles})
    ids = {one.id for one in holders} | {one.merged_into for one in holders if one.merged_into is not None}
    for met in store.find(DifficultyOrganisation, deleted=None, organisation_id=ids):
        if folded(met.named_by) == name:
            yield Redact("difficulty_organisation", met.id, "named_by")
    referrals = store.find(Referral, deleted=None, organisation_id=ids)
    for referral in referrals:
        if folded(referral.consent_by) == name:
            yield Redact("referral", referral.id, "consent_by")
    about = {one.id for one in referrals}
    for step in store.find(ReferralStep, deleted=None, referral_id=about) if about else ():
        if folded(step.by) == name:
            yield Redact("referral_step", step.id, "by")
    for answer in store.find(ReferralAnswer, deleted=None, referral_id=about) if about else ():
        if folded(answer.by) == name:
            yield Redact("referral_answer", answer.id, "by")
