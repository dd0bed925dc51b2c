"""Filters of the list of organisations as they are kept: a JSON text and a sort, read back leniently.

What a saved filter names that is no more – a tag, a value chain – finds nothing; keys a newer program has written are
passed over.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.organisations import MembershipStatus, OrganisationKind
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder, OrganisationSort


@dataclass(frozen=True, slots=True)
class ReadyFilter:
    """A filter that is always there: its label (a msgid), and the field of OrganisationFilter that it turns on."""

    label: str
    field: str


READY: Mapping[str, ReadyFilter] = MappingProxyType(
    {
        "mine": ReadyFilter(N_("My organisations"), "mine"),
        "file": ReadyFilter(N_("Open file"), "open_file"),
        "silent": ReadyFilter(N_("Silent"), "silent"),
        "next-step": ReadyFilter(N_("No next step"), "without_next_step"),
        "late": ReadyFilter(N_("Promise late"), "late"),
        "number": ReadyFilter(N_("Number missing"), "without_number"),
    }
)
_DESCENDING = ":desc"
_SWITCHES = tuple(ready.field for ready in READY.values())


def criteria_of(wanted: OrganisationFilter) -> str:
    """Return the JSON of a filter; the day and who looks are not in it: they are those of whoever uses it."""
    plain: dict[str, Any] = {name: True for name in _SWITCHES if getattr(wanted, name)}
    if wanted.text.strip():
        plain["text"] = wanted.text.strip()
    for name in ("value_chain_ids", "tag_ids"):
        if getattr(wanted, name):
            plain[name] = sorted(str(one) for one in getattr(wanted, name))
    for name in ("memberships", "kinds"):
        if getattr(wanted, name):
            plain[name] = sorted(one.value for one in getattr(wanted, name))
    return json.dumps(plain, sort_keys=True)


def sort_of(order: OrganisationOrder) -> str:
    """Return a sort as it is kept; that by name, upwards, is empty."""
    if order == OrganisationOrder():
        return ""
    return order.by.value + (_DESCENDING if order.descending else "")


def order_from(sort: str) -> OrganisationOrder:
    """Read a sort; one that is not known is that by name."""
    key = sort.removesuffix(_DESCENDING)
    if key not in set(OrganisationSort):
        return OrganisationOrder()
    return OrganisationOrder(OrganisationSort(key), sort.endswith(_DESCENDING))


def filter_from(criteria: str, day: date, silent_after_days: int, profile_id: UUID | None) -> OrganisationFilter:
    """Read a kept filter for a day and for whoever looks (``profile_id``, None where that is nobody we know)."""
    plain = _plain(criteria)
    text = plain.get("text")
    return OrganisationFilter(
        day,
        text=text if isinstance(text, str) else "",
        value_chain_ids=tuple(_ids(plain.get("value_chain_ids"))),
        memberships=tuple(_members(MembershipStatus, plain.get("memberships"))),
        kinds=tuple(_members(OrganisationKind, plain.get("kinds"))),
        tag_ids=tuple(_ids(plain.get("tag_ids"))),
        profile_id=profile_id,
        silent_after_days=silent_after_days,
        **{name: plain.get(name) is True for name in _SWITCHES},
    )


def _plain(criteria: str) -> Mapping[str, Any]:
    try:
        read = json.loads(criteria or "{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _ids(values: object) -> Iterator[UUID]:
    for value in values if isinstance(values, list) else ():
        try:
            yield UUID(str(value))
        except ValueError:
            continue


def _members[E: StrEnum](kind: type[E], values: object) -> Iterator[E]:
    known = {member.value: member for member in kind}
    for value in values if isinstance(values, list) else ():
        if value in known:
            yield known[value]
