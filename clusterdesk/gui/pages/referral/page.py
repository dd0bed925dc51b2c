"""The page of an orientation: what is asked, how ready it is, who agreed, who has it, what came of it."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.records.referrals import ReferralAct
from clusterdesk.domain.views.referrals import ReferralPage as ReferralData
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.referral import words
from clusterdesk.gui.pages.referral.answering import ANSWER, Answering
from clusterdesk.gui.pages.referral.columns import MainColumn, SideColumn
from clusterdesk.gui.pages.referral.header import ReferralHeader
from clusterdesk.gui.pages.referral.moving import Mover
from clusterdesk.gui.pages.referrals.reading import read_page
from clusterdesk.gui.pages.visit.request import VisitRequest
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "referral referral_country referral_document referral_step referral_answer readiness_question readiness_answer"
    " referral_kind hub_team hub_team_person organisation project coaching_file session profile document action"
)


class ReferralPage(Page):
    """Shows the orientation whose id is the page's argument."""

    shows = tuple(_SHOWN.split())

    def build(self) -> None:
        """Make head and columns."""
        self._data: ReferralData | None = None
        self.header = ReferralHeader(self.kit)
        self.mover = Mover(self.context, self)
        self.main = MainColumn(self.context)
        self.side = SideColumn(self.context)
        self.columns = SideBySide(self.kit, self.main, self.side, self.kit.t("Orientation"), main_scrolls=True)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        self.body.addWidget(self.columns, 1)
        head = self.header
        head.organisation_asked.connect(self._go_to_organisation)
        head.act_asked.connect(self._let_happen)
        self.answering = Answering(self, self._shown_row)
        head.answer_asked.connect(self.answering.ask)
        self.main.answers.asked.connect(self.answering.ask)
        head.parcel_asked.connect(self._make_parcel)
        head.history_asked.connect(self._show_history)
        head.bin_asked.connect(self._bin)
        head.unbin_asked.connect(self._put_back)

    def argument_changed(self) -> None:
        """Forget the rows of another orientation."""
        self._data = None
        self.main.forget()
        self.side.forget()
        self.columns.to_top()

    def refresh(self, changes: object) -> None:
        """Read the orientation."""
        if isinstance(self.argument, UUID):
            job = partial(read_page, self.argument, self.context.silence)
            self.context.desk.submit(job, self._show, latest="referral", owner=self)

    def visit_asked(self) -> VisitRequest | None:
        """Visit the organisation: as planned, else now."""
        return VisitRequest(organisation_id=self._data.organisation.id) if self._data is not None else None

    def shortcuts(self) -> Iterable[Shortcut]:
        """Take an answer with Ctrl+Shift+R."""
        return (ANSWER,)

    @property
    def row(self) -> ReferralRow:
        """The orientation shown (AssertionError before it was read)."""
        assert self._data is not None
        return self._data.row

    def _shown_row(self) -> ReferralRow | None:
        return self._data.row if self._data is not None else None

    def _show(self, data: ReferralData) -> None:
        self._data = data
        self.subject = data.row.organisation
        self.header.show_row(data.row)
        self.main.show_page(data)
        self.side.show_page(data)
        self.header.notice.show_state(deleted=data.row.record.deleted, frozen=(self.main, self.side))
        self.titled.emit(self.kit.t("Orientation · {title}", title=data.row.organisation))

    @Slot()
    def _go_to_organisation(self) -> None:
        if self._data is not None:
            self.context.shell.go(routes.organisation(self._data.organisation.id))

    @Slot(object)
    def _let_happen(self, act: ReferralAct) -> None:
        if self._data is not None:
            self.leave()
            self.mover.ask(self._data.row, act)

    @Slot()
    def _make_parcel(self) -> None:
        if self._data is not None:
            self.leave()
            self.mover.make_parcel(self._data.row)

    @Slot()
    def _show_history(self) -> None:
        if self._data is not None:
            open_history(self.context, self, "referral", self._data.row.record.id, self.header.title.text())

    @Slot()
    def _bin(self) -> None:
        if self._data is not None:
            toast = self.kit.t("To the bin: {what}", what=words.title_of(self.kit, self._data.row))
            self.context.write(partial(jobs.remove, "referral", self._data.row.record.id), self._gone, toast=toast)

    @Slot()
    def _put_back(self) -> None:
        if self._data is not None:
            toast = self.kit.t("Out of the bin: {what}", what=words.title_of(self.kit, self._data.row))
            self.context.write(partial(jobs.put_back, "referral", self._data.row.record.id), toast=toast)

    def _gone(self, _record: object) -> None:
        self._go_to_organisation()
