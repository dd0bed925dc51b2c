"""Today shows what a plain look at the records shows."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterdesk.base.ids import new_id
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.contacts import ContactRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Address, AddressKind, ContactPoint, Organisation, OrganisationKind
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionKind, SessionState
from clusterdesk.domain.views.today import SheetGap, SheetState, Today, TodayQuestion, gaps_that_matter, sheet_state
from clusterdesk.store.queries.today import today
from tests.store.queries.conftest import Reading
from tests.store.queries.world import DAY, World, a_world, has_ended

_QUESTION = TodayQuestion(DAY)


@settings(max_examples=25)
@given(st.integers(0, 1_000_000))
def test_today(reading: Reading, seed: int) -> None:
    world = a_world(seed)
    with reading(world) as connection:
        page = today(connection, _QUESTION)
        cut = today(connection, TodayQuestion(DAY, most=1))
    _check_visits(world, page)
    _check_promises(world, page)
    _check_organisations(world, page)
    assert cut.counts == page.counts
    for name in ("visits", "unfinished", "promises", "owed", "silent", "without_number", "without_next_step"):
        assert getattr(cut, name) == getattr(page, name)[:1]


def _check_visits(world: World, page: Today) -> None:
    there = {one.id for one in world.listed()}
    planned = [
        one
        for one in world.of(Session)
        if one.state is SessionState.PLANNED and world.root(one.organisation_id) in there
    ]
    coming = [one for one in planned if DAY <= one.on <= DAY + timedelta(days=_QUESTION.days_ahead)]
    assert sorted(one.session_id for one in page.visits) == sorted(one.id for one in coming)
    days = [(one.on, one.starts_at is None, str(one.starts_at)) for one in page.visits]
    assert days == sorted(days)
    assert sorted(one.session_id for one in page.unfinished) == sorted(one.id for one in planned if one.on < DAY)
    for visit in (*page.visits, *page.unfinished):
        owner = visit.organisation_id
        roles = {one.contact_id for one in world.belonging(ContactRole, owner)}
        called = [one for one in world.of(ContactPoint) if one.contact_id in roles and one.kind.value == "phone"]
        places = [
            one
            for one in world.belonging(Address, owner)
            if one.kind is not AddressKind.MAIL and (one.street or one.city) and not has_ended(one.to_on)
        ]
        whole = next(one for one in world.of(Organisation) if one.id == owner)
        known = {
            SheetGap.CONTACT: roles,
            SheetGap.PLACE: places,
            SheetGap.PHONE: called,
            SheetGap.HOUR: visit.starts_at,
            SheetGap.SUMMARY: whole.summary and whole.summary_visibility is Visibility.SHAREABLE,
        }
        assert visit.gaps == gaps_that_matter(visit.kind, [gap for gap, value in known.items() if not value])
        assert bool(visit.place) == bool(places)


def _check_promises(world: World, page: Today) -> None:
    still_open = [one for one in world.of(Action) if one.done_on is None]
    ours = [one for one in still_open if one.owner is OwnerKind.US]
    late = [one for one in still_open if one.due_on is not None and one.due_on < DAY]
    assert sorted(one.action_id for one in page.promises) == sorted(one.id for one in ours)
    due = [one.due_on for one in page.promises]
    assert due == sorted(due, key=lambda day: (day is None, day or DAY))
    theirs = [one for one in still_open if one.owner is not OwnerKind.US]
    assert sorted(one.action_id for one in page.owed) == sorted(one.id for one in theirs)
    owed = [one.due_on for one in page.owed]
    assert owed == sorted(owed, key=lambda day: (day is None, day or DAY))
    for promise in (*page.promises, *page.owed):
        expected = (DAY - promise.due_on).days if promise.due_on and promise.due_on < DAY else 0
        assert promise.days_late == expected
    assert page.counts.promises == len(ours)
    assert page.counts.promises_late == len([one for one in late if one.owner is OwnerKind.US])
    assert page.counts.owed == len(theirs)
    assert page.counts.owed_late == len([one for one in late if one.owner is not OwnerKind.US])


def _check_organisations(world: World, page: Today) -> None:
    listed = [one.id for one in world.listed()]
    quiet = [one for one in listed if world.silent(one, _QUESTION.silent_after_days)]
    assert sorted(one.organisation_id for one in page.silent) == sorted(quiet)
    spans = [one.days for one in page.silent]
    assert spans == sorted(spans, key=lambda days: (days is None, -(days or 0)))
    for silent in page.silent:
        held = world.held(silent.organisation_id)
        assert silent.days == ((DAY - held[-1].on).days if held else None)
    bare = [one.id for one in world.listed() if not one.enterprise_number and one.kind is not OrganisationKind.FOREIGN]
    assert sorted(one.organisation_id for one in page.without_number) == sorted(bare)
    assert page.counts.without_number == len(bare)
    clear = {one.organisation_id for one in page.without_next_step}
    assert len(clear) == len(page.without_next_step) == page.counts.without_next_step
    longest = [(str(one.last_contact_on or ""), one.organisation) for one in page.without_next_step]
    assert longest == sorted(longest)
    for one in listed:
        days = [session.on for session in world.held(one)]
        if len(days) != len(set(days)):
            continue  # two sessions on the last day: either may be the last one
        assert (one in clear) == (world.open_file(one) and not _has_next_step(world, one)), one


def _has_next_step(world: World, owner: UUID) -> bool:
    if any(one.on >= DAY for one in world.planned(owner)):
        return True
    held = world.held(owner)
    return bool(held and held[-1].next_step and (held[-1].next_step_on is None or held[-1].next_step_on >= DAY))


def test_promises_of_a_colleague_and_of_nobody(reading: Reading) -> None:
    me = Profile(name="Claire")
    world = World([me, Action(text="mine", profile_id=me.id), Action(text="nobody's")])
    with reading(world) as connection:
        mine = today(connection, TodayQuestion(DAY, profile_id=me.id)).promises
        others = today(connection, TodayQuestion(DAY, profile_id=new_id())).promises
    assert [one.text for one in mine] == ["mine", "nobody's"]
    assert [one.text for one in others] == ["nobody's"]


@pytest.mark.parametrize(
    ("kind", "gaps", "state"),
    [
        (SessionKind.VISIT, (), SheetState.READY),
        (SessionKind.VISIT, (SheetGap.SUMMARY,), SheetState.TO_COMPLETE),
        (SessionKind.VISIT, (SheetGap.HOUR, SheetGap.PHONE), SheetState.TO_COMPLETE),
        (SessionKind.VISIT, (SheetGap.PLACE,), SheetState.TO_PREPARE),
        (SessionKind.MEETING, (SheetGap.CONTACT,), SheetState.TO_PREPARE),
        (SessionKind.CALL, (SheetGap.PLACE,), SheetState.READY),
        (SessionKind.CALL, (SheetGap.PHONE,), SheetState.TO_PREPARE),
        (SessionKind.MAIL, (SheetGap.PHONE, SheetGap.HOUR, SheetGap.PLACE), SheetState.READY),
    ],
)
def test_how_far_a_sheet_is(kind: SessionKind, gaps: tuple[SheetGap, ...], state: SheetState) -> None:
    assert sheet_state(kind, gaps) is state
