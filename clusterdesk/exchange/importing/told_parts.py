"""The parts that a row adds to a known record, in words: what it is, and what it says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.identifiers import show_phone
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.contacts import ContactRole
from clusterdesk.domain.records.lists import Named
from clusterdesk.domain.records.organisations import Address, ContactPoint, ContactPointKind, ImportNote, Membership
from clusterdesk.domain.records.sessions import SessionNote
from clusterdesk.exchange.importing.told_values import told_value

if TYPE_CHECKING:
    from clusterdesk.exchange.importing.verdicts import FieldUpdate, Move
    from clusterdesk.i18n.formats import Formats
    from clusterdesk.i18n.translator import Translator

# Shorter than the names of the types, where the value says the rest.
_SHORT = {
    "organisation_value_chain": N_("Value chain"),
    "organisation_circular_model": N_("Circular model"),
    "project_value_chain": N_("Value chain"),
    "coaching_file_track": N_("Track"),
    "coaching_file_manager": N_("Colleague"),
    "record_tag": N_("Tag"),
    "hub_team_person": N_("Person"),
    "hub_team_country": N_("Country"),
    "hub_team_sector": N_("Value chain"),
    "hub_team_referral_kind": N_("Kind of orientation"),
}


class PartWords:
    """Puts parts into words; ``names`` holds the rows of lists, tags and colleagues that they point to."""

    def __init__(self, t: "Translator", formats: "Formats", names: Mapping[UUID, Record]) -> None:
        """Take the reader's language."""
        self._t, self._formats, self._names = t, formats, names

    def added(self, part: Record, longest: int = 400) -> str:
        """Return “Added – Phone: +32 2 123 45 67”."""
        label, text = self.label(part), clipped(self.text(part), longest)
        if not text:
            return self._t("Added – {field}", field=label)
        return self._t("Added – {field}: {value}", field=label, value=text)

    def changed(self, one: "FieldUpdate") -> str:
        """Return “Legal form: SPRL → SRL”."""
        old, new = (told_value(one.field, value, self._t, self._formats) or "–" for value in (one.old, one.new))
        return self._t("{field}: {old} → {new}", field=self._t(one.label), old=old, new=new)

    def moved(self, move: "Move") -> str:
        """Return “Moved on 01/11/2026: Rue A 1, 1070 Anderlecht → Rue B 2, 1080 Molenbeek”."""
        return self._t(
            "Moved on {date}: {old} → {new}",
            date=self._value(move.new.from_on),
            old=self.place(move.old),
            new=self.place(move.new),
        )

    def label(self, part: Record) -> str:
        """Return what a part is."""
        if isinstance(part, ContactPoint):
            return self._t(choice_label(part.kind))
        kind = type_of(part)
        return self._t(_SHORT.get(kind.key, kind.label))

    def text(self, part: Record) -> str:
        """Return what a part says."""
        if isinstance(part, ContactPoint) and part.kind is ContactPointKind.PHONE:
            return show_phone(part.value)
        if isinstance(part, Address):
            return self.place(part)
        if isinstance(part, (ImportNote, SessionNote)):
            return " ".join(part.text.split())
        if isinstance(part, Membership) and part.from_on is not None:
            return self._t(
                "{status}, since {date}", status=self._t(choice_label(part.status)), date=self._value(part.from_on)
            )
        kind = type_of(part)
        texts = [self._value(getattr(part, name), name) for name in kind.title_fields]
        if not any(texts) and not isinstance(part, ContactRole):
            texts = [self._name(getattr(part, spec.name)) for spec in kind.references]
        return " ".join(text for text in texts if text)

    def place(self, one: Address) -> str:
        """Return an address on one line."""
        town = " ".join(part for part in (one.postcode, one.city) if part)
        return ", ".join(part for part in (one.street, town, one.country if one.country != "BE" else "") if part)

    def _name(self, target: UUID | None) -> str:
        found: Any = self._names.get(target) if target else None
        if isinstance(found, Named):
            return found.name_in(self._t.language)
        return str(getattr(found, "name", ""))

    def _value(self, value: Any, field: str = "") -> str:  # noqa: ANN401 - as varied as fields
        return told_value(field, value, self._t, self._formats)
