"""Erasing the data of a person everywhere, the journal included."""

from clusterdesk.domain.changes import Change, OpResult, Redact, deletion
from clusterdesk.domain.commands.records import ErasePerson
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint
from clusterdesk.domain.records.sessions import Action, SessionAttendee
from clusterdesk.store.desk_store import Store


def erase_person(store: Store, cmd: ErasePerson) -> OpResult[int]:
    """Blank names, notes, phones and mails of a person in tables and journal; ids stay, nothing can be undone.

    Where the person took part in a session or owes a promise, the name kept there goes too.

    Backups made before keep the data until they are thinned out.
    """
    store.get(Contact, cmd.contact_id)
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
    changes.append(deletion("contact", cmd.contact_id))
    return OpResult(len(points), store.apply(cmd, changes))
