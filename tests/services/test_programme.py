"""The programme through its services: years carried over, events moved, people invited and counted, undone, erased."""

from datetime import date
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.programme import (
    AddParticipant,
    CarryOver,
    InviteToEvent,
    MarkPresence,
    MoveEvent,
    RankThemes,
    TellEvent,
)
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord, ErasePerson
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, ContactRole
from clusterdesk.domain.records.groups import GatheringState, Presence
from clusterdesk.domain.records.organisations import Membership, MembershipStatus
from clusterdesk.domain.records.programme import (
    Commitment,
    EventKind,
    EventParticipation,
    ProgrammeEvent,
    Theme,
    ThemeState,
    ThemeVote,
)
from clusterdesk.domain.views.invitations import InviteFilter
from clusterdesk.domain.views.programme import Turnout
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import event_participants, invitations, merging, programme, records, undo
from clusterdesk.services.erasure import erase_person
from clusterdesk.services.lookup import search
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.programme_views import next_event, read_event, read_year
from clusterdesk.services.turnout import read_recent_turnout, read_turnout
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation


def kind(store: Store, key: str) -> EventKind:
    return next(one for one in store.find(EventKind) if one.key == key)


def plan(store: Store, title: str = "Visite", on: date = date(2026, 3, 19), **values: object) -> ProgrammeEvent:
    return add(store, ProgrammeEvent(title=title, on=on, **values))  # type: ignore[arg-type]


def test_a_new_binder_knows_the_usual_kinds_and_a_year_takes_them_over(store: Store) -> None:
    made = programme.carry_over(store, CarryOver(year=2026)).output
    owed = {store.get(EventKind, one.event_kind_id).key: (one.planned, one.due_month) for one in made}
    assert owed == {
        "company_visit": (2, None),
        "afterwork": (2, None),
        "knowledge_session": (2, None),
        "study_trip": (1, 10),
        "annual_event": (1, 12),
    }
    visits = next(one for one in made if store.get(EventKind, one.event_kind_id).key == "company_visit")
    records.edit_record(store, EditRecord(type_key="commitment", record_id=visits.id, values={"planned": 3}))
    programme.carry_over(store, CarryOver(year=2027, from_year=2026))
    next_year = {one.event_kind_id: one.planned for one in store.find(Commitment, year=2027)}
    assert next_year[visits.event_kind_id] == 3
    assert programme.carry_over(store, CarryOver(year=2027, from_year=2026)).output == (), "once is enough"
    undo.undo(store)
    assert store.find(Commitment, year=2027) == []


@pytest.mark.parametrize("year", [0, 1989, 2101])
def test_a_year_that_is_none_is_refused(store: Store, year: int) -> None:
    with pytest.raises(KnownError) as caught:
        programme.carry_over(store, CarryOver(year=year))
    assert caught.value.code == "no_programme_year"
    with pytest.raises(KnownError):
        read_year(store, year)
    with pytest.raises(KnownError):
        records.add_record(store, AddRecord(record=Commitment(year=year, event_kind_id=kind(store, "afterwork").id)))


def test_a_year_without_anything_to_carry_over_says_so(store: Store) -> None:
    with pytest.raises(KnownError) as caught:
        programme.carry_over(store, CarryOver(year=2027, from_year=2020))
    assert caught.value.code == "nothing_to_carry_over"


def test_the_year_tells_what_is_held_planned_and_missing(store: Store) -> None:
    programme.carry_over(store, CarryOver(year=2026))
    host = make_organisation(store, "Palettine")
    visit = kind(store, "company_visit").id
    plan(store, "Visite A", event_kind_id=visit, host_id=host.id, state=GatheringState.HELD)
    plan(store, "Sans engagement", event_kind_id=kind(store, "other_event").id)
    year = read_year(store, 2026)
    rows = {one.kind.key: one for one in year.kinds if one.kind is not None}
    assert rows["company_visit"].events[0].host == "Palettine"
    assert rows["company_visit"].counted.missing == 1
    assert "other_event" in rows
    assert rows["other_event"].commitment is None
    assert year.before is None
    assert read_year(store, 2027).before == 2026


def test_an_event_moves_until_it_took_place(store: Store) -> None:
    event = plan(store, to_on=date(2026, 3, 20))
    programme.move_event(store, MoveEvent(event_id=event.id, on=date(2026, 4, 16)))
    moved = store.get(ProgrammeEvent, event.id)
    assert (moved.on, moved.to_on) == (date(2026, 4, 16), date(2026, 4, 17))
    records.edit_record(
        store, EditRecord(type_key="programme_event", record_id=event.id, values={"on": date(2020, 1, 6)})
    )
    programme.tell_event(store, TellEvent(event_id=event.id, state=GatheringState.HELD))
    with pytest.raises(KnownError) as caught:
        programme.move_event(store, MoveEvent(event_id=event.id, on=date(2026, 5, 7)))
    assert caught.value.code == "event_held"
    later = plan(store, on=date(2099, 1, 1))
    with pytest.raises(KnownError) as early:
        programme.tell_event(store, TellEvent(event_id=later.id, state=GatheringState.HELD))
    assert early.value.code == "event_to_come"


def invite_all(store: Store, event: ProgrammeEvent) -> int:
    found = invitations.read_invitations(store, event.id, InviteFilter(store.clock.today()))
    pairs = tuple(one.pair for one in found.open)
    return invitations.invite(store, InviteToEvent(event_id=event.id, invited=pairs)).output


def test_only_who_agreed_to_mailings_and_has_an_address_is_invited_and_once(store: Store) -> None:
    noord, relave = make_organisation(store), make_organisation(store, "Relave")
    sofie = make_contact(store, noord, mail="sofie@noord.example")
    silent = make_contact(store, noord, "Karim", "Benali", mail="karim@noord.example")
    add(store, Consent(contact_id=sofie.id, purpose=ConsentPurpose.MAILING, on=date(2025, 1, 1)))
    add(store, Consent(contact_id=silent.id, purpose=ConsentPurpose.MAILING, on=date(2025, 1, 1)))
    add(store, Consent(contact_id=silent.id, purpose=ConsentPurpose.MAILING, given=False, on=date(2025, 6, 1)))
    without = make_contact(store, relave, "Ibrahim", "Diallo")
    add(store, Consent(contact_id=without.id, purpose=ConsentPurpose.MAILING))
    event = plan(store)
    assert invite_all(store, event) == 1
    assert [one.name for one in read_event(store, event.id).participants] == ["Sofie Peeters"]
    assert invite_all(store, event) == 0
    undo.undo(store)
    assert read_event(store, event.id).participants == ()


def test_registering_takes_up_who_was_invited(store: Store) -> None:
    noord = make_organisation(store)
    sofie = make_contact(store, noord)
    event = plan(store)
    invitations.invite(store, InviteToEvent(event_id=event.id, invited=((sofie.id, noord.id),)))
    event_participants.add_participant(store, AddParticipant(event_id=event.id, contact_id=sofie.id))
    event_participants.add_participant(store, AddParticipant(event_id=event.id, name="Louise  Carlier"))
    event_participants.add_participant(store, AddParticipant(event_id=event.id, name="louise carlier"))
    page = read_event(store, event.id)
    assert (page.row.invited, page.row.registered) == (1, 2)
    with pytest.raises(KnownError) as caught:
        event_participants.add_participant(store, AddParticipant(event_id=event.id, name="  "))
    assert caught.value.code == "participant_nameless"


def came(store: Store, event: ProgrammeEvent, organisation_id: UUID, presence: Presence, name: str = "") -> None:
    command = AddParticipant(event_id=event.id, organisation_id=organisation_id, name=name)
    one = event_participants.add_participant(store, command).output
    event_participants.mark_presence(
        store, MarkPresence(event_id=event.id, participation_ids=(one.id,), presence=presence)
    )


def test_who_came_and_who_never_does_counts_merged_organisations_as_one(store: Store) -> None:
    noord, twin, absent = (make_organisation(store, name) for name in ("Atelier Noord", "Atelier Noord SRL", "Relave"))
    for one in (noord, absent):
        add(store, Membership(organisation_id=one.id, status=MembershipStatus.MEMBER))
    event = plan(store, state=GatheringState.HELD)
    came(store, event, noord.id, Presence.EXCUSED, "Sofie")
    came(store, event, twin.id, Presence.PRESENT, "Karim")
    came(store, event, absent.id, Presence.ABSENT)
    merging.merge_organisations(store, MergeOrganisations(kept_id=noord.id, absorbed_id=twin.id))
    found = read_turnout(store, 2026)
    assert [(one.name, one.present, one.never_came) for one in found.members] == [
        ("Atelier Noord", 1, False),
        ("Relave", 0, True),
    ]
    assert {one.organisation for one in read_event(store, event.id).participants} == {"Atelier Noord", "Relave"}


def test_who_came_in_the_last_months_and_people_known_as_contacts_only(store: Store) -> None:
    noord, relave = (make_organisation(store, name) for name in ("Atelier Noord", "Relave"))
    for one in (noord, relave):
        add(store, Membership(organisation_id=one.id, status=MembershipStatus.MEMBER))
    sofie, left = make_contact(store, noord), make_contact(store, relave, "Karim", "Benali")
    role = store.find(ContactRole, contact_id=left.id)[0]
    records.edit_record(
        store, EditRecord(type_key="contact_role", record_id=role.id, values={"to_on": PartialDate("2020-01")})
    )
    last_year = plan(store, "Fin d’année", date(2025, 12, 4), state=GatheringState.HELD)
    for person in (sofie, left):
        add(
            store,
            EventParticipation(programme_event_id=last_year.id, contact_id=person.id, presence=Presence.PRESENT),
        )
    today = date(2026, 5, 3)

    def told(found: Turnout) -> list[tuple[str, int]]:
        return [(one.name, one.present) for one in found.members]

    assert told(read_turnout(store, 2026)) == [("Atelier Noord", 0), ("Relave", 0)], "a new year has seen nobody yet"
    recent = read_recent_turnout(store, 6, today)
    assert (recent.held, recent.since, recent.until) == (1, date(2025, 11, 4), today)
    assert told(recent) == [("Atelier Noord", 1), ("Relave", 0)], "who had left came for nobody"
    assert read_recent_turnout(store, 3, today).held == 0
    with pytest.raises(KnownError) as caught:
        read_recent_turnout(store, 0, today)
    assert caught.value.code == "no_months"


def test_the_fil_tells_what_was_hosted_attended_and_registered_for(store: Store) -> None:
    noord, other = make_organisation(store), make_organisation(store, "Relave")
    plan(store, "Chez nous", host_id=noord.id)
    there = plan(store, "Chez eux", date(2026, 5, 7), host_id=other.id)
    came(store, there, noord.id, Presence.PRESENT)
    coming = plan(store, "À venir", date(2026, 12, 10))
    event_participants.add_participant(store, AddParticipant(event_id=coming.id, organisation_id=noord.id))
    invited = plan(store, "Seulement invité", date(2026, 12, 11))
    person = make_contact(store, noord)
    invitations.invite(store, InviteToEvent(event_id=invited.id, invited=((person.id, noord.id),)))
    page = read_timeline(store, noord.id, kinds=(TimelineKind.EVENT,))
    assert [(one.title, one.detail.partition(" ")[2]) for one in page.entries] == [
        ("À venir", "registered"),
        ("Chez eux", "present"),
        ("Chez nous", "hosted"),
    ]
    assert page.counts[TimelineKind.EVENT] == 3


def test_themes_are_ranked_by_their_points(store: Store) -> None:
    first, second = (add(store, Theme(year=2027, title=title)) for title in ("Machines", "Matières"))
    with pytest.raises(KnownError) as caught:
        programme.rank_themes(store, RankThemes(year=2027))
    assert caught.value.code == "no_votes"
    add(store, ThemeVote(theme_id=second.id, points=3))
    add(store, ThemeVote(theme_id=first.id, points=2))
    ranked = programme.rank_themes(store, RankThemes(year=2027)).output
    assert [(one.title, one.rank, one.state) for one in ranked] == [
        ("Matières", 1, ThemeState.VOTED),
        ("Machines", 2, ThemeState.VOTED),
    ]
    undo.undo(store)
    assert store.get(Theme, second.id).rank is None


def test_an_event_in_the_bin_takes_its_participants_along(store: Store) -> None:
    noord = make_organisation(store)
    event = plan(store, on=date(2099, 5, 7))
    event_participants.add_participant(store, AddParticipant(event_id=event.id, organisation_id=noord.id))
    assert next_event(store) is not None
    records.delete_record(store, DeleteRecord(type_key="programme_event", record_id=event.id))
    assert store.find(EventParticipation) == []
    assert next_event(store) is None
    with pytest.raises(KnownError) as caught:
        event_participants.add_participant(store, AddParticipant(event_id=event.id, name="Zoé"))
    assert caught.value.code == "owner_binned"


def test_a_name_that_is_erased_goes_from_events_themes_and_votes(store: Store) -> None:
    noord = make_organisation(store)
    sofie = make_contact(store, noord, mail="sofie@noord.example")
    event = plan(store)
    event_participants.add_participant(store, AddParticipant(event_id=event.id, contact_id=sofie.id))
    typed = AddParticipant(event_id=event.id, name="sofie peeters", organisation_id=noord.id, mail="s@noord.example")
    event_participants.add_participant(store, typed)
    theme = add(store, Theme(year=2027, title="x", organisation_id=noord.id, proposed_by="Sofie Peeters"))
    add(store, ThemeVote(theme_id=theme.id, organisation_id=noord.id, voter="Sofie Peeters"))
    erase_person(store, ErasePerson(contact_id=sofie.id))
    rows = store.find(EventParticipation)
    assert [(one.name, one.mail) for one in rows] == [("", ""), ("", "")]
    assert store.find(Theme)[0].proposed_by == ""
    assert store.find(ThemeVote)[0].voter == ""
    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT group_concat(value) FROM change").scalar_one()
    assert "Peeters" not in str(kept)


def test_events_are_found_by_place_and_minutes(store: Store) -> None:
    plan(store, "Voyage d’étude", place="Gand", minutes="Le bon de commande des écoles")
    for text in ("gand", "écoles", "voyage"):
        assert [hit.kind for hit in search(store, text).hits] == ["programme_event"]
