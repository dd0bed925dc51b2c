"""Sentences planted where they may not leave from: in each text of each type of record that carries a visibility.

Made from the table of record types, so that a later type is planted as well: beside the records of the sample stand
copies that are internal or restricted, with their parts, each text of them a sentence with a word of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from clusterdesk.base.ids import new_id
from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.commands.archive import ImportArchive
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType, owned_types
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.lists import Named
from clusterdesk.domain.records.referrals import Referral, ReferralDocument
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.store.desk_store import Store

_WORD = re.compile("zq[a-z]{4}qz")
COPIES = 40  # of each type and visibility, beside as many records of the sample
SECRET = (Visibility.INTERNAL, Visibility.RESTRICTED)
# Texts that are no prose: keys, codes, sums, and what names the file of a document on the disk.
_NO_PROSE = frozenset({"external_id", "sha256", "token", "media_type", "currency", "outcome_currency", "question_key"})
# Ours alone, whatever the record they stand in may be.
OURS = (
    *(("organisation", "notes"), ("contact", "notes"), ("referral", "remark"), ("difficulty", "remark")),
    *(("prospect", "next_step"), ("prospect", "remark"), ("prospect_step", "remark")),
)


@dataclass
class Planted:
    """What was planted: the word of each sentence, with where it stands and how secret it is."""

    words: dict[str, tuple[str, Visibility]] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)

    def sentence(self, place: str, visibility: Visibility) -> str:
        """Return a new sentence for a place."""
        word = _word(len(self.words))
        self.words[word] = (place, visibility)
        return f"{word} : le patron hésite."

    def found(self, text: str, *secret: Visibility) -> set[str]:
        """Return the places whose sentence stands in a text."""
        standing = (self.words[word] for word in set(_WORD.findall(text.casefold())) if word in self.words)
        return {place for place, one in standing if one in (secret or SECRET)}


def plant(store: Store) -> Planted:
    """Plant a binder that holds the sample."""
    planted = Planted()
    changes: list[Change] = []
    for kind in RECORD_TYPES.values():
        if "visibility" in kind.fields:
            changes += _beside(store, kind, planted)
        changes += _own(store, kind, planted)
    for key, name in OURS:
        for record in store.find(RECORD_TYPES[key].cls)[:COPIES]:
            changes.append(SetField(key, record.id, name, planted.sentence(f"{key}.{name}", Visibility.INTERNAL)))
    changes += _attached(store, [one.record for one in changes if isinstance(one, Insert)])
    store.apply(ImportArchive(file="planted"), changes)
    return planted


def _attached(store: Store, made: list[Record]) -> Iterator[Change]:
    """Yield the attaching of secret documents to each orientation of the sample."""
    documents = [one for one in made if isinstance(one, Document)]
    secret = [next(one for one in documents if one.visibility is visibility) for visibility in SECRET]
    for referral in store.find(Referral):
        for document in secret:
            ends = {"referral_id": referral.id, "document_id": document.id}
            member = set_member_id("referral_document", ends)
            yield Insert(ReferralDocument(id=member, referral_id=referral.id, document_id=document.id))


def _beside(store: Store, kind: RecordType, planted: Planted) -> Iterator[Change]:
    """Yield secret copies of the records of a type, with their parts."""
    shown = [one for one in store.find(kind.cls) if getattr(one, "visibility") is Visibility.SHAREABLE]  # noqa: B009
    every = (shown or store.find(kind.cls))[:COPIES]
    assert every, f"the sample has no {kind.key}: nothing can be planted beside it"
    planted.types.add(kind.key)
    for number, record in enumerate(every):
        if kind.member_of_set:  # there cannot be a second one in its place: it is made secret itself
            yield from _in_place(kind, record, SECRET[number % 2], planted)
            continue
        for visibility in SECRET:
            yield from _copied(store, kind, record, visibility, planted, {"visibility": visibility})


def _in_place(kind: RecordType, record: Record, visibility: Visibility, planted: Planted) -> Iterator[Change]:
    yield SetField(kind.key, record.id, "visibility", visibility)
    for spec in prose(kind):
        said = planted.sentence(f"{kind.key}.{spec.name}", visibility)
        yield SetField(kind.key, record.id, spec.name, said)


def _copied(
    store: Store, kind: RecordType, record: Record, visibility: Visibility, planted: Planted, given: dict[str, Any]
) -> Iterator[Change]:
    values: dict[str, Any] = {}
    for spec in prose(kind):
        values[spec.name] = planted.sentence(f"{kind.key}.{spec.name}", visibility)
    values |= {"id": new_id(), "external_id": None, **given}
    if kind.key == "referral":
        values["token"] = ""
    if kind.key == "document":
        content = planted.sentence("document: what it holds", visibility).encode()
        values |= {
            "sha256": store.documents.add(content),
            "size": len(content),
            "name": f"{values['name'].split()[0]}.txt",
        }
    copy = replace(record, **values)
    if kind.member_of_set:
        copy = replace(copy, id=set_member_id(kind.key, {name: getattr(copy, name) for name in kind.fields}))
    yield Insert(copy)
    for part, spec in owned_types(kind.key):
        if "visibility" not in part.fields and len(part.owners) == 1:
            mine: dict[str, Any] = {spec.name: record.id}
            for one in store.find(part.cls, **mine):
                yield from _copied(store, part, one, visibility, planted, {spec.name: copy.id})


def _own(store: Store, kind: RecordType, planted: Planted) -> Iterator[Change]:
    """Yield sentences for the texts that have a visibility of their own."""
    for spec in kind.fields.values():
        if f"{spec.name}_visibility" not in kind.fields:
            continue
        planted.types.add(kind.key)
        for number, record in zip(count(), store.find(kind.cls)[: 3 * COPIES], strict=False):
            visibility = SECRET[number % 2]
            said = planted.sentence(f"{kind.key}.{spec.name}", visibility)
            yield SetField(kind.key, record.id, spec.name, said)
            yield SetField(kind.key, record.id, f"{spec.name}_visibility", visibility)


def prose(kind: RecordType) -> list[FieldSpec]:
    """Return the fields of a type that people write words into."""
    return [
        spec
        for spec in kind.fields.values()
        if spec.kind in (Kind.TEXT, Kind.NOTE)
        and spec.choices is None
        and spec.rule is None
        and spec.name not in _NO_PROSE
        and not issubclass(kind.cls, Named)
    ]


def _word(number: int) -> str:
    """Return a word that no language has, and that no line of a page is broken in."""
    letters = ""
    for _ in range(4):
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return f"zq{letters}qz"
