"""The tab Accounts: financial years, newest first, and how they are read."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.base import Record
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.accounts import jobs
from clusterdesk.gui.pages.accounts.accounts_row import AccountsRow
from clusterdesk.gui.pages.accounts.jobs import AccountsLine
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.side_by_side import SideBySide


class AccountsCard(PartsCard):
    """The card of financial years."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Annual accounts"),
            t("No accounts yet. Note the operating result, depreciation and subsidies of a financial year."),
            add=t("Add a financial year"),
        )
        self.organisation_id: UUID | None = None

    def make_row(self, part: AccountsLine) -> PartRow:
        """Return the row of a year."""
        return AccountsRow(self.context, part)

    @Slot()
    def begin_adding(self) -> None:
        """Add the year that follows the newest one; its row opens."""
        if self.organisation_id is not None:
            job = partial(jobs.add_accounts, self.organisation_id)
            self.context.write(job, self._added, toast=self.kit.t("Financial year added."), owner=self)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class AccountsPage(OrganisationTabPage):
    """Shows the annual accounts of the organisation whose id is the page's argument."""

    place = routes.ACCOUNTS
    shows = ("organisation", "annual_accounts", "document", "evidence")

    def build_content(self) -> None:
        """Make the years, and beside them how they are read."""
        t = self.kit.t
        self._data: list[AccountsLine] | None = None
        self.add = Button(self.kit, t("Add a financial year"), "primary", icon="plus")
        self.header.add(self.add)
        self.years = AccountsCard(self.context)
        self.add.clicked.connect(self.years.begin_adding)
        main, side = QWidget(), QWidget()
        for holder, part in ((main, self.years), (side, self._told())):
            holder.setProperty("role", "page")
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 4, 0)
            column.addWidget(part)
            column.addStretch(1)
        self.body.addWidget(SideBySide(self.kit, main, side, t("How they are read"), main_scrolls=True), 1)

    def read_content(self, organisation_id: UUID) -> None:
        """Read the years."""
        if self.years.organisation_id != organisation_id:
            self.years.organisation_id = organisation_id
            self.years.forget()
        self.context.desk.submit(partial(jobs.read_accounts, organisation_id), self._show, latest=self.place)

    def _show(self, lines: list[AccountsLine]) -> None:
        self._data = lines
        self.years.show_parts(lines)

    def _told(self) -> Card:
        t = self.kit.t
        card = Card()
        card.add(
            SectionHeader(t("How they are read")),
            Label(
                t("Break-even looks at the result without subsidies, before depreciation:"),
                wrap=True,
            ),
            Label(t("operating result + depreciation − operating subsidies"), "strong", wrap=True),
            Label(
                t(
                    "In the Belgian scheme: 9901 + 630 − 740. Abridged schemes may leave out turnover; the operating"
                    " result is there."
                ),
                "muted",
                wrap=True,
            ),
            Label(
                t(
                    "A year below zero that ended in the twelve months before the first coaching action, or the three"
                    " after it, shows that the start was below break-even."
                ),
                "muted",
                wrap=True,
            ),
            Label(t("The filed document, dropped on its year, is evidence of level 3."), "muted", wrap=True),
        )
        return card
