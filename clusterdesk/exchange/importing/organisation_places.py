"""What the address of a row changes: nothing, a correction, or a new seat and the end of the old one."""

from dataclasses import replace
from datetime import date
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.addresses import ListedPlace, PlaceChange, PlaceVerdict, compare_places
from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.organisations import Address, AddressKind
from clusterdesk.exchange.importing.settling import noticed, set_fields, updates_of
from clusterdesk.exchange.importing.verdicts import Move, RowUpdate
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_PLACE = ("street", "postcode", "city", "country")

_FORMER = N_("The list gives an address that the organisation has left; the present one stays.")
_OLDER = N_("The list knows this address since {since}, before the present one began; the present one stays.")


class PlaceUpdates:
    """Compares the address of a row with those of its organisation."""

    def __init__(self, mapping: ColumnMapping, today: date) -> None:
        """``today`` is the day of a move that the list does not date."""
        self._mapping, self._today = mapping, today

    def changes(self, read: ReadRow, listed: Address, present: list[Address], found: RowUpdate) -> list[Change]:
        """Return the changes that an address brings: none, a correction, or a new seat and the end of the old one."""
        current = [one for one in present if one.to_on is None and one.revoked_on is None]
        if not current:
            return [Insert(listed)]
        country = listed.country if read.values.get("country") else ""
        place = ListedPlace(listed.street, listed.postcode, listed.city, country)
        compared = [(one, compare_places(one, place)) for one in current]
        here = _nearest(compared)
        if here is not None:
            known, verdict = here
            corrections: dict[str, Any] = dict(verdict.corrections)
            updates = updates_of(known, replace(known, **corrections), corrections)
            found.updates += updates
            return set_fields(known, updates)
        seat = next((one for one in current if one.kind is AddressKind.SEAT), None)
        if seat is None:
            return [Insert(listed)]
        left = [one for one in present if one.to_on is not None and one.revoked_on is None]
        if any(compare_places(one, place).change is not PlaceChange.MOVED for one in left):
            found.notices += (noticed(read, self._mapping, _PLACE, "former_address", _FORMER),)
            return []
        day = read.values.get("known_since") or self._today
        if seat.from_on is not None and day < seat.from_on.earliest():
            found.notices += (noticed(read, self._mapping, _PLACE, "older_address", _OLDER, since=day.isoformat()),)
            return []
        return _moved(seat, listed, PartialDate.of(day), found)


def _moved(seat: Address, listed: Address, day: PartialDate, found: RowUpdate) -> list[Change]:
    new = replace(listed, from_on=day)
    found.move = Move(replace(seat, to_on=day.day_before()), new)
    return [SetField("address", seat.id, "to_on", day.day_before()), Insert(new)]


def _nearest(compared: list[tuple[Address, PlaceVerdict]]) -> tuple[Address, PlaceVerdict] | None:
    """Return the present address that a list means, if it is one: the same one before one to be corrected."""
    for change in (PlaceChange.SAME, PlaceChange.SPELLING):
        for one, verdict in compared:
            if verdict.change is change:
                return one, verdict
    return None
