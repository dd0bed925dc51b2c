"""Archives written by hand: what they may say, and how a mistake is told."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.domain.records.coaching import CoachingFileManager, CoachingFileTrack
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import RecordTag, Tag
from clusterdesk.domain.records.organisations import ContactPoint, Membership, Organisation, OrganisationValueChain
from clusterdesk.domain.records.sessions import Action, NoteKind, Session, SessionAttendee, SessionNote
from clusterdesk.exchange.archive.load import import_archive, plan_archive
from clusterdesk.services.binders import create_binder
from clusterdesk.services.records import delete_record
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.exchange.archives import refusals, verdicts, write_lines

ATELIER = {"type": "organisation", "id": "crm-7", "name": "Atelier des Planches"}
CLAIRE = {"type": "profile", "id": "claire", "name": "Claire"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create_binder(tmp_path / "binder")
    yield store
    store.close()


@pytest.fixture
def imported(store: Store, tmp_path: Path) -> Callable[..., list[tuple[int, str, str]]]:
    def run(*lines: dict[str, object] | str) -> list[tuple[int, str, str]]:
        return refusals(import_archive(store, write_lines(tmp_path / "in.jsonl", *lines)).output)

    return run


NESTED = (
    CLAIRE,
    {
        **ATELIER,
        "enterprise_number": "BE 0314.595.348",
        "value_chains": ["wood"],
        "phones": ["02 555 01 23", {"value": "+32 2 555 01 24", "label": "atelier"}],
        "tags": ["prioritaire"],
    },
    {
        "type": "contact",
        "id": "nora",
        "first_name": "Nora",
        "roles": [{"organisation": "crm-7", "role": "gérante"}],
    },
    {"type": "project", "id": "p", "title": "Panneaux", "organisation": "crm-7", "value_chains": ["wood"]},
    {
        "type": "coaching_file",
        "id": "f",
        "project": "p",
        "opened_on": "2026-01-05",
        "tracks": ["industrial_scale_up"],
        "managers": [{"profile": "claire", "role": "lead", "from_on": "2026-01-05"}],
    },
    {
        "type": "session",
        "id": "s",
        "organisation": "crm-7",
        "coaching_file": "f",
        "on": "2026-01-12",
        "attendees": ["Le voisin", {"contact": "nora"}],
        "notes": [{"question": "Stock ?", "text": "Plein."}, {"text": "À revoir", "visibility": "internal"}],
        "decisions": ["On mesure la cadence."],
        "actions": [{"text": "Envoyer le plan", "owner": "organisation", "due_on": "2026-02-01"}],
    },
)


def test_parts_may_be_written_inside_their_record(store: Store, imported: Callable[..., object]) -> None:
    assert imported(*NESTED) == []
    organisation = store.find(Organisation)[0]
    assert organisation.enterprise_number == "0314595348"
    assert organisation.external_id == "crm-7"
    assert organisation.id == derived_id(store.binder_id, "organisation", "crm-7")
    assert [chain.value_chain_id for chain in store.find(OrganisationValueChain)] == [derived_id("value_chain", "wood")]
    assert {(point.value, point.label) for point in store.find(ContactPoint)} == {
        ("+3225550123", ""),
        ("+3225550124", "atelier"),
    }
    tag = store.find(Tag)[0]
    assert tag.name == "prioritaire"
    assert [one.record_id for one in store.find(RecordTag, tag_id=tag.id)] == [organisation.id]
    contact = store.find(Contact)[0]
    assert [role.role for role in store.find(ContactRole, contact_id=contact.id)] == ["gérante"]
    assert len(store.find(CoachingFileTrack)) == len(store.find(CoachingFileManager)) == 1
    session = store.find(Session)[0]
    present = {(one.name, one.contact_id) for one in store.find(SessionAttendee)}
    assert present == {("Le voisin", None), ("", contact.id)}
    notes = store.find(SessionNote, session_id=session.id)
    assert {note.text for note in notes if note.kind is NoteKind.NOTE} == {"Plein.", "À revoir"}
    assert {note.text for note in notes if note.kind is NoteKind.DECISION} == {"On mesure la cadence."}
    action = store.find(Action)[0]
    assert (action.organisation_id, action.session_id, action.coaching_file_id) == (
        organisation.id,
        session.id,
        session.coaching_file_id,
    )
    assert action.due_on == date(2026, 2, 1)


def test_the_order_of_lines_does_not_matter(imported: Callable[..., object]) -> None:
    assert imported({"type": "session", "id": "s", "organisation": "crm-7", "on": "2026-01-12"}, ATELIER) == []


def test_the_same_archive_again_changes_nothing_and_an_edited_one_updates(store: Store, tmp_path: Path) -> None:
    lines = [ATELIER, {"type": "session", "organisation": "crm-7", "on": "2026-01-12", "notes": "Bonne visite."}]
    path = write_lines(tmp_path / "in.jsonl", *lines)
    import_archive(store, path)
    again = import_archive(store, path)
    assert not again.changes
    assert again.output.counts == {"new": 0, "updated": 0, "unchanged": 2, "refused": 0}
    write_lines(path, {**ATELIER, "legal_form": "SRL"}, lines[1])
    changed = import_archive(store, path)
    assert verdicts(changed.output) == ["updated", "unchanged"]
    assert [(one.name, one.legal_form) for one in store.find(Organisation)] == [("Atelier des Planches", "SRL")]


def test_a_record_in_the_bin_comes_back(store: Store, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", ATELIER)
    import_archive(store, path)
    delete_record(store, DeleteRecord(type_key="organisation", record_id=store.find(Organisation)[0].id))
    assert verdicts(import_archive(store, path).output) == ["updated"]
    assert len(store.find(Organisation)) == 1


def test_one_undo_takes_the_whole_import_back(store: Store, tmp_path: Path) -> None:
    import_archive(store, write_lines(tmp_path / "in.jsonl", ATELIER, CLAIRE))
    undo(store)
    assert store.find(Organisation) == []


def test_a_merge_is_written_into_the_merged_organisation(store: Store, imported: Callable[..., object]) -> None:
    twin = {"type": "organisation", "id": "crm-8", "name": "Atelier des planches"}
    assert imported(ATELIER, twin, {"type": "merge", "kept": "crm-7", "merged": "crm-8", "on": "2026-03-02"}) == []
    kept = store.find(Organisation, external_id="crm-7")[0]
    merged = store.find(Organisation, external_id="crm-8")[0]
    assert (merged.merged_into, merged.merged_on) == (kept.id, date(2026, 3, 2))
    cleared = {"type": "merge", "kept": "crm-7", "merged": "crm-8", "on": "2026-03-02", "cleared_on": "2026-04-01"}
    assert imported(cleared) == []
    assert store.find(Organisation, external_id="crm-8")[0].merged_into is None


@pytest.mark.parametrize(
    ("line", "key", "reason"),
    [
        ({**ATELIER, "colour": "red"}, "colour", "A record of the type organisation has no key “colour”."),
        ({**ATELIER, "deleted": True}, "deleted", "A record of the type organisation has no key “deleted”."),
        ({"type": "organisation", "id": "x"}, "name", "This key is missing."),
        ({"type": "organisation", "id": "x", "name": " "}, "name", "This key cannot be empty."),
        ({"type": "organisation", "id": "x", "name": 7}, "name", "A text is expected here, not 7."),
        ({**ATELIER, "sole_trader": "yes"}, "sole_trader", "true or false is expected here, not yes."),
        ({**ATELIER, "founded_on": "2024-13"}, "founded_on", "2026-11 or 2026 is expected here, not 2024-13."),
        ({**ATELIER, "kind": "guild"}, "kind", "guild is not one of: company, non_profit"),
        ({**ATELIER, "languages": "fr"}, "languages", "A list of texts is expected here, not fr."),
        ({**ATELIER, "value_chains": ["felt"]}, "value_chains[0].value_chain_id", "“felt” is neither in the archive"),
        ({**ATELIER, "phones": 3}, "phones", "A list is expected here, not 3."),
        ({**ATELIER, "addresses": ["rue"]}, "addresses[0]", "An object in braces is expected here, not rue."),
        ({**ATELIER, "id": ""}, "id", "An id is a text of 1 to 200 characters, not ."),
        ({**ATELIER, "external_id": "other"}, "id", "leave this key out"),
        ({"type": "guild", "id": "x"}, "type", "There is no record type “guild”."),
        ({"id": "x", "name": "y"}, "type", "The line does not say its type."),
        (
            {"type": "session", "organisation": "nobody", "on": "2026-01-12"},
            "organisation_id",
            "“nobody” is neither in the archive",
        ),
        ({"type": "action", "text": "x", "due_on": "31/04/2026"}, "due_on", "not 31/04/2026."),
        ({"type": "evidence", "title": "x", "level": 7}, "level", "7 is not one of: 0, 1, 2, 3, 4."),
        ({"type": "document", "name": "a", "sha256": "00", "size": 1}, "sha256", "A checksum has 64"),
        ({"type": "document", "name": "a", "sha256": "0" * 64, "size": 1}, "sha256", "The document itself is neither"),
        ('{"type": "tag", "id": "t", "name": NaN}', "", "This line is not JSON: NaN"),
        ('{"type": "tag", "name": "a", "name": "b"}', "name", "The key stands twice in the line."),
        ('["tag"]', "", "This line is not a JSON object in braces."),
        ('{"type": "tag", "name": "\\ud800"}', "name", "The text holds half a character, which cannot be stored."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_key(
    imported: Callable[..., list[tuple[int, str, str]]], line: dict[str, object] | str, key: str, reason: str
) -> None:
    ((number, where, told),) = imported("", CLAIRE, line)
    assert (number, where) == (3, key)
    assert reason in told


def test_a_malformed_enterprise_number_is_refused(imported: Callable[..., list[tuple[int, str, str]]]) -> None:
    (problem,) = imported({**ATELIER, "enterprise_number": "0314595349"})
    assert problem[:2] == (1, "enterprise_number")


def test_deep_nesting_is_refused_as_a_line(imported: Callable[..., list[tuple[int, str, str]]]) -> None:
    (problem,) = imported('{"type": "tag", "name": ' + "[" * 200_000 + "]" * 200_000 + "}")
    assert problem[0] == 1


def test_what_needs_a_refused_line_is_refused_with_it(imported: Callable[..., object]) -> None:
    broken = {**ATELIER, "colour": "red"}
    assert imported(
        {"type": "session", "id": "s", "organisation": "crm-7", "on": "2026-01-12"},
        {"type": "action", "id": "a", "text": "Rappeler", "session": "s"},
        broken,
    ) == [
        (1, "organisation_id", "This refers to a line that is refused: in.jsonl:3."),
        (2, "session_id", "This refers to a line that is refused: in.jsonl:1."),
        (3, "colour", "A record of the type organisation has no key “colour”."),
    ]


def test_two_lines_cannot_bring_one_record(imported: Callable[..., object]) -> None:
    assert imported(ATELIER, ATELIER) == [(2, "id", "The id “crm-7” stands on another line too: in.jsonl:1.")]


def test_since_when_its_parts_are_known_may_stand_in_any_record(
    store: Store, imported: Callable[..., list[tuple[int, str, str]]]
) -> None:
    """An organisation is no dated fact, its addresses and memberships are."""
    line = {
        **ATELIER,
        "recorded_on": "2024-02-01",
        "memberships": ["member", {"status": "candidate", "recorded_on": "2023-12-01"}],
    }
    assert imported(line, {"type": "organisation", "id": "b", "name": "B", "recorded_on": "2024-02-01"}) == []
    known = {one.status.value: one.recorded_on for one in store.find(Membership)}
    assert known == {"member": date(2024, 2, 1), "candidate": date(2023, 12, 1)}
    found = imported({"type": "contact", "id": "c", "last_name": "C", "recorded_on": "31/04"})
    assert [(line, key) for line, key, _ in found] == [(1, "recorded_on")]


def test_a_part_with_a_mistake_refuses_its_line_alone(store: Store, imported: Callable[..., object]) -> None:
    session = {"type": "session", "organisation": "crm-7", "on": "2026-01-12", "notes": [{"texte": "oups"}]}
    assert imported(ATELIER, session) == [
        (2, "notes[0].texte", "A record of the type session_note has no key “texte”.")
    ]
    assert store.find(Session) == []
    assert len(store.find(Organisation)) == 1


def test_a_plan_writes_nothing(store: Store, tmp_path: Path) -> None:
    plan = plan_archive(store, write_lines(tmp_path / "in.jsonl", ATELIER))
    assert plan.counts["new"] == 1
    assert store.find(Organisation) == []


def test_recorded_and_revoked_days_are_taken_over(store: Store, imported: Callable[..., object]) -> None:
    session = {
        "type": "session",
        "organisation": "crm-7",
        "on": "2024-03-01",
        "recorded_on": "2025-03-12",
        "revoked_on": "2026-01-01",
    }
    assert imported(ATELIER, session) == []
    held = store.find(Session)[0]
    assert (held.recorded_on, held.revoked_on) == (date(2025, 3, 12), date(2026, 1, 1))
