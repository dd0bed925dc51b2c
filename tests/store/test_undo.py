"""Undo and redo of every kind of operation, also after a restart."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import SetField
from clusterdesk.domain.commands.records import (
    AddRecord,
    ChangeSet,
    DeleteRecord,
    EditRecord,
    RestoreRecord,
    RestoreValue,
    Undo,
)
from clusterdesk.domain.fields import plain_values
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Address, Organisation, OrganisationValueChain
from clusterdesk.services import records
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from clusterdesk.store.journal.history import history, state_at
from clusterdesk.store.journal.undo import UndoConflictError
from clusterdesk.store.opening import open_store


def contents(store: Store) -> Mapping[str, Any]:
    """Return everything that is not in the bin."""
    return {key: [plain_values(record) for record in store.find(kind.cls)] for key, kind in RECORD_TYPES.items()}


def work(store: Store) -> Organisation:
    """Do a bit of everything."""
    organisation = Organisation(name="Atelier Éloi", languages=("fr",))
    records.add_record(
        store, AddRecord(record=organisation, parts=(Address(organisation_id=organisation.id, postcode="1080"),))
    )
    edit = EditRecord(
        type_key="organisation", record_id=organisation.id, values={"name": "Atelier Noord", "summary": "Bois"}
    )
    records.edit_record(store, edit)
    chains = [chain.id for chain in store.find(ValueChain)]
    for members in (chains[:2], chains[1:3], []):
        records.change_set(
            store,
            ChangeSet(
                type_key="organisation_value_chain",
                owner_field="organisation_id",
                owner_id=organisation.id,
                member_field="value_chain_id",
                members=tuple(members),
            ),
        )
    records.delete_record(store, DeleteRecord(type_key="organisation", record_id=organisation.id))
    records.restore_record(store, RestoreRecord(type_key="organisation", record_id=organisation.id))
    return organisation


def test_every_step_back_and_forth_gives_the_same_contents(store: Store) -> None:
    states = [contents(store)]
    organisation = Organisation(name="A")
    edits = [EditRecord(type_key="organisation", record_id=organisation.id, values={"name": name}) for name in "BC"]
    records.add_record(store, AddRecord(record=organisation))
    states.append(contents(store))
    for edit in edits:
        records.edit_record(store, edit)
        states.append(contents(store))
    records.delete_record(store, DeleteRecord(type_key="organisation", record_id=organisation.id))
    states.append(contents(store))
    for _ in range(2):
        for expected in reversed(states[:-1]):
            undo(store)
            assert contents(store) == expected
        for expected in states[1:]:
            redo(store)
            assert contents(store) == expected
    assert check_store(store).ok


def test_undo_works_after_a_restart(store: Store, binder: Path) -> None:
    empty = contents(store)
    work(store)
    full = contents(store)
    store.close()
    again = open_store(binder, "this laptop")
    count = 0
    while again.undo_state().undo:
        undo(again)
        count += 1
    assert contents(again) == empty
    for _ in range(count):
        redo(again)
    assert contents(again) == full
    assert check_store(again).ok
    again.close()


def test_a_new_operation_clears_redo(store: Store) -> None:
    organisation = work(store)
    undo(store)
    records.edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Z"}))
    with pytest.raises(KnownError) as caught:
        redo(store)
    assert caught.value.code == "nothing_to_redo"


def test_nothing_to_undo_says_so(store: Store) -> None:
    with pytest.raises(KnownError) as caught:
        undo(store)
    assert caught.value.code == "nothing_to_undo"


def test_another_laptop_does_not_undo_what_this_one_did(store: Store, binder: Path) -> None:
    work(store)
    store.close()
    other = open_store(binder, "another laptop")
    assert other.undo_state().undo is None
    other.close()


def test_what_somebody_else_changed_since_is_asked_about(store: Store, binder: Path) -> None:
    organisation = work(store)
    records.edit_record(
        store,
        EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Mine", "summary": "Mine"}),
    )
    store.close()
    other = open_store(binder, "another laptop")
    records.edit_record(
        other, EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Theirs"})
    )
    other.remember("fingerprint", "this laptop")
    other.remember("device", store.device)
    other.close()
    mine = open_store(binder, "this laptop")
    with pytest.raises(KnownError) as caught:
        undo(mine)
    assert caught.value.code == "undo_conflict"
    undo(mine, leave=[("organisation", organisation.id, "name")])
    after = mine.get(Organisation, organisation.id)
    assert (after.name, after.summary) == ("Theirs", "Bois")
    mine.close()


def test_history_tells_who_what_and_old_to_new(store: Store) -> None:
    organisation = work(store)
    with store.read() as connection:
        entries = history(connection, "organisation", organisation.id)
    renamed = next(entry for entry in entries if entry.field == "name")
    assert (renamed.old, renamed.new, renamed.author) == ("Atelier Éloi", "Atelier Noord", "Claire Dubois")
    assert entries[-1].field is None
    assert [entry.at for entry in entries] == sorted((entry.at for entry in entries), reverse=True)


def test_an_earlier_value_comes_back_and_that_is_undone_too(store: Store) -> None:
    organisation = work(store)
    edit = EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Autre"})
    records.edit_record(store, edit)
    with store.read() as connection:
        entries = history(connection, "organisation", organisation.id)
    first = next(entry for entry in entries if entry.new == "Atelier Noord")
    command = RestoreValue(type_key="organisation", record_id=organisation.id, field="name", change_n=first.change_n)
    records.restore_value(store, command)
    assert store.get(Organisation, organisation.id).name == "Atelier Noord"
    undo(store)
    assert store.get(Organisation, organisation.id).name == "Autre"


def test_the_time_machine_shows_a_record_as_it_was(store: Store) -> None:
    before = store.clock.now()
    organisation = Organisation(name="Ancien nom")
    records.add_record(store, AddRecord(record=organisation))
    between = store.clock.now()
    edit = EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Nouveau nom"})
    records.edit_record(store, edit)
    with store.read() as connection:
        assert state_at(connection, "organisation", organisation.id, before).values is None
        past = state_at(connection, "organisation", organisation.id, between).values
        now = state_at(connection, "organisation", organisation.id, store.clock.now()).values
    assert past is not None
    assert past["name"] == "Ancien nom"
    assert now is not None
    assert now["name"] == "Nouveau nom"


def test_a_member_that_comes_back_is_the_same_record(store: Store) -> None:
    organisation = work(store)
    chain = store.find(ValueChain)[0]
    command = ChangeSet(
        type_key="organisation_value_chain",
        owner_field="organisation_id",
        owner_id=organisation.id,
        member_field="value_chain_id",
        members=(chain.id,),
    )
    records.change_set(store, command)
    members = store.find(OrganisationValueChain, organisation_id=organisation.id)
    assert [member.value_chain_id for member in members] == [chain.id]
    assert len(store.find(OrganisationValueChain, deleted=None, organisation_id=organisation.id)) == 3


def test_more_steps_than_are_read_at_once_come_back_one_by_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusterdesk.store.journal.undo._WINDOW", 5)
    organisation = Organisation(name="0")
    records.add_record(store, AddRecord(record=organisation))
    names = [str(number) for number in range(30)]
    for name in names[1:]:
        edit = EditRecord(type_key="organisation", record_id=organisation.id, values={"name": name})
        records.edit_record(store, edit)
    for name in reversed(names[:-1]):
        undo(store)
        assert store.get(Organisation, organisation.id).name == name
    undo(store)
    assert store.undo_state().undo is None
    for name in names:
        redo(store)
        assert store.get(Organisation, organisation.id).name == name
    assert store.undo_state().redo is None


def test_a_step_of_another_process_is_taken_back_first(store: Store, binder: Path) -> None:
    organisation = Organisation(name="A")
    records.add_record(store, AddRecord(record=organisation))
    edits = [EditRecord(type_key="organisation", record_id=organisation.id, values={"name": name}) for name in "BC"]
    records.edit_record(store, edits[0])
    before = store.data_version()
    other = open_store(binder, "this laptop")
    records.edit_record(other, edits[1])
    other.close()
    target = store.undo_stacks().undo[-2]
    back = Undo(of_name=target.name, of_args=target.args)
    assert (
        store.apply_inverse(back, [SetField("organisation", organisation.id, "name", "A")], target.id, before) is None
    )
    assert store.get(Organisation, organisation.id).name == "C"
    undo(store)
    assert store.get(Organisation, organisation.id).name == "B"


def two_laptops(store: Store, binder: Path, mine: dict[str, Any], theirs: dict[str, Any]) -> tuple[Store, Organisation]:
    """Change an organisation here, then on another laptop; return the binder opened here again."""
    organisation = work(store)
    records.edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values=mine))
    return _meanwhile(store, binder, organisation, theirs), organisation


def _meanwhile(store: Store, binder: Path, organisation: Organisation, theirs: dict[str, Any]) -> Store:
    store.close()
    other = open_store(binder, "another laptop")
    records.edit_record(other, EditRecord(type_key="organisation", record_id=organisation.id, values=theirs))
    other.remember("fingerprint", "this laptop")
    other.remember("device", store.device)
    other.close()
    return open_store(binder, "this laptop")


def test_a_step_that_is_left_whole_is_passed_over(store: Store, binder: Path) -> None:
    mine, organisation = two_laptops(store, binder, {"summary": "Mine"}, {"summary": "Theirs"})
    steps = len(mine.undo_stacks().undo)
    with pytest.raises(UndoConflictError) as caught:
        undo(mine)
    passed = undo(mine, leave=caught.value.fields)
    assert not passed.changes.touched
    assert mine.get(Organisation, organisation.id).summary == "Theirs"
    assert len(mine.undo_stacks().undo) == steps - 1
    redone = redo(mine)
    assert redone.output.label == passed.output.label
    assert len(mine.undo_stacks().undo) == steps
    undo(mine, leave=caught.value.fields)
    undo(mine)  # the step before it: back into the bin
    assert mine.get(Organisation, organisation.id).deleted
    assert check_store(mine).ok
    mine.close()


def test_a_new_record_that_a_colleague_wrote_into_is_asked_about(store: Store, binder: Path) -> None:
    organisation = Organisation(name="Neuve")
    other = Organisation(name="Autre")
    records.add_record(store, AddRecord(record=other))
    records.add_record(store, AddRecord(record=organisation))
    mine = _meanwhile(store, binder, organisation, {"summary": "Theirs"})
    with pytest.raises(UndoConflictError) as caught:
        undo(mine)
    assert caught.value.fields == (("organisation", organisation.id, "deleted"),)
    undo(mine, leave=caught.value.fields)
    assert not mine.get(Organisation, organisation.id).deleted
    undo(mine)
    assert mine.get(Organisation, other.id).deleted
    mine.close()
