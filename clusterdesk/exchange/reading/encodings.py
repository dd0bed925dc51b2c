"""Finding how a text file was encoded: mark, then UTF-8, then UTF-16 by its zeros, then Windows or old Macintosh."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The accented letters of French and Dutch, in the Macintosh code page (rare signs in that of Windows) and in Windows.
_MAC_LETTERS = bytes.fromhex("83 87 88 8a 8d 8e 8f 90 9a 9d 9e 9f")  # É á à ä ç é è ê ö ù û ü
_WINDOWS_LETTERS = "ÀÇÈÉÊËàáâäçèéêëîïôöùûü".encode("cp1252")
_SAMPLE = 64 * 1024
# Bytes no text has: control characters other than tab, line breaks and form feed.
_BINARY = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str] | None:
    """Return the text and the name of its encoding; None when it is no text in that (or any) encoding.

    Args:
        data: the whole file.
        encoding: what the user chose; None to find it.
    """
    if encoding is not None:
        return _try(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _try(data, name)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        wide = _wide(sample)
        return _try(data, wide) if wide else None
    if _looks_binary(sample):
        return None
    found = _try(data, "utf-8")
    if found is None and _count(data, _MAC_LETTERS) > _count(data, _WINDOWS_LETTERS):
        return _try(data, "mac_roman")
    return found or _try(data, "cp1252") or _try(data, "latin-1")


def _count(data: bytes, letters: bytes) -> int:
    return len(data) - len(data.translate(None, letters))


def _try(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark: in Latin text every other byte is zero."""
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def _looks_binary(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, _BINARY)) > len(sample) // 200
