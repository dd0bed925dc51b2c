"""Where an organisation is: its addresses and the places where it works and is visited."""

import re
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.records.organisations import Address, AddressKind, Establishment
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone

_TYPED = re.compile(r"(.*?)[,\s]+(?:[Bb]-?)?(\d{4})\s+(\D.*)")
_PLACE = (("street",), ("postcode", "city"), ("country",), ("from_on", "to_on"))

Place = Address | Establishment


class PlacesCard(PartsCard):
    """The card of places; the first one added is the registered seat, the next ones are places of work."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Places"),
            t("No address yet. Visits and the question of the Region need one."),
            add=t("Add a place"),
            hint=t("Street and number, postcode city"),
        )
        self.organisation_id: UUID | None = None

    def make_row(self, part: Place) -> PartRow:
        """Return the row of a place."""
        return AddressRow(self.context, part) if isinstance(part, Address) else EstablishmentRow(self.context, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a place from one line: the postcode tells street and city apart."""
        if self.organisation_id is None:
            return
        found = _TYPED.fullmatch(text)
        street, postcode, city = found.groups() if found else (text, "", "")
        today = self.kit.clock.today()
        seat = any(isinstance(row.part, Address) and row.part.kind is AddressKind.SEAT for row in self.rows.values())
        place: Place = (
            Establishment(
                organisation_id=self.organisation_id, street=street, postcode=postcode, city=city, recorded_on=today
            )
            if seat
            else Address(
                organisation_id=self.organisation_id, street=street, postcode=postcode, city=city, recorded_on=today
            )
        )
        self.open_when_shown(place.id)
        self.context.write(partial(jobs.add, AddRecord(record=place)))


class AddressRow(PartRow):
    """One address."""

    type_key = "address"
    wraps = True
    part: Address

    def words(self) -> None:
        """Say where, and what for."""
        kind = self.kit.t(choice_label(self.part.kind))
        self.say(place_words(self.kit, self.part), kind, *_past(self.kit, self.part))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("kind",), *_PLACE))
        return self.form

    def fill(self) -> None:
        """Show the address."""
        self.form.show_record(self.part)


class EstablishmentRow(PartRow):
    """One place of work."""

    type_key = "establishment"
    wraps = True
    part: Establishment

    def words(self) -> None:
        """Say where, and what it is called."""
        kind = self.kit.t("Place of work")
        note = self.kit.t("{kind} · {title}", kind=kind, title=self.part.name) if self.part.name else kind
        self.say(place_words(self.kit, self.part), note, *_past(self.kit, self.part))

    def build(self) -> QWidget:
        """Return the fields."""
        rows = (("name",), ("establishment_number",), *_PLACE, ("access_note",), ("access_note_visibility",))
        self.form = RecordForm(self.context, self.type_key, rows)
        return self.form

    def fill(self) -> None:
        """Show the place."""
        self.form.show_record(self.part)


def place_words(kit: Kit, place: Place) -> str:
    """Return "Rue du Port 86, 1000 Bruxelles"."""
    town = " ".join(part for part in (place.postcode, place.city) if part)
    parts = [part for part in (place.street, town) if part]
    if place.country and place.country != "BE":
        parts.append(kit.formats.country(place.country))
    return ", ".join(parts) or kit.t("Without an address")


def _past(kit: Kit, place: Place) -> tuple[tuple[str, Tone], ...]:
    if holds_on(place, kit.clock.today()):
        return ()
    return ((kit.t("Not now"), Tone.NEUTRAL),)
