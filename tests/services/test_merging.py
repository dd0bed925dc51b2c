"""Merging organisations and taking merges apart."""

import random
from collections.abc import Iterable
from datetime import date
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.merging import MergeOrganisations, UnmergeOrganisations
from clusterdesk.domain.commands.records import DeleteRecord, EditRecord
from clusterdesk.domain.merging import Side
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services import records
from clusterdesk.services.merging import merge_organisations, merge_preview, unmerge_organisations
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from clusterdesk.store.queries.merged import family_ids, kept_id
from clusterdesk.store.queries.organisation_page import organisation_page
from tests.factories import make_contact, make_organisation, make_visit


def two(store: Store) -> tuple[Organisation, Organisation]:
    kept = make_organisation(
        store,
        "Atelier Noord",
        summary="Menuiserie",
        notes="depuis 2019",
        languages=("fr",),
        founded_on=PartialDate("2019"),
    )
    absorbed = make_organisation(
        store,
        "ATELIER NOORD SRL",
        enterprise_number="0314595348",
        legal_form="SRL",
        summary="Autre résumé",
        notes="vu au salon",
        languages=("nl", "fr"),
        founded_on=PartialDate("2019-05"),
    )
    make_visit(store, absorbed, date(2026, 3, 3), "vu")
    make_contact(store, absorbed)
    return store.get(Organisation, kept.id), store.get(Organisation, absorbed.id)


def merge(store: Store, kept: Organisation, absorbed: Organisation, **more: object) -> Organisation:
    command = MergeOrganisations(kept_id=kept.id, absorbed_id=absorbed.id, **more)  # type: ignore[arg-type]
    return merge_organisations(store, command).output


def test_the_preview_shows_both_values_and_suggests(store: Store) -> None:
    kept, absorbed = two(store)
    preview = merge_preview(store, kept.id, absorbed.id)
    suggested = {one.field: one.suggested for one in preview.fields if one.differs}
    assert suggested == {
        "name": Side.KEPT,
        "enterprise_number": Side.ABSORBED,
        "legal_form": Side.ABSORBED,
        "founded_on": Side.ABSORBED,
        "languages": Side.BOTH,
        "summary": Side.KEPT,
        "notes": Side.BOTH,
    }
    names = next(one for one in preview.fields if one.field == "name")
    assert (names.kept, names.absorbed, names.label) == ("Atelier Noord", "ATELIER NOORD SRL", "Name")
    assert preview.parts == {"address": 1, "contact_role": 1, "session": 1}
    assert not preview.two_numbers


def test_merging_rewrites_no_row_of_a_child(store: Store) -> None:
    kept, absorbed = two(store)
    done = merge_organisations(
        store,
        MergeOrganisations(
            kept_id=kept.id, absorbed_id=absorbed.id, choices={"name": Side.ABSORBED, "notes": Side.KEPT}
        ),
    )
    assert set(done.changes.touched) == {"organisation"}
    after = store.get(Organisation, kept.id)
    assert after == done.output
    assert (after.name, after.enterprise_number, after.notes) == ("ATELIER NOORD SRL", "0314595348", "depuis 2019")
    assert after.languages == ("fr", "nl")
    assert store.get(Organisation, absorbed.id).merged_on == date(2026, 11, 23)
    assert store.find(Session)[0].organisation_id == absorbed.id
    with store.read() as connection:
        page = organisation_page(connection, absorbed.id, date(2026, 11, 23))
    assert page.organisation.id == kept.id
    assert page.held_visits == 1
    assert len(page.contacts) == 1


def test_undo_and_redo_of_a_merge(store: Store) -> None:
    kept, absorbed = two(store)
    merge(store, kept, absorbed)
    label = undo(store).output.label
    assert label.params == {"absorbed": "ATELIER NOORD SRL", "kept": "Atelier Noord"}
    assert [store.get(Organisation, one.id) for one in (kept, absorbed)] == [kept, absorbed]
    redo(store)
    assert store.get(Organisation, absorbed.id).merged_into == kept.id
    assert check_store(store).ok


def test_unmerging_brings_both_back_as_they_were(store: Store) -> None:
    kept, absorbed = two(store)
    merge(store, kept, absorbed)
    make_visit(store, kept, date(2026, 11, 20), "après la fusion")
    unmerge_organisations(store, UnmergeOrganisations(absorbed_id=absorbed.id))
    assert [store.get(Organisation, one.id) for one in (kept, absorbed)] == [kept, absorbed]
    undo(store)
    assert store.get(Organisation, absorbed.id).merged_into == kept.id
    assert store.get(Organisation, kept.id).enterprise_number == "0314595348"


def test_what_was_changed_after_the_merge_stays(store: Store) -> None:
    kept, absorbed = two(store)
    merge(store, kept, absorbed)
    values = {"notes": "corrigé depuis"}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=kept.id, values=values))
    unmerge_organisations(store, UnmergeOrganisations(absorbed_id=absorbed.id))
    after = store.get(Organisation, kept.id)
    assert (after.notes, after.enterprise_number) == ("corrigé depuis", None)


def test_a_merge_that_came_otherwise_is_taken_apart_too(store: Store) -> None:
    kept, absorbed = two(store)
    values = {"merged_into": kept.id, "merged_on": date(2025, 1, 1)}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=absorbed.id, values=values))
    output = unmerge_organisations(store, UnmergeOrganisations(absorbed_id=absorbed.id)).output
    assert (output.merged_into, output.merged_on) == (None, None)
    with pytest.raises(KnownError, match="is not merged"):
        unmerge_organisations(store, UnmergeOrganisations(absorbed_id=absorbed.id))


def test_a_chain_reads_as_its_end(store: Store) -> None:
    a, b, c = (make_organisation(store, name) for name in "ABC")
    merge(store, b, a)
    merge(store, c, a, on=date(2026, 11, 30))  # a is read as b: it is b that is merged
    with store.read() as connection:
        assert kept_id(connection, a.id) == c.id
        assert set(family_ids(connection, b.id)) == {one.id.bytes for one in (a, b, c)}
        assert family_ids(connection, a.id)[0] == c.id.bytes
        assert kept_id(connection, a.id, as_of=date(2026, 11, 23)) == b.id
        assert set(family_ids(connection, c.id, as_of=date(2026, 11, 23))) == {c.id.bytes}
    unmerge_organisations(store, UnmergeOrganisations(absorbed_id=b.id))
    with store.read() as connection:
        assert kept_id(connection, a.id) == b.id


def test_what_cannot_be_merged_is_refused(store: Store) -> None:
    kept, absorbed = two(store)
    with pytest.raises(KnownError, match="into itself"):
        merge(store, kept, kept)
    with pytest.raises(KnownError, match="no field"):
        merge(store, kept, absorbed, choices={"merged_into": Side.KEPT})
    with pytest.raises(KnownError, match="cannot both be kept"):
        merge(store, kept, absorbed, choices={"name": Side.BOTH})
    merge(store, kept, absorbed)
    for one, other in ((kept, absorbed), (absorbed, kept)):
        with pytest.raises(KnownError, match="into itself"):
            merge(store, one, other)
    gone = make_organisation(store, "Parti")
    records.delete_record(store, DeleteRecord(type_key="organisation", record_id=gone.id))
    with pytest.raises(KnownError, match="in the bin"):
        merge(store, kept, gone)


def test_two_numbers_are_a_warning(store: Store) -> None:
    one = make_organisation(store, "Un", enterprise_number="0314595348")
    other = make_organisation(store, "Autre", enterprise_number="0403019261")
    assert merge_preview(store, one.id, other.id).two_numbers


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_merging_and_taking_apart_agrees_with_a_plain_model(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    names = {make_organisation(store, name, postcode=None).id: name for name in "ABCDEF"}
    into: dict[UUID, UUID] = {}

    def end(one: UUID) -> UUID:
        while one in into:
            one = into[one]
        return one

    for _ in range(40):
        one, other = chance.sample(list(names), 2)
        step = chance.random()
        if step < 0.5 and end(one) != end(other):
            into[end(other)] = end(one)
            merge_organisations(store, MergeOrganisations(kept_id=one, absorbed_id=other))
        elif step < 0.8 and one in into:
            del into[one]
            unmerge_organisations(store, UnmergeOrganisations(absorbed_id=one))
        elif step > 0.9:
            before = kept_of(store, names)
            undo(store)
            redo(store)
            assert kept_of(store, names) == before
        assert kept_of(store, names) == {each: end(each) for each in names}
    assert check_store(store).ok


def kept_of(store: Store, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return what each organisation is read as, found in both directions."""
    with store.read() as connection:
        found = {one: kept_id(connection, one) for one in ids}
        for one, kept in found.items():
            family = {UUID(bytes=each) for each in family_ids(connection, one)}
            assert family == {each for each, end in found.items() if end == kept}
    return found


@pytest.mark.parametrize(("side", "visibility"), [(Side.KEPT, "internal"), (Side.ABSORBED, "restricted")])
def test_who_may_read_the_summary_goes_with_it(store: Store, side: Side, visibility: str) -> None:
    kept, absorbed = two(store)
    hide = {"summary_visibility": Visibility.RESTRICTED}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=absorbed.id, values=hide))
    assert "summary_visibility" not in {one.field for one in merge_preview(store, kept.id, absorbed.id).fields}
    after = merge(store, kept, absorbed, choices={"summary": side})
    assert after.summary_visibility == visibility
    unmerge_organisations(store, UnmergeOrganisations(absorbed_id=absorbed.id))
    assert store.get(Organisation, kept.id).summary_visibility is Visibility.INTERNAL
