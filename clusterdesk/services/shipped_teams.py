"""The receiving teams every binder starts with: invented examples that show how a row is filled in, and say so."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.set_members import set_member_id

# The parts of a team by the key they ship under: the type of a member, its field, and the list whose keys are named.
_SETS = {
    "countries": ("hub_team_country", "country", ""),
    "value_chains": ("hub_team_sector", "value_chain_id", "value_chain"),
    "kinds": ("hub_team_referral_kind", "referral_kind_id", "referral_kind"),
}
_PEOPLE = "people"


def shipped_team(plain: Mapping[str, Any]) -> Iterator[Record]:
    """Yield a team and its parts; ids derive from the key it ships under, so that all laptops agree."""
    fields = {name: value for name, value in plain.items() if name not in {"key", _PEOPLE, *_SETS}}
    team_id = derived_id("hub_team", plain["key"])
    yield RECORD_TYPES["hub_team"].from_plain({**fields, "id": str(team_id), "example": True})
    for name, (type_key, field, listed) in _SETS.items():
        yield from _members(team_id, type_key, field, listed, plain.get(name, ()))
    for person in plain.get(_PEOPLE, ()):
        own = {name: value for name, value in person.items() if name != "key"}
        own |= {"id": str(derived_id("hub_team_person", person["key"])), "hub_team_id": str(team_id)}
        yield RECORD_TYPES["hub_team_person"].from_plain(own)


def _members(team_id: UUID, type_key: str, field: str, listed: str, names: Iterable[str]) -> Iterator[Record]:
    for name in names:
        ends: dict[str, Any] = {"hub_team_id": team_id, field: derived_id(listed, name) if listed else name}
        yield RECORD_TYPES[type_key].cls(id=set_member_id(type_key, ends), **ends)
