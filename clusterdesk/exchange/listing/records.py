"""The records of a type as a list: every field under its label, what they point to by name."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.domain.views.record_ref import RecordFilter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import lookup
from clusterdesk.services.told_titles import told_title
from clusterdesk.store.desk_store import Store

_NOT_WRITTEN = frozenset({"id", "deleted", "merged_into", "merged_on"})
_EMPTY = (None, "", ())
# Texts that are ours alone, whatever the visibility of the record they stand in.
_OURS = frozenset(
    {
        ("organisation", "notes"),
        ("contact", "notes"),
        ("referral", "remark"),
        ("difficulty", "remark"),
        ("prospect", "next_step"),
    }
)


def all_listings(store: Store, t: Translator, edition: Edition = Edition.INTERNAL) -> list[Listing]:
    """Return a list for each type of record that has any."""
    hidden = _hidden(store, edition)
    every = (
        _listing(store, kind, lookup.page(store, kind.key, RecordFilter()).records, t, edition, hidden)
        for kind in RECORD_TYPES.values()
    )
    return [listing for listing in every if listing.rows]


def listing_of(
    store: Store, key: str, records: Iterable[Record], t: Translator, edition: Edition = Edition.INTERNAL
) -> Listing:
    """Return records of one type as a list; columns without anything in them are left out.

    Restricted records never leave the binder; the shareable edition leaves out internal ones and internal texts too.
    What is a part of a record that is left out goes with it, and nothing points to it by name.
    """
    return _listing(store, RECORD_TYPES[key], records, t, edition, _hidden(store, edition))


def _listing(
    store: Store, kind: RecordType, records: Iterable[Record], t: Translator, edition: Edition, hidden: Set[UUID]
) -> Listing:
    kept = [record for record in records if record.id not in hidden]
    values = [
        {name: _value(record, kind, spec, edition, hidden) for name, spec in kind.fields.items()} for record in kept
    ]
    specs = [
        spec
        for name, spec in kind.fields.items()
        if name not in _NOT_WRITTEN and any(one[name] not in _EMPTY for one in values)
    ]
    words = _Words(t, lookup.names(store, kept))
    rows = tuple(tuple(words.cell(spec, one[spec.name]) for spec in specs) for one in values)
    return Listing(kind.key, t(kind.plural), tuple(t(spec.label) for spec in specs), rows)


def _hidden(store: Store, edition: Edition) -> Set[UUID]:
    """Return the ids of all records the edition may not show, those in the bin included, with their parts."""
    refused = [one for one in Visibility if not edition.admits(one)]
    hidden = {
        record.id
        for kind in RECORD_TYPES.values()
        if "visibility" in kind.fields
        for record in store.find(kind.cls, deleted=None, visibility=refused)
    }
    fresh: Set[UUID] = hidden
    while fresh:
        fresh = {one for kind in RECORD_TYPES.values() for one in _parts(store, kind, fresh)} - hidden
        hidden |= fresh
    return hidden


def _parts(store: Store, kind: RecordType, owners: Set[UUID]) -> Iterable[UUID]:
    for name in kind.owners:
        yield from (record.id for record in store.find(kind.cls, deleted=None, **{name: list(owners)}))


def _value(record: Record, kind: RecordType, spec: FieldSpec, edition: Edition, hidden: Set[UUID]) -> Any:  # noqa: ANN401
    """Return a value, None where the edition may not show it: a text has its own visibility or that of its record."""
    value = getattr(record, spec.name)
    if spec.kind is Kind.ID and value in hidden:
        return None
    own = getattr(record, f"{spec.name}_visibility", None)
    if own is not None and not edition.admits(own):
        return None
    if edition is Edition.SHAREABLE and own is None:
        unmarked = spec.kind is Kind.NOTE and "visibility" not in kind.fields
        if unmarked or (kind.key, spec.name) in _OURS:
            return None
    return value


class _Words:
    """Writes values as cells in a language."""

    def __init__(self, t: Translator, titles: Mapping[UUID, tuple[str, str]]) -> None:
        self._t, self._titles, self._formats = t, titles, Formats(t.language)

    def cell(self, spec: FieldSpec, value: Any) -> Cell:  # noqa: ANN401
        """Return the cell of a value."""
        if value in _EMPTY:
            return None
        if isinstance(value, Enum):
            return self._t(choice_label(value))
        if isinstance(value, bool):
            return self._t("yes") if value else self._t("no")
        if isinstance(value, UUID):
            record_type, title = self._titles.get(value, ("", ""))
            return told_title(record_type, title, self._t, self._formats) if record_type else str(value)
        return self._plain(spec, value)

    def _plain(self, spec: FieldSpec, value: Any) -> Cell:  # noqa: ANN401
        if spec.name == "enterprise_number":
            return show_enterprise_number(str(value))
        if isinstance(value, datetime):
            return self._formats.instant(value)
        if isinstance(value, PartialDate):
            return self._formats.partial(value)
        if isinstance(value, date | time | Decimal | int):
            return value
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(str(one) for one in value)
        return str(value)
