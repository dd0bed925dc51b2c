"""Inviting people to an event by a filter: who fits, who is left out and why; noting who is invited."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.programme import InviteToEvent
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.lists import CircularModel, ValueChain
from clusterdesk.domain.records.programme import EventParticipation
from clusterdesk.domain.views.invitations import Invitations, InviteFilter
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.programme import standing_event
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import invitations


def read_invitations(store: Store, event_id: UUID, wanted: InviteFilter) -> Invitations:
    """Return who fits a filter, those left out too, with why.

    Raises:
        KnownError: the event lies in the bin, or there is none.
    """
    event = standing_event(store, event_id)
    chains = sorted(store.find(ValueChain, active=True), key=lambda one: one.position)
    models = sorted(store.find(CircularModel, active=True), key=lambda one: one.position)
    with store.read() as connection:
        found = invitations.candidates(connection, event_id, wanted)
    return Invitations(event, found, tuple(chains), tuple(models))


def invite(store: Store, cmd: InviteToEvent) -> OpResult[int]:
    """Note that people are invited; who is known at the event already keeps what is known, with the day if it has none.

    Raises:
        KnownError: the event or an organisation lies in the bin.
    """
    event = standing_event(store, cmd.event_id)
    on = cmd.on or store.clock.today()
    known = {one.contact_id: one for one in store.find(EventParticipation, programme_event_id=event.id)}
    pairs = dict.fromkeys(cmd.invited)
    people = {one.id: one for one in store.find(Contact, id={contact for contact, _ in pairs})} if pairs else {}
    owners = {one: receiving_organisation(store, one).id for one in {owner for _, owner in pairs}}
    changes: list[Change] = []
    count = 0
    for contact_id, organisation_id in pairs:
        before = known.get(contact_id)
        if before is not None:
            if before.invited_on is None:
                changes += differences(before, replace(before, invited_on=on))
                count += 1
            continue
        person = people.get(contact_id) or store.get(Contact, contact_id)
        made = EventParticipation(
            programme_event_id=event.id,
            organisation_id=owners[organisation_id],
            contact_id=contact_id,
            name=person.full_name,
            invited_on=on,
        )
        known[contact_id] = made
        changes.append(Insert(made))
        count += 1
    return OpResult(count, store.apply(replace(cmd, title=event.title), changes))
