"""The tab Jobs: how many work there, since when more, which years qualify, and what proves it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.coaching import CoachingFileTrack
from clusterdesk.domain.views.employment import EmploymentFile
from clusterdesk.gui import routes
from clusterdesk.gui.pages.employment import jobs
from clusterdesk.gui.pages.employment.headcounts_card import HeadcountsCard
from clusterdesk.gui.pages.employment.signing import Signing
from clusterdesk.gui.pages.employment.staff_card import StaffCard
from clusterdesk.gui.pages.employment.years_card import YearsCard
from clusterdesk.gui.pages.organisation.proposal_card import ProposalCard
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "organisation organisation_status project coaching_file coaching_file_track track contract_type headcount"
    " headcount_part session session_note result_event evidence document profile"
)


class EmploymentPage(OrganisationTabPage):
    """Shows the staff of the organisation whose id is the page's argument."""

    place = routes.EMPLOYMENT
    shows = tuple(_SHOWN.split())

    def build_content(self) -> None:
        """Make the cards."""
        self._data: jobs.StaffData | None = None
        self._file_id: UUID | None = None
        self.signing = Signing(self.context, self)
        self.attest = Button(self.kit, self.kit.t("Attestation…"), icon="file-text")
        self.attest.clicked.connect(self.begin_attestation)
        self.header.add(self.attest)
        self.files = InlineChoice(self.kit, self.kit.t("Coaching file"), [])
        self.files.committed.connect(self._choose)
        self.staff = StaffCard(self.context)
        self.headcounts = HeadcountsCard(self.context)
        self.proposal = ProposalCard(self.context)
        self.years = YearsCard(self.kit)
        self.staff.freeze_asked.connect(self._freeze)
        self.staff.track_asked.connect(self._go_to_track)
        main, side = QWidget(), QWidget()
        for holder, parts in (
            (main, (self.files, self.staff, self.headcounts)),
            (side, (self.proposal, self.years)),
        ):
            holder.setProperty("role", "page")
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 4, 0)
            column.setSpacing(12)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        columns = SideBySide(self.kit, main, side, self.kit.t("What is judged"), main_scrolls=True)
        self.body.addWidget(columns, 1)

    def read_content(self, organisation_id: UUID) -> None:
        """Read the staff."""
        self.context.desk.submit(partial(jobs.read_staff, organisation_id), self._show, latest="employment")

    def argument_changed(self) -> None:
        """Another organisation: its first file."""
        self._file_id = None

    @property
    def file(self) -> EmploymentFile | None:
        """The coaching file in front."""
        if self._data is None:
            return None
        page = self._data.page
        return next((one for one in page.files if one.file.id == self._file_id), page.main)

    def _show(self, data: jobs.StaffData) -> None:
        self._data = data
        page, file = data.page, self.file
        self.files.setVisible(len(page.files) > 1)
        self.files.set_options([Option(one.file.id, one.project.title) for one in page.files])
        self.files.set_value(file.file.id if file is not None else None)
        self.staff.show_staff(page, file)
        self.headcounts.show_page(page)
        self.proposal.show_proposal(file.proposal if file is not None else None, data.colleagues)
        self.years.show_file(file)
        self.attest.setVisible(file is not None)

    @Slot(object)
    def _choose(self, file_id: UUID) -> None:
        self._file_id = file_id
        if self._data is not None:
            self._show(self._data)

    @Slot()
    def _freeze(self) -> None:
        if self.file is not None:
            toast = self.kit.t("The baseline is frozen.")
            self.context.write(partial(jobs.follow, self.file.file.id), self._frozen, toast=toast)

    def _frozen(self, _track: CoachingFileTrack) -> None:
        self.staff.track.setFocus()

    @Slot()
    def begin_attestation(self) -> None:
        """Show the attestation of the file in front, to be signed."""
        if self.file is not None:
            self.signing.begin(self.file.file.id)

    @Slot()
    def _go_to_track(self) -> None:
        if isinstance(self.argument, UUID):
            place = routes.COACHING if self.context.shell.knows(routes.COACHING) else routes.ORGANISATION
            self.context.shell.go(Route(place, self.argument))
