"""The texts of one language, all areas together: from the compiled file, else from the .po files.

The compiled file is read lazily: its index is sorted, so a text is found by halving and nothing is parsed
at start. In a source tree where somebody has just edited a .po, the .po files win over an older .mo.
"""

import struct
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path

from clusterdesk.base.resources import in_source_tree, resource

DOMAIN = "clusterdesk"
_MAGIC = 0x950412DE


class CompiledTexts(Mapping[str, str]):
    """A .mo file as a mapping of key to text; plural forms of a text are separated by NUL.

    Raises ValueError when the file is not a little-endian .mo of our own making.
    """

    def __init__(self, data: bytes) -> None:
        """Check the header of the file's bytes; texts are decoded when asked for."""
        if len(data) < 28 or struct.unpack_from("<I", data)[0] != _MAGIC:
            raise ValueError("not a compiled catalogue")
        self._data = data
        sizes: tuple[int, int, int] = struct.unpack_from("<3I", data, 8)
        self._count, self._keys, self._texts = sizes

    def _slice(self, table: int, index: int) -> bytes:
        length, start = struct.unpack_from("<2I", self._data, table + 8 * index)
        return self._data[start : start + length]

    def _key(self, index: int) -> bytes:
        return self._slice(self._keys, index).partition(b"\0")[0]

    def __getitem__(self, key: str) -> str:
        """Return the text of a key (KeyError when there is none)."""
        wanted = key.encode()
        place = bisect_left(range(self._count), wanted, key=self._key)
        if place == self._count or self._key(place) != wanted:
            raise KeyError(key)
        return self._slice(self._texts, place).decode()

    def __iter__(self) -> Iterator[str]:
        """Give all keys, sorted as bytes; the header has the empty key."""
        return (self._key(index).decode() for index in range(self._count))

    def __len__(self) -> int:
        """Return the number of keys, header included."""
        return self._count


def compiled_path(language: str, root: Path | None = None) -> Path:
    """Return where the merged, compiled catalogue of a language is."""
    return (root or resource("locale")) / language / "LC_MESSAGES" / f"{DOMAIN}.mo"


def load_texts(language: str, root: Path | None = None) -> Mapping[str, str]:
    """Return the texts of a language; empty when the language has no catalogue (English)."""
    compiled = compiled_path(language, root)
    sources = sorted(((root or resource("locale")) / language).glob("*.po"))
    if compiled.is_file() and ((root is None and not in_source_tree()) or not _edited(compiled, sources)):
        return CompiledTexts(compiled.read_bytes())
    return dict(source_texts(language, sources))


def _edited(compiled: Path, sources: list[Path]) -> bool:
    # Only in a source tree: an installer gives files the times it likes.
    made = compiled.stat().st_mtime_ns
    return any(source.stat().st_mtime_ns > made for source in sources)


def source_texts(language: str, sources: list[Path]) -> Iterator[tuple[str, str]]:
    """Give key and text of every complete message of these .po files, set as the language's typography wants."""
    # Only a source tree without compiled texts comes here.
    from clusterdesk.i18n.pofile import read_po
    from clusterdesk.i18n.typography import typography

    for source in sources:
        for entry in read_po(source):
            if entry.complete:
                yield entry.key, "\0".join(typography(language, text) for text in entry.texts)
