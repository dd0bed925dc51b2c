"""A colleague takes over: roles end and begin, promises and planned visits pass, one undo brings all of it back."""

from datetime import date, timedelta

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.coaching import HandOver
from clusterdesk.domain.records.coaching import CoachingFileManager, ManagerRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionState
from clusterdesk.services.handing_over import HandedOver, hand_over
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_file, make_organisation

OPENED = date(2026, 2, 2)
DAY = date(2026, 11, 30)


def _roles(store: Store) -> list[tuple[str, str, date | None, date | None]]:
    names = {one.id: one.name for one in store.find(Profile)}
    found = store.find(CoachingFileManager)
    return sorted((names[one.profile_id], one.role.value, one.from_on, one.to_on) for one in found)


def test_files_promises_and_visits_pass_in_one_step(store: Store) -> None:
    organisation, other = make_organisation(store), make_organisation(store, name="Autre")
    claire, hanne = add(store, Profile(name="Claire")), add(store, Profile(name="Hanne"))
    file = make_file(store, organisation, opened_on=OPENED)
    add(store, CoachingFileManager(coaching_file_id=file.id, profile_id=claire.id, from_on=OPENED))
    owed = add(store, Action(organisation_id=organisation.id, text="Devis", profile_id=claire.id))
    kept = add(store, Action(organisation_id=organisation.id, text="Fait", profile_id=claire.id, done_on=OPENED))
    theirs = add(store, Action(organisation_id=organisation.id, text="Plan", owner=OwnerKind.ORGANISATION))
    elsewhere = add(store, Action(organisation_id=other.id, text="Ailleurs", profile_id=claire.id))
    coming = add(store, Session(organisation_id=organisation.id, on=DAY, profile_id=claire.id))
    past = add(
        store,
        Session(
            organisation_id=organisation.id,
            on=DAY - timedelta(days=30),
            profile_id=claire.id,
            state=SessionState.HELD,
        ),
    )
    command = HandOver(organisation_ids=(organisation.id,), to_id=hanne.id, on=DAY)
    assert hand_over(store, command).output == HandedOver(files=1, promises=1, sessions=1)
    assert _roles(store) == [
        ("Claire", "lead", OPENED, DAY - timedelta(days=1)),
        ("Hanne", "lead", DAY, None),
    ]
    owners = {one.text: one.profile_id for one in store.find(Action)}
    assert owners == {"Devis": hanne.id, "Fait": claire.id, "Plan": None, "Ailleurs": claire.id}
    assert store.get(Session, coming.id).profile_id == hanne.id
    assert store.get(Session, past.id).profile_id == claire.id
    undo(store)
    assert _roles(store) == [("Claire", "lead", OPENED, None)]
    assert store.get(Action, owed.id).profile_id == claire.id
    assert {kept.id, theirs.id, elsewhere.id} <= {one.id for one in store.find(Action)}


def test_only_what_the_giver_had_passes_and_a_role_is_not_doubled(store: Store) -> None:
    organisation = make_organisation(store)
    claire, hanne, karim = (add(store, Profile(name=name)) for name in ("Claire", "Hanne", "Karim"))
    file = make_file(store, organisation, opened_on=OPENED)
    for profile, role in ((claire, ManagerRole.LEAD), (hanne, ManagerRole.SUPPORT), (karim, ManagerRole.SUPPORT)):
        add(store, CoachingFileManager(coaching_file_id=file.id, profile_id=profile.id, role=role, from_on=OPENED))
    command = HandOver(organisation_ids=(organisation.id,), from_id=karim.id, to_id=hanne.id, on=DAY)
    hand_over(store, command)
    assert [(name, ends) for name, _role, _begins, ends in _roles(store)] == [
        ("Claire", None),
        ("Hanne", None),
        ("Karim", DAY - timedelta(days=1)),
    ]


def test_a_file_without_a_lead_gets_one(store: Store) -> None:
    organisation = make_organisation(store)
    hanne = add(store, Profile(name="Hanne"))
    make_file(store, organisation, opened_on=OPENED)
    hand_over(store, HandOver(organisation_ids=(organisation.id,), to_id=hanne.id, on=DAY))
    assert _roles(store) == [("Hanne", "lead", DAY, None)]


def test_nothing_to_hand_over_and_oneself_are_refused(store: Store) -> None:
    organisation = make_organisation(store)
    hanne = add(store, Profile(name="Hanne"))
    with pytest.raises(KnownError) as nothing:
        hand_over(store, HandOver(organisation_ids=(organisation.id,), to_id=hanne.id, on=DAY))
    assert nothing.value.code == "nothing_to_hand_over"
    with pytest.raises(KnownError) as oneself:
        hand_over(store, HandOver(organisation_ids=(organisation.id,), from_id=hanne.id, to_id=hanne.id, on=DAY))
    assert oneself.value.code == "hand_over_to_self"
