"""A mail that is kept tells no more of its pictures than the pictures kept beside it."""

import io
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from clusterdesk.domain.commands.documents import AttachDocument, FileMail
from clusterdesk.domain.records.results import Document
from clusterdesk.exchange.filing.look import look_at
from clusterdesk.services.documents import attach_document
from clusterdesk.services.filing import file_mail
from clusterdesk.services.mail_places import mail_without_location
from clusterdesk.services.pictures import open_picture
from clusterdesk.store.desk_store import Store
from tests.exchange.filing.makers import mail, outlook, page, saved
from tests.factories import make_organisation

pillow_heif.register_heif_opener()
TAKEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC).replace(tzinfo=None)
PLACE, EXIF, WHEN = 0x8825, 0x8769, 0x9003
TOLD = b"Telefoon 12"


def photo(kind: str = "JPEG", size: tuple[int, int] = (300, 200)) -> bytes:
    return saved(page(size=size), kind, TAKEN)


def place_of(content: bytes) -> dict[int, object]:
    """Return the place a picture tells, as a viewer reads it."""
    open_picture("x.heic" if b"ftyp" in content[:12] else "x.jpg", content)  # it can still be opened
    return dict(Image.open(io.BytesIO(content)).getexif().get_ifd(PLACE))


def with_files(**files: bytes) -> EmailMessage:
    made = mail("Nora <nora@noord.example>", "claire@cluster.example", "Photos de l’atelier", "Voilà !\nNora")
    for name, content in files.items():
        main, sub = ("image", name.rpartition("_")[2]) if "pdf" not in name else ("application", "pdf")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name.replace("_", "."))
    return made


def read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=policy.default)


def attached(content: bytes) -> list[bytes]:
    payloads = [part.get_payload(decode=True) for part in read(content).iter_attachments()]
    return [payload for payload in payloads if isinstance(payload, bytes)]


def text_of(message: EmailMessage) -> bytes:
    part = message.get_body()
    assert part is not None
    return part.as_bytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_in_a_mail_loses_its_place_and_the_mail_stays(kind: str) -> None:
    before = with_files(**{f"a_{kind.lower()}": photo(kind), "devis_pdf": b"%PDF-1.7 devis"}).as_bytes()
    assert place_of(attached(before)[0])
    after = mail_without_location("mail.eml", before)
    picture, paper = attached(after)
    assert not place_of(picture)
    assert paper == b"%PDF-1.7 devis"
    old, new = read(before), read(after)
    assert old.items() == new.items()
    assert [part.get_content_type() for part in old.walk()] == [part.get_content_type() for part in new.walk()]
    assert text_of(old) == text_of(new)


def test_a_mail_without_pictures_is_kept_to_the_byte() -> None:
    content = b"X-Odd:  spaced \r\nFrom: x@y\r\n\r\nbonjour\n" + with_files(devis_pdf=b"%PDF-1.7").as_bytes()
    assert mail_without_location("mail.eml", content) is content
    assert mail_without_location("mail.msg", outlook("Devis", "Nora <n@x>", "Bonjour")) == outlook(
        "Devis", "Nora <n@x>", "Bonjour"
    )
    assert mail_without_location("notes.txt", b"From: x") == b"From: x"


def test_lines_end_as_before_and_a_mail_in_a_mail_is_searched() -> None:
    inner = with_files(a_jpg=photo())
    outer = mail("a@x.example", "b@y.example", "Tr : photos", "Voir ci-dessous")
    outer.add_attachment(inner)
    outer.add_attachment(inner.as_bytes(), maintype="application", subtype="octet-stream", filename="photos.eml")
    for content in (outer.as_bytes(), outer.as_bytes(policy=policy.default)):
        after = mail_without_location("mail.eml", content)
        assert (b"\r\n" in after) == (b"\r\n" in content)
        assert TOLD not in b"".join(all_parts(after))
        assert TOLD in b"".join(all_parts(content))


def all_parts(content: bytes) -> list[bytes]:
    found = []
    for part in message_from_bytes(content, policy=policy.compat32).walk():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            found.append(payload)
            found += all_parts(payload) if (part.get_filename() or "").endswith(".eml") else []
    return found


@pytest.mark.parametrize("kind", ["JPEG", "HEIF", "WEBP"])
@pytest.mark.parametrize("size", [(60, 40), (1200, 900)])
def test_a_photo_in_an_outlook_mail_is_overwritten_where_it_lies(
    tmp_path: Path, kind: str, size: tuple[int, int]
) -> None:
    noise = Image.effect_noise(size, 60).convert("RGB")
    content = outlook("Photos", "Nora <n@x>", "Voilà", files={"a.jpg": saved(noise, kind, TAKEN), "b.pdf": b"%PDF-1.7"})
    after = mail_without_location("photos.msg", content)
    assert len(after) == len(content)
    path = tmp_path / "photos.msg"
    path.write_bytes(after)
    seen = look_at(path, limit_mb=50).mail
    assert seen is not None
    assert [one.name for one in seen.parts] == ["a.jpg", "b.pdf"]
    assert (seen.subject, seen.body, seen.parts[1].content) == ("Photos", "Voilà", b"%PDF-1.7")
    assert not place_of(seen.parts[0].content)
    if kind != "WEBP":
        kept = Image.open(io.BytesIO(seen.parts[0].content)).getexif().get_ifd(EXIF)
        assert kept[WHEN] == f"{TAKEN:%Y:%m:%d %H:%M:%S}"


@pytest.mark.parametrize("name", ["photos.eml", "photos.msg"])
def test_nothing_in_the_binder_says_where_a_photo_of_a_filed_mail_was_taken(
    store: Store, tmp_path: Path, name: str
) -> None:
    organisation = make_organisation(store)
    path = tmp_path / name
    near, far = photo(size=(900, 600)), photo("HEIF")
    if name.endswith("msg"):
        path.write_bytes(outlook("Photos", "Nora <n@x>", "Voilà", files={"a.jpg": near, "b.heic": far}))
    else:
        path.write_bytes(with_files(a_jpg=near, b_heic=far).as_bytes())
    file_mail(store, FileMail(organisation_id=organisation.id), look_at(path, limit_mb=50))
    kept = store.find(Document)
    assert sorted(one.name for one in kept) == sorted([name, "a.jpg", "b.jpg"])
    for one in kept:
        stored = store.documents.read(one.sha256)
        if one.name == name:
            (tmp_path / "kept").mkdir()
            copy = tmp_path / "kept" / name
            copy.write_bytes(stored)
            mail_kept = look_at(copy, limit_mb=50).mail
            assert mail_kept is not None
            assert [place_of(part.content) for part in mail_kept.parts] == [{}, {}]
        else:
            assert not place_of(stored)


def test_a_mail_attached_as_a_paper_is_cleaned_too(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "photos.eml"
    path.write_bytes(with_files(a_jpg=photo()).as_bytes())
    command = AttachDocument(source=path, organisation_id=make_organisation(store).id)
    document = attach_document(store, command, limit_mb=50).output
    assert not place_of(attached(store.documents.read(document.sha256))[0])
