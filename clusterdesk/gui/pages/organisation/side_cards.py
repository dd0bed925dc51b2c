"""The right column: the cards of an organisation."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.organisation.advice_card import AdviceCard
from clusterdesk.gui.pages.organisation.contacts_card import ContactsCard
from clusterdesk.gui.pages.organisation.documents_card import DocumentsCard
from clusterdesk.gui.pages.organisation.identity_card import IdentityCard
from clusterdesk.gui.pages.organisation.import_notes_card import ImportNotesCard
from clusterdesk.gui.pages.organisation.loading import PageData, file_options
from clusterdesk.gui.pages.organisation.memberships_card import MembershipsCard
from clusterdesk.gui.pages.organisation.places_card import PlacesCard
from clusterdesk.gui.pages.organisation.projects_card import ProjectsCard
from clusterdesk.gui.pages.organisation.promises_card import PromisesCard
from clusterdesk.gui.pages.organisation.results_card import ResultsCard
from clusterdesk.gui.pages.organisation.tags_card import TagsCard
from clusterdesk.gui.widgets.card import Card


class SideCards(QWidget):
    """All cards, one under the other."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.setProperty("role", "page")
        t = context.kit.t
        self._organisation_id: UUID | None = None
        no_promise = t("Nothing promised, on neither side. What is agreed in a visit comes here.")
        no_document = t("No document yet. Drop files anywhere on this page.")
        self.promises = PromisesCard(context, t("Promises"), no_promise)
        self.contacts = ContactsCard(context)
        self.projects = ProjectsCard(context)
        self.results = ResultsCard(context)
        self.documents = DocumentsCard(context, no_document)
        self.advice = AdviceCard(context)
        self.identity = IdentityCard(context)
        self.places = PlacesCard(context)
        self.memberships = MembershipsCard(context)
        self.tags = TagsCard(context)
        self.import_notes = ImportNotesCard(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        first: tuple[Card, ...] = (self.promises, self.contacts, self.projects, self.results, self.documents)
        for card in (*first, self.advice, self.identity, self.places, self.memberships, self.tags, self.import_notes):
            column.addWidget(card)
        column.addStretch(1)

    def show_data(self, data: PageData) -> None:
        """Show an organisation; typed text of the same one stays."""
        page, lists = data.page, data.lists
        if page.organisation.id != self._organisation_id:
            self._turn_to(page.organisation.id)
        people = data.people()
        self.promises.people.renew(people)
        kept = (data.kept,) if data.kept is not None else ()
        self.promises.show_promises((*(line.action for line in page.promises), *kept))
        self.contacts.show_parts(page.contacts)
        self.projects.show_page(page, lists)
        self.results.show_page(page, lists)
        self.documents.files[:] = file_options(self.promises.kit, page)
        self.documents.show_parts(page.documents)
        self.advice.show_advice(page.advice, people)
        self.identity.show_page(page, lists)
        self.places.show_parts((*page.addresses, *page.establishments))
        self.memberships.show_parts((*page.memberships, *page.statuses))
        self.tags.show_tags(page.organisation.id, page.tags, lists.tags)
        self.import_notes.show_parts(page.import_notes)
        self.import_notes.setVisible(bool(page.import_notes))

    def commit(self) -> None:
        """Add what is typed into lines that do not add by themselves."""
        self.promises.entry.enter()

    def _turn_to(self, organisation_id: UUID) -> None:
        self._organisation_id = organisation_id
        self.promises.organisation_id = organisation_id
        self.contacts.organisation_id = organisation_id
        self.projects.organisation_id = organisation_id
        self.results.organisation_id = organisation_id
        self.documents.organisation_id = organisation_id
        self.advice.organisation_id = organisation_id
        self.places.organisation_id = organisation_id
        self.memberships.organisation_id = organisation_id
        first: tuple[PartsCard, ...] = (self.promises, self.contacts, self.projects, self.results, self.documents)
        for card in (*first, self.advice, self.identity.activities, self.places, self.memberships, self.import_notes):
            card.forget()
