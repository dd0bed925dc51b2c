"""What dropped files tell: codes on sheets, when a picture was taken, who wrote a mail."""

import io
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PIL import Image

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.dropped import DroppedKind, DropUse, codes_in
from clusterdesk.exchange.filing.look import look_at, use_of
from clusterdesk.services.pictures import without_location
from tests.exchange.filing import makers

CODE = "VMTP33T"
TAKEN = datetime(2026, 11, 24, 10, 32, 5)  # noqa: DTZ001 - the local time of a camera
_GPS = 0x8825


def _dropped(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("name", "kind"), [("foto.jpg", "JPEG"), ("foto.png", "PNG"), ("foto.webp", "WEBP")])
def test_a_photo_tells_its_sheet_and_its_hour_and_keeps_no_place(tmp_path: Path, name: str, kind: str) -> None:
    content = makers.saved(makers.page(CODE), kind, TAKEN)
    assert _GPS in Image.open(io.BytesIO(content)).getexif()
    seen = look_at(_dropped(tmp_path, name, content), limit_mb=50)
    assert (seen.kind, seen.codes, seen.taken_at) == (DroppedKind.PICTURE, (CODE,), TAKEN)
    kept_name, kept = without_location(name, content)
    picture = Image.open(io.BytesIO(kept))
    assert kept_name == name
    assert _GPS not in picture.getexif()
    assert b"Telefoon 12" not in kept
    assert picture.convert("RGB").tobytes() == Image.open(io.BytesIO(content)).convert("RGB").tobytes()
    picture.load()


def test_the_time_of_a_jpeg_stays_and_it_is_not_drawn_anew() -> None:
    content = makers.saved(makers.page(), "JPEG", TAKEN)
    _name, kept = without_location("a.jpg", content)
    assert Image.open(io.BytesIO(kept)).getexif().get_ifd(0x8769)[0x9003] == "2026:11:24 10:32:05"
    assert content.partition(b"\xff\xdb")[2] == kept.partition(b"\xff\xdb")[2]


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 4}])
def test_what_hangs_behind_a_jpeg_goes_the_picture_stays(options: dict[str, object]) -> None:
    content = makers.saved(makers.page(CODE), "JPEG", TAKEN, **options)
    film = b"\0\0\0\x18ftypmp42 \xa9xyz+50.8503+004.3517/"
    _name, kept = without_location("a.jpg", content + film + content)
    assert kept == without_location("a.jpg", content)[1]
    assert b"+50.8503" not in kept
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(content)).tobytes()
    assert without_location("a.jpg", content[:3000])[1].endswith(content[2900:3000]), "a cut picture stays as it is"


def test_heic_becomes_jpeg(tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    content = makers.saved(makers.page(CODE), "HEIF", TAKEN, quality=90)
    seen = look_at(_dropped(tmp_path, "IMG_0042.HEIC", content), limit_mb=50)
    assert (seen.codes, seen.taken_at) == ((CODE,), TAKEN)
    name, kept = without_location("IMG_0042.HEIC", content)
    assert name == "IMG_0042.jpg"
    picture = Image.open(io.BytesIO(kept))
    assert picture.format == "JPEG"
    assert _GPS not in picture.getexif()


def test_a_scan_is_searched_page_by_page(tmp_path: Path) -> None:
    seen = look_at(_dropped(tmp_path, "scan.pdf", makers.scan(makers.page(), makers.page(CODE))), limit_mb=50)
    assert (seen.kind, seen.codes) == (DroppedKind.PDF, (CODE,))


def test_a_code_in_the_name_counts(tmp_path: Path) -> None:
    seen = look_at(_dropped(tmp_path, "fiche vmtp33t retour.pdf", makers.scan(makers.page())), limit_mb=50)
    assert seen.codes == (CODE,)
    assert codes_in("compte rendu Planche signé") == ()
    assert codes_in("VMTP33TX, xVMTP33T") == ()


def test_a_mail_is_read_with_what_came_with_it(tmp_path: Path) -> None:
    mail = makers.mail(
        "Nora Lejeune <Nora.Lejeune@noord.example>", "claire@cluster.example", "Devis VMTP33T", "Bonjour,\r\n\r\nVoici."
    )
    mail.add_attachment(b"%PDF-1.4 x", maintype="application", subtype="pdf", filename="devis é.pdf")
    seen = look_at(_dropped(tmp_path, "mail.eml", bytes(mail)), limit_mb=50)
    assert seen.mail is not None
    assert (seen.mail.on, seen.mail.sender.mailbox) == (date(2026, 11, 23), "nora.lejeune@noord.example")
    assert seen.mail.body == "Bonjour,\n\nVoici."
    assert [(part.name, part.content) for part in seen.mail.parts] == [("devis é.pdf", b"%PDF-1.4 x")]
    assert seen.codes == (CODE,)


def test_html_becomes_words(tmp_path: Path) -> None:
    mail = makers.mail("a@noord.example", "b@cluster.example", "x", "")
    mail.clear_content()
    mail.set_content("<style>p{}</style><p>Prix &lt; 40 &amp; <b>ferme</b></p><script>x()</script>", subtype="html")
    seen = look_at(_dropped(tmp_path, "mail.eml", bytes(mail)), limit_mb=50)
    assert seen.mail is not None
    assert seen.mail.body == "Prix < 40 & ferme"


def test_an_outlook_mail_is_read(tmp_path: Path) -> None:
    content = makers.outlook(
        "Planning", "Nora Lejeune <nora@noord.example>", "À lundi.", "Message-ID: <7@noord.example>\r\n"
    )
    seen = look_at(_dropped(tmp_path, "mail.msg", content), limit_mb=50)
    assert seen.mail is not None
    assert (seen.mail.subject, seen.mail.body, seen.mail.sender.mailbox) == (
        "Planning",
        "À lundi.",
        "nora@noord.example",
    )
    assert seen.mail.on == date(2026, 11, 23)
    assert isinstance(seen.mail.at, time)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("vide.jpg", b"", "dropped_empty"),
        ("faux.jpg", b"no picture at all", "picture_damaged"),
        ("coupé.heic", b"\0\0\0\x18ftypheic" + bytes(200), "picture_damaged"),
        ("faux.pdf", b"%PDF-1.7 broken", "pdf_damaged"),
        ("secret.pdf", makers.locked(makers.scan(makers.page())), "pdf_locked"),
        ("faux.eml", b"\x00\x01\x02", "mail_unreadable"),
        ("faux.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "mail_unreadable"),
        ("gros.jpg", b"\xff\xd8" + bytes(1_000_100), "dropped_too_large"),
    ],
)
def test_bad_files_each_get_a_message(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        look_at(_dropped(tmp_path, name, content), limit_mb=1)
    assert caught.value.code == code


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as told:
        look_at(tmp_path, limit_mb=50)
    assert told.value.code == "document_folder"


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("a.JPG", DropUse.FILE),
        ("a.docx", DropUse.FILE),
        ("a", DropUse.FILE),
        ("a.XLSX", DropUse.LIST),
        ("a.csv", DropUse.LIST),
        ("a.ics", DropUse.CALENDAR),
    ],
)
def test_each_kind_of_file_has_its_use(tmp_path: Path, name: str, use: DropUse) -> None:
    assert use_of(tmp_path / name) is use
    assert use_of(tmp_path) is DropUse.FOLDER


def test_a_picture_with_too_many_pixels_is_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.new("1", (20_000, 9_000)).save(made, "PNG")
    with pytest.raises(KnownError) as caught:
        look_at(_dropped(tmp_path, "bombe.png", made.getvalue()), limit_mb=50)
    assert caught.value.code in ("picture_too_large", "picture_damaged")
