"""What must hold before a catalogue may ship: complete, unambiguous, same placeholders, nothing doubtful."""

from collections.abc import Iterator
from pathlib import Path

from clusterdesk.base.filling import placeholders
from clusterdesk.i18n.catalogue_files import TRANSLATED, CatalogueConflictError, area_files, merged_entries
from clusterdesk.i18n.extraction import Extraction, Message
from clusterdesk.i18n.pofile import PoEntry, read_po


def problems(root: Path, found: Extraction, only: str | None = None) -> Iterator[str]:
    """Give one sentence per problem, for all areas or only one; none when all may ship."""
    if only is None:
        yield from found.problems
    for language in TRANSLATED:
        for area, messages in sorted(found.areas.items()):
            if only in (None, area):
                yield from area_problems(root / language / f"{area}.po", messages)
        if only is None:
            for path in area_files(root, language):
                if path.stem not in found.areas:
                    yield f"{_place(path)}: no area of the program has this name"
            try:
                merged_entries(root, language)
            except CatalogueConflictError as error:
                yield str(error)


def area_problems(path: Path, messages: dict[str, Message]) -> Iterator[str]:
    """Give the problems of one .po file against the texts of its area."""
    place = _place(path)
    if not path.exists():
        yield f"{place}: missing, with {len(messages)} texts"
        return
    if "\n#~" in path.read_text(encoding="utf-8"):
        yield f"{place}: has obsolete texts"
    entries = {entry.key: entry for entry in read_po(path)}
    for key, message in messages.items():
        entry = entries.get(key)
        if entry is None or entry.plural != message.plural:
            yield f"{place}: lacks {message.msgid!r}"
        else:
            yield from (f"{place}: {fault} in {message.msgid!r}" for fault in entry_faults(entry))
    for key in entries.keys() - messages.keys():
        yield f"{place}: {key!r} is no longer shown anywhere"


def entry_faults(entry: PoEntry) -> Iterator[str]:
    """Give what is wrong with one translation."""
    if entry.fuzzy:
        yield "a doubtful translation"
    if len(entry.texts) != (2 if entry.plural else 1) or not all(entry.texts):
        yield "no translation"
        return
    for form, text in enumerate(entry.texts):
        expected = placeholders(entry.plural or entry.msgid)
        # The singular may say "one visit" where the plural says "{n} visits".
        optional = {"n"} if entry.plural and form == 0 else set()
        if placeholders(text) | optional != expected | optional:
            yield "other placeholders"
        if _edges(text) != _edges(entry.msgid):
            yield "other spaces at the ends"


def _edges(text: str) -> tuple[str, str]:
    stripped = text.strip()
    return text[: text.find(stripped)] if stripped else text, text[len(text.rstrip()) :]


def _place(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
