"""Files as phones, scanners and mail programs make them, made here."""

import io
import struct
from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from types import MappingProxyType

import numpy
import pikepdf
import zxingcpp
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

type Streams = bytes | Mapping[str, "Streams"]

_SECTOR, _MINI, _LAST, _NONE = 512, 64, 0xFFFFFFFE, 0xFFFFFFFF
_GPS, _EXIF = 0x8825, 0x8769
PLACE = {1: "N", 2: (IFDRational(50), IFDRational(51), IFDRational(7)), 3: "E", 4: (IFDRational(4), 21, 3)}


def page(code: str = "", size: tuple[int, int] = (900, 1270)) -> Image.Image:
    """Return a page, with the QR code of a visit sheet at its upper right where a code is given."""
    made = Image.new("RGB", size, (250, 250, 247))
    if code:
        square = zxingcpp.write_barcode_to_image(
            zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="Q"), scale=5
        )
        made.paste(Image.fromarray(numpy.array(square)), (size[0] - 190, 40))
    return made


def exif(taken: datetime | None, *, orientation: int = 1) -> Image.Exif:
    """Return what a phone writes: who made it, when, where."""
    made = Image.Exif()
    made[0x010F], made[0x0110], made[0x0112] = "Fabricant", "Telefoon 12", orientation
    if taken is not None:
        made.get_ifd(_EXIF)[0x9003] = f"{taken:%Y:%m:%d %H:%M:%S}"
    made.get_ifd(_GPS).update(PLACE)
    return made


def saved(picture: Image.Image, kind: str, taken: datetime | None = None, **more: object) -> bytes:
    """Return the bytes of a picture as a phone saves it."""
    made = io.BytesIO()
    picture.save(made, kind, exif=exif(taken), **more)
    return made.getvalue()


def scan(*pages: Image.Image) -> bytes:
    """Return a PDF with a picture a page, as a scanner makes it."""
    made = io.BytesIO()
    pages[0].save(made, "PDF", save_all=True, append_images=list(pages[1:]), resolution=150)
    return made.getvalue()


def locked(pdf: bytes) -> bytes:
    """Return a PDF that asks for a password."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
    return made.getvalue()


def mail(
    sender: str, receiver: str, subject: str, body: str, *, key: str = "<1@noord.example>", html: str = ""
) -> EmailMessage:
    """Return a mail of Monday 23 November 2026, 9:05 in Brussels."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"], made["Message-ID"] = sender, receiver, subject, key
    made["Date"] = "Mon, 23 Nov 2026 09:05:00 +0100"
    made.set_content(body)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def outlook(
    subject: str, sender: str, body: str, headers: str = "", files: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """Return a small .msg file: the properties of a message, and its attachments, in a compound file."""
    texts = {"0037": subject, "0C1F": sender.partition("<")[2].strip(">"), "0C1A": sender.partition("<")[0].strip()}
    texts |= {"1000": body, "007D": headers, "001A": "IPM.Note"}
    streams, entries = _texts(texts)
    sent = int((datetime(2026, 11, 23, 8, 5).timestamp() + 11_644_473_600) * 10_000_000)  # noqa: DTZ001 - UTC below
    entries += struct.pack("<IIQ", (0x0039 << 16) | 0x0040, 6, sent)
    streams["__properties_version1.0"] = struct.pack("<QIIIIQ", 0, 0, len(files), 0, len(files), 0) + entries
    streams["__nameid_version1.0"] = {}
    for number, (name, content) in enumerate(files.items()):
        inner, entries = _texts({"3707": name})
        entries += struct.pack("<IIII", (0x3701 << 16) | 0x0102, 6, len(content), 0)
        entries += struct.pack("<IIII", (0x3705 << 16) | 0x0003, 6, 1, 0)
        inner |= {"__substg1.0_37010102": content, "__properties_version1.0": bytes(8) + entries}
        streams[f"__attach_version1.0_#{number:08X}"] = inner
    return compound(streams)


def _texts(texts: Mapping[str, str]) -> tuple[dict[str, Streams], bytes]:
    """Return the streams of text properties, and their entries among the properties."""
    encoded = {tag: text.encode("utf-16-le") for tag, text in texts.items() if text}
    entries = [struct.pack("<IIII", (int(tag, 16) << 16) | 0x001F, 6, len(one) + 2, 0) for tag, one in encoded.items()]
    return {f"__substg1.0_{tag}001F": one for tag, one in encoded.items()}, b"".join(entries)


def compound(streams: Mapping[str, Streams]) -> bytes:
    """Return a compound file (version 3): a name has a stream or, as names again, a storage."""
    made = _Compound()
    made.place("Root Entry", streams, 5)
    return made.file()


class _Compound:
    """Streams below 4096 bytes lie in the mini stream, the others in sectors of their own, before it."""

    def __init__(self) -> None:
        self._entries: list[list[object]] = []  # name, kind, start, size, right, child
        self._mini, self._large = b"", b""
        self._minifat: list[int] = []
        self._chains: list[int] = []

    def place(self, name: str, content: Streams, kind: int = 1) -> int:
        """Add a stream or a storage with all that is in it, and return its number."""
        number = len(self._entries)
        if isinstance(content, bytes):
            self._entries.append([name, 2, *self._stored(content), _NONE, _NONE])
            return number
        self._entries.append([name, kind, 0, 0, _NONE, _NONE])
        before = _NONE
        for inner in sorted(content, key=lambda one: (len(one), one.upper())):
            made = self.place(inner, content[inner])
            self._entries[number if before == _NONE else before][5 if before == _NONE else 4] = made
            before = made
        return number

    def _stored(self, content: bytes) -> tuple[int, int]:
        if len(content) >= 4096:
            start, self._large = len(self._large) // _SECTOR, self._large + _filled(content, _SECTOR)
            self._chains.append(len(_filled(content, _SECTOR)) // _SECTOR)
            return start, len(content)
        start, count = len(self._mini) // _MINI, -(-len(content) // _MINI)
        self._minifat += [start + number + 1 for number in range(count - 1)] + [_LAST] * (count > 0)
        self._mini += _filled(content, _MINI)
        return start if content else _LAST, len(content)

    def file(self) -> bytes:
        """Return the whole file."""
        large = len(self._large) // _SECTOR
        self._entries[0][2:4] = [large, len(self._mini)]
        minifat = _filled(struct.pack(f"<{len(self._minifat)}I", *self._minifat), _SECTOR, b"\xff")
        directory = _filled(b"".join(_entry(*one) for one in self._entries), _SECTOR)  # type: ignore[arg-type]
        parts = [_filled(self._mini, _SECTOR), minifat, directory]
        fat: list[int] = []
        for count in [*self._chains, *(len(part) // _SECTOR for part in parts)]:
            fat += [len(fat) + number + 1 for number in range(count - 1)] + [_LAST]
        first = [large, large + len(parts[0]) // _SECTOR, large + (len(parts[0]) + len(minifat)) // _SECTOR]
        sectors = 1
        while len(fat) + sectors > sectors * _SECTOR // 4:
            sectors += 1
        table_at = len(fat)
        fat += [0xFFFFFFFD] * sectors
        table = _filled(struct.pack(f"<{len(fat)}I", *fat), _SECTOR, b"\xff")
        header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        header += struct.pack("<IIIIIIIII", 0, sectors, first[2], 0, 4096, first[1], len(minifat) // _SECTOR, _LAST, 0)
        header += struct.pack("<109I", *range(table_at, table_at + sectors), *[_NONE] * (109 - sectors))
        return header + self._large + b"".join(parts) + table


def _filled(content: bytes, unit: int, fill: bytes = b"\0") -> bytes:
    return content.ljust(-(-len(content) // unit) * unit, fill)


def _entry(name: str, kind: int, start: int, size: int, right: int, child: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, _NONE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
