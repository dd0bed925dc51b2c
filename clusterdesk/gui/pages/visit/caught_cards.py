"""What was caught in a visit as cards: promises, head counts, offers and needs, what to send on."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.people_choices import people_choices
from clusterdesk.gui.pages.chains.exchanges.of_session import CaughtExchanges
from clusterdesk.gui.pages.employment.headcounts_card import HeadcountsCard
from clusterdesk.gui.pages.organisation.promises_card import PromisesCard
from clusterdesk.gui.pages.session.loading import SessionData
from clusterdesk.gui.pages.visit.sent_on_card import SentOnCard


class CaughtCards(QWidget):
    """The cards, one under the other; all but the promises show only where there are any."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        t = context.kit.t
        self._session_id: UUID | None = None
        self.promises = PromisesCard(context, t("Promises"), t("Nothing was promised, by them or by us."))
        self.headcounts = HeadcountsCard(context, adds=False)
        self.exchanges = CaughtExchanges(context)
        self.sent_on = SentOnCard(context.kit)
        self.sent_on.went.connect(context.shell.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.promises)
        column.addWidget(self.headcounts)
        column.addWidget(self.exchanges)
        column.addWidget(self.sent_on)

    def show_data(self, data: SessionData) -> None:
        """Show what a session brought; typed text of the same one stays."""
        page, session = data.page, data.page.session
        if session.id != self._session_id:
            self._session_id = session.id
            self.promises.forget()
            self.headcounts.forget()
            self.exchanges.forget()
        self.promises.organisation_id = page.organisation.organisation.id
        self.promises.session_id, self.promises.coaching_file_id = session.id, session.coaching_file_id
        self.promises.people.renew(people_choices(data.profiles, page.organisation.contacts))
        self.promises.show_promises(page.promises)
        self.headcounts.show_session(page)
        self.exchanges.show_page(page)
        self.sent_on.show_page(page)
