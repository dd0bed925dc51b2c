"""The diagnostic of an organisation: the picture of then and now, the scores, what they ask of the plan."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.diagnostics import Diagnostic
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import diagnostic_of
from clusterdesk.gui.pages.diagnostic.chart_card import ChartCard
from clusterdesk.gui.pages.diagnostic.details_card import DetailsCard
from clusterdesk.gui.pages.diagnostic.reading import DiagnosticData, complete, read_page, take
from clusterdesk.gui.pages.diagnostic.scores_card import ScoresCard
from clusterdesk.gui.pages.diagnostic.seeds_card import SeedsCard
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "organisation diagnostic diagnostic_score diagnostic_criterion milestone milestone_template coaching_file"
    " coaching_file_track project profile"
)


class DiagnosticPage(OrganisationTabPage):
    """Shows the diagnostics of the organisation whose id is the page's argument."""

    place = routes.DIAGNOSTIC
    shows = tuple(_SHOWN.split())

    def build_content(self) -> None:
        """Make the columns, and what stands there before the first diagnostic."""
        t = self.kit.t
        self._data: DiagnosticData | None = None
        self._chosen: UUID | None = None
        self._file: UUID | None = None
        self.take = Button(self.kit, t("Take a diagnostic"), "primary", icon="plus")
        self.take.clicked.connect(self._take)
        self.sheet = Button(self.kit, t("Print"), icon="printer")
        self.sheet.clicked.connect(self._print)
        self.header.add(self.sheet, self.take)
        self.days = FilterChips(self.kit, t("Which diagnostic"))
        self.days.chosen.connect(self._choose)
        self.chart = ChartCard(self.kit)
        self.scores = ScoresCard(self.context)
        self.scores.completion_asked.connect(self._complete)
        self.seeds = SeedsCard(self.context)
        self.seeds.file_chosen.connect(self._choose_file)
        self.details = DetailsCard(self.context)
        main, side = QWidget(), QWidget()
        for holder, cards in ((main, (self.chart, self.scores)), (side, (self.seeds, self.details))):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self.columns = SideBySide(self.kit, main, side, t("Diagnostic"), main_scrolls=True)
        self.empty = EmptyState(
            self.kit,
            "gauge",
            t("No diagnostic yet"),
            t("Score business and circularity from 0 to 5, each with a sentence. Low scores then seed the plan."),
            t("Take a diagnostic"),
        )
        self.empty.acted.connect(self._take)
        self.body.addWidget(self.days)
        self.body.addWidget(self.columns, 1)
        self.body.addWidget(self.empty, 1)
        for widget in (self.days, self.columns, self.empty, self.take, self.sheet):
            widget.hide()

    def argument_changed(self) -> None:
        """Show the newest diagnostic of another organisation."""
        self._chosen = self._file = None

    def read_content(self, organisation_id: UUID) -> None:
        """Read the diagnostics."""
        job = partial(read_page, organisation_id, self._chosen, self._file)
        self.context.desk.submit(job, self._show, latest="diagnostic", owner=self)

    def _show(self, data: DiagnosticData) -> None:
        self._data = data
        there = data.now is not None
        self.empty.setVisible(not there)
        self.columns.setVisible(there)
        self.take.setVisible(there)
        self.sheet.setVisible(there and self.context.shell.knows(routes.PREVIEW))
        self.days.setVisible(len(data.page.taken) > 1)
        if data.now is None:
            return
        formats = self.kit.formats
        self.days.set_choices(
            FilterChoice(str(one.diagnostic.id), formats.date(one.diagnostic.on)) for one in data.page.taken
        )
        self.days.choose(str(data.now.diagnostic.id))
        self.chart.show_scores(data.now, data.then)
        self.scores.show_scores(data.now)
        self.seeds.show_data(data)
        self.details.show_data(data)

    @Slot()
    def _take(self) -> None:
        if isinstance(self.argument, UUID) and self._data is not None:
            files = self._data.page.files
            only = files[0].file.id if len(files) == 1 else None
            job = partial(take, self.argument, only, self.kit.clock.today(), self.context.settings.profile_name)
            self.context.write(job, self._taken, toast=self.kit.t("Diagnostic begun."))

    def _taken(self, made: Diagnostic) -> None:
        self._chosen = made.id
        self.refresh(None)

    @Slot()
    def _print(self) -> None:
        if self._data is not None and self._data.now is not None:
            self.context.shell.go(routes.preview(diagnostic_of(self._data.now.diagnostic.id)))

    @Slot()
    def _complete(self) -> None:
        if self._data is not None and self._data.now is not None:
            self.context.write(partial(complete, self._data.now.diagnostic.id))

    @Slot(object)
    def _choose(self, keys: frozenset[str]) -> None:
        self._chosen = next((UUID(key) for key in keys), None)
        self.refresh(None)

    @Slot(object)
    def _choose_file(self, file_id: UUID) -> None:
        self._file = file_id
        self.refresh(None)
