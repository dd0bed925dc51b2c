"""Who takes part: the people of the organisation and our colleagues one click away, others by name."""

from PySide6.QtCore import Signal, Slot

from clusterdesk.domain.commands.sessions import Participant
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.pages.session.loading import SessionData
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label


class AttendeesCard(Card):
    """Chips to turn on and off.

    Signals:
        changed: who takes part now (a tuple of Participants).
    """

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=8)
        self.kit = context.kit
        t = self.kit.t
        self._people: dict[str, Participant] = {}
        self._hint = Label(t("Click who was there, or will be."), "muted", wrap=True)
        self.header = SectionHeader(t("Attendees"))
        self.chips = FilterChips(self.kit, t("Attendees"), many=True)
        self.chips.chosen.connect(self._chosen)
        self.line = AddLine(self.kit, t("Somebody else: name"))
        self.line.entered.connect(self._add)
        self.add(self.header, self._hint, self.chips, self.line)

    def show_data(self, data: SessionData) -> None:
        """Show those who may take part, and those who do."""
        page = data.page
        people: dict[str, Participant] = {}
        names: dict[str, str] = {}
        for card in page.organisation.contacts:
            if not card.roles or card.roles[0].to_on is None:
                people[str(card.contact.id)] = Participant(contact_id=card.contact.id)
                names[str(card.contact.id)] = card.contact.full_name
        for profile in data.profiles:
            people[str(profile.id)] = Participant(profile_id=profile.id)
            names[str(profile.id)] = profile.name
        present = []
        for line in page.attendees:
            record = line.record
            key = str(record.contact_id or record.profile_id or record.name)
            people[key] = Participant(contact_id=record.contact_id, profile_id=record.profile_id, name=record.name)
            names[key] = line.name
            present.append(key)
        self._people = people
        self.chips.set_choices([FilterChoice(key, names[key]) for key in people])
        self.chips.choose(*present)
        self.chips.setVisible(bool(people))
        self.chips.updateGeometry()
        self._hint.setVisible(not present)
        self.header.set_note(self.kit.formats.number(len(present)) if present else "")

    @Slot(object)
    def _chosen(self, keys: frozenset[str]) -> None:
        self.changed.emit(tuple(who for key, who in self._people.items() if key in keys))

    @Slot(str)
    def _add(self, name: str) -> None:
        keys = self.chips.keys
        present = tuple(who for key, who in self._people.items() if key in keys)
        self.changed.emit((*present, Participant(name=name)))
