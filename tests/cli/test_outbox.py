"""The team's folder by commands: chosen, sent to, looked at; what may not leave never gets into the outbox."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.briefs.pdf_reading import pdf_text
from tests.cli.conftest import Done, Run

pytestmark = pytest.mark.slow

RESTRICTED, INTERNAL, SHAREABLE = "Le compagnon est malade", "Le patron hésite", "La scie est livrée"
SHAREABLE_FILE = ("--visibility", "shareable")


@pytest.fixture
def share(tmp_path: Path, run: Run) -> Path:
    """A folder that was set up as the team's."""
    (tmp_path / "share").mkdir()
    assert run("drive", "set", str(tmp_path / "share")).code == 0
    return tmp_path / "share"


def files(share: Path) -> set[str]:
    """Return the names of the files on the drive, but the mark."""
    return {
        path.relative_to(share).as_posix()
        for path in share.rglob("*")
        if path.is_file() and path.relative_to(share).parts[0] != "ClusterDesk"
    }


def exports(run: Run) -> list[dict[str, Any]]:
    """Return what the outbox lists."""
    found: list[dict[str, Any]] = run("outbox", "list", "--json").json["exports"]
    return found


def text_of(path: Path) -> str:
    """Return every word of a file, whatever its kind."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return pdf_text(content)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "\n".join(book.read(name).decode("utf-8") for name in book.namelist())
    return content.decode("utf-8-sig").replace("\r\n ", "")


def test_a_printed_page_arrives_once_and_is_read_again(run: Run, share: Path) -> None:
    done = run("brief", "visit", "noord", "--send", "--json").json
    (brief,) = done["briefs"]
    assert "team" in Path(brief["path"]).parts, "it lies in the outbox only"
    (waiting,) = exports(run)
    assert (waiting["state"], waiting["purpose"], waiting["path"]) == ("queued", "brief", brief["path"])
    sent = run("outbox", "send", "--json").json
    assert (sent["copied"], sent["verified"], sent["troubled"]) == ([waiting["id"]], [], [])
    again = run("outbox", "send", "--json").json
    assert (again["copied"], again["verified"]) == ([], [waiting["id"]])
    (arrived,) = exports(run)
    assert (arrived["state"], arrived["trouble"]) == ("verified", None)
    assert files(share) == {arrived["arrived_as"]}
    assert (share / arrived["arrived_as"]).read_bytes() == Path(brief["path"]).read_bytes()
    assert arrived["arrived_as"].startswith("briefs/")
    assert "Atelier Noord" in arrived["arrived_as"].split("/")[2]
    assert "arrived" in run("outbox", "list").out
    assert run("outbox", "list", "--waiting", "--json").json["exports"] == []
    assert "nothing to send" in run("outbox", "send").out


def test_the_same_page_again_with_another_content_gets_another_name(run: Run, share: Path, tmp_path: Path) -> None:
    for content in ("one", "two"):
        (tmp_path / "Liste.txt").write_text(content)
        run("outbox", "add", str(tmp_path / "Liste.txt"), *SHAREABLE_FILE, "--to", "lists")
        run("outbox", "send")
    assert {name: (share / name).read_text() for name in files(share)} == {
        "lists/Liste.txt": "one",
        "lists/Liste (2).txt": "two",
    }


def test_without_a_drive_everything_waits_and_goes_later_by_itself(run: Run, share: Path, tmp_path: Path) -> None:
    away = share.rename(tmp_path / "away")
    (tmp_path / "Liste.txt").write_text("x")
    assert run("outbox", "add", str(tmp_path / "Liste.txt"), *SHAREABLE_FILE, "--to", "{year}/{organisation}").code == 0
    refused = run("outbox", "send", "--json")
    assert (refused.code, refused.error["code"]) == (1, "drive_offline")
    assert (run("drive", "check").code, run("drive", "show").code) == (1, 0)
    (waiting,) = exports(run)
    assert (waiting["state"], waiting["trouble"]) == ("queued", "offline")
    assert "not connected" in run("outbox", "list").out
    away.rename(share)
    assert run("drive", "check", "--json").json["drive"]["state"] == "ok"
    assert run("outbox", "send").code == 0
    assert len(files(share)) == 1


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_each_state_of_the_drive_has_its_sentence(run: Run, share: Path, language: str) -> None:
    said = set()
    mark = share / "ClusterDesk" / "store.json"
    kept = mark.read_text()
    for wrong in (None, "{", '{"store": "0197a0d6-0000-7000-8000-000000000000"}'):
        mark.write_text(wrong) if wrong else mark.unlink()
        done = run("drive", "check", "--language", language)
        assert done.code == 1
        assert str(share) in done.err
        said.add(done.err)
    mark.write_text(kept)
    assert len(said) == 3
    if language != "en":
        assert not any("folder" in each or "Your data" in each for each in said)


def test_a_folder_of_another_binder_is_neither_taken_nor_chosen(run: Run, tmp_path: Path) -> None:
    mark = tmp_path / "other" / "ClusterDesk" / "store.json"
    mark.parent.mkdir(parents=True)
    mark.write_text('{"store": "0197a0d6-0000-7000-8000-000000000000"}')
    refused = run("drive", "set", str(tmp_path / "other"), "--json")
    assert (refused.code, refused.error["code"]) == (1, "drive_of_another_binder")
    assert run("drive", "show", "--json").json["folder"] is None
    assert run("outbox", "send", "--json").error["code"] == "no_drive"
    assert run("drive", "set", str(tmp_path / "nowhere"), "--json").error["code"] == "drive_offline"


def test_a_folder_inside_the_binder_is_no_drive(run: Run, binder: Path) -> None:
    assert run("drive", "set", str(binder / "outbox"), "--json").error["code"] == "drive_is_binder"


def test_what_is_given_up_is_gone_and_what_is_not_clear_is_asked(run: Run, share: Path, tmp_path: Path) -> None:
    for name in ("Liste nord.txt", "Liste sud.txt"):
        (tmp_path / name).write_text(name)
        run("outbox", "add", str(tmp_path / name), *SHAREABLE_FILE)
    assert run("outbox", "forget", "liste", "--yes").code == 2
    assert run("outbox", "forget", "neuve", "--yes").code == 1
    (north,) = (each for each in exports(run) if each["title"] == "Liste nord")
    assert run("outbox", "forget", north["id"][-8:], "--yes").code == 0
    assert not Path(north["path"]).exists()
    sent = run("outbox", "send", "liste sud", "--json").json
    assert len(sent["copied"]) == 1
    refused = run("outbox", "forget", "liste sud", "--yes", "--json")
    assert (refused.code, refused.error["code"]) == (1, "export_arrived")


@pytest.mark.parametrize("folder", ["../up", "/etc", "{nonsense}", "ClusterDesk/devices"])
def test_a_folder_that_leads_nowhere_is_refused(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "x.txt").write_text("x")
    assert run("outbox", "add", str(tmp_path / "x.txt"), *SHAREABLE_FILE, "--to", folder).code == 1
    assert exports(run) == []


def plant(run: Run, tmp_path: Path) -> None:
    """Write the three sentences wherever a note, an action or a document may hold them."""
    for visibility, sentence in (("restricted", RESTRICTED), ("internal", INTERNAL), ("shareable", SHAREABLE)):
        for arguments in (
            ("session-note", "add", "--session", "Tour de l'atelier", "--text", f"{sentence} (note)"),
            ("action", "add", "--session", "Tour de l'atelier", "--text", f"{sentence} (promesse)"),
        ):
            done = run(*arguments, "--visibility", visibility)
            assert done.code == 0, done.err
        path = tmp_path / f"{visibility}.txt"
        path.write_text(f"{sentence} (document)", encoding="utf-8")
        assert run("file", str(path), "--organisation", "atelier noord").code == 0
        assert run("document", "edit", path.name, "--visibility", visibility).code == 0


@pytest.mark.parametrize("edition", ["shareable", "internal"])
def test_a_planted_sentence_gets_into_no_export_it_may_not_be_in(run: Run, tmp_path: Path, edition: str) -> None:
    plant(run, tmp_path)
    commands = [
        *(("brief", kind, "noord", "--edition", edition) for kind in ("visit", "report")),
        ("brief", "week", "2026-11-18", "--edition", edition),
        ("export", "workbook", str(tmp_path / "all.xlsx"), "--edition", edition),
        ("export", "csv", str(tmp_path / "csv"), "--edition", edition),
        ("export", "calendar", str(tmp_path / "visits.ics"), "--from", "2020-01-01"),
    ]
    for command in commands:
        done = run(*command, "--send")
        assert done.code == 0, done.err
    words = {each["title"]: text_of(Path(each["path"])) for each in exports(run)}
    assert len(words) > 10
    assert [title for title, text in words.items() if RESTRICTED in text] == []
    with_internal = [title for title, text in words.items() if INTERNAL in text]
    assert bool(with_internal) == (edition == "internal")
    assert any(SHAREABLE in text for text in words.values()), "the search would find them"


def test_a_restricted_document_is_refused_and_leaves_nothing_behind(run: Run, binder: Path, tmp_path: Path) -> None:
    plant(run, tmp_path)
    refused: Done = run("outbox", "add", str(tmp_path / "restricted.txt"), "--json")
    assert (refused.code, refused.error["code"]) == (1, "restricted_never_leaves")
    assert exports(run) == []
    # What the binder knows counts, whatever is said; and what is internal goes only once somebody agrees.
    internal = ("outbox", "add", str(tmp_path / "internal.txt"))
    for more in ((), SHAREABLE_FILE):
        assert run(*internal, *more, "--json").error["code"] == "confirmation_needed"
    assert exports(run) == []
    sent = run(*internal, *SHAREABLE_FILE, "--yes", "--json")
    assert (sent.code, sent.json["visibility"]) == (0, "internal")
    assert [path.name for path in (binder / "outbox").rglob("*.txt")] == ["internal.txt"]


def test_whoever_brings_a_file_from_elsewhere_says_what_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "budget.txt").write_text("Budget 2027")
    bring = ("outbox", "add", str(tmp_path / "budget.txt"))
    for more in ((), ("--yes",)):
        unsaid = run(*bring, *more, "--json")
        assert (unsaid.code, unsaid.error["code"]) == (2, "visibility_needed"), "a yes to everything says nothing of it"
    assert run(*bring, "--visibility", "", "--json").code == 2
    assert run(*bring, "--visibility", "internal", "--json").error["code"] == "confirmation_needed"
    assert run(*bring, "--visibility", "restricted", "--yes", "--json").error["code"] == "restricted_never_leaves"
    assert exports(run) == []
    assert run(*bring, *SHAREABLE_FILE, "--json").json["visibility"] == "shareable"
    assert (
        run(*bring, "--visibility", "interne", "--language", "fr", "--yes", "--json").json["visibility"] == "internal"
    )
    assert len(exports(run)) == 2
    assert run(*bring, "--visibility", "secret", "--json").code == 2
