"""Erasing the data of a person everywhere, the journal included."""

from collections.abc import Iterator

from clusterdesk.domain.changes import Change, OpResult, Redact, deletion
from clusterdesk.domain.commands.records import ErasePerson
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralAnswer, ReferralStep
from clusterdesk.domain.records.sessions import Action, SessionAttendee
from clusterdesk.store.desk_store import Store


def erase_person(store: Store, cmd: ErasePerson) -> OpResult[int]:
    """Blank names, notes, phones and mails of a person in tables and journal; ids stay, nothing can be undone.

    Where the person took part in a session, owes a promise, or agreed to an orientation of her organisation, the name
    kept there goes too; that somebody agreed, and when, stays.

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
    changes += [
        Redact("session_attendee", attendee.id, "name")
        for attendee in store.find(SessionAttendee, deleted=None, contact_id=cmd.contact_id)
    ]
    changes += [
        Redact("action", action.id, "owner_name")
        for action in store.find(Action, deleted=None, contact_id=cmd.contact_id)
    ]
    changes += _named_in_orientations(store, person)
    changes.append(deletion("contact", cmd.contact_id))
    return OpResult(len(points), store.apply(cmd, changes))


def _named_in_orientations(store: Store, person: Contact) -> Iterator[Change]:
    """Yield what blanks a name where it was typed: who agreed to an orientation, who let it happen, who answered."""
    name = folded(person.full_name)
    roles = store.find(ContactRole, deleted=None, contact_id=person.id)
    if not name or not roles:
        return
    holders = store.find(Organisation, deleted=None, id={role.organisation_id for role in roles})
    ids = {one.id for one in holders} | {one.merged_into for one in holders if one.merged_into is not None}
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
