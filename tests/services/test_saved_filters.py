"""Saved filters: kept with their order, read back leniently, counted, brought up to date, undone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.filters import SaveFilter
from clusterdesk.domain.commands.records import DeleteRecord, EditRecord
from clusterdesk.domain.records.lists import Profile, SavedFilter
from clusterdesk.domain.records.organisations import MembershipStatus, OrganisationKind
from clusterdesk.domain.saved_filters import READY, criteria_of, filter_from, order_from, sort_of
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder, OrganisationSort
from clusterdesk.services.records import delete_record, edit_record
from clusterdesk.services.saved_filters import count_saved, own_profile, save_filter, saved_filters
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation

DAY = date(2026, 11, 23)
ME = UUID("0190a000-0000-7000-8000-000000000001")
_IDS = st.sets(st.uuids(), max_size=3).map(lambda found: tuple(sorted(found, key=str)))
_FILTERS = st.builds(
    OrganisationFilter,
    st.just(DAY),
    text=st.text(max_size=20).map(str.strip),
    value_chain_ids=_IDS,
    tag_ids=_IDS,
    memberships=st.sets(st.sampled_from(MembershipStatus)).map(lambda found: tuple(sorted(found))),
    kinds=st.sets(st.sampled_from(OrganisationKind)).map(lambda found: tuple(sorted(found))),
    profile_id=st.just(ME),
    **{ready.field: st.booleans() for ready in READY.values()},
)


@given(_FILTERS)
def test_a_filter_is_read_back_as_it_was_kept(wanted: OrganisationFilter) -> None:
    assert filter_from(criteria_of(wanted), DAY, 90, ME) == wanted


@given(st.sampled_from(OrganisationSort), st.booleans())
def test_an_order_is_read_back_as_it_was_kept(by: OrganisationSort, descending: bool) -> None:
    order = OrganisationOrder(by, descending)
    assert order_from(sort_of(order)) == order


@pytest.mark.parametrize(
    "criteria",
    [
        "",
        "[]",
        "nonsense",
        "{",
        '{"kinds": ["castle"], "tag_ids": ["x", 3], "memberships": 1, "text": 5, "late": "yes"}',
    ],
)
def test_what_cannot_be_read_asks_for_nothing(criteria: str) -> None:
    assert filter_from(criteria, DAY, 90, None) == OrganisationFilter(DAY)
    assert order_from("colour:desc") == OrganisationOrder()


def test_a_filter_is_kept_counted_renamed_and_thrown_away_each_with_undo(store: Store) -> None:
    make_organisation(store, "Sans numéro")
    make_organisation(store, "Avec numéro", enterprise_number="0403019261")
    wanted = OrganisationFilter(DAY, without_number=True)
    order = OrganisationOrder(OrganisationSort.CITY, descending=True)
    made = save_filter(store, SaveFilter(wanted=wanted, order=order, name="  À  compléter ")).output
    assert (made.name, made.sort) == ("À compléter", "city:desc")
    assert count_saved(store, saved_filters(store), DAY, 90, None) == {made.id: 1}

    edit_record(store, EditRecord(type_key="saved_filter", record_id=made.id, values={"name": "Numéros"}))
    changed = SaveFilter(wanted=OrganisationFilter(DAY), order=OrganisationOrder(), filter_id=made.id)
    save_filter(store, changed)
    assert count_saved(store, saved_filters(store), DAY, 90, None) == {made.id: 2}
    undo(store)
    assert count_saved(store, saved_filters(store), DAY, 90, None) == {made.id: 1}
    delete_record(store, DeleteRecord(type_key="saved_filter", record_id=made.id))
    assert saved_filters(store) == ()
    undo(store)
    assert [one.name for one in saved_filters(store)] == ["Numéros"]


@pytest.mark.parametrize(("name", "code"), [("  ", "filter_nameless"), ("BOIS", "filter_name_taken")])
def test_a_name_is_needed_and_is_that_of_one_filter(store: Store, name: str, code: str) -> None:
    add(store, SavedFilter(name="Bois"))
    command = SaveFilter(wanted=OrganisationFilter(DAY), order=OrganisationOrder(), name=name)
    with pytest.raises(KnownError) as caught:
        save_filter(store, command)
    assert caught.value.code == code


def test_mine_is_that_of_whoever_looks(store: Store) -> None:
    claire = add(store, Profile(name="Claire Dubois"))
    assert own_profile(store, " claire dubois ") == claire.id
    assert own_profile(store, "Nobody") is None
    kept = add(
        store, SavedFilter(name="Les miennes", criteria=criteria_of(replace(OrganisationFilter(DAY), mine=True)))
    )
    assert count_saved(store, (kept,), DAY, 90, None) == {kept.id: 0}
