"""The two columns of a session's page: notes at the left, what goes with them at the right."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.people_choices import people_choices
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains.exchanges.of_session import CaughtExchanges
from clusterdesk.gui.pages.employment.headcounts_card import HeadcountsCard
from clusterdesk.gui.pages.organisation.documents_card import DocumentsCard
from clusterdesk.gui.pages.organisation.loading import file_options
from clusterdesk.gui.pages.organisation.promises_card import PromisesCard
from clusterdesk.gui.pages.session.attendees_card import AttendeesCard
from clusterdesk.gui.pages.session.facts_card import FactsCard
from clusterdesk.gui.pages.session.loading import SessionData
from clusterdesk.gui.pages.session.notes_card import DecisionsCard, NotesCard
from clusterdesk.gui.widgets.card import FormCard

# The caption of who may read it needs a line of its own in Dutch.
_STEP = (("next_step",), ("next_step_on",), ("next_step_visibility",))


class NotesColumn(QWidget):
    """Notes and decisions, one under the other."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.setProperty("role", "page")
        self.notes = NotesCard(context)
        self.decisions = DecisionsCard(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        column.addWidget(self.notes)
        column.addWidget(self.decisions)
        column.addStretch(1)

    def show_page(self, page: SessionPage) -> None:
        """Show a session; typed text stays."""
        self.notes.show_page(page)
        self.decisions.show_page(page)


class SideColumn(QWidget):
    """Facts, attendees, promises, the next step, documents."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.setProperty("role", "page")
        t = context.kit.t
        self._session_id: UUID | None = None
        self.facts = FactsCard(context)
        self.attendees = AttendeesCard(context)
        self.promises = PromisesCard(context, t("Promises"), t("What did we promise, and what did they?"))
        self.headcounts = HeadcountsCard(context, adds=False)
        self.exchanges = CaughtExchanges(context)
        self.documents = DocumentsCard(context, t("Photos and papers of this session come here."))
        self.step = RecordForm(context, "session", _STEP)
        step = FormCard(t("What comes next"))
        step.add(self.step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for card in (self.promises, self.headcounts, self.exchanges, step, self.facts, self.attendees, self.documents):
            column.addWidget(card)
        column.addStretch(1)

    def show_data(self, data: SessionData) -> None:
        """Show a session; typed text of the same one stays."""
        page, session = data.page, data.page.session
        if session.id != self._session_id:
            self._session_id = session.id
            self.promises.forget()
            self.documents.forget()
            self.headcounts.forget()
            self.exchanges.forget()
        for card in (self.promises, self.documents):
            card.organisation_id = page.organisation.organisation.id
            card.session_id, card.coaching_file_id = session.id, session.coaching_file_id
        self.facts.show_data(data)
        self.attendees.show_data(data)
        self.promises.people.renew(people_choices(data.profiles, page.organisation.contacts))
        self.documents.files[:] = file_options(self.promises.kit, page.organisation)
        self.promises.show_promises(page.promises)
        self.step.show_record(session)
        self.headcounts.show_session(page)
        self.exchanges.show_page(page)
        self.documents.show_parts(page.documents)
