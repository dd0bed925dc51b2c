"""Records made from rows are those the class itself would make."""

import pytest

from clusterdesk.domain.fields import plain_values
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.desk_store import Store
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import record_columns, to_db
from tests.factories import make_contact, make_file, make_organisation


@pytest.mark.parametrize("key", list(RECORD_TYPES))
def test_a_record_class_computes_nothing_when_it_is_made(key: str) -> None:
    assert not hasattr(RECORD_TYPES[key].cls, "__post_init__"), "rows fill the slots without calling the class"


def test_rows_become_the_records_they_were_made_from(store: Store) -> None:
    organisation = make_organisation(store, languages=("nl", "fr"))
    make_contact(store, organisation)
    make_file(store, organisation, tracks=("employment",))
    made = 0
    for key, kind in RECORD_TYPES.items():
        for record in store.find(kind.cls):
            row = [to_db(spec, getattr(record, spec.name)) for spec in record_columns(key)]
            assert builder(key)(row) == record == kind.from_plain(plain_values(record))
            made += 1
    assert made > 20
