"""Writing of .po files (one per area) and of the merged, compiled .mo file of a language."""

import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

from clusterdesk.base.errors import DeskError
from clusterdesk.i18n.extraction import Message
from clusterdesk.i18n.merged import compiled_path
from clusterdesk.i18n.pofile import PoEntry, read_po
from clusterdesk.i18n.typography import typography

TRANSLATED = ("fr", "nl")
PLURAL_FORMS = {"fr": "nplurals=2; plural=(n > 1);", "nl": "nplurals=2; plural=(n != 1);"}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


class CatalogueConflictError(DeskError):
    """Two areas translate the same text differently; said in English, to whoever keeps the catalogues."""


def _header(language: str) -> str:
    return (
        f"Language: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        f"Content-Transfer-Encoding: 8bit\nPlural-Forms: {PLURAL_FORMS[language]}\n"
    )


def area_files(root: Path, language: str) -> list[Path]:
    """Return the .po files of a language."""
    return sorted((root / language).glob("*.po"))


def update_area(root: Path, language: str, area: str, messages: Iterable[Message]) -> tuple[int, int]:
    """Bring an area's .po in step with the program; return how many texts it has and how many lack a translation.

    Translations are kept, also those another area has for the same text; texts that are gone are dropped.
    """
    path = root / language / f"{area}.po"
    known: dict[str, PoEntry] = {}
    for other in (*(p for p in area_files(root, language) if p != path), *([path] if path.exists() else [])):
        known |= {entry.key: entry for entry in read_po(other) if any(entry.texts)}
    entries = [(message, _carried(message, known.get(message.key))) for message in messages]
    if not entries:
        path.unlink(missing_ok=True)
        return 0, 0
    path.parent.mkdir(parents=True, exist_ok=True)
    header = "".join(f"{_quoted(line)}\n" for line in _header(language).splitlines(keepends=True))
    blocks = [f'msgid ""\nmsgstr ""\n{header}']
    blocks += [_block(message.files, entry) for message, entry in entries]
    path.write_text("\n".join(blocks), encoding="utf-8", newline="\n")
    return len(entries), sum(not entry.complete for _, entry in entries)


def _carried(message: Message, known: PoEntry | None) -> PoEntry:
    forms = 2 if message.plural else 1
    entry = PoEntry(message.msgid, message.plural, message.context, [""] * forms)
    if known is not None:
        entry.remarks = known.remarks
        entry.fuzzy = known.fuzzy or known.plural != message.plural
        entry.texts = (known.texts + [""] * forms)[:forms]
    return entry


def _block(files: list[str], entry: PoEntry) -> str:
    lines = [*entry.remarks, *(f"#: {file}" for file in files)]
    if entry.fuzzy:
        lines.append("#, fuzzy")
    if entry.context:
        lines.append(f"msgctxt {_quoted(entry.context)}")
    lines.append(f"msgid {_quoted(entry.msgid)}")
    if entry.plural:
        lines.append(f"msgid_plural {_quoted(entry.plural)}")
        lines += [f"msgstr[{index}] {_quoted(text)}" for index, text in enumerate(entry.texts)]
    else:
        lines.append(f"msgstr {_quoted(entry.texts[0])}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def merged_entries(root: Path, language: str) -> dict[str, str]:
    """Return key and text of all areas, set for print; a plural's key carries it after NUL, as in a .mo.

    Raises CatalogueConflictError when two areas translate the same text differently: a person would read two
    words for one thing.
    """
    owners: dict[str, tuple[PoEntry, str]] = {}
    for path in area_files(root, language):
        for entry in read_po(path):
            if not entry.complete:
                continue
            earlier, owner = owners.setdefault(entry.key, (entry, path.name))
            if not _agree(earlier, entry):
                raise CatalogueConflictError(
                    f"{entry.msgid!r} has two translations in {language}: one in {owner}, another in "
                    f"{path.name}; use one, or give each meaning a context"
                )
            if entry.plural and not earlier.plural:
                owners[entry.key] = (entry, path.name)
    return {_file_key(entry): _set(language, entry) for entry, _ in owners.values()}


def _file_key(entry: PoEntry) -> str:
    return f"{entry.key}\0{entry.plural}" if entry.plural else entry.key


def _set(language: str, entry: PoEntry) -> str:
    return "\0".join(typography(language, text) for text in entry.texts)


def _agree(one: PoEntry, other: PoEntry) -> bool:
    """Tell whether two areas say the same; one may know the singular only."""
    if one.plural and other.plural:
        return (one.plural, one.texts) == (other.plural, other.texts)
    return one.texts[0] == other.texts[0]


def compile_language(root: Path, language: str) -> Path:
    """Write the merged .mo of a language and return its path (CatalogueConflictError when two areas differ)."""
    target = compiled_path(language, root)
    data = compiled({"": _header(language)} | merged_entries(root, language))
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_bytes(data)
    fresh.replace(target)
    return target


def compiled(texts: Mapping[str, str]) -> bytes:
    """Return the bytes of a .mo file, its index sorted by key as gettext and our reader expect."""
    pairs = sorted((key.encode(), text.encode()) for key, text in texts.items())
    count = len(pairs)
    start = 28 + 16 * count
    tables: tuple[list[int], list[int]] = ([], [])
    body = bytearray()
    for column, table in enumerate(tables):
        for pair in pairs:
            table += (len(pair[column]), start + len(body))
            body += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, start)
    return head + struct.pack(f"<{4 * count}I", *tables[0], *tables[1]) + bytes(body)
