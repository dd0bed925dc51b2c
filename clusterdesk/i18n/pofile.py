"""Reading of .po files without any library: small, quick, only what our own files contain."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clusterdesk.i18n.catalogue_keys import CONTEXT_MARK


@dataclass(slots=True)
class PoEntry:
    """One message of a .po file: ``plural`` is empty for a simple message, ``texts`` are its translations.

    ``remarks`` are the translator's own comment lines.
    """

    msgid: str = ""
    plural: str = ""
    context: str = ""
    texts: list[str] = field(default_factory=list)
    fuzzy: bool = False
    remarks: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key of the message in a compiled catalogue (context, mark, msgid)."""
        return f"{self.context}{CONTEXT_MARK}{self.msgid}" if self.context else self.msgid

    @property
    def complete(self) -> bool:
        """Whether every form is translated and nobody has to look at it again."""
        return not self.fuzzy and len(self.texts) == (2 if self.plural else 1) and all(self.texts)


def read_po(path: Path) -> Iterator[PoEntry]:
    """Give the messages of a .po file, without its header and without obsolete ones.

    Raises ValueError with the line number when a line is not .po.
    """
    entry, target = PoEntry(), ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            if target:
                yield from _finished(entry)
                entry, target = PoEntry(), ""
            entry.fuzzy |= line.startswith("#,") and "fuzzy" in line
            if line.startswith("# "):
                entry.remarks.append(line)
            continue
        keyword, quote, rest = line.partition('"')
        if not quote:
            raise ValueError(f"{path.name}:{number}: not a .po line")
        keyword = keyword.strip()
        if keyword in ("msgctxt", "msgid") and target.startswith("msgstr"):
            yield from _finished(entry)
            entry = PoEntry()
        target = keyword or target
        _add(entry, target, ast.literal_eval(quote + rest), f"{path.name}:{number}")
    yield from _finished(entry)


def _finished(entry: PoEntry) -> Iterator[PoEntry]:
    if entry.msgid:
        yield entry


def _add(entry: PoEntry, target: str, text: str, place: str) -> None:
    if target == "msgid":
        entry.msgid += text
    elif target == "msgid_plural":
        entry.plural += text
    elif target == "msgctxt":
        entry.context += text
    elif target.startswith("msgstr"):
        index = int(target[7:-1]) if target.endswith("]") else 0
        while len(entry.texts) <= index:
            entry.texts.append("")
        entry.texts[index] += text
    else:
        raise ValueError(f"{place}: unknown keyword {target!r}")
