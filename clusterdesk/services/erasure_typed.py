"""Where the name of a person was typed in collective work, to be erased: steps, ratings, votes, dossiers, promises."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from clusterdesk.domain.changes import Change, Redact
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.former_values import former_values


@dataclass(frozen=True, slots=True)
class Typed:
    """Fields of a type: ``names`` hold whole names, ``also`` goes with a name, ``remarks`` go where they name somebody.

    A row that is linked to the person is hers whatever stands in it. Where ``by_organisation``, the same name beside
    another organisation than one of hers is somebody else.
    """

    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    by_organisation: bool = False


_STEP = Typed(("by",), remarks=("remark",))
_PROMISE = Typed(("owner_name",))
TYPED: Mapping[str, Typed] = {
    "action": _PROMISE,
    "quick_note": _PROMISE,
    "plan_item": _PROMISE,
    "session_attendee": Typed(("name",)),
    "group_member": Typed(("name",), ("role",)),
    "meeting_attendance": Typed(("name",), ("remark",)),
    "event_participation": Typed(("name",), ("mail", "remark"), by_organisation=True),
    "theme": Typed(("proposed_by",), by_organisation=True),
    "theme_vote": Typed(("voter",), by_organisation=True),
    "production_step": _STEP,
    "project_rating": _STEP,
    "project_chain_link": Typed(remarks=("remark",)),
    "chain_actor": Typed(remarks=("remark",)),
    "prospect": Typed(("contact_name",), ("phone", "mail"), ("next_step", "remark"), by_organisation=True),
    "prospect_step": _STEP,
    "vision_step": _STEP,
    "vision_source": Typed(("author",)),
    "vision_contributor": Typed(("name",), ("role",), by_organisation=True),
    "communication_item": Typed(remarks=("remark",)),
    "rule_set": Typed(("owner",)),
}
"""By the key of the type."""


def typed_names(store: Store, person: Contact) -> Iterator[Change]:
    """Yield what blanks a person in every row that is linked to her or bears her name.

    A field that named her before and was corrected goes as well: its history would still tell her name.
    """
    name, own = folded(person.full_name) or None, _organisations(store, person)
    for key, typed in TYPED.items():
        former = _former(store, key, typed)
        for record in store.find(RECORD_TYPES[key].cls, deleted=None):
            texts = {field: {folded(getattr(record, field))} | former.get((record.id, field), set())
                     for field in (*typed.names, *typed.remarks)}  # fmt: skip
            if _is_hers(record, typed, person.id, own, is_named=any(name in texts[field] for field in typed.names)):
                yield from (Redact(key, record.id, field) for field in (*typed.names, *typed.also))
            for field in typed.remarks:
                if name and any(f" {name} " in f" {text} " for text in texts[field]):
                    yield Redact(key, record.id, field)


def _former(store: Store, key: str, typed: Typed) -> dict[tuple[UUID, str], set[str]]:
    found: dict[tuple[UUID, str], set[str]] = {}
    with store.read() as connection:
        for record_id, field, text in former_values(connection, key, (*typed.names, *typed.remarks)):
            found.setdefault((record_id, field), set()).add(folded(text))
    return found


def _is_hers(record: Record, typed: Typed, contact_id: UUID, own: set[UUID], *, is_named: bool) -> bool:
    linked = getattr(record, "contact_id", None)
    if linked is not None:
        return bool(linked == contact_id)
    organisation_id = getattr(record, "organisation_id", None)
    if typed.by_organisation and organisation_id is not None and organisation_id not in own:
        return False
    return is_named


def _organisations(store: Store, person: Contact) -> set[UUID]:
    """Return the organisations she worked for, and those they were merged into."""
    roles = store.find(ContactRole, deleted=None, contact_id=person.id)
    if not roles:
        return set()
    holders = store.find(Organisation, deleted=None, id={role.organisation_id for role in roles})
    return {one.id for one in holders} | {one.merged_into for one in holders if one.merged_into is not None}
