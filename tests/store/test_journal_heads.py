"""Each change names the changes it replaces: the newest of its field, or every head of a field that has several."""

import sqlalchemy as sa

from clusterdesk.domain.changes import Insert, SetField
from clusterdesk.domain.commands.records import AddRecord, SeedBinder
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from clusterdesk.store.tables import change, fork


def parents(store: Store, organisation: Organisation, field: str) -> list[tuple[int, str | None]]:
    """Return the changes of a field with what each replaces, in order."""
    query = sa.select(change.c.n, change.c.parents).where(
        change.c.row_id == organisation.id.bytes, change.c.column_name == field
    )
    with store.read() as connection:
        return [(row[0], row[1]) for row in connection.execute(query.order_by(change.c.n))]


def rename(store: Store, organisation: Organisation, *names: str) -> None:
    """Give one or several names, one after the other, in one operation."""
    changes = [SetField("organisation", organisation.id, "name", name) for name in names]
    store.apply(SeedBinder(), changes)


def test_each_change_replaces_the_one_before(store: Store) -> None:
    one = Organisation(name="Un")
    add_record(store, AddRecord(record=one))
    rename(store, one, "Deux")
    rename(store, one, "Trois", "Quatre")
    rename(store, one, "Cinq")
    found = parents(store, one, "name")
    numbers = [n for n, _ in found]
    assert [parent for _, parent in found] == [None, *map(str, numbers[:-1])]
    assert parents(store, one, "summary") == []


def test_a_record_made_and_changed_in_one_step(store: Store) -> None:
    one = Organisation(name="Un")
    store.apply(SeedBinder(), [Insert(one), SetField("organisation", one.id, "name", "Deux")])
    assert [parent for _, parent in parents(store, one, "name")] == [None]
    assert store.get(Organisation, one.id).name == "Deux"


def test_a_change_of_a_field_with_two_heads_replaces_both(store: Store) -> None:
    one, other = Organisation(name="Un"), Organisation(name="Autre")
    for organisation in (one, other):
        add_record(store, AddRecord(record=organisation))
        rename(store, organisation, "Deux")
        rename(store, organisation, "Trois")
    heads = [n for n, _ in parents(store, one, "name")]
    with store.bookkeeping() as connection:
        for n in heads:
            connection.execute(sa.insert(fork).values(row_id=one.id.bytes, column_name="name", change_n=n))
    changes = [SetField("organisation", each.id, "name", name) for each in (one, other) for name in ("X", "Y")]
    store.apply(SeedBinder(), changes)
    *_, first, second = parents(store, one, "name")
    assert first[1] == ",".join(map(str, heads))
    assert second[1] == str(first[0])
    *_, before, third, _ = parents(store, other, "name")
    assert third[1] == str(before[0])
    with store.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(fork)).scalar_one() == 0
