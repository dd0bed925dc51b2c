"""Break-even of an organisation: where it stands, what if, what is proposed."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QStackedWidget

from clusterdesk.domain.commands.break_even import KeepScenario
from clusterdesk.domain.records.figures import Scenario
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui import routes
from clusterdesk.gui.pages.break_even import jobs
from clusterdesk.gui.pages.break_even.columns import MainColumn, SideColumn
from clusterdesk.gui.pages.break_even.jobs import PageData
from clusterdesk.gui.pages.break_even.keep_dialog import KeepDialog
from clusterdesk.gui.pages.break_even.what_if_words import WhatIfWords
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "organisation project ledger ledger_line figure monthly_figures annual_accounts scenario result_event evidence"
    " profile coaching_file coaching_file_track session session_note document"
)


class BreakEvenPage(OrganisationTabPage):
    """Shows break-even of the organisation whose id is the page's argument, a ledger at a time."""

    place = routes.BREAK_EVEN
    shows = tuple(_SHOWN.split())

    def build_content(self) -> None:
        """Make the columns, and what stands there while no figures are followed."""
        t = self.kit.t
        self._view: BreakEven | None = None
        self._ledger_id: UUID | None = None
        self._dialog: KeepDialog | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(t("Ledger of figures"))
        self.choice.hide()
        self.header.add(self.choice)
        self.main, self.side = MainColumn(self.context), SideColumn(self.context)
        knows = self.context.shell.knows(routes.FIGURES)
        self.figures = Button(self.kit, t("Figures"), icon="table")
        self.figures.setVisible(knows)
        self.header.add(self.figures)
        self.empty = EmptyState(
            self.kit,
            "trending-up",
            t("No figures are followed yet"),
            t("Begin to follow the figures of this organisation: turnover and charges of a month are enough."),
            t("Follow the figures") if knows else "",
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(SideBySide(self.kit, self.main, self.side, t("Break-even"), main_scrolls=True))
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def read_content(self, organisation_id: UUID) -> None:
        """Ask for the ledger shown."""
        self.context.desk.submit(partial(jobs.read, organisation_id, self._ledger_id), self._show, latest=self.place)

    def argument_changed(self) -> None:
        """Begin with the first ledger of another organisation."""
        self._ledger_id = None
        self._view = None

    def _connect(self) -> None:
        self.figures.clicked.connect(self._go_to_figures)
        self.empty.acted.connect(self._go_to_figures)
        self.choice.currentIndexChanged.connect(self._choose)
        self.side.what_if.tried.connect(self.main.chart.show_plan)
        self.side.what_if.keep_asked.connect(self._ask_name)

    def _show(self, data: PageData) -> None:
        view = self._view = data.view
        self.stack.setCurrentIndex(int(view is None))
        self.figures.setEnabled(view is not None)
        if view is None:
            self.choice.hide()
            return
        self._ledger_id = view.ledger_id
        self._offer(view)
        self.main.show_view(view)
        self.side.show_view(view, data.colleagues)
        given = self.side.what_if.given
        if given is not None:
            self.main.chart.show_plan(given)

    def _offer(self, view: BreakEven) -> None:
        t = self.kit.t
        self.choice.setVisible(len(view.ledgers) > 1)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for one in view.ledgers:
                name = t("{name} · {project}", name=one.name, project=one.project) if one.project else one.name
                self.choice.addItem(name, one.id)
            self.choice.setCurrentIndex([one.id for one in view.ledgers].index(view.ledger_id))

    @Slot(int)
    def _choose(self, index: int) -> None:
        chosen = self.choice.itemData(index)
        if isinstance(chosen, UUID) and isinstance(self.argument, UUID):
            self._ledger_id = chosen
            self.read_content(self.argument)

    @Slot()
    def _go_to_figures(self) -> None:
        if isinstance(self.argument, UUID) and self.context.shell.knows(routes.FIGURES):
            self.context.shell.go(routes.figures(self.argument))

    @Slot()
    def _ask_name(self) -> None:
        given, view = self.side.what_if.given, self._view
        if given is None or view is None:
            return
        words, day = WhatIfWords(self.kit, view), self.kit.formats.date(self.kit.clock.today())
        name = self.kit.t("Scenario of {day}", day=day)
        self._dialog = KeepDialog(self.kit, words.outcome(given), name, self.window())
        self._dialog.named.connect(self._keep)
        self._dialog.open()

    @Slot(str)
    def _keep(self, name: str) -> None:
        given, view = self.side.what_if.given, self._view
        if given is not None and view is not None:
            command = KeepScenario(ledger_id=view.ledger_id, name=name, given=given)
            toast = self.kit.t("Scenario kept: {name}", name=name)
            self.context.write(partial(jobs.keep_scenario, command), self._kept, self._refused, toast=toast)

    def _kept(self, _scenario: Scenario) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    def _refused(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.tell(self.context.error_text(error))
