"""Documents in a binder."""

from datetime import date, datetime
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.documents import AttachDocument, DetachDocument, ShowDocument
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import Document, Evidence
from clusterdesk.services import documents
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.exchange.filing import makers
from tests.factories import add, make_file, make_organisation, make_visit


def file(folder: Path, name: str = "plan.pdf", content: bytes = b"%PDF-1.7 plan") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_document_of_a_session_belongs_to_its_organisation_and_file(store: Store, tmp_path: Path) -> None:
    organisation = make_organisation(store)
    coaching = make_file(store, organisation)
    session = make_visit(store, organisation, date(2026, 3, 3), "vu", coaching_file_id=coaching.id)
    wanted = add(store, Evidence(organisation_id=organisation.id, title="Plan", wanted=True))
    made = documents.attach_document(
        store,
        AttachDocument(
            source=file(tmp_path), name="Plan : été/2026?.pdf", session_id=session.id, evidence_id=wanted.id
        ),
        limit_mb=1,
    ).output
    assert (made.organisation_id, made.coaching_file_id) == (organisation.id, coaching.id)
    assert (made.name, made.media_type, made.size) == ("Plan - été-2026-.pdf", "application/pdf", 13)
    assert store.get(Evidence, wanted.id).document_id == made.id
    again = documents.attach_document(store, AttachDocument(source=file(tmp_path)), limit_mb=1).output
    assert again.sha256 == made.sha256
    undo(store)
    undo(store)
    assert store.find(Document) == []
    assert store.get(Evidence, wanted.id).document_id is None


def test_a_document_is_opened_as_a_copy(store: Store, tmp_path: Path) -> None:
    made = documents.attach_document(store, AttachDocument(source=file(tmp_path)), limit_mb=1).output
    folder = tmp_path / "out"
    folder.mkdir()
    copies = [documents.copy_out(store, made.id, folder) for _ in range(2)]
    assert [one.name for one in copies] == ["plan.pdf", "plan (2).pdf"]
    copies[0].write_bytes(b"changed")
    assert store.documents.read(made.sha256) == b"%PDF-1.7 plan"
    store.documents.path(made.sha256).write_bytes(b"damaged")
    with pytest.raises(KnownError, match="missing from the binder"):
        documents.copy_out(store, made.id, folder)


def test_a_document_is_shown_and_taken_away(store: Store, tmp_path: Path) -> None:
    made = documents.attach_document(store, AttachDocument(source=file(tmp_path)), limit_mb=1).output
    shown = documents.show_document(store, ShowDocument(document_id=made.id, visibility=Visibility.SHAREABLE)).output
    assert shown.visibility is Visibility.SHAREABLE
    documents.detach_document(store, DetachDocument(document_id=made.id))
    assert store.find(Document) == []
    undo(store)
    assert store.documents.read(store.find(Document)[0].sha256)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("setup.exe", b"MZ\x90"),
        ("facture.pdf.exe", b"%PDF"),
        ("facture.exe.pdf", b"%PDF"),
        ("facture.pdf", b"MZ\x90"),
        ("note.txt", b"#!/bin/sh\n"),
        ("Classeur.XLSM", b"PK"),
        ("raccourci.lnk", b"x"),
        ("prog", b"\x7fELF\x02"),
    ],
)
def test_programs_are_refused_whatever_they_are_called(store: Store, tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(KnownError, match="only documents come into a binder"):
        documents.attach_document(store, AttachDocument(source=file(tmp_path, name, content)), limit_mb=1)
    assert store.find(Document) == []


def test_a_program_is_not_let_in_by_another_name_of_ours(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="only documents"):
        documents.attach_document(store, AttachDocument(source=file(tmp_path), name="plan.bat"), limit_mb=1)


def test_what_is_too_large_empty_or_gone_is_said(store: Store, tmp_path: Path) -> None:
    large = file(tmp_path, "film.mp4", b"x" * 1_000_001)
    with pytest.raises(KnownError, match="2 MB; at most 1 MB"):
        documents.attach_document(store, AttachDocument(source=large), limit_mb=1)
    with pytest.raises(KnownError, match="is empty"):
        documents.attach_document(store, AttachDocument(source=file(tmp_path, "vide.txt", b"")), limit_mb=1)
    for source in (tmp_path / "parti.pdf", tmp_path):
        with pytest.raises(KnownError, match=r"cannot be read|is a folder"):
            documents.attach_document(store, AttachDocument(source=source), limit_mb=1)


def test_a_damaged_document_is_mended_by_attaching_it_again(store: Store) -> None:
    content = b"%PDF-1.4 attestation"
    sha256 = store.documents.add(content)
    store.documents.path(sha256).write_bytes(b"%PDF-1.4 attestatioX")
    with pytest.raises(KnownError, match="damaged"):
        store.documents.read(sha256)
    assert store.documents.add(content) == sha256
    assert store.documents.read(sha256) == content


def test_the_original_of_a_photo_puts_its_document_back(store: Store, tmp_path: Path) -> None:
    original = makers.saved(makers.page(size=(300, 200)), "JPEG", datetime(2026, 11, 23, 9, 30))  # noqa: DTZ001
    source = file(tmp_path, "atelier.jpg", original)
    command = AttachDocument(source=source, organisation_id=make_organisation(store).id)
    made = documents.attach_document(store, command, limit_mb=5).output
    kept = store.documents.path(made.sha256)
    assert kept.read_bytes() != original, "its place was left out"
    kept.unlink()
    documents.put_back_file(store, made.id, source, limit_mb=5)
    assert store.documents.read(made.sha256)
    other = file(tmp_path, "autre.jpg", makers.saved(makers.page(size=(200, 300)), "JPEG"))
    with pytest.raises(KnownError) as told:
        documents.put_back_file(store, made.id, other, limit_mb=5)
    assert told.value.code == "document_other_file"
