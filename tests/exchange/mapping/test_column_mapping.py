"""Mappings: corrected by hand, kept under a name, used for next year's list."""

from dataclasses import replace
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping, MappedColumn, from_toml
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS

_DATA = Path(__file__).parents[2] / "data"
_MAPPING = ColumnMapping(
    ImportKind.ORGANISATIONS,
    (
        MappedColumn(0, "Nom", "name", 1.0),
        MappedColumn(1, "CA 2024", "revenue", 1.0, year=2024, mark=","),
        MappedColumn(2, "Divers", None),
        MappedColumn(3, "NACE 2008", "nace", 1.0, hint="2008"),
    ),
    "Membres",
)


def test_kept_and_read_again() -> None:
    again = from_toml(_MAPPING.to_toml())
    assert again.name == "Membres"
    assert [(c.header, c.field, c.year, c.mark, c.hint) for c in again.columns] == [
        (c.header, c.field, c.year, c.mark, c.hint) for c in _MAPPING.columns
    ]
    assert from_toml(again.to_toml()) == again


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense =",
        'kind = "planets"\ncolumns = []',
        'kind = "contacts"\ncolumns = [{header = "x", field = "nace"}]',
    ],
)
def test_what_is_no_mapping(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        from_toml(text)
    assert caught.value.code == "bad_mapping"


def test_corrected_by_hand() -> None:
    moved = _MAPPING.with_field(2, "name")
    assert [column.field for column in moved.columns] == [None, "revenue", "name", "nace"]
    assert moved.columns[2].confidence == 1.0
    assert [column.header for column in moved.unmapped] == ["Nom"]
    assert moved.with_field(2, None).column_of("name") is None
    with pytest.raises(KnownError):
        _MAPPING.with_field(0, "no_such_field")


def test_fitted_to_other_columns() -> None:
    fitted = _MAPPING.fitted(["NACE 2008", "nom ", "Nouveau"])
    assert [(column.column, column.field) for column in fitted.columns] == [(0, "nace"), (1, "name"), (2, None)]


def test_used_for_a_list() -> None:
    path = _DATA / "members_export_messy_cp1252.csv"
    guessed = open_list(path, ImportKind.ORGANISATIONS).mapping
    named = replace(guessed.with_field(9, "tags"), name="Membres")
    opened = open_list(path, ImportKind.ORGANISATIONS, mapping=from_toml(named.to_toml()))
    first = next(opened.rows())
    assert first.values["tags"] == ("Bois",)
    assert "value_chains" not in first.values


@pytest.mark.parametrize("kind", list(ImportKind))
def test_targets_are_sound(kind: ImportKind) -> None:
    target = TARGETS[kind]
    keys = [field.key for field in target.fields]
    assert len(keys) == len(set(keys))
    assert all(field.patterns for field in target.fields)
    assert {key for need in target.needs for key in need.any_of} <= set(keys)
    assert len({field.label for field in target.fields}) == len(keys)
