"""One person of an organisation: roles, ways to reach them, language, consents."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import ErasePerson
from clusterdesk.domain.views.organisation_page import ContactCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.erasure import ErasureDialog
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.points import show_point
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.consents_editor import ConsentsEditor
from clusterdesk.gui.pages.organisation.part_jobs import remove_person
from clusterdesk.gui.pages.organisation.points_editor import PointsEditor
from clusterdesk.gui.pages.organisation.roles_editor import RolesEditor
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column, Row
from clusterdesk.gui.widgets.label import Label


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
        self.person = RecordForm(self.context, "contact", (("first_name", "last_name"), ("language",)))
        self.roles = RolesEditor(self.context)
        self.points = PointsEditor(self.context, of_contact=True)
        self.consents = ConsentsEditor(self.context, of_contact=True)
        self.notes = RecordForm(self.context, "contact", (("notes",),))
        consents = Label(t("Consents"), "strong")
        consents.setContentsMargins(7, 4, 0, 0)  # above the captions of the fields
        self.erase = Button(self.kit, t("Erase this person’s data…"), "link", icon="shield")
        self.erase.clicked.connect(self._ask_erasure)
        return Column(self.person, self.roles, self.points, consents, self.consents, self.notes, Row(self.erase))

    def fill(self) -> None:
        """Show the person."""
        card = self.part
        self.person.show_record(card.contact)
        self.notes.show_record(card.contact)
        self.roles.show_roles(card.roles)
        self.points.show_points(card.contact.id, card.points)
        self.consents.show_consents(card.contact.id, card.consents)

    @Slot()
    def remove(self) -> None:
        """Take the person off this organisation; somebody without another organisation goes to the bin."""
        text = self.kit.t("To the bin: {what}", what=self.title.text())
        roles = tuple(role.id for role in self.part.roles)
        self.context.write(partial(remove_person, self.part.contact.id, roles), toast=text)

    @Slot()
    def _ask_erasure(self) -> None:
        person = self.part.contact
        ErasureDialog(self.context, person.full_name, ErasePerson(contact_id=person.id), self.window()).open()
