"""Search: blind to accents and case, by prefix, never an error."""

from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services.lookup import count_found, search_while_typing
from clusterdesk.services.records import add_record, edit_record
from clusterdesk.store.desk_store import Store
from clusterdesk.store.search import fts_query
from clusterdesk.store.tables import search_entry


@pytest.fixture(scope="module")
def memory() -> object:
    """Return a bare connection with a full-text table."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5(body, prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO found VALUES ('Menuiserie de réemploi Éloï')")
    return connection


@given(st.text())
def test_no_query_text_ever_fails(memory: object, text: str) -> None:
    query = fts_query(text)
    if query:
        memory.execute("SELECT * FROM found WHERE found MATCH ?", (query,)).fetchall()  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["reemp", "RÉEMPLOI", "eloi", "me", "menuiserie eloï", '"reemploi', "éloi*", "de' ré"])
def test_accents_case_and_prefix(memory: object, text: str) -> None:
    rows = memory.execute("SELECT * FROM found WHERE found MATCH ?", (fts_query(text),)).fetchall()  # type: ignore[attr-defined]
    assert len(rows) == 1


@pytest.mark.parametrize("text", ["", "   ", "...", "*", '"', "\0", "AND NOT"])
def test_nothing_to_look_for(store: Store, text: str) -> None:
    query = fts_query(text)
    assert query in {"", '"AND"* "NOT"*'}


def test_a_visit_that_moves_to_another_day_moves_in_the_results(store: Store) -> None:
    organisation = Organisation(name="Boisretour")
    add_record(store, AddRecord(record=organisation))
    visits = [
        Session(organisation_id=organisation.id, on=date(2026, month, 1), subject=f"Séchage {month}")
        for month in (1, 2)
    ]
    for visit in visits:
        add_record(store, AddRecord(record=visit))
    edit_record(store, EditRecord(type_key="session", record_id=visits[0].id, values={"on": date(2026, 3, 1)}))
    with store.read() as connection:
        newest = connection.execute(sa.select(search_entry.c.record_id).order_by(search_entry.c.n.desc())).scalars()
        order = [UUID(bytes=one) for one in newest]
    assert order.index(visits[0].id) < order.index(visits[1].id)


def test_a_glance_sees_what_was_just_written_and_cannot_write(store: Store) -> None:
    organisation = Organisation(name="Éclaircie")
    add_record(store, AddRecord(record=organisation))
    assert [hit.id for hit in search_while_typing(store, "eclair").hits] == [organisation.id]
    edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values={"name": "Embellie"}))
    assert search_while_typing(store, "eclair").hits == ()
    assert [hit.title for hit in search_while_typing(store, "embel").hits] == ["Embellie"]
    with store.glance() as run, pytest.raises(dbapi2.DatabaseError, match="readonly"):
        run("DELETE FROM organisation", ())
    assert search_while_typing(store, "embel").complete


def test_a_search_while_typing_says_only_that_there_is_more(store: Store) -> None:
    for number in range(5):
        add_record(store, AddRecord(record=Organisation(name=f"Ressourcerie {number}")))
    some = search_while_typing(store, "ressourcerie", 2)
    assert (len(some.hits), some.total, some.complete) == (2, 3, False)
    assert count_found(store, "ressourcerie") == 5
    assert [hit.title for hit in some.hits] == ["Ressourcerie 4", "Ressourcerie 3"]
