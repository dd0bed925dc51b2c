"""The people of an organisation: role, ways to reach them, language, consents."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.views.organisation_page import ContactCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.points import show_point
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.consents_editor import ConsentsEditor
from clusterdesk.gui.pages.organisation.part_jobs import remove_person
from clusterdesk.gui.pages.organisation.points_editor import PointsEditor
from clusterdesk.gui.pages.organisation.savers import save_main
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.label import Label


class ContactsCard(PartsCard):
    """The card of contact persons."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Contacts"),
            t("Nobody yet. Add the person to ring first: name, role, phone."),
            add=t("Add a contact person"),
            hint=t("First name and last name"),
        )
        self.organisation_id: UUID | None = None

    def make_row(self, part: ContactCard) -> PartRow:
        """Return the row of a person."""
        return ContactRow(self.context, part)

    def key_of(self, part: ContactCard) -> UUID:
        """Return the person's id."""
        return part.contact.id

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a person by name; the row opens for the rest."""
        if self.organisation_id is None:
            return
        first, _, last = text.partition(" ")
        contact = Contact(first_name=first, last_name=last) if last else Contact(last_name=first)
        role = ContactRole(contact_id=contact.id, organisation_id=self.organisation_id, main=not self.rows)
        self.open_when_shown(contact.id)
        self.context.write(partial(jobs.add, AddRecord(record=contact, parts=(role,))))


class ContactRow(PartRow):
    """One person."""

    type_key = "contact"
    part: ContactCard

    def __init__(self, context: Context, part: ContactCard) -> None:
        """Show a person, closed."""
        super().__init__(context, part)

    def record_id(self) -> UUID:
        """Return the person's id."""
        return self.part.contact.id

    def words(self) -> None:
        """Say name, role, and how to reach the person."""
        t, card = self.kit.t, self.part
        role = card.roles[0] if card.roles else None
        # A number is never broken over two lines.
        reached = " · ".join(show_point(point.value).replace(" ", "\u00a0") for point in card.points)
        facts = [part for part in (role.role if role is not None else "", reached) if part]
        chips = []
        if role is not None and role.to_on is not None:
            chips.append((t("Left"), Tone.NEUTRAL))
        elif card.main:
            chips.append((t("Main"), Tone.OK))
        self.say(card.contact.full_name or t("Without a name"), "\n".join(facts), *chips)

    def build(self) -> QWidget:
        """Return the fields of person, role, points and consents."""
        t = self.kit.t
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.person = RecordForm(self.context, "contact", (("first_name", "last_name"), ("language",)))
        self.role = RecordForm(
            self.context, "contact_role", (("role", "main"), ("from_on", "to_on")), savers={"main": save_main}
        )
        self.points = PointsEditor(self.context, of_contact=True)
        self.consents = ConsentsEditor(self.context)
        self.notes = RecordForm(self.context, "contact", (("notes",),))
        consents = Label(t("Consents"), "strong")
        consents.setContentsMargins(7, 4, 0, 0)  # above the captions of the fields
        for widget in (self.person, self.role, self.points, consents, self.consents, self.notes):
            column.addWidget(widget)
        return inner

    def fill(self) -> None:
        """Show the person."""
        card = self.part
        self.person.show_record(card.contact)
        self.notes.show_record(card.contact)
        self.role.setVisible(bool(card.roles))
        if card.roles:
            self.role.show_record(card.roles[0])
        self.points.show_points(card.contact.id, card.points)
        self.consents.show_card(card)

    @Slot()
    def remove(self) -> None:
        """Take the person off this organisation; somebody without another organisation goes to the bin."""
        text = self.kit.t("To the bin: {what}", what=self.title.text())
        roles = tuple(role.id for role in self.part.roles)
        self.context.write(partial(remove_person, self.part.contact.id, roles), toast=text)
