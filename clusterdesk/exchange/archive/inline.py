"""Conveniences for archives written by hand: parts of a record written inside it.

``{"type": "organisation", "phones": ["+3225550123"]}`` says what an organisation line and a contact point line would.
An export never uses them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.archive.problems import Problem, ProblemError, shown
from clusterdesk.exchange.archive.values import read_value

LIST_WANTED = N_("A list is expected here, not {value}.")
PART_WANTED = N_("A text or an object is expected here, not {value}.")
OBJECT_WANTED = N_("An object in braces is expected here, not {value}.")


@dataclass(frozen=True, slots=True)
class Inline:
    """A key that holds parts of a record.

    Args:
        record_type: the type of the parts.
        owner: the field of a part that refers to the record around it.
        bare: the field that a plain text in the list stands for, if any.
        fixed: values every part has.
        naming: the fields that tell parts apart; none: their place in the list.
        inherited: fields a part takes over from the record around it.
        numbered: the parts keep their order in ``position``.
    """

    record_type: str
    owner: str
    bare: str | None = None
    fixed: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    naming: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part found inside a record: the key it stands under, how, and what tells it from its neighbours."""

    key: str
    inline: Inline
    data: dict[str, Any]
    name: str


def _points(owner: str) -> dict[str, Inline]:
    return {
        key: Inline("contact_point", owner, "value", {"kind": kind}, ("value",), numbered=True)
        for key, kind in (("phones", "phone"), ("mails", "mail"), ("websites", "web"))
    }


def _consents(owner: str) -> dict[str, Inline]:
    return {"consents": Inline("consent", owner, "purpose", naming=("purpose",))}


INLINES: Mapping[str, Mapping[str, Inline]] = {
    "organisation": {
        "value_chains": Inline("organisation_value_chain", "organisation_id", "value_chain_id"),
        "circular_models": Inline("organisation_circular_model", "organisation_id", "circular_model_id"),
        "activities": Inline("organisation_activity", "organisation_id", "code"),
        "addresses": Inline("address", "organisation_id"),
        "establishments": Inline("establishment", "organisation_id"),
        "memberships": Inline("membership", "organisation_id", "status"),
        "statuses": Inline("organisation_status", "organisation_id", "situation"),
        "import_notes": Inline("import_note", "organisation_id"),
        **_points("organisation_id"),
        **_consents("organisation_id"),
    },
    "contact": {
        "roles": Inline("contact_role", "contact_id", "organisation_id", naming=("organisation_id", "role")),
        **_points("contact_id"),
        **_consents("contact_id"),
    },
    "project": {
        "value_chains": Inline("project_value_chain", "project_id", "value_chain_id"),
        "partners": Inline("project_partner", "project_id", "organisation_id", naming=("organisation_id",)),
    },
    "coaching_file": {
        "tracks": Inline("coaching_file_track", "coaching_file_id", "track_id"),
        "managers": Inline(
            "coaching_file_manager", "coaching_file_id", "profile_id", naming=("profile_id", "role", "from_on")
        ),
    },
    "diagnostic": {
        "scores": Inline("diagnostic_score", "diagnostic_id", "criterion_id", naming=("criterion_id",)),
    },
    "hub_team": {
        "countries": Inline("hub_team_country", "hub_team_id", "country"),
        "value_chains": Inline("hub_team_sector", "hub_team_id", "value_chain_id"),
        "kinds": Inline("hub_team_referral_kind", "hub_team_id", "referral_kind_id"),
        "people": Inline("hub_team_person", "hub_team_id", "name", naming=("name",)),
    },
    "referral": {
        "countries": Inline("referral_country", "referral_id", "country"),
        "documents": Inline("referral_document", "referral_id", "document_id"),
        "steps": Inline("referral_step", "referral_id", naming=("act", "on")),
        "readiness": Inline("readiness_answer", "referral_id", naming=("question_id",)),
    },
    "vision_dossier": {
        "steps": Inline("vision_step", "vision_dossier_id", naming=("stage", "on")),
        "chapters": Inline("vision_chapter", "vision_dossier_id", "title", numbered=True),
        "sources": Inline("vision_source", "vision_dossier_id", "title", naming=("title",)),
        "contributors": Inline("vision_contributor", "vision_dossier_id", "name", naming=("organisation_id", "name")),
        "questions": Inline("open_question", "vision_dossier_id", "text", naming=("text",)),
    },
    "communication_item": {
        "featured": Inline("feature", "communication_item_id", "organisation_id"),
    },
    "session": {
        "attendees": Inline("session_attendee", "session_id", "name", naming=("contact_id", "profile_id", "name")),
        "notes": Inline("session_note", "session_id", "text", numbered=True),
        "decisions": Inline("session_note", "session_id", "text", {"kind": "decision"}, numbered=True),
        "actions": Inline(
            "action", "session_id", "text", naming=("text",), inherited=("organisation_id", "coaching_file_id")
        ),
    },
    "working_group": {
        "members": Inline(
            "group_member", "working_group_id", "name", naming=("organisation_id", "contact_id", "name", "from_on")
        ),
    },
    "meeting": {
        "attendance": Inline(
            "meeting_attendance", "meeting_id", "name", naming=("organisation_id", "contact_id", "name")
        ),
        "decisions": Inline("meeting_decision", "meeting_id", "text", numbered=True),
        "actions": Inline("action", "meeting_id", "text", naming=("text",)),
    },
}
# What is written in a record became known with it, unless the part says otherwise.
_ALWAYS_INHERITED = ("recorded_on",)
_DATED = RECORD_TYPES["address"].fields
TAGS = "tags"
TAGGED = frozenset({"organisation", "contact", "project", "coaching_file", "session", "document"})


def inline_keys(record_type: str) -> Mapping[str, Inline]:
    """Return the keys of a type that hold parts (tags apart: they are two records each)."""
    return INLINES.get(record_type, {})


def lent_keys(record_type: str) -> frozenset[str]:
    """Return the keys that a record has for its parts alone, being no dated fact itself."""
    own = RECORD_TYPES[record_type].fields
    return frozenset(name for name in _ALWAYS_INHERITED if name not in own) if INLINES.get(record_type) else frozenset()


def with_full_names(record_type: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the object with every reference under its full key: ``organisation`` means ``organisation_id``."""
    specs = RECORD_TYPES[record_type].fields
    return {key if key in specs or f"{key}_id" not in specs else f"{key}_id": value for key, value in data.items()}


def take_parts(record_type: str, data: dict[str, Any], problems: list[Problem]) -> Iterator[Part]:
    """Take the parts out of a record's object and give them, each with the data of its own record.

    A record that is no dated fact itself may say since when its parts are known.
    """
    around = dict(data)
    for name in lent_keys(record_type) & data.keys():
        try:
            read_value(_DATED[name], data.pop(name))
        except ProblemError as error:
            problems.append(error.at(name))
            del around[name]
    for key, inline in inline_keys(record_type).items():
        if key not in data:
            continue
        content = data.pop(key)
        if isinstance(content, str) and inline.numbered:
            content = [content]
        if not isinstance(content, list):
            problems.append(Problem(key, LIST_WANTED, {"value": shown(content)}))
            continue
        yield from _parts(key, inline, content, around, problems)


def _parts(
    key: str, inline: Inline, content: list[Any], around: Mapping[str, Any], problems: list[Problem]
) -> Iterator[Part]:
    seen: dict[str, int] = {}
    for place, item in enumerate(content):
        where = f"{key}[{place}]"
        part = _part(where, inline, item, problems)
        if part is None:
            continue
        for name in (*inline.inherited, *_ALWAYS_INHERITED):
            if name in around and name in RECORD_TYPES[inline.record_type].fields:
                part.setdefault(name, around[name])
        if inline.numbered:
            part.setdefault("position", place)
        name = ":".join([key, *(str(part.get(field, "")) for field in inline.naming)] if inline.naming else [where])
        seen[name] = seen.get(name, 0) + 1
        yield Part(where, inline, part, name if seen[name] == 1 else f"{name}#{seen[name]}")


def _part(where: str, inline: Inline, item: object, problems: list[Problem]) -> dict[str, Any] | None:
    if isinstance(item, str) and inline.bare is not None:
        return {inline.bare: item, **inline.fixed}
    if not isinstance(item, dict):
        wanted = OBJECT_WANTED if inline.bare is None else PART_WANTED
        problems.append(Problem(where, wanted, {"value": shown(item)}))
        return None
    return {**with_full_names(inline.record_type, item), **inline.fixed}
