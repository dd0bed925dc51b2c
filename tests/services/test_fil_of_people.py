"""The Fil of an organisation also tells of groups, meetings and events that only its people are named at."""

from datetime import date

import pytest

from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.contacts import ContactRole
from clusterdesk.domain.records.groups import (
    GatheringState,
    GroupMember,
    Meeting,
    MeetingAttendance,
    Presence,
    WorkingGroup,
)
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import merging
from clusterdesk.services.page_views import read_timeline
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation

DAY = date(2026, 3, 3)
GATHERINGS = (TimelineKind.GROUP, TimelineKind.GROUP_MEETING, TimelineKind.EVENT)


def _told(store: Store, organisation: Organisation) -> list[tuple[str, str]]:
    page = read_timeline(store, organisation.id, kinds=GATHERINGS)
    assert sum(page.counts[one] for one in GATHERINGS if one in page.counts) == len(page.entries)
    return sorted((one.kind.value, one.title) for one in page.entries)


@pytest.fixture
def noord(store: Store) -> Organisation:
    """An organisation whose person sits in a group, came to its meeting and to an event: only she is named."""
    noord = make_organisation(store, "Atelier Noord")
    person = make_contact(store, noord)
    group = add(store, WorkingGroup(name="GT Bois"))
    meeting = Meeting(working_group_id=group.id, on=DAY, state=GatheringState.HELD)
    event = ProgrammeEvent(title="Visite", on=DAY, state=GatheringState.HELD)
    add(store, meeting, event)
    add(
        store,
        GroupMember(working_group_id=group.id, contact_id=person.id, from_on=PartialDate("2026")),
        MeetingAttendance(meeting_id=meeting.id, contact_id=person.id, presence=Presence.PRESENT),
        EventParticipation(programme_event_id=event.id, contact_id=person.id, presence=Presence.PRESENT),
    )
    return noord


ALL = [("meeting", "GT Bois"), ("programme_event", "Visite"), ("working_group", "GT Bois")]


def test_who_is_named_only_as_a_person_shows_where_she_works(store: Store, noord: Organisation) -> None:
    other = make_organisation(store, "Relave")
    assert _told(store, noord) == ALL
    assert _told(store, other) == []


def test_a_person_with_two_roles_shows_where_she_works_first(store: Store, noord: Organisation) -> None:
    other = make_organisation(store, "Relave")
    role = store.find(ContactRole, organisation_id=noord.id)[0]
    add(store, ContactRole(contact_id=role.contact_id, organisation_id=other.id))
    assert (_told(store, noord), _told(store, other)) == (ALL, [])


def test_a_person_who_left_shows_where_she_went(store: Store) -> None:
    before, now = make_organisation(store, "Relave"), make_organisation(store, "Atelier Noord")
    person = make_contact(store, now, main=False)
    add(
        store,
        ContactRole(contact_id=person.id, organisation_id=before.id, main=True, to_on=PartialDate("2024")),
    )
    group = add(store, WorkingGroup(name="GT Bois"))
    add(store, GroupMember(working_group_id=group.id, contact_id=person.id))
    assert (_told(store, before), _told(store, now)) == ([], [("working_group", "GT Bois")])


def test_a_merged_organisation_keeps_what_its_people_took_part_in(store: Store, noord: Organisation) -> None:
    kept = make_organisation(store, "Atelier Noord SRL")
    merging.merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=noord.id))
    assert _told(store, kept) == ALL
