"""Search: blind to accents and case, by prefix, never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.store.desk_store import Store
from clusterdesk.store.search import fts_query


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
