"""Who takes part in an event: registered, present or not."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.programme import AddParticipant, MarkPresence
from clusterdesk.domain.parsing.text import folded, one_line
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.programme import EventParticipation
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.programme import standing_event
from clusterdesk.store.desk_store import Store


def add_participant(store: Store, cmd: AddParticipant) -> OpResult[EventParticipation]:
    """Register somebody; a contact person who was invited is registered, and not there twice.

    Raises:
        KnownError: it says nobody, or the event or organisation lies in the bin.
    """
    event = standing_event(store, cmd.event_id)
    on = cmd.on or store.clock.today()
    name = one_line(cmd.name)
    if cmd.contact_id is not None:
        name = name or store.get(Contact, cmd.contact_id).full_name
    if not name and cmd.organisation_id is None:
        raise KnownError(
            "participant_nameless",
            N_("A participant has a name or an organisation."),
            advice=N_("Write the name, or choose the organisation."),
        )
    titled = replace(cmd, title=event.title)
    before = _same(store, event.id, cmd, name)
    if before is not None:
        after = replace(before, registered_on=before.registered_on or on, cancelled_on=None)
        return OpResult(after, store.apply(titled, differences(before, after)))
    organisation = receiving_organisation(store, cmd.organisation_id).id if cmd.organisation_id is not None else None
    made = EventParticipation(
        programme_event_id=event.id,
        organisation_id=organisation,
        contact_id=cmd.contact_id,
        name=name,
        mail=one_line(cmd.mail),
        registered_on=on,
    )
    return OpResult(made, store.apply(titled, [Insert(made)]))


def mark_presence(store: Store, cmd: MarkPresence) -> OpResult[int]:
    """Note who came; who is present and had not registered, or had cancelled, counts as registered on the day."""
    event = standing_event(store, cmd.event_id)
    changes: list[Change] = []
    for one in store.find(EventParticipation, id=set(cmd.participation_ids)):
        after = replace(one, presence=cmd.presence)
        if cmd.presence is Presence.PRESENT:
            after = replace(after, registered_on=one.registered_on or _day(store, event.on), cancelled_on=None)
        changes += differences(one, after)
    return OpResult(len(changes), store.apply(replace(cmd, title=event.title), changes))


def _day(store: Store, on: date) -> date:
    return min(on, store.clock.today())


def _same(store: Store, event_id: UUID, cmd: AddParticipant, name: str) -> EventParticipation | None:
    for one in store.find(EventParticipation, programme_event_id=event_id):
        if cmd.contact_id is not None and one.contact_id == cmd.contact_id:
            return one
        same_name = bool(name) and folded(one.name) == folded(name)
        if cmd.contact_id is None and same_name and one.organisation_id == cmd.organisation_id:
            return one
    return None
