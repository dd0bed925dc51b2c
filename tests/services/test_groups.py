"""Working groups on a real binder: seats, meetings, who came, what was decided and promised, and taking it back."""

from datetime import date, time
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.groups import (
    AddMember,
    Came,
    CancelMeeting,
    Decide,
    HoldMeeting,
    NoteAttendance,
    PlanMeeting,
    ReplanMeeting,
)
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import DeleteRecord, RestoreRecord
from clusterdesk.domain.groups.people import Who
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.exchange import Exchange, ExchangeSide
from clusterdesk.domain.records.groups import (
    GatheringState,
    GroupKind,
    Meeting,
    MeetingAttendance,
    MeetingDecision,
    MemberCategory,
    Presence,
    WorkingGroup,
)
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Organisation, OrganisationKind
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.services import group_views, groups, meeting_exchanges, meeting_lines, merging, records
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation

DAY = date(2026, 11, 19)


def _group(store: Store, **values: object) -> WorkingGroup:
    return add(store, WorkingGroup(name="GT Bois", **values))  # type: ignore[arg-type]


def _meeting(store: Store, group: WorkingGroup, on: date = DAY) -> Meeting:
    return groups.plan_meeting(store, PlanMeeting(group_id=group.id, on=on, starts_at=time(14), place="Atelier")).output


def _came(store: Store, meeting: Meeting, presence: Presence, *people: Who) -> None:
    came = tuple(Came(who=one, presence=presence) for one in people)
    groups.note_attendance(store, NoteAttendance(meeting_id=meeting.id, came=came))


def _sit(store: Store, group: WorkingGroup, **who: object) -> UUID:
    return groups.add_member(store, AddMember(group_id=group.id, member=Who(**who))).output.id  # type: ignore[arg-type]


def test_seats_are_filled_by_who_sits_in_the_group_today(store: Store) -> None:
    board = _group(store, kind=GroupKind.ADVISORY_BOARD, company_seats=7, partner_seats=4)
    for number in range(5):
        _sit(store, board, organisation_id=make_organisation(store, f"Atelier {number}").id)
    _sit(store, board, organisation_id=make_organisation(store, "Fédération", kind=OrganisationKind.PARTNER).id)
    gone = AddMember(
        group_id=board.id,
        member=Who(organisation_id=make_organisation(store, "Parti").id),
        to_on=PartialDate("2025"),
    )
    groups.add_member(store, gone)
    ending = AddMember(
        group_id=board.id,
        member=Who(name="Mme Declercq"),
        category=MemberCategory.PARTNER,
        to_on=PartialDate("2026-12"),
    )
    groups.add_member(store, ending)

    page = group_views.read_group(store, board.id)

    companies, partners = page.row.seats
    assert (companies.category, companies.filled, companies.free) == (MemberCategory.COMPANY, 5, 2)
    assert (partners.filled, partners.free, partners.over) == (2, 2, 0)
    assert [one.person.name for one in page.members if one.ends_soon(store.clock.today())] == ["Mme Declercq"]
    assert page.members[-1].person.name == "Parti"
    assert page.row.ending == 1


def test_members_of_the_day_are_expected_and_each_person_stands_in_the_list_once(store: Store) -> None:
    group = _group(store)
    planchea, lattes = make_organisation(store, "Planchéa"), make_organisation(store, "Les Lattes")
    nora = make_contact(store, planchea, "Nora", "Willems")
    _sit(store, group, contact_id=nora.id)
    _sit(store, group, organisation_id=lattes.id)
    meeting = _meeting(store, group)

    expected = group_views.read_meeting(store, meeting.id).attendance
    assert [(one.person.name, one.person.side, one.presence) for one in expected] == [
        ("Les Lattes", "", Presence.UNKNOWN),
        ("Nora Willems", "Planchéa", Presence.UNKNOWN),
    ]

    _came(store, meeting, Presence.PRESENT, Who(contact_id=nora.id))
    _came(store, meeting, Presence.EXCUSED, Who(contact_id=nora.id), Who(organisation_id=lattes.id))
    _came(store, meeting, Presence.PRESENT, Who(name="Un voisin"))

    page = group_views.read_meeting(store, meeting.id)
    assert [(one.person.name, one.presence) for one in page.attendance] == [
        ("Les Lattes", Presence.EXCUSED),
        ("Nora Willems", Presence.EXCUSED),
        ("Un voisin", Presence.PRESENT),
    ]
    assert len(store.find(MeetingAttendance)) == 3
    assert (page.row.present, page.row.excused) == (1, 2)


def test_noting_nobody_knows_takes_the_row_away_and_undo_brings_it_back(store: Store) -> None:
    group = _group(store)
    meeting = _meeting(store, group)
    guest = Who(name="Un voisin")
    _came(store, meeting, Presence.PRESENT, guest)
    _came(store, meeting, Presence.UNKNOWN, guest)
    assert store.find(MeetingAttendance) == []
    undo(store)
    assert [one.presence for one in store.find(MeetingAttendance)] == [Presence.PRESENT]
    redo(store)
    _came(store, meeting, Presence.EXCUSED, guest)
    (row,) = store.find(MeetingAttendance, deleted=None)
    assert (row.presence, row.deleted) == (Presence.EXCUSED, False)


def test_two_laptops_that_note_the_same_person_agree(store: Store) -> None:
    meeting = _meeting(store, _group(store))
    organisation = make_organisation(store)
    _came(store, meeting, Presence.PRESENT, Who(organisation_id=organisation.id))
    first = store.find(MeetingAttendance)[0].id
    undo(store)
    _came(store, meeting, Presence.EXCUSED, Who(organisation_id=organisation.id))
    assert store.find(MeetingAttendance)[0].id == first


def test_a_merged_organisation_sits_and_comes_as_the_kept_one(store: Store) -> None:
    group = _group(store)
    kept, absorbed = make_organisation(store, "Planchéa"), make_organisation(store, "Planchea SRL")
    _sit(store, group, organisation_id=absorbed.id)
    meeting = _meeting(store, group)
    _came(store, meeting, Presence.PRESENT, Who(organisation_id=absorbed.id))
    merging.merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=absorbed.id))

    page = group_views.read_meeting(store, meeting.id)
    assert [(one.person.name, one.person.organisation_id) for one in page.attendance] == [("Planchéa", kept.id)]
    assert [one.group for one in group_views.groups_of(store, kept.id)] == ["GT Bois"]


def test_lines_become_decisions_and_promises_of_whoever_they_name(store: Store) -> None:
    group = _group(store)
    planchea, lattes = make_organisation(store, "Planchéa"), make_organisation(store, "Les Lattes du Canal")
    elsewhere = make_organisation(store, "Trame Neuve")
    nora = make_contact(store, planchea, "Nora", "Willems")
    claire = add(store, Profile(name="Claire Dumont"))
    _sit(store, group, contact_id=nora.id)
    _sit(store, group, organisation_id=lattes.id)
    meeting = _meeting(store, group)

    def note(text: str) -> Action | MeetingDecision:
        return meeting_lines.note_line(store, meeting.id, text, today=DAY).output

    decided = note("La prochaine séance se tient à l’atelier le 4 décembre")
    also = note("@décision on mesure les chutes pendant un mois")
    as_written = note("Décision : on achète le séchoir")
    theirs = note("@Lattes envoyer la liste des chutes vendredi")
    person = note("@Nora demander l’offre du transporteur")
    ours = note("@Claire inviter la fédération 27/11")
    other = note("@Trame prêter le camion")
    stranger = note("@Bourgmestre donner la salle")

    assert isinstance(decided, MeetingDecision)
    assert isinstance(also, MeetingDecision)
    assert (also.text, also.position) == ("on mesure les chutes pendant un mois", 2)
    assert isinstance(as_written, MeetingDecision)
    assert as_written.text == "on achète le séchoir"
    assert isinstance(theirs, Action)
    assert (theirs.owner, theirs.organisation_id, theirs.due_on) == (
        OwnerKind.ORGANISATION,
        lattes.id,
        date(2026, 11, 20),
    )
    assert theirs.text == "envoyer la liste des chutes"
    assert isinstance(person, Action)
    assert (person.organisation_id, person.contact_id) == (planchea.id, nora.id)
    assert isinstance(ours, Action)
    assert (ours.owner, ours.profile_id, ours.due_on) == (OwnerKind.US, claire.id, date(2026, 11, 27))
    assert isinstance(other, Action)
    assert other.organisation_id == elsewhere.id
    assert isinstance(stranger, Action)
    assert (stranger.owner, stranger.owner_name) == (OwnerKind.OTHER, "Bourgmestre")
    page = group_views.read_meeting(store, meeting.id)
    assert {one.owner for one in page.promises} == {
        "Les Lattes du Canal", "Nora Willems", "Claire Dumont", "Trame Neuve", "Bourgmestre",
    }  # fmt: skip
    assert (page.row.decisions, page.row.promises, page.row.open_promises) == (3, 5, 5)


def test_a_promise_of_them_needs_to_say_of_whom(store: Store) -> None:
    meeting = _meeting(store, _group(store))
    with pytest.raises(KnownError) as caught:
        meeting_lines.note_line(store, meeting.id, "@eux envoyer le plan", today=DAY)
    assert caught.value.code == "promise_owner"
    with pytest.raises(KnownError):
        groups.decide(store, Decide(meeting_id=meeting.id, text="  "))


def test_what_is_owed_from_before_is_told_at_the_next_meeting(store: Store) -> None:
    group = _group(store)
    first, second = _meeting(store, group, date(2026, 9, 10)), _meeting(store, group)
    meeting_lines.note_line(store, first.id, "@nous envoyer le relevé", today=date(2026, 9, 10))
    assert [one.record.text for one in group_views.read_meeting(store, second.id).owed] == ["envoyer le relevé"]
    assert group_views.read_meeting(store, first.id).owed == ()
    assert len(group_views.read_group(store, group.id).promises) == 1


def test_a_meeting_is_held_called_off_and_planned_again(store: Store) -> None:
    group = _group(store)
    coming = _meeting(store, group, date(2030, 1, 10))
    with pytest.raises(KnownError) as caught:
        groups.move_meeting(store, HoldMeeting(meeting_id=coming.id))
    assert caught.value.code == "meeting_to_come"
    groups.move_meeting(store, CancelMeeting(meeting_id=coming.id))
    assert store.get(Meeting, coming.id).state is GatheringState.CANCELLED
    groups.move_meeting(store, ReplanMeeting(meeting_id=coming.id))
    undo(store)
    assert store.get(Meeting, coming.id).state is GatheringState.CANCELLED
    over = _meeting(store, group, date(2024, 5, 2))
    assert over.state is GatheringState.HELD
    with pytest.raises(KnownError):
        groups.plan_meeting(store, PlanMeeting(group_id=group.id, on=DAY, starts_at=time(16), ends_at=time(14)))


def test_a_group_in_the_bin_takes_its_meetings_along_but_leaves_the_promises(store: Store) -> None:
    group = _group(store)
    organisation = make_organisation(store)
    _sit(store, group, organisation_id=organisation.id)
    meeting = _meeting(store, group)
    _came(store, meeting, Presence.PRESENT, Who(organisation_id=organisation.id))
    meeting_lines.note_line(store, meeting.id, "@Atelier envoyer le plan", today=DAY)
    records.delete_record(store, DeleteRecord(type_key="working_group", record_id=group.id))
    assert store.find(Meeting) == []
    assert store.find(MeetingAttendance) == []
    assert len(store.find(Action, organisation_id=organisation.id)) == 1
    with pytest.raises(KnownError) as caught:
        _meeting(store, group)
    assert caught.value.code == "owner_binned"
    records.restore_record(store, RestoreRecord(type_key="working_group", record_id=group.id))
    assert len(store.find(MeetingAttendance)) == 1


def test_a_member_from_an_organisation_comes_as_company_or_partner(store: Store) -> None:
    group = _group(store)
    company = make_organisation(store, "Planchéa")
    _sit(store, group, organisation_id=company.id)
    _sit(store, group, organisation_id=make_organisation(store, "Fédé", kind=OrganisationKind.PARTNER).id)
    _sit(store, group, name="Un curieux")
    found = {one.person.name: one.record.category for one in group_views.read_group(store, group.id).members}
    assert found == {
        "Planchéa": MemberCategory.COMPANY,
        "Fédé": MemberCategory.PARTNER,
        "Un curieux": MemberCategory.OTHER,
    }
    assert isinstance(store.get(Organisation, company.id), Organisation)


def test_a_line_may_say_what_somebody_seeks_or_offers(store: Store) -> None:
    group = _group(store)
    planchea, elsewhere = make_organisation(store, "Planchéa"), make_organisation(store, "Trame Neuve")
    nora = make_contact(store, planchea, "Nora", "Willems")
    _sit(store, group, contact_id=nora.id)
    meeting = _meeting(store, group)
    for text in ("Nora Willems : #cherche 200 m² de stockage", "Trame Neuve #propose 12 palettes"):
        meeting_exchanges.note_line(store, meeting.id, text, today=DAY)
    found = {one.text: (one.organisation_id, one.side) for one in store.find(Exchange)}
    assert found == {
        "200 m² de stockage": (planchea.id, ExchangeSide.NEED),
        "12 palettes": (elsewhere.id, ExchangeSide.OFFER),
    }
    assert group_views.read_meeting(store, meeting.id).decisions == ()
    with pytest.raises(KnownError) as caught:
        meeting_exchanges.note_line(store, meeting.id, "#zoekt een pers", today=DAY)
    assert caught.value.code == "exchange_nobody"
    undo(store)
    assert [one.text for one in store.find(Exchange)] == ["200 m² de stockage"]
