"""Lines typed in a meeting: what they mean in this binder, and the decisions and promises they become."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.domain.capture.understood import Named, Owner
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.actions import AddAction
from clusterdesk.domain.commands.groups import Decide
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.groups.spoken import LineKind, Room, Spoken, check_owner, named_owner, spoken
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import MeetingDecision
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.services.actions import add_action
from clusterdesk.services.group_views import read_meeting
from clusterdesk.services.groups import decide
from clusterdesk.store.desk_store import Store


def understand_line(store: Store, meeting_id: UUID, text: str, today: date) -> Spoken:
    """Return what a line typed in a meeting means; a name nobody of the meeting bears is looked for everywhere.

    Raises:
        KnownError: there is no such meeting.
    """
    room = read_meeting(store, meeting_id).room
    found = spoken(text, today, room)
    if found.kind is LineKind.PROMISE and (found.unknown or "#" in text):
        everyone = tuple(Named(one.id, one.name) for one in store.find(Organisation, merged_into=None))
        wider = spoken(text, today, replace(room, organisations=(*room.organisations, *_others(everyone, room))))
        return wider if found.unknown or found.organisation is None else found
    return found


def note_line(
    store: Store, meeting_id: UUID, text: str, *, today: date, visibility: Visibility = Visibility.SHAREABLE
) -> OpResult[MeetingDecision] | OpResult[Action]:
    """Write down what a line says: a decision, or a promise of whoever it names.

    Raises:
        KnownError: it says nothing, or not who owes it.
    """
    found = understand_line(store, meeting_id, text, today)
    if found.kind is LineKind.DECISION:
        return decide(store, Decide(meeting_id=meeting_id, text=found.text, visibility=visibility))
    return promise(store, meeting_id, found, visibility)


def promise(store: Store, meeting_id: UUID, said: Spoken, visibility: Visibility) -> OpResult[Action]:
    """Write down a promise made in a meeting.

    Raises:
        KnownError: it says nothing, or not who owes it.
    """
    owner: Owner = said.owner
    check_owner(said)
    made = NewPromise(
        text=said.text,
        owner=owner.kind,
        profile_id=owner.profile_id,
        contact_id=owner.contact_id,
        owner_name=owner.name if owner.kind is OwnerKind.OTHER else "",
        due_on=said.due_on,
        visibility=visibility,
    )
    organisation_id = said.organisation.id if said.organisation is not None else None
    return add_action(store, AddAction(promise=made, organisation_id=organisation_id, meeting_id=meeting_id))


def take_promise(store: Store, meeting_id: UUID, seen: NewPromise) -> OpResult[Action]:
    """Write down a promise that was seen in the minutes; the name in it is looked for among those at the meeting.

    Raises:
        KnownError: it says nothing, or not who owes it.
    """
    owner, organisation = Owner(seen.owner, seen.owner_name, seen.profile_id, seen.contact_id), None
    if seen.owner is OwnerKind.OTHER:
        owner, organisation, _ = named_owner(seen.owner_name, None, read_meeting(store, meeting_id).room)
    said = Spoken(LineKind.PROMISE, seen.text, owner, organisation, seen.due_on)
    return promise(store, meeting_id, said, seen.visibility)


def _others(everyone: tuple[Named, ...], room: Room) -> tuple[Named, ...]:
    known = {one.id for one in room.organisations}
    return tuple(one for one in everyone if one.id not in known)
