"""The editable lists: added to with keys that stay, put into another order, undone."""

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.lists import AddToList, MoveInList
from clusterdesk.domain.records.lists import Profile, Question, Tag, ValueChain
from clusterdesk.services.cluster_lists import add_to_list, move_in_list, read_list
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store


def _names(store: Store, type_key: str = "value_chain") -> list[str]:
    return [one.name_fr for one in read_list(store, type_key) if isinstance(one, ValueChain)]


def test_a_row_is_added_at_the_end_with_a_key_of_its_own(store: Store) -> None:
    before = _names(store)
    first = add_to_list(store, AddToList(type_key="value_chain", name="  Métal & béton ")).output
    second = add_to_list(store, AddToList(type_key="value_chain", name="Métal – béton", language="nl")).output
    assert isinstance(first, ValueChain)
    assert isinstance(second, ValueChain)
    assert (first.key, first.name_fr, first.name_nl) == ("metal_beton", "Métal & béton", "")
    assert (second.key, second.name_nl, second.name_in("fr")) == ("metal_beton_2", "Métal – béton", "Métal – béton")
    assert _names(store) == [*before, "Métal & béton", "Métal – béton"]
    undo(store)
    assert _names(store) == [*before, "Métal & béton"]


def test_a_key_in_the_bin_is_not_given_again(store: Store) -> None:
    first = add_to_list(store, AddToList(type_key="track", name="Énergie")).output
    undo(store)
    second = add_to_list(store, AddToList(type_key="track", name="énergie")).output
    assert first.key == "energie"  # type: ignore[attr-defined]
    assert second.key != first.key  # type: ignore[attr-defined]


def test_a_question_joins_the_template_and_version_of_another(store: Store) -> None:
    like = next(one for one in store.find(Question) if one.template == "break_even")
    added = add_to_list(store, AddToList(type_key="question", name="Et le stock ?", like=like.id)).output
    assert isinstance(added, Question)
    assert (added.template, added.version) == ("break_even", like.version)
    of_template = [one for one in read_list(store, "question") if isinstance(one, Question)]
    assert [one.name_fr for one in of_template if one.template == "break_even"][-1] == "Et le stock ?"


def test_colleagues_and_tags_are_added_by_name(store: Store) -> None:
    assert isinstance(add_to_list(store, AddToList(type_key="profile", name="Nora")).output, Profile)
    assert isinstance(add_to_list(store, AddToList(type_key="tag", name="pilote")).output, Tag)
    with pytest.raises(KnownError, match="needs a name"):
        add_to_list(store, AddToList(type_key="profile", name="  "))


def test_rows_change_places_in_one_step_and_undo_brings_them_back(store: Store) -> None:
    before = _names(store)
    rows = read_list(store, "value_chain")
    move_in_list(store, MoveInList(type_key="value_chain", record_id=rows[1].id, up=True))
    assert _names(store) == [before[1], before[0], *before[2:]]
    assert not move_in_list(store, MoveInList(type_key="value_chain", record_id=rows[1].id, up=True)).changes
    move_in_list(store, MoveInList(type_key="value_chain", record_id=rows[1].id, up=False))
    assert _names(store) == before
    undo(store)
    undo(store)
    assert _names(store) == before


def test_questions_are_ordered_within_their_template(store: Store) -> None:
    rows = [one for one in read_list(store, "question") if isinstance(one, Question)]
    last = [one for one in rows if one.template == rows[0].template][-1]
    assert not move_in_list(store, MoveInList(type_key="question", record_id=last.id, up=False)).changes
    assert move_in_list(store, MoveInList(type_key="question", record_id=last.id, up=True)).changes
