"""Nobody writes but ``apply``."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from clusterdesk.base.errors import BugError, KnownError
from clusterdesk.domain.changes import Insert, SetField
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.tables import RECORD_TABLES


def add(store: Store, name: str = "Atelier Noord") -> Organisation:
    organisation = Organisation(name=name)
    store.apply(AddRecord(record=organisation, type_key="organisation", title=name), [Insert(organisation)])
    return organisation


@pytest.mark.parametrize("table", [*RECORD_TABLES, "operation", "change"])
@pytest.mark.parametrize("event", ["INSERT", "UPDATE", "DELETE"])
def test_every_table_has_its_gate(store: Store, table: str, event: str) -> None:
    with store.read() as connection:
        name = f"gate_{table}_{event.lower()}"
        found = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (name,))
        assert f"AFTER {event}" in found.scalar_one()


def test_the_stores_own_writing_connection_cannot_write_records(store: Store) -> None:
    add(store)
    with pytest.raises(sa.exc.DBAPIError, match="written outside an operation"), store.bookkeeping() as connection:
        connection.exec_driver_sql("DELETE FROM organisation")
    assert store.find(Organisation)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organisation SET name = 'x'",
        "DELETE FROM organisation",
        "INSERT INTO tag (id, deleted, name) VALUES (x'00', 0, 'x')",
        "UPDATE change SET value = NULL",
        "DELETE FROM operation",
    ],
)
def test_other_programs_cannot_write_either(store: Store, binder: Path, statement: str) -> None:
    add(store)
    for driver in (dbapi2, sqlite3):
        connection = driver.connect(str(binder / "binder.db"))
        with pytest.raises(Exception, match="written outside an operation"):
            connection.execute(statement)
        connection.close()
    assert store.find(Organisation)[0].name == "Atelier Noord"


def test_a_read_connection_cannot_write(store: Store) -> None:
    with store.read() as connection, pytest.raises(sa.exc.DBAPIError, match="readonly"):
        connection.exec_driver_sql("UPDATE write_gate SET open = 1")


def test_the_gate_is_shut_after_each_operation_and_after_a_failed_one(store: Store) -> None:
    organisation = add(store)
    with pytest.raises((BugError, KnownError, sa.exc.IntegrityError)):
        store.apply(AddRecord(record=organisation, type_key="organisation"), [Insert(organisation)])
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT open FROM write_gate").scalars().all() == [0]


def test_an_operation_is_whole_or_not_at_all(store: Store) -> None:
    organisation = add(store)
    changes = [
        SetField("organisation", organisation.id, "name", "Atelier Zuid"),
        SetField("organisation", organisation.id, "no_such_field", "x"),
    ]
    command = EditRecord(type_key="organisation", record_id=organisation.id, values={})
    with pytest.raises(BugError):
        store.apply(command, changes)
    assert store.get(Organisation, organisation.id).name == "Atelier Noord"
    assert store.undo_state().undo is not None
    assert len(store.undo_stacks().undo) == 1


def test_no_change_is_no_operation(store: Store) -> None:
    before = store.data_version()
    assert not store.apply(EditRecord(type_key="organisation", record_id=Organisation(name="x").id, values={}), [])
    assert store.data_version() == before


def test_a_text_over_its_limit_is_refused_whole(store: Store) -> None:
    organisation = add(store)
    command = EditRecord(type_key="organisation", record_id=organisation.id, values={})
    with pytest.raises(KnownError) as caught:
        store.apply(command, [SetField("organisation", organisation.id, "notes", "é" * 600_000)])
    assert caught.value.code == "text_too_long"
    assert store.get(Organisation, organisation.id).notes == ""


def test_text_is_kept_composed_and_without_nul(store: Store) -> None:
    organisation = add(store, "Atelier E\u0301lan\0")
    assert store.get(Organisation, organisation.id).name == "Atelier Élan"


def test_a_field_of_one_line_keeps_one_line_and_its_direction(store: Store) -> None:
    organisation = add(store, "Atelier\nNoord\u202ednarB")
    assert store.get(Organisation, organisation.id).name == "Atelier NoorddnarB"
    label = store.undo_stacks().undo[-1].label
    assert label.params["title"] == "Atelier NoorddnarB"
    changes = [
        SetField("organisation", organisation.id, "notes", "Un\x1b[2J\nDeux\u202e"),
        SetField("organisation", organisation.id, "legal_form", "Un\tDeux"),
    ]
    store.apply(EditRecord(type_key="organisation", record_id=organisation.id, values={}), changes)
    kept = store.get(Organisation, organisation.id)
    assert (kept.notes, kept.legal_form) == ("Un[2J\nDeux", "Un Deux")


def test_half_a_character_is_refused(store: Store) -> None:
    with pytest.raises(KnownError) as caught:
        add(store, "Atelier \ud83d")
    assert caught.value.code == "text_unstorable"
