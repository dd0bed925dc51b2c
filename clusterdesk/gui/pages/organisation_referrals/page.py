"""The tab of an organisation with its orientations: what was asked of whom, how it stands, what came of it."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.pages.organisation_referrals.rows import RowsCard
from clusterdesk.gui.pages.referral.beginning import begin_referral
from clusterdesk.gui.pages.referrals import listed
from clusterdesk.gui.shortcuts import REFER
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.page_scroll import page_scroll

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.referrals.silence import SilenceRule


class OrganisationReferralsPage(OrganisationTabPage):
    """Shows the orientations of the organisation whose id is the page's argument."""

    place = routes.ORGANISATION_REFERRALS
    shows = ("organisation", "referral", "referral_country", "referral_step", "referral_kind", "hub_team")

    def build_content(self) -> None:
        """Make the rows, and what stands there before the first one."""
        t = self.kit.t
        self._data: tuple[ReferralRow, ...] = ()
        self.refer = Button(self.kit, t("Refer…"), "primary", icon="share-2")
        self.refer.say_keys(REFER)
        self.refer.clicked.connect(self._refer)
        self.header.add(self.export_button(), self.refer)
        self.rows = RowsCard(self.context)
        self.rows.went.connect(self._go)
        self.empty = EmptyState(
            self.kit,
            "share-2",
            t("No orientation yet"),
            t("Abroad, finance, research, premises, jobs, permit: name the need, and the team that suits is proposed."),
            t("Refer…"),
        )
        self.empty.acted.connect(self._refer)
        self.empty.hide()
        self.area = page_scroll(self.rows, t("Orientations"))
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.empty, 1)

    def read_content(self, organisation_id: UUID) -> None:
        """Read the orientations."""
        self.context.desk.submit(
            partial(_read, organisation_id, self.context.silence), self._show, latest=self.place, owner=self
        )

    def listing(self) -> Shown:
        """Return the orientations that may leave."""
        title = self.kit.t("Orientations")
        rows = [row for row in self._data if row.record.visibility is not Visibility.RESTRICTED]
        return Shown("referrals", title, listed.headings(self.kit), listed.cells(self.kit, rows))

    def _show(self, rows: tuple[ReferralRow, ...]) -> None:
        self._data = rows
        self.area.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.rows.show_rows(rows)

    @Slot()
    def _refer(self) -> None:
        if isinstance(self.argument, UUID):
            begin_referral(self.context, self, self.argument)

    @Slot(object)
    def _go(self, referral_id: UUID) -> None:
        self.context.shell.go(routes.referral(referral_id))


def _read(organisation_id: UUID, rule: "SilenceRule", desk: "Desk") -> tuple[ReferralRow, ...]:
    from clusterdesk.services.referral_views import referrals_of

    return referrals_of(desk.store, organisation_id, rule)
