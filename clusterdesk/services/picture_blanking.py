"""Overwriting, inside a picture of any kind, what tells where it was taken: not one byte is added or taken away."""

import re
import struct
from itertools import islice

EXIF_STARTS = (b"II*\0", b"MM\0*")  # of a TIFF as well, in both byte orders
_GPS = 0x8825
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_BYTES_OF_TYPE = (1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8)
_ENTRY, _INSIDE = 12, 4  # an entry has so many bytes; a value of up to so many stands in the entry itself
# A camera writes a few dozen entries, in one place or two.
_MOST_ENTRIES, _MOST_PLACES = 500, 200


def blanked(content: bytes) -> bytes:
    """Return a picture, as long as before, in which nothing tells where it was taken."""
    made = bytearray(content)
    for found in _XMP.finditer(content):
        made[found.start() : found.end()] = b" " * (found.end() - found.start())
    for mark in EXIF_STARTS:
        for found in islice(re.finditer(re.escape(mark), content), _MOST_PLACES):
            _Exif(made, found.start(), "<" if mark.startswith(b"I") else ">").blank_place()
    return bytes(made)


class _Exif:
    """What a camera wrote into a picture, from a place in it on."""

    def __init__(self, picture: bytearray, start: int, order: str) -> None:
        self._picture, self._start, self._order = picture, start, order

    def blank_place(self) -> None:
        """Empty the directory that tells the place, and the values it leads to."""
        try:
            for tag, _size, value in self._entries(self._start + self._number("I", self._start + 4)):
                if tag == _GPS:
                    self._blank_directory(self._start + self._number("I", value))
        except struct.error:
            return  # it only looked like Exif, or is cut off

    def _blank_directory(self, at: int) -> None:
        entries = self._entries(at)
        for _tag, size, value in entries:
            if size > _INSIDE:
                self._zero(self._start + self._number("I", value), size)
        self._zero(at, 2 + _ENTRY * len(entries))

    def _entries(self, at: int) -> list[tuple[int, int, int]]:
        """Return the tag, the size in bytes and the place of the value of each entry of a directory."""
        found = []
        for number in range(min(self._number("H", at), _MOST_ENTRIES)):
            entry = at + 2 + _ENTRY * number
            tag, kind, many = struct.unpack_from(f"{self._order}HHI", self._picture, entry)
            each = _BYTES_OF_TYPE[kind] if kind < len(_BYTES_OF_TYPE) else 1
            found.append((tag, many * each, entry + 8))
        return found

    def _number(self, shape: str, at: int) -> int:
        return int(struct.unpack_from(f"{self._order}{shape}", self._picture, at)[0])

    def _zero(self, at: int, size: int) -> None:
        end = min(at + size, len(self._picture))
        self._picture[at:end] = bytes(max(end - at, 0))
