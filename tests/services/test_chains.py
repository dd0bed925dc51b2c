"""Value chains: links and who stands there, holes of the Region, one step to place and to take back."""

from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.chains.nace_list import begins_with, is_nace_list, nace_prefixes
from clusterdesk.domain.commands.chains import PlaceAtLink
from clusterdesk.domain.commands.lists import AddToList, MoveInList
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord
from clusterdesk.domain.commands.strategy import ImportStrategy
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    Organisation,
    OrganisationActivity,
    OrganisationValueChain,
)
from clusterdesk.domain.views.chains import ChainView, LinkRow
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import merging, shipped_lists, undo
from clusterdesk.services.chains import place_at_link, read_chains
from clusterdesk.services.cluster_lists import add_to_list, move_in_list
from clusterdesk.services.records import add_record, delete_record, edit_record
from clusterdesk.services.strategy import import_strategy
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.timeline import timeline

OTHER = Path(__file__).parents[1] / "data" / "repair_cluster.toml"


@pytest.fixture(autouse=True)
def shipped(store: Store) -> None:
    """The lists a new binder starts with."""
    if not store.find(ChainLink):
        shipped_lists.seed(store)


def add[R: Record](store: Store, record: R) -> R:
    add_record(store, AddRecord(record=record))
    return record


def company(store: Store, name: str, postcode: str = "1080") -> Organisation:
    made = add(store, Organisation(name=name))
    add(store, Address(organisation_id=made.id, postcode=postcode, city="Ici"))
    return made


def link(store: Store, key: str) -> ChainLink:
    (found,) = store.find(ChainLink, key=key)
    return found


def wood(store: Store) -> ChainView:
    return next(view for view in read_chains(store) if view.chain.key == "wood")


def row(store: Store, key: str) -> LinkRow:
    return next(one for one in wood(store).links if one.link.key == key)


def place(store: Store, organisation: Organisation, key: str = "wood_sorting", **more: object) -> ChainActor:
    command = PlaceAtLink(chain_link_id=link(store, key).id, organisation_id=organisation.id, **more)  # type: ignore[arg-type]
    return place_at_link(store, command).output


def test_every_shipped_chain_has_links_in_three_languages_and_readable_codes(store: Store) -> None:
    views = read_chains(store)
    assert [view.chain.key for view in views] == ["wood", "textile", "bike", "eee"]
    for view in views:
        assert len(view.links) >= 6
        for one in view.links:
            assert all((one.link.name_fr, one.link.name_nl, one.link.name_en))
            assert nace_prefixes(one.link.nace_codes), one.link.key


def test_a_link_is_a_hole_until_somebody_of_the_region_stands_there(store: Store) -> None:
    today = store.clock.today()
    assert row(store, "wood_sorting").is_hole(today)
    place(store, company(store, "Houtzicht", "9000"))
    assert row(store, "wood_sorting").is_hole(today), "Ghent is not the Region"
    place(store, company(store, "Planchéa", "1070"))
    assert not row(store, "wood_sorting").is_hole(today)
    assert [one.name for one in row(store, "wood_sorting").now(today)] == ["Houtzicht", "Planchéa"]


def test_the_region_is_the_one_of_the_cluster_s_rules(store: Store) -> None:
    today = store.clock.today()
    place(store, company(store, "Planchéa", "1070"))
    elsewhere = OTHER.read_text("utf-8").replace("months_after_closing = 6", 'region = ["9000-9099"]')
    import_strategy(store, ImportStrategy(text=elsewhere.replace("region_test = false\n", ""), name="gent.toml"))
    assert row(store, "wood_sorting").is_hole(today), "Brussels is not the Region of this cluster"
    place(store, company(store, "Houtzicht", "9000"))
    assert not row(store, "wood_sorting").is_hole(today)


def test_who_stood_there_until_yesterday_leaves_a_hole(store: Store) -> None:
    actor = place(store, company(store, "Planchéa"))
    past = {"from_on": PartialDate("2020"), "to_on": PartialDate("2021")}
    edit_record(store, EditRecord(type_key="chain_actor", record_id=actor.id, values=past))
    assert row(store, "wood_sorting").is_hole(store.clock.today())
    assert [one.name for one in row(store, "wood_sorting").stands] == ["Planchéa"], "still told as past"


def test_placing_makes_it_a_member_of_the_chain_in_one_step_that_undo_takes_back(store: Store) -> None:
    mine = company(store, "Planchéa")
    (bike,) = store.find(ValueChain, key="bike")
    add(store, OrganisationValueChain(organisation_id=mine.id, value_chain_id=bike.id))
    place(store, mine)
    chains = {one.value_chain_id for one in store.find(OrganisationValueChain, organisation_id=mine.id)}
    assert chains == {bike.id, link(store, "wood_sorting").value_chain_id}
    undo.undo(store)
    assert store.find(ChainActor) == []
    chains = {one.value_chain_id for one in store.find(OrganisationValueChain, organisation_id=mine.id)}
    assert chains == {bike.id}


def test_nobody_stands_twice_at_a_link_also_under_a_merged_name(store: Store) -> None:
    kept, absorbed = company(store, "Planchéa"), company(store, "Planchea SRL")
    place(store, absorbed)
    merging.merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=absorbed.id))
    stands = row(store, "wood_sorting").stands
    assert [(one.name, one.organisation_id) for one in stands] == [("Planchéa", kept.id)]
    with pytest.raises(KnownError) as refused:
        place(store, absorbed)
    assert refused.value.code == "stands_there"


def test_what_lies_in_the_bin_stands_nowhere(store: Store) -> None:
    mine = company(store, "Planchéa")
    place(store, mine)
    delete_record(store, DeleteRecord(type_key="organisation", record_id=mine.id))
    assert row(store, "wood_sorting").stands == ()
    with pytest.raises(KnownError) as refused:
        place(store, mine, "wood_making")
    assert refused.value.code == "owner_binned"


def test_members_that_stand_nowhere_are_offered_the_links_their_activities_point_to(store: Store) -> None:
    mine = company(store, "Copeau")
    (chain,) = store.find(ValueChain, key="wood")
    add(store, OrganisationValueChain(organisation_id=mine.id, value_chain_id=chain.id))
    add(store, OrganisationActivity(organisation_id=mine.id, code="16120"))
    (waiting,) = wood(store).unplaced
    assert [one.key for one in waiting.at] == ["wood_preparation"]
    place(store, mine, "wood_preparation")
    assert wood(store).unplaced == ()


def test_a_new_link_joins_the_end_of_its_chain_and_moves_within_it(store: Store) -> None:
    (chain,) = store.find(ValueChain, key="wood")
    made = add_to_list(store, AddToList(type_key="chain_link", name="Traitement", like=chain.id)).output
    assert [one.link.id for one in wood(store).links][-1] == made.id
    move_in_list(store, MoveInList(type_key="chain_link", record_id=made.id, up=True))
    assert [one.link.id for one in wood(store).links][-2] == made.id
    assert [one.link.position for one in wood(store).links] == list(range(1, 10))


def test_the_fil_of_the_organisation_tells_where_it_stands(store: Store) -> None:
    mine = company(store, "Planchéa")
    actor = place(store, mine, remark="parquets", from_on=PartialDate("2024-11"))
    with store.read() as connection:
        page = timeline(connection, mine.id, kinds=[TimelineKind.CHAIN])
    (entry,) = page.entries
    assert (entry.id, entry.body, entry.on) == (actor.id, "parquets", PartialDate("2024-11"))
    assert entry.title.split("\x1f")[1] == "Sortering en opslag"
    assert entry.detail.split("\x1f")[0] == "Bois"


def test_an_older_binder_gets_the_links_it_has_nothing_of(store: Store) -> None:
    assert len(store.find(ChainLink)) > 30
    shipped_lists.complete(store)
    assert len({one.key for one in store.find(ChainLink)}) == len(store.find(ChainLink))


@pytest.mark.parametrize(
    ("text", "codes"), [("31, 16.23", ("31", "1623")), ("", ()), (" 38 ; 38,9524 ", ("38", "9524"))]
)
def test_lists_of_codes_are_read_as_people_write_them(text: str, codes: tuple[str, ...]) -> None:
    assert nace_prefixes(text) == codes


@pytest.mark.parametrize("text", ["3", "bois", "31-33", "12345678", "３１"])
def test_what_is_no_code_is_refused(text: str) -> None:
    assert not is_nace_list(text)


def test_a_code_lies_under_its_division() -> None:
    assert begins_with("16.230", ("16",))
    assert not begins_with("31.001", ("16",))
    assert not begins_with("31.001", ())


def test_a_link_with_bad_codes_is_refused_where_it_is_written(store: Store) -> None:
    with pytest.raises(KnownError):
        edit_record(
            store,
            EditRecord(type_key="chain_link", record_id=link(store, "wood_sorting").id, values={"nace_codes": "bois"}),
        )
