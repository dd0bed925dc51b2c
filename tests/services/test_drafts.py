"""What was typed and not finished comes back, beside what others wrote meanwhile."""

import pytest

from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import records
from clusterdesk.services.drafts import draft_text, recover_drafts, save_draft
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store

KEY = "organisation"


@pytest.fixture
def organisation(store: Store) -> Organisation:
    """Return an organisation with notes."""
    made = Organisation(name="Boisretour", notes="Séchage lent.")
    records.add_record(store, AddRecord(record=made))
    return made


def _edit(store: Store, organisation: Organisation, text: str) -> None:
    edit = EditRecord(type_key=KEY, record_id=organisation.id, values={"notes": text})
    records.edit_record(store, edit)


def test_a_text_typed_over_one_that_changed_meanwhile_keeps_both(store: Store, organisation: Organisation) -> None:
    save_draft(store, KEY, organisation.id, "notes", "Séchage lent. Four promis")
    _edit(store, organisation, "Séchage lent. Banque d'accord.")
    assert recover_drafts(store).output == 1
    texts = store.get(Organisation, organisation.id).notes.split("\n\n")
    assert texts == ["Séchage lent. Banque d'accord.", "Séchage lent. Four promis"]
    undo(store)
    assert store.get(Organisation, organisation.id).notes == "Séchage lent. Banque d'accord."


def test_a_change_that_was_taken_back_is_no_conflict(store: Store, organisation: Organisation) -> None:
    save_draft(store, KEY, organisation.id, "notes", "Four promis")
    _edit(store, organisation, "Autre")
    undo(store)
    recover_drafts(store)
    assert store.get(Organisation, organisation.id).notes == "Four promis"


def test_what_the_other_text_says_already_is_not_said_twice(store: Store, organisation: Organisation) -> None:
    save_draft(store, KEY, organisation.id, "notes", "Four promis")
    _edit(store, organisation, "Séchage lent. Four promis pour mai.")
    assert recover_drafts(store).output == 0
    assert store.get(Organisation, organisation.id).notes == "Séchage lent. Four promis pour mai."


def test_a_text_too_long_to_be_stored_stays_and_keeps_no_binder_shut(store: Store, organisation: Organisation) -> None:
    long = "x" * 1_100_000
    save_draft(store, KEY, organisation.id, "notes", long)
    save_draft(store, KEY, organisation.id, "summary", "Menuiserie")
    assert recover_drafts(store).output == 1
    assert store.get(Organisation, organisation.id).summary == "Menuiserie"
    assert draft_text(store, KEY, organisation.id, "notes") == long


def test_half_a_character_does_not_stop_the_typing(store: Store, organisation: Organisation) -> None:
    save_draft(store, KEY, organisation.id, "notes", "bois \ud83d")
    assert draft_text(store, KEY, organisation.id, "notes") == "bois ?"


def test_a_name_that_was_being_replaced_stays(store: Store, organisation: Organisation) -> None:
    save_draft(store, KEY, organisation.id, "name", "")
    assert recover_drafts(store).output == 0
    assert store.get(Organisation, organisation.id).name == "Boisretour"
