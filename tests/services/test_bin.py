"""What comes out of the bin is what went in, no more."""

import pytest

from clusterdesk.domain.commands.bin import BinItem, BinRecords, UnbinRecords
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, RestoreRecord
from clusterdesk.domain.records.organisations import ContactPoint, Organisation
from clusterdesk.services.bin import bin_records, unbin_records
from clusterdesk.services.records import add_record, delete_record, restore_record
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store


@pytest.fixture
def organisation(store: Store) -> Organisation:
    """Return an organisation with a phone, and a wrong one that was deleted."""
    made = Organisation(name="Boisretour")
    phones = [ContactPoint(organisation_id=made.id, value=value) for value in ("juste", "faux")]
    add_record(store, AddRecord(record=made, parts=tuple(phones)))
    delete_record(store, DeleteRecord(type_key="contact_point", record_id=phones[1].id))
    return made


def _phones(store: Store) -> list[str]:
    return [one.value for one in store.find(ContactPoint)]


def test_what_was_deleted_before_stays_in_the_bin(store: Store, organisation: Organisation) -> None:
    delete_record(store, DeleteRecord(type_key="organisation", record_id=organisation.id))
    assert _phones(store) == []
    restore_record(store, RestoreRecord(type_key="organisation", record_id=organisation.id))
    assert _phones(store) == ["juste"]


def test_so_it_does_when_several_come_back_and_after_undo_and_redo(store: Store, organisation: Organisation) -> None:
    items = (BinItem("organisation", organisation.id),)
    bin_records(store, BinRecords(items=items))
    undo(store)
    redo(store)
    unbin_records(store, UnbinRecords(items=items))
    assert _phones(store) == ["juste"]
    undo(store)
    restore_record(store, RestoreRecord(type_key="organisation", record_id=organisation.id))
    assert _phones(store) == ["juste"]
