"""Archives built to do harm, or broken, are refused with a sentence and nothing is written."""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.results import Document
from clusterdesk.exchange.archive import container
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.services.binders import create_binder
from clusterdesk.store.desk_store import Store
from tests.exchange.archives import refusals, write_zip

GOOD = '{"id": "a", "name": "Atelier"}\n'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create_binder(tmp_path / "binder")
    yield store
    store.close()


def refused(store: Store, path: Path) -> KnownError:
    with pytest.raises(KnownError) as caught:
        import_archive(store, path)
    assert store.find(Organisation) == []
    return caught.value


@pytest.mark.parametrize(
    "name",
    [
        "../escape.jsonl",
        "/etc/passwd",
        "organisation.jsonl/x",
        "documents/short",
        "C:\\x.jsonl",
        "guild.jsonl",
        "a.exe",
    ],
)
def test_a_foreign_name_is_refused(store: Store, tmp_path: Path, name: str) -> None:
    path = write_zip(tmp_path / "in.zip", {"organisation.jsonl": GOOD, name: "x"})
    assert refused(store, path).code == "archive_refused"


def test_a_bomb_is_refused_before_it_is_unpacked(store: Store, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "in.zip", {"organisation.jsonl": b"\n" * 50_000_000})
    assert "packed suspiciously small" in str(refused(store, path))


def test_too_many_entries_are_refused(store: Store, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "in.zip", {f"{n}.jsonl": "" for n in range(container.ENTRY_LIMIT + 1)})
    assert "5001 files" in str(refused(store, path))


def test_two_entries_of_one_name_are_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("organisation.jsonl", GOOD)
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("organisation.jsonl", GOOD)
    assert "two files of one name" in str(refused(store, path))


def test_a_document_that_is_not_its_checksum_is_refused(store: Store, tmp_path: Path) -> None:
    sha256 = hashlib.sha256(b"one").hexdigest()
    line = f'{{"name": "a.txt", "sha256": "{sha256}", "size": 3}}\n'
    path = write_zip(tmp_path / "in.zip", {"document.jsonl": line, f"documents/{sha256}": b"two"})
    assert "does not match its checksum" in str(refused(store, path))


def test_a_document_of_another_size_is_told(store: Store, tmp_path: Path) -> None:
    sha256 = hashlib.sha256(b"one").hexdigest()
    line = f'{{"name": "a.txt", "sha256": "{sha256}", "size": 4}}\n'
    path = write_zip(tmp_path / "in.zip", {"document.jsonl": line, f"documents/{sha256}": b"one"})
    assert refusals(import_archive(store, path).output) == [(1, "size", "The document has 3 bytes, not 4.")]
    assert store.find(Document) == []


def test_a_document_comes_with_its_record(store: Store, tmp_path: Path) -> None:
    sha256 = hashlib.sha256(b"one").hexdigest()
    line = f'{{"name": "../../CON.txt", "sha256": "{sha256}", "size": 3}}\n'
    path = write_zip(tmp_path / "in.zip", {"document.jsonl": line, f"documents/{sha256}": b"one"})
    import_archive(store, path)
    assert store.documents.read(sha256) == b"one"
    assert store.find(Document)[0].name == "../../CON.txt", "a name is a text to show, never a path"


def test_a_newer_format_is_refused(store: Store, tmp_path: Path) -> None:
    header = '{"format": "clusterdesk-archive", "version": 2}'
    path = write_zip(tmp_path / "in.zip", {"archive.json": header, "organisation.jsonl": GOOD})
    assert refused(store, path).code == "archive_newer"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"\xff\xfeA\x00"], ids=["empty", "cut", "utf16"])
def test_what_is_no_archive_brings_nothing(store: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.zip"
    path.write_bytes(content)
    try:
        plan = import_archive(store, path).output
    except KnownError:
        return
    assert plan.changes == ()


def test_a_file_that_is_not_there_is_a_known_error(store: Store, tmp_path: Path) -> None:
    assert refused(store, tmp_path / "absent.zip").code == "archive_unreadable"


def test_a_cut_zip_is_a_known_error(store: Store, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "in.zip", {"organisation.jsonl": GOOD * 50})
    content = bytearray(path.read_bytes())
    content[60:70] = b"\0" * 10
    path.write_bytes(content)
    assert refused(store, path).code in {"archive_unreadable", "archive_refused"}


@pytest.mark.parametrize(
    "text",
    ["Bonjour,\nvoici la liste.\n", "Nom;Commune\nAtelier Noord;1080\n", '{"name": "Atelier"}\n["tag"]\n', "[1, 2]"],
)
def test_what_is_no_archive_is_told_once(store: Store, tmp_path: Path, text: str) -> None:
    path = tmp_path / "lettre.jsonl"
    path.write_text(text, encoding="utf-8")
    error = refused(store, path)
    assert (error.code, error.params["file"]) == ("archive_unknown", "lettre.jsonl")
