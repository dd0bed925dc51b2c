"""What of a person is kept in the programme, to be erased: as a participant, as who proposed a theme or voted."""

from collections.abc import Iterator

from clusterdesk.domain.changes import Change, Redact
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.programme import EventParticipation, Theme, ThemeVote
from clusterdesk.store.desk_store import Store

_OF_PARTICIPANT = ("name", "mail", "remark")


def named_at_events(store: Store, person: Contact) -> Iterator[Change]:
    """Yield what blanks a person who is known at an event, and her name where it was typed with her organisation."""
    for one in store.find(EventParticipation, deleted=None, contact_id=person.id):
        yield from (Redact("event_participation", one.id, field) for field in _OF_PARTICIPANT)
    name = folded(person.full_name)
    roles = store.find(ContactRole, deleted=None, contact_id=person.id)
    if not name or not roles:
        return
    holders = store.find(Organisation, deleted=None, id={role.organisation_id for role in roles})
    ids = {one.id for one in holders} | {one.merged_into for one in holders if one.merged_into is not None}
    for one in store.find(EventParticipation, deleted=None, organisation_id=ids):
        if one.contact_id is None and folded(one.name) == name:
            yield from (Redact("event_participation", one.id, field) for field in _OF_PARTICIPANT)
    for theme in store.find(Theme, deleted=None, organisation_id=ids):
        if folded(theme.proposed_by) == name:
            yield Redact("theme", theme.id, "proposed_by")
    for vote in store.find(ThemeVote, deleted=None, organisation_id=ids):
        if folded(vote.voter) == name:
            yield Redact("theme_vote", vote.id, "voter")
