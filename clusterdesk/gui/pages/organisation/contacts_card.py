"""The people of an organisation."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.views.organisation_page import ContactCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.organisation.contact_row import ContactRow


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
