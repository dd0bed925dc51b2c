"""The list of organisations shows what a plain look at the records shows."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.lists import RecordTag
from clusterdesk.domain.records.organisations import (
    MembershipStatus,
    Organisation,
    OrganisationKind,
    OrganisationValueChain,
)
from clusterdesk.domain.views.organisation_list import (
    FilterCounts,
    OrganisationFilter,
    OrganisationIds,
    OrganisationOrder,
    OrganisationRow,
    OrganisationSort,
)
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import organisation_list as lists
from clusterdesk.store.queries.organisation_sql import on
from clusterdesk.store.summaries import sort_key
from tests.store.queries.conftest import Reading
from tests.store.queries.world import CHAINS, DAY, ME, World, a_world

_ALL = OrganisationFilter(DAY)
_SEEDS = st.integers(0, 1_000_000)
_FILTERS = st.builds(
    OrganisationFilter,
    st.just(DAY),
    value_chain_ids=st.sets(st.sampled_from(sorted(CHAINS.values())), max_size=2).map(tuple),
    memberships=st.sets(st.sampled_from(MembershipStatus), max_size=2).map(tuple),
    kinds=st.sets(st.sampled_from(OrganisationKind), max_size=3).map(tuple),
    without_number=st.booleans(),
    silent=st.booleans(),
    open_file=st.booleans(),
    without_next_step=st.booleans(),
    late=st.booleans(),
    mine=st.booleans(),
    profile_id=st.just(ME.id),
)


def _fits(world: World, one: Organisation, wanted: OrganisationFilter) -> bool:
    chains = {link.value_chain_id for link in world.belonging(OrganisationValueChain, one.id)}
    return (
        (not wanted.value_chain_ids or bool(chains & set(wanted.value_chain_ids)))
        and (not wanted.memberships or world.membership(one.id) in wanted.memberships)
        and (not wanted.kinds or one.kind in wanted.kinds)
        and (not wanted.without_number or (one.enterprise_number is None and one.kind is not OrganisationKind.FOREIGN))
        and (not wanted.silent or world.silent(one.id, wanted.silent_after_days))
        and (not wanted.open_file or world.open_file(one.id))
        and (not wanted.without_next_step or world.without_next_step(one.id))
        and (not wanted.late or world.late(one.id))
        and (not wanted.mine or world.mine(one.id))
    )


def _expected(world: World, wanted: OrganisationFilter) -> list[UUID]:
    found = [one for one in world.listed() if _fits(world, one, wanted)]
    return [one.id for one in sorted(found, key=lambda one: (sort_key(one.name), one.id))]


@settings(max_examples=10)
@given(_SEEDS, st.lists(_FILTERS, min_size=3, max_size=8))
def test_filters_and_counts(reading: Reading, seed: int, filters: list[OrganisationFilter]) -> None:
    world = a_world(seed)
    with reading(world) as connection:
        for wanted in filters:
            assert list(lists.organisation_ids(connection, wanted)) == _expected(world, wanted)
            _check_counts(world, wanted, lists.filter_counts(connection, wanted))


def _check_counts(world: World, wanted: OrganisationFilter, counts: FilterCounts) -> None:
    def count(**other: object) -> int:
        return len(_expected(world, replace(wanted, **other)))  # type: ignore[arg-type]

    assert counts.total == count()
    assert {one.id: one.count for one in counts.value_chains} == {
        chain: count(value_chain_ids=(chain,)) for chain in CHAINS.values()
    }
    assert counts.memberships == {one: count(memberships=(one,)) for one in MembershipStatus}
    assert counts.kinds == {one: count(kinds=(one,)) for one in OrganisationKind}
    tagged = {world.root(one.record_id) for one in world.of(RecordTag)} & set(_expected(world, wanted))
    assert sum(one.count for one in counts.tags) == len(tagged)
    assert counts.without_number == count(without_number=True)
    assert counts.silent == count(silent=True)
    assert counts.open_file == count(open_file=True)
    assert counts.without_next_step == count(without_next_step=True)
    assert counts.late == count(late=True)
    assert counts.mine == count(mine=True)


@settings(max_examples=12)
@given(_SEEDS)
def test_rows(reading: Reading, seed: int) -> None:
    world = a_world(seed)
    with reading(world) as connection:
        rows = lists.organisation_rows(connection, lists.organisation_ids(connection, _ALL), DAY)
        page = lists.organisation_page(connection, _ALL, limit=100)
    assert page == list(rows.values())
    assert {row.id for row in page} == {one.id for one in world.listed()}
    for row in page:
        _check_row(world, row)


def _check_row(world: World, row: OrganisationRow) -> None:
    names = {CHAINS["wood"]: "Bois", CHAINS["textile"]: "Textile", CHAINS["bike"]: "Vélo"}
    chains = {link.value_chain_id for link in world.belonging(OrganisationValueChain, row.id)}
    held, planned, promises = world.held(row.id), world.planned(row.id), world.open_promises(row.id)
    assert {name for chain, name in names.items() if chain in chains} == set(row.value_chains) & set(names.values())
    assert len(row.value_chains) == len(chains)
    assert row.membership == world.membership(row.id)
    assert row.city in (world.cities(row.id) or {""})
    assert row.last_contact_on == (held[-1].on if held else None)
    assert row.next_visit_on == (planned[0].on if planned else None)
    assert row.open_promises == len(promises)
    assert row.next_due_on == min((one.due_on for one in promises if one.due_on), default=None)
    if held and held[-1].on not in {one.on for one in held[:-1]}:
        assert (row.next_step, row.next_step_on) == (held[-1].next_step, held[-1].next_step_on)


@settings(max_examples=10)
@given(_SEEDS)
def test_every_order_shows_all_and_sorts(reading: Reading, seed: int) -> None:
    world = a_world(seed)
    with reading(world) as connection:
        for order in (OrganisationOrder(by, down) for by in OrganisationSort for down in (False, True)):
            ids = lists.organisation_ids(connection, _ALL, order)
            rows = lists.organisation_rows(connection, ids, DAY)
            assert sorted(ids) == sorted(one.id for one in world.listed())
            values = [_sorted_by(rows[one], order.by) for one in ids]
            known = [value for value in values if value is not None]
            assert known == sorted(known, reverse=order.descending)  # type: ignore[type-var]
            assert None not in values[: len(known)], "what is unknown comes last"


def _sorted_by(row: OrganisationRow, by: OrganisationSort) -> object:
    ranks = [MembershipStatus.MEMBER, MembershipStatus.CANDIDATE, MembershipStatus.PARTNER, MembershipStatus.FORMER]
    return {
        OrganisationSort.NAME: sort_key(row.name),
        OrganisationSort.NUMBER: row.enterprise_number,
        OrganisationSort.MEMBERSHIP: ranks.index(row.membership) if row.membership else None,
        OrganisationSort.CITY: sort_key(row.city) if row.city else None,
        OrganisationSort.LAST_CONTACT: row.last_contact_on,
        OrganisationSort.NEXT_VISIT: row.next_visit_on,
        OrganisationSort.OPEN_PROMISES: row.open_promises,
    }[by]


@settings(max_examples=6)
@given(_SEEDS, st.integers(0, 12), st.integers(1, 5))
def test_pages_are_parts_of_the_whole(reading: Reading, seed: int, offset: int, limit: int) -> None:
    with reading(a_world(seed)) as connection:
        ids = lists.organisation_ids(connection, _ALL)
        page = lists.organisation_page(connection, _ALL, offset=offset, limit=limit)
    assert [row.id for row in page] == ids[offset : offset + limit]


@pytest.fixture
def three(store: Store) -> dict[str, Organisation]:
    """Write three organisations, one of them merged into another."""
    kept = Organisation(name="Menuiserie Éloï", enterprise_number="0403019261")
    merged = Organisation(name="Ébénisterie Noord", merged_into=kept.id, merged_on=DAY)
    other = Organisation(name="Vélo Canal")
    store.apply(SeedBinder(), inserts([kept, merged, other]))
    return {"kept": kept, "merged": merged, "other": other}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eloi", ["kept"]),
        ("ÉLOÏ men", ["kept"]),
        ("ebe", ["kept"]),
        ("BE 0403.019.261", ["kept"]),
        ("0403", ["kept"]),
        ("canal", ["other"]),
        ("nobody", []),
        ("", ["kept", "other"]),
        (" … ", ["kept", "other"]),
        ("\ud800\0*\"'", ["kept", "other"]),
    ],
)
def test_text(store: Store, three: dict[str, Organisation], text: str, found: list[str]) -> None:
    with store.read() as connection:
        ids = lists.organisation_ids(connection, OrganisationFilter(DAY, text))
        matches = lists.organisation_matches(on(connection), text)
    assert list(ids) == [three[name].id for name in found]
    if ids and text.strip(" …\ud800\0*\"'"):
        assert [one.id for one in matches] == list(ids)


def test_names_of_value_chains_follow_the_language(store: Store) -> None:
    one = Organisation(name="Atelier")
    link = OrganisationValueChain(organisation_id=one.id, value_chain_id=CHAINS["wood"])
    store.apply(SeedBinder(), inserts([one, link]))
    with store.read() as connection:
        assert lists.organisation_page(connection, _ALL, language="nl")[0].value_chains == ("Hout",)


def test_ids_behave_like_a_list() -> None:
    worlds = [one.id for one in a_world(3).listed()]
    ids = OrganisationIds([one.bytes for one in worlds])
    assert list(ids) == worlds
    assert ids[0] == worlds[0]
    assert ids[-1:] == worlds[-1:]
    assert ids.index(worlds[-1]) == len(worlds) - 1
    assert worlds[0] in ids
    assert "x" not in ids
    assert ids == OrganisationIds([one.bytes for one in worlds])
    with pytest.raises(ValueError, match="not in list"):
        ids.index(CHAINS["wood"])
