"""Search: blind to accents and case, by prefix, never an error."""

from datetime import date
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.inbox import QuickNote
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services.list_views import match_organisations
from clusterdesk.services.lookup import count_found, search, search_while_typing
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
    assert [hit.title for hit in some.hits] == ["Ressourcerie 0", "Ressourcerie 1"]


def test_the_best_beginning_comes_first(store: Store) -> None:
    """Organisations that begin so, other names that begin so, organisations and then all that hold it, texts."""
    noord, wide = Organisation(name="Atelier Noord"), Organisation(name="Le Grand Atelier")
    newer = [
        Project(title="Nouvel atelier de couture", organisation_id=wide.id),
        Project(title="Atelier mobile", organisation_id=wide.id),
        QuickNote(text="Passer à l'atelier", on=date(2030, 1, 2)),
    ]
    for record in (noord, wide, *newer):
        add_record(store, AddRecord(record=record))
    wanted = ["Atelier Noord", "Atelier mobile", "Le Grand Atelier", "Nouvel atelier de couture"]
    for text in ("atel", "ATELIER", "Âtel"):
        found = search_while_typing(store, text)
        assert [hit.title for hit in found.hits if hit.title][:4] == wanted
        assert found.hits[-1].kind == "quick_note"
    assert search_while_typing(store, "atelier no").hits[0].id == noord.id


def test_the_first_letter_of_the_next_word_loses_nothing(store: Store) -> None:
    add_record(store, AddRecord(record=Organisation(name="Atelier Noord")))
    for typed in ("a", "atelier n", "atelier no"):
        hits = search_while_typing(store, typed).hits  # besides the teams that ship
        assert [hit.title for hit in hits if hit.kind == "organisation"] == ["Atelier Noord"], typed
        assert [one.name for one in match_organisations(store, typed)] == ["Atelier Noord"], typed
        assert search(store, typed).total == count_found(store, typed) >= 1, typed


def test_a_beginning_is_found_among_hundreds_of_newer_names(store: Store) -> None:
    noord = Organisation(name="Atelier Noord")
    add_record(store, AddRecord(record=noord))
    visits = [
        Session(organisation_id=noord.id, on=date(2030, 1, 1), subject=f"Atelier de travail {n}") for n in range(300)
    ]
    for visit in visits:
        add_record(store, AddRecord(record=visit))
    assert search_while_typing(store, "atel", 5).hits[0].id == noord.id
    pages = [hit.id for start in range(0, 301, 43) for hit in search(store, "atel", 43, start).hits]
    assert len(pages) == len(set(pages)) == 301 == search(store, "atel").total


def test_an_organisation_is_matched_by_the_best_beginning(store: Store) -> None:
    for name in ("Atelier Noord", "Grand Atelier", "Atelier Sud"):
        add_record(store, AddRecord(record=Organisation(name=name)))
    assert [one.name for one in match_organisations(store, "atel")] == ["Atelier Noord", "Atelier Sud", "Grand Atelier"]
    assert [one.name for one in match_organisations(store, "atel", 2)] == ["Atelier Noord", "Atelier Sud"]
