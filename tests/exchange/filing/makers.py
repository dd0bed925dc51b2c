"""Files as phones, scanners and mail programs make them, made here."""

import io
import struct
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

import numpy
import pikepdf
import zxingcpp
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

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


def outlook(subject: str, sender: str, body: str, headers: str = "") -> bytes:
    """Return a small .msg file: the properties of a message in a compound file."""
    texts = {"0037": subject, "0C1F": sender.partition("<")[2].strip(">"), "0C1A": sender.partition("<")[0].strip()}
    texts |= {"1000": body, "007D": headers, "001A": "IPM.Note"}
    streams = {f"__substg1.0_{tag}001F": text.encode("utf-16-le") for tag, text in texts.items() if text}
    entries = b"".join(
        struct.pack("<IIII", (int(tag, 16) << 16) | 0x001F, 6, len(text.encode("utf-16-le")) + 2, 0)
        for tag, text in texts.items()
        if text
    )
    sent = int((datetime(2026, 11, 23, 8, 5).timestamp() + 11_644_473_600) * 10_000_000)  # noqa: DTZ001 - UTC below
    entries += struct.pack("<IIQ", (0x0039 << 16) | 0x0040, 6, sent)
    streams["__properties_version1.0"] = struct.pack("<QIIIIQ", 0, 0, 0, 0, 0, 0) + entries
    streams["__nameid_version1.0"] = b""
    return compound(streams)


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file (version 3) whose root holds these streams; an empty one is a storage."""
    sector, mini = 512, 64
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    body, minifat, starts = b"", [], {}
    for name in names:
        content = streams[name]
        if not content:
            continue
        starts[name] = len(body) // mini
        count = -(-len(content) // mini)
        minifat += [starts[name] + number + 1 for number in range(count - 1)] + [0xFFFFFFFE]
        body += content.ljust(count * mini, b"\0")
    directory = _entry("Root Entry", 5, child=1, start=0, size=len(body), right=0xFFFFFFFF)
    for number, name in enumerate(names, start=1):
        content = streams[name]
        right = number + 1 if number < len(names) else 0xFFFFFFFF
        directory += _entry(name, 2 if content else 1, start=starts.get(name, 0), size=len(content), right=right)
    parts = [body, struct.pack(f"<{len(minifat)}I", *minifat), directory]
    fills = (b"\0", b"\xff", b"\0")
    padded = [part.ljust(-(-len(part) // sector) * sector, fill) for part, fill in zip(parts, fills, strict=True)]
    first: list[int] = []
    fat: list[int] = []
    for part in padded:
        first.append(len(fat))
        fat += [len(fat) + number + 1 for number in range(len(part) // sector - 1)] + [0xFFFFFFFE]
    fat_at = len(fat)
    fat.append(0xFFFFFFFD)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(sector, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, first[2], 0, 4096, first[1], len(padded[1]) // sector, 0xFFFFFFFE, 0)
    header += struct.pack("<I", fat_at) + b"\xff" * (4 * 108)
    return header + b"".join(padded) + table


def _entry(name: str, kind: int, *, start: int, size: int, right: int, child: int = 0xFFFFFFFF) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
