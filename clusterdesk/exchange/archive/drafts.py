"""From lines to drafts: one draft per record a line brings, its own and its parts', each with its id."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.domain.records.lists import Named
from clusterdesk.exchange.archive.identities import Identities
from clusterdesk.exchange.archive.inline import LIST_WANTED, TAGGED, TAGS, take_parts, with_full_names
from clusterdesk.exchange.archive.lines import Line
from clusterdesk.exchange.archive.problems import Problem, ProblemError, shown
from clusterdesk.exchange.archive.values import TEXT_WANTED

EXTERNAL_ID_UNFIT = N_("A line whose id is not a UUID has that id as its external id; leave this key out.")


@dataclass(slots=True)
class Draft:
    """A record before its values are read.

    Args:
        kind: its type.
        own: its id; ``None`` for a member of a set until its references are known.
        data: keys and JSON values, references under their full keys.
        where: what stands before a key in messages: empty, or the part of the line (``notes[2].``).
        foreign: the foreign id it came with.
        given: references that are ids already (a part's owner).
        weak: the record is only wished for: an existing one is left as it is (a tag named in passing).
    """

    kind: RecordType
    own: UUID | None
    data: dict[str, Any]
    where: str = ""
    foreign: str | None = None
    given: dict[str, UUID] = field(default_factory=dict)
    weak: bool = False


@dataclass(slots=True)
class LineDrafts:
    """What a line brings, and what is wrong with it."""

    line: Line
    shown_id: str
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def drafts_of(line: Line, identities: Identities, tag_ids: dict[str, UUID]) -> LineDrafts:
    """Split a line into its record and the parts written inside it, and give each its id.

    ``tag_ids`` are the tags by name; names that are new are added to it.
    """
    kind = RECORD_TYPES[line.type_key]
    data = with_full_names(kind.key, line.data)
    found = LineDrafts(line, shown(data.get("id", "")))
    problems = found.problems
    tags = data.pop(TAGS, []) if kind.key in TAGGED else []
    main = Draft(kind, None, data)
    found.drafts.append(main)
    parts = list(take_parts(kind.key, data, problems))
    try:
        _identify(main, identities, line)
    except ProblemError as error:
        problems.append(error.at("id"))
    if main.own is None:
        return found
    found.shown_id = found.shown_id or str(main.own)
    for part in parts:
        part_kind = RECORD_TYPES[part.inline.record_type]
        draft = Draft(part_kind, None, part.data, f"{part.key}.", given={part.inline.owner: main.own})
        try:
            _identify(draft, identities, line, name=part.name, owner=main.own)
        except ProblemError as error:
            problems.append(error.at(f"{part.key}.id"))
        found.drafts.append(draft)
    found.drafts.extend(_tags(kind, main.own, tags, tag_ids, problems))
    return found


def _identify(draft: Draft, identities: Identities, line: Line, name: str = "", owner: UUID | None = None) -> None:
    kind, data = draft.kind, draft.data
    place = f"{line.file}:{line.number}" if owner is None else f"{line.file}:{line.number} {draft.where}"
    text = data.pop("id", None)
    if kind.member_of_set:
        return
    if text is not None:
        draft.own, draft.foreign = identities.own(kind.key, text)
        if draft.foreign is not None and data.get("external_id", draft.foreign) != draft.foreign:
            raise ProblemError(EXTERNAL_ID_UNFIT)
    elif owner is not None:
        draft.own = derived_id(kind.key, owner, name)
    elif issubclass(kind.cls, Named):
        draft.own = derived_id(kind.key, str(data.get("key", "")))
    else:
        draft.own = derived_id(kind.key, "line", json.dumps(_plain(data), sort_keys=True))
    identities.declare(kind.key, draft.own, place, str(text or draft.own))
    if issubclass(kind.cls, Named) and isinstance(data.get("key"), str):
        identities.declare_key(kind.key, data["key"], draft.own)


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON with exact decimals
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def _tags(
    kind: RecordType, owner: UUID, names: object, tag_ids: dict[str, UUID], problems: list[Problem]
) -> Iterator[Draft]:
    if not isinstance(names, list):
        problems.append(Problem(TAGS, LIST_WANTED, {"value": shown(names)}))
        return
    for place, name in enumerate(names):
        if not isinstance(name, str) or not name.strip():
            problems.append(Problem(f"{TAGS}[{place}]", TEXT_WANTED, {"value": shown(name)}))
            continue
        tag_id = tag_ids.setdefault(name, derived_id("tag", name))
        yield Draft(RECORD_TYPES["tag"], tag_id, {"name": name}, f"{TAGS}[{place}].", weak=True)
        given = {"tag_id": tag_id, "record_id": owner}
        yield Draft(RECORD_TYPES["record_tag"], None, {"record_type": kind.key}, f"{TAGS}[{place}].", given=given)
