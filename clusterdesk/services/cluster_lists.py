"""The editable lists of a cluster: value chains, circular models, tracks, questions, colleagues, tags, mappings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from clusterdesk.domain.changes import Change, OpChanges, OpResult, differences
from clusterdesk.domain.commands.lists import AddToList, MoveInList
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.question_templates import FIRST_VISIT
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.diagnostics import DiagnosticCriterion
from clusterdesk.domain.records.industrialisation import MrlQuestion
from clusterdesk.domain.records.lists import Named, Profile, Question, Tag
from clusterdesk.domain.records.plan import MilestoneTemplate
from clusterdesk.domain.records.strategy import Indicator, OperationalObjective
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store

_LONGEST_KEY = 40
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def read_list(store: Store, type_key: str) -> tuple[Record, ...]:
    """Return the rows of a list in their order: questions by template, others by rank or by name."""
    return tuple(sorted(store.find(RECORD_TYPES[type_key].cls), key=_place))


def add_to_list(store: Store, cmd: AddToList) -> OpResult[Record]:
    """Add a row at the end; its key is made from its name and never changes.

    Raises:
        KnownError: the name is empty.
    """
    return add_record(store, AddRecord(record=_new(store, cmd)))


def move_in_list(store: Store, cmd: MoveInList) -> OpResult[Record]:
    """Let a row change places with its neighbour; at the end of the list nothing changes."""
    kind = RECORD_TYPES[cmd.type_key]
    record = store.get(kind.cls, cmd.record_id)
    assert isinstance(record, Named)
    rows = _neighbours(store, record)
    at = next(index for index, one in enumerate(rows) if one.id == record.id)
    to = at - 1 if cmd.up else at + 1
    if not 0 <= to < len(rows):
        return OpResult(record, OpChanges())
    ordered = [*rows]
    ordered[at], ordered[to] = ordered[to], ordered[at]
    changes: list[Change] = []
    for place, one in enumerate(ordered, start=1):
        changes += differences(one, replace(one, position=place))
    return OpResult(record, store.apply(replace(cmd, title=record.name_fr), changes))


def _new(store: Store, cmd: AddToList) -> Record:
    name = " ".join(cmd.name.split())
    if cmd.type_key == "profile":
        return Profile(name=name)
    if cmd.type_key == "tag":
        return Tag(name=name)
    known = store.find(RECORD_TYPES[cmd.type_key].cls, deleted=None)
    more: dict[str, Any] = {} if cmd.language == "fr" else {f"name_{cmd.language}": name}
    if cmd.type_key == "question":
        template = store.get(Question, cmd.like).template if cmd.like is not None else FIRST_VISIT
        versions = [one.version for one in known if isinstance(one, Question) and one.template == template]
        more |= {"template": template, "version": max(versions, default=1)}
    if cmd.type_key == "mrl_question":
        more |= {"level": store.get(MrlQuestion, cmd.like).level if cmd.like is not None else 1}
    if cmd.type_key == "milestone_template" and cmd.like is not None:
        more |= {"track_key": store.get(MilestoneTemplate, cmd.like).track_key}
    if cmd.type_key == "diagnostic_criterion" and cmd.like is not None:
        more |= {"area": store.get(DiagnosticCriterion, cmd.like).area}
    if cmd.type_key == "chain_link":
        more |= {"value_chain_id": cmd.like}
    if cmd.type_key == "operational_objective" and cmd.like is not None:
        more |= {"strategic_objective_id": store.get(OperationalObjective, cmd.like).strategic_objective_id}
    if cmd.type_key == "indicator" and cmd.like is not None:
        like = store.get(Indicator, cmd.like)
        more |= {"operational_objective_id": like.operational_objective_id}
        more |= {"start_on": like.start_on, "end_on": like.end_on}
    places = [one.position for one in known if isinstance(one, Named) and not one.deleted]
    keys = {one.key for one in known if isinstance(one, Named)}
    made = {"key": _key(name, keys), "name_fr": name, "position": max(places, default=0) + 1, **more}
    return RECORD_TYPES[cmd.type_key].cls(**made)


def _key(name: str, taken: set[str]) -> str:
    """Return a key of plain letters that no row has or had."""
    first = _NO_LETTER.sub("_", folded(name)).strip("_")[:_LONGEST_KEY] or "row"
    numbered = (f"{first}_{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (first, *numbered) if key not in taken)


def _neighbours(store: Store, record: Named) -> Sequence[Named]:
    """Return the rows a row is ordered with; a question is ordered within its template and version, or its level.

    A milestone template is ordered within its track, a criterion within its area, a link within its chain.
    """
    rows = [one for one in store.find(type(record)) if isinstance(one, Named)]
    if isinstance(record, Question):
        same = (record.template, record.version)
        rows = [one for one in rows if isinstance(one, Question) and (one.template, one.version) == same]
    if isinstance(record, MrlQuestion):
        rows = [one for one in rows if isinstance(one, MrlQuestion) and one.level == record.level]
    if isinstance(record, ChainLink):
        rows = [one for one in rows if isinstance(one, ChainLink) and one.value_chain_id == record.value_chain_id]
    if isinstance(record, MilestoneTemplate | DiagnosticCriterion):
        rows = [one for one in rows if _place(one)[0] == _place(record)[0]]
    return sorted(rows, key=_place)


def _place(record: Record) -> tuple[str, int, int, str]:
    if isinstance(record, Question):
        return record.template, -record.version, record.position, record.key
    if isinstance(record, MrlQuestion):
        return "", record.level, record.position, record.key
    if isinstance(record, MilestoneTemplate):
        return record.track_key, 0, record.position, record.key
    if isinstance(record, DiagnosticCriterion):
        return record.area.value, 0, record.position, record.key
    if isinstance(record, Named):
        return "", 0, record.position, record.key
    return "", 0, 0, str(getattr(record, "name", "")).casefold()
