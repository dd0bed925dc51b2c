"""The bin tells what was deleted together, by whom and when."""

from datetime import date

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, RestoreRecord, SeedBinder
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services import records
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.bin import bin_groups


def test_an_empty_bin(store: Store) -> None:
    with store.read() as connection:
        assert bin_groups(connection) == []


def test_what_went_together_is_shown_together(store: Store) -> None:
    first, second = Organisation(name="Atelier Noord"), Organisation(name="Vélo Canal")
    address = Address(organisation_id=first.id, street="Rue du Fer 1")
    session = Session(organisation_id=first.id, on=date(2026, 1, 9))
    for record in (first, second):
        records.add_record(store, AddRecord(record=record))
    store.apply(SeedBinder(), inserts([address, session]))
    for one in (first, second):
        records.delete_record(store, DeleteRecord(type_key="organisation", record_id=one.id))
    with store.read() as connection:
        groups = bin_groups(connection)
    assert [[ref.title for ref in group.records] for group in groups] == [["Vélo Canal"], ["Atelier Noord"]]
    assert [group.parts for group in groups] == [0, 2]
    assert {group.operation.author for group in groups} == {"Claire Dubois"}
    assert groups[0].operation.at > groups[1].operation.at
    records.restore_record(store, RestoreRecord(type_key="organisation", record_id=first.id))
    with store.read() as connection:
        assert [group.records[0].title for group in bin_groups(connection)] == ["Vélo Canal"]


def test_a_record_that_came_in_deleted(store: Store) -> None:
    store.apply(SeedBinder(), inserts([Organisation(name="Atelier", deleted=True)]))
    with store.read() as connection:
        assert [ref.title for group in bin_groups(connection) for ref in group.records] == ["Atelier"]
