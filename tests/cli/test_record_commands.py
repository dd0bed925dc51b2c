"""Every type of record has list, show, add, edit and delete, made from the one table."""

from pathlib import Path
from typing import Any

import pytest

from clusterdesk.cli import record_options
from clusterdesk.cli.commands import command_names
from clusterdesk.domain.field_rules import YEAR
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.set_members import identity_fields
from clusterdesk.domain.written_marks import WRITTEN
from tests.cli.conftest import NUMBER, Run

# Fields that other commands write, or that the store writes itself.
NOT_WRITTEN = {
    "organisation": {"id", "deleted", "merged_into", "merged_on"},
    "document": {"id", "deleted", "sha256", "size", "media_type"},
}
_HOLDER, _ON = ("--organisation", "Atelier Noord"), ("--on", "23/11/2026")
A_DOCUMENT = Path(__file__).resolve().parents[2] / "README.md"
SAMPLE_TEXTS: dict[str, str] = {
    "enterprise_number": "0403170701",
    "establishment_number": "2.000.000.438",
    "period": "2026-10",
    "base_period": "2026-10",
    "currency": "EUR",
    "country": "NL",
    "outcome_country": "NL",
    "year": "2031",
}


@pytest.mark.parametrize("key", RECORD_TYPES)
def test_every_type_has_its_command_and_every_field_its_option(key: str, run: Run) -> None:
    kind = RECORD_TYPES[key]
    name = key.replace("_", "-")
    assert name in command_names()
    written = {spec.name for spec in record_options.fields_of(kind).values()}
    assert written == set(kind.fields) - NOT_WRITTEN.get(key, {"id", "deleted"})
    shown = run(name, "add", "--help")
    assert shown.code == 0
    for flag in record_options.fields_of(kind):
        assert flag in shown.out
    listed = run(key, "list", "--json")
    assert listed.code == 0
    assert listed.json["record_type"] == key


def value_for(run: Run, spec: FieldSpec) -> str:
    """Return a text for a required field; a record pointed to is made first."""
    if spec.refers_to is not None:
        found = run(spec.refers_to, "list", "--json", "--limit", "1").json["items"]
        return str(found[0]["id"]) if found else add(run, spec.refers_to)
    if spec.choices is not None:
        return str(next(iter(spec.choices)).value)
    if spec.rule is YEAR:
        return "2026"
    texts = {Kind.DATE: "23/11/2026", Kind.INTEGER: "3", Kind.BOOLEAN: "yes"}
    return SAMPLE_TEXTS.get(spec.name) or texts.get(spec.kind, "Something")


def add(run: Run, key: str, *more: str) -> str:
    kind = RECORD_TYPES[key]
    arguments = list(more)
    if key == "production_step":
        return moved(run)
    if key == "prospect_step":
        return spoken_to(run)
    if key == "document":
        arguments += ["--file", str(A_DOCUMENT)]
    for flag, spec in record_options.fields_of(kind).items():
        if record_options.is_required(kind, spec) and flag not in more:
            arguments += [flag, value_for(run, spec)]
    done = run(key, "add", *arguments, "--json")
    assert done.code == 0, done.err
    return str(done.json["id"])


def moved(run: Run) -> str:
    """Move a production project, which writes its step; nobody adds one by hand."""
    project = run("project", "add", "--title", "Carrelets", "--kind", "production", *_HOLDER, "--json").json["id"]
    forged = run("production-step", "add", "--project", project, "--stage", "in_production", *_ON, "--json")
    assert (forged.code, forged.error["code"]) == (1, "written_by_program")
    moved = run("production", "move", project, "abandoned", "--remark", "le hangar est vendu", "--json")
    assert moved.code == 0, moved.err
    return str(run("production-step", "list", "--json").json["items"][0]["id"])


def spoken_to(run: Run) -> str:
    """Speak to a prospect, which writes its state; nobody adds one by hand."""
    prospect = run("prospect", "add", "--name", "Démontages Lavandier", "--json").json["id"]
    forged = run("prospect-step", "add", "--prospect", prospect, "--state", "joined", *_ON, "--json")
    assert (forged.code, forged.error["code"]) == (1, "written_by_program")
    assert run("prospect", "move", prospect, "contacted").code == 0
    return str(run("prospect-step", "list", "--json").json["items"][0]["id"])


@pytest.mark.parametrize("key", [key for key in RECORD_TYPES if key not in ("record_tag", "document")])
def test_a_record_of_every_type_can_be_added_shown_edited_deleted_and_brought_back(key: str, run: Run) -> None:
    kind = RECORD_TYPES[key]
    named = {"contact": ("--first-name", "Ann"), "meeting_decision": ("--text", "On achète")}.get(key, ())
    record_id = add(run, key, *named)
    before = run(key, "show", record_id, "--json").json
    assert before["id"] == record_id
    assert not before["deleted"]
    flag, field, text, value = editable(key)
    if flag:
        edited = run(key, "edit", record_id, flag, text, "--json")
        assert edited.code == 0, edited.err
        assert edited.json["changed"] == [field]
        assert edited.json["record"][field] == value
        assert run(key, "show", record_id, "--json").json[field] == value
    deleted = run(key, "delete", record_id, "--json").json
    assert deleted["deleted"]
    assert record_id not in [one["id"] for one in run(key, "list", "--json").json["items"]]
    assert run("bin", "restore", record_id, "--json").json["restored"]
    assert record_id in [one["id"] for one in run(key, "list", "--json").json["items"]]
    assert run("check", "--json").json["ok"]
    assert kind.key == before["record_type"]


def editable(key: str) -> tuple[str, str, str, Any]:
    """Return an option that may change, its field, a text and the value it gives."""
    kind = RECORD_TYPES[key]
    fixed = set(identity_fields(key)) if kind.member_of_set else set()
    fixed |= set(WRITTEN[key].fields) if key in WRITTEN else set()
    for flag, spec in record_options.fields_of(kind).items():
        if spec.name in fixed or spec.name in ("external_id", "key", "token", "named"):  # agreed to by a person
            continue
        if spec.name == "title" and "title" not in kind.title_fields[:1]:
            continue  # its name says more than its title
        if spec.kind in (Kind.TEXT, Kind.NOTE) and spec.name not in SAMPLE_TEXTS:
            return flag, spec.name, "Autre chose", "Autre chose"
        if spec.kind is Kind.BOOLEAN:
            return flag, spec.name, "no" if spec.default else "yes", not spec.default
    return "", "", "", None


def test_an_organisation_is_listed_filtered_sorted_and_paged(run: Run) -> None:
    everything = run("organisation", "list", "--json").json
    assert [one["name"] for one in everything["items"]] == ["Atelier Noord", "Ateliers du Nord", "Élan Vélo"]
    assert everything["total"] == 3
    page = run("organisation", "list", "--limit", "1", "--offset", "1", "--json").json
    assert (page["total"], page["limit"], page["offset"]) == (3, 1, 1)
    assert [one["name"] for one in page["items"]] == ["Ateliers du Nord"]
    names = [one["name"] for one in run("organisation", "list", "--sort", "name:desc", "--json").json["items"]]
    assert names == ["Élan Vélo", "Ateliers du Nord", "Atelier Noord"]
    for wanted in ("elan", "VELO", "kind=company", "enterprise_number="):
        found = run("organisation", "list", "--filter", wanted, "--json").json
        assert "Élan Vélo" in [one["name"] for one in found["items"]], wanted
    assert run("organisation", "list", "--filter", "name=elan velo", "--json").json["total"] == 1
    assert run("project", "list", "--filter", "organisation=noord", "--json").json["total"] == 1
    assert run("session", "list", "--filter", "on=16/11/2026", "--json").json["total"] == 1
    for chain, total in (("value_chain=bois", 1), ("value-chain=wood", 1), ("value_chain=textile", 0)):
        assert run("organisation", "list", "--filter", chain, "--json").json["total"] == total
    both = ("--filter", "value_chain=wood", "--filter", "NOORD")
    assert [one["name"] for one in run("organisation", "list", *both, "--json").json["items"]] == ["Atelier Noord"]
    assert "value_chain" in run("organisation", "list", "--filter", "zork=1").err
    assert "value_chain" not in run("organisation", "list", "--sort", "zork").err


@pytest.mark.parametrize("ref", [NUMBER, "0403170701", "BE 0403.170.701", "atelier noord", "ATELIER NOORD", "noord"])
def test_a_reference_is_an_id_a_number_in_any_form_or_a_name_that_matches_once(ref: str, run: Run) -> None:
    assert run("organisation", "show", ref, "--json").json["name"] == "Atelier Noord"


def test_a_name_that_matches_twice_lists_them_and_is_wrong_use(run: Run) -> None:
    done = run("organisation", "show", "atelier", "--json")
    assert done.code == 2
    assert done.error["code"] == "ambiguous"
    assert [one["title"] for one in done.error["matches"]] == ["Atelier Noord", "Ateliers du Nord"]
    assert "Ateliers du Nord" in done.err


def test_show_gives_parts_and_the_titles_of_what_is_pointed_to(run: Run) -> None:
    shown = run("organisation", "show", "noord", "--json").json
    chains = shown["parts"]["organisation_value_chain"]
    assert [one["titles"]["value_chain_id"] for one in chains] == ["Bois"]
    assert [one["subject"] for one in shown["parts"]["session"]] == ["Tour de l'atelier"]
    text = run("organisation", "show", "noord").out
    assert "0403.170.701" in text
    assert "Tour de l'atelier" in text


def test_edit_clears_an_optional_field_and_replaces_a_set(run: Run) -> None:
    assert run("organisation", "edit", "noord", "--founded-on", "2019-03", "--json").json["changed"] == ["founded_on"]
    cleared = run("organisation", "edit", "noord", "--founded-on", "", "--json").json
    assert cleared["record"]["founded_on"] is None
    done = run("organisation", "edit", "noord", "--value-chain", "Textile", "--value-chain", "velo", "--json")
    assert done.json["changed"] == ["organisation_value_chain"]
    chains = run("organisation", "show", "noord", "--json").json["parts"]["organisation_value_chain"]
    assert sorted(one["titles"]["value_chain_id"] for one in chains) == ["Textile", "Vélo"]
    run("organisation", "edit", "noord", "--value-chain", "")
    assert "organisation_value_chain" not in run("organisation", "show", "noord", "--json").json["parts"]


def test_a_member_of_a_set_comes_back_as_the_same_record(run: Run) -> None:
    first = add(run, "organisation_activity", "--organisation", "noord", "--code", "31.010")
    run("organisation-activity", "delete", first)
    again = add(run, "organisation_activity", "--organisation", "noord", "--code", "31.010")
    assert again == first
    done = run("organisation-activity", "edit", first, "--code", "31.020")
    assert done.code == 2


def test_a_tag_is_put_on_any_record(run: Run) -> None:
    run("tag", "add", "--name", "à revoir")
    done = run("record-tag", "add", "--tag", "a revoir", "--record-type", "organisation", "--record", "noord", "--json")
    assert done.code == 0, done.err
    assert done.json["record"]["record_type"] == "organisation"


def test_options_are_taken_before_and_after_the_command(run: Run, run_bare: Run, binder: Any) -> None:
    for arguments in (
        ("--json", "organisation", "list"),
        ("organisation", "--json", "list"),
        ("organisation", "list", "--json"),
        ("organisation", "list", "--json", "--binder", str(binder)),
        (f"--binder={binder}", "organisation", "list", "--json", "--language=nl", "-q", "-y"),
    ):
        done = run(*arguments)
        assert done.code == 0, arguments
        assert done.json["total"] == 3


def test_add_prints_the_id_alone_on_standard_output(run: Run) -> None:
    done = run("organisation", "add", "--name", "Zinneke")
    record_id = done.out.strip()
    assert run("organisation", "show", record_id, "--json").json["name"] == "Zinneke"
    assert "Zinneke" in done.err
    assert run("organisation", "add", "--name", "Zinneke bis", "--quiet").err == ""


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_json_is_the_same_in_every_language(language: str, run: Run) -> None:
    shown = run("organisation", "show", "noord", "--json", "--language", language).json
    assert shown == run("organisation", "show", "noord", "--json").json


@pytest.mark.parametrize(
    ("key", "told"), [("difficulty_step", "Noted 23/11/2026"), ("referral_step", "Begun 23/11/2026")]
)
def test_what_happened_is_told_in_words_wherever_a_step_is_named(key: str, told: str, run: Run) -> None:
    step = add(run, key)
    name, owner = key.replace("_", "-"), RECORD_TYPES[key].owners[0].removesuffix("_id")
    whole = run(name, "show", step, "--json").json[f"{owner}_id"]
    again = run(name, "add", f"--{owner}", whole, "--act", "created", "--on", "23/11/2026")
    assert again.err.strip().endswith(f"“{told}”.")
    assert run(name, "show", step).out.splitlines()[0] == told
    assert run("history", step).out.splitlines()[0] == told
    assert told in run(name, "delete", step).out
    assert run("bin", "list").out.count(told) == 1
    assert "2026-11-23" not in run("undo").out
