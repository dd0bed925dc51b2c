"""Pictures as they come into a binder: what tells where they were taken goes, the picture itself stays.

JPEG, PNG, WebP and TIFF are changed without drawing them anew; HEIC, which few programs open, becomes JPEG.
"""

import io
import struct
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.services.picture_blanking import EXIF_STARTS, blanked

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

MOST_PIXELS = 150_000_000
_JPEG_QUALITY = 92
_ORIENTATION, _CHANGED, _TAKEN, _EXIF_IFD = 0x0112, 0x0132, 0x9003, 0x8769
_HEIF = (".heic", ".heif", ".hif")
# Segments of a JPEG that describe it: Exif and XMP (APP1), more pictures (APP2), Photoshop and IPTC (APP13), comments.
_APP1, _APP2, _APP13, _COMMENT, _SCAN, _END = 0xE1, 0xE2, 0xED, 0xFE, 0xDA, 0xD9
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TOLD = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
_WEBP_TOLD = (b"EXIF", b"XMP ")
_WEBP_FLAGS = 0x08 | 0x04  # of the extended header: there is Exif, there is XMP


def without_location(name: str, content: bytes) -> tuple[str, bytes]:
    """Return the name and content to keep of a picture; anything else comes back as it is.

    Of what a camera wrote only the orientation and the time it was taken stay.

    Raises:
        KnownError: a HEIC picture is damaged or has too many pixels.
    """
    if PurePath(name).suffix.lower() in _HEIF or is_heif(content):
        return str(PurePath(name).with_suffix(".jpg")), _jpeg_of_heif(name, content)
    if content.startswith(b"\xff\xd8\xff"):
        return name, _jpeg(content)
    if content.startswith(_PNG):
        return name, _png(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return name, _webp(content)
    return name, blanked(content) if content.startswith(EXIF_STARTS) else content


def open_picture(name: str, content: bytes) -> "Image":
    """Open a picture of any kind a camera or scanner makes.

    Raises:
        KnownError: it is damaged, no picture, or has too many pixels.
    """
    from PIL import Image, UnidentifiedImageError

    if PurePath(name).suffix.lower() in _HEIF or is_heif(content):
        import pillow_heif

        pillow_heif.register_heif_opener()
    try:
        picture = Image.open(io.BytesIO(content))
        if picture.width * picture.height > MOST_PIXELS:
            raise KnownError(
                "picture_too_large",
                N_("“{name}” has too many pixels to be read."),
                advice=N_("Make the picture smaller, then attach it again."),
                name=name,
            )
        picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise KnownError(
            "picture_damaged",
            N_("“{name}” cannot be read as a picture: it is damaged or of another kind."),
            advice=N_("Take the picture from the phone again, or save it as JPEG."),
            name=name,
        ) from error
    return picture


def taken_at(picture: "Image") -> datetime | None:
    """Return the local time a picture says it was taken, None where it says nothing that makes sense."""
    exif = picture.getexif()
    for told in (exif.get_ifd(_EXIF_IFD).get(_TAKEN), exif.get(_CHANGED)):
        try:
            return datetime.strptime(str(told).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - a camera's local time
        except ValueError:
            continue
    return None


def is_heif(content: bytes) -> bool:
    """Tell by its first bytes whether a picture is HEIC or one of its kin."""
    return content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"heim", b"heis")


def _jpeg_of_heif(name: str, content: bytes) -> bytes:
    picture = open_picture(name, content)
    made = io.BytesIO()
    kept = _kept(picture.getexif())
    kept.pop(_ORIENTATION, None)  # the picture is upright once it is read
    picture.convert("RGB").save(made, "JPEG", quality=_JPEG_QUALITY, exif=kept)
    return made.getvalue()


def _kept(told: "Exif") -> "Exif":
    """Return orientation and time of what a camera wrote."""
    from PIL import Image

    kept = Image.Exif()
    for tag in (_ORIENTATION, _CHANGED):
        if tag in told:
            kept[tag] = told[tag]
    taken = told.get_ifd(_EXIF_IFD).get(_TAKEN)
    if taken:
        kept.get_ifd(_EXIF_IFD)[_TAKEN] = taken
    return kept


def _jpeg(content: bytes) -> bytes:
    from PIL import Image

    made = [b"\xff\xd8"]
    for marker, segment in _segments(content):
        exif = marker == _APP1 and segment[4:10] == b"Exif\0\0"
        if exif:
            told = Image.Exif()
            try:
                told.load(segment[4:])
                kept = _kept(told).tobytes()
            except (OSError, ValueError, KeyError, SyntaxError, struct.error):
                continue  # what cannot be read is not kept either
            made.append(b"\xff\xe1" + struct.pack(">H", len(kept) + 2) + kept)
        elif not _is_described(marker, segment):
            made.append(segment)
    return b"".join(made)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments of a JPEG after its first two bytes; the last one is the picture from its first scan on.

    What a phone hangs behind the picture – a second one, a film of the moment – tells where it was taken, too, and is
    left out.
    """
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == _SCAN or length < 2:
            break
        yield marker, content[at : at + 2 + length]
        at += 2 + length
    yield _SCAN, content[at : _end_of_picture(content, at)]


def _end_of_picture(content: bytes, at: int) -> int:
    """Return where the picture ends whose first scan starts at ``at``: all of it where it has no end mark."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        marker = content[at + 1]
        if marker == _END:
            return at + 2
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker == 0 or 0xD0 <= marker <= 0xD7:  # part of the scan
            at += 2
        else:
            at += 2 + max(int.from_bytes(content[at + 2 : at + 4], "big"), 2)
    return len(content)


def _is_described(marker: int, segment: bytes) -> bool:
    return marker in (_APP1, _APP13, _COMMENT) or (marker == _APP2 and segment[4:8] == b"MPF\0")


def _png(content: bytes) -> bytes:
    made, at = [_PNG], len(_PNG)
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] not in _PNG_TOLD:
            made.append(content[at:end])
        at = end
    return b"".join([*made, content[at:]])


def _webp(content: bytes) -> bytes:
    made, at = bytearray(), 12
    while at + 8 <= len(content):
        kind, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        chunk = bytearray(content[at:end])
        if kind == b"VP8X" and len(chunk) > 8:
            chunk[8] &= ~_WEBP_FLAGS
        if kind not in _WEBP_TOLD:
            made += chunk
        at = end
    return b"RIFF" + struct.pack("<I", len(made) + 4) + b"WEBP" + bytes(made)
