"""An open binder tells what another process writes into it, and what it wrote itself does not count."""

from pathlib import Path

from clusterdesk.base.ids import new_id
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord
from clusterdesk.domain.op_changes import OpChanges
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.services.binders import open_binder
from clusterdesk.services.elsewhere import Elsewhere
from clusterdesk.services.records import add_record, delete_record, edit_record
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store


def add(store: Store, name: str) -> Organisation:
    organisation = Organisation(id=new_id(), name=name)
    add_record(store, AddRecord(record=organisation))
    return organisation


def test_only_what_others_wrote_since_the_last_look_is_told(binder: Path) -> None:
    window, command = open_binder(binder), open_binder(binder)
    elsewhere = Elsewhere()
    before = add(command, "Before")
    assert elsewhere.look(window) == OpChanges()
    ours, theirs = add(window, "Ours"), add(command, "Theirs")
    address = Address(id=new_id(), organisation_id=theirs.id)
    add_record(command, AddRecord(record=address))
    edit_record(window, EditRecord(type_key="organisation", record_id=ours.id, values={"name": "Ours again"}))
    found = elsewhere.look(window)
    assert found
    assert found.touched == {"organisation": {theirs.id}, "address": {address.id}}
    assert not elsewhere.look(window)
    undo(window)
    redo(window)
    assert not elsewhere.look(window)
    undo(command)
    assert elsewhere.look(window).touched == {"organisation": {ours.id}}
    delete_record(command, DeleteRecord(type_key="organisation", record_id=before.id))
    assert elsewhere.look(window).touched == {"organisation": {before.id}}
    for store in (window, command):
        store.close()
