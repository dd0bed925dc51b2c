"""Organisations entered twice, over a whole binder."""

from datetime import date

from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.duplicates import SAME_NAME_AND_POSTCODE, SAME_NUMBER, Confidence
from clusterdesk.services import records
from clusterdesk.services.duplicates import duplicates_of, find_duplicates
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation, make_visit


def test_groups_keep_the_one_with_most_history_first(store: Store) -> None:
    make_organisation(store, "Atelier Noord", postcode="1080")
    busy = make_organisation(store, "ATELIER NOORD SRL", postcode="1080", enterprise_number="0314595348")
    make_organisation(store, "Noord & Co", postcode=None, enterprise_number="0314595348")
    make_organisation(store, "Filature Senne", postcode="1070")
    make_visit(store, busy, date(2026, 3, 3), "vu")
    groups = find_duplicates(store)
    assert len(groups) == 1
    assert [one.name for one in groups[0].members] == ["ATELIER NOORD SRL", "Noord & Co", "Atelier Noord"]
    assert {pair.reason for pair in groups[0].pairs} == {SAME_NUMBER, SAME_NAME_AND_POSTCODE}
    assert groups[0].confidence is Confidence.CERTAIN
    assert groups[0].members[0].last_contact_on == date(2026, 3, 3)
    assert groups[0].members[0].city == "Bruxelles"


def test_what_is_merged_or_in_the_bin_is_no_duplicate(store: Store) -> None:
    kept = make_organisation(store, "Atelier Noord")
    absorbed = make_organisation(store, "Atelier Noord", postcode="9000")
    gone = make_organisation(store, "Atelier Noord")
    values = {"merged_into": kept.id, "merged_on": date(2026, 11, 23)}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=absorbed.id, values=values))
    records.edit_record(store, EditRecord(type_key="organisation", record_id=gone.id, values={"deleted": True}))
    assert find_duplicates(store, at_least=Confidence.POSSIBLE) == []
    again = make_organisation(store, "Noord, Atelier", postcode="9000")
    groups = find_duplicates(store)
    assert {one.id for one in groups[0].members} == {kept.id, again.id}, "the postcode of the absorbed one counts"


def test_a_new_name_is_compared_with_all(store: Store) -> None:
    known = make_organisation(store, "Atelier Noord", postcode="1080")
    found = duplicates_of(store, "atelier noord bv", postcodes=["1080"])
    assert [(one.card.key, one.reason) for one in found] == [(known.id, SAME_NAME_AND_POSTCODE)]
