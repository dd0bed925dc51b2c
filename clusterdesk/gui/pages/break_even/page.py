"""Break-even of an organisation: where it stands, what if, what is proposed."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QStackedWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.what_if import Assumptions, Input
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import break_even_of
from clusterdesk.gui.pages.break_even import jobs
from clusterdesk.gui.pages.break_even.columns import MainColumn, SideColumn
from clusterdesk.gui.pages.break_even.jobs import PageData
from clusterdesk.gui.pages.break_even.keeping import Keeper
from clusterdesk.gui.pages.organisation import keys
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.shortcuts import Scope, Shortcut
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHEET = Shortcut(
    "break-even-sheet", N_("Break-even sheet"), ("Ctrl+P",), N_("Organisation"), Scope.PAGE, routes.BREAK_EVEN
)
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
        self._data: PageData | None = None
        self._ledger_id: UUID | None = None
        self.keeper = Keeper(self.context, self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(t("Ledger of figures"))
        self.choice.hide()
        self.header.add(self.choice)
        self.main, self.side = MainColumn(self.context), SideColumn(self.context)
        knows = self.context.shell.knows(routes.FIGURES)
        self.figures = Button(self.kit, t("Figures"), icon="table")
        self.figures.setVisible(knows)
        self.sheet = Button(self.kit, t("Print the sheet"), "primary", icon="printer")
        self.sheet.setVisible(self.context.shell.knows(routes.PREVIEW))
        self.header.add(self.figures, self.sheet)
        self.empty = EmptyState(
            self.kit,
            "trending-up",
            t("No figures are followed yet"),
            t("Begin to follow the figures of this organisation: turnover and charges of a month are enough."),
            t("Follow the figures") if knows else "",
        )
        self.stack = QStackedWidget()
        self.columns = SideBySide(self.kit, self.main, self.side, t("Break-even"), main_scrolls=True)
        self.stack.addWidget(self.columns)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def read_content(self, organisation_id: UUID) -> None:
        """Ask for the ledger shown."""
        self.context.desk.submit(partial(jobs.read, organisation_id, self._ledger_id), self._show, latest=self.place)

    def argument_changed(self) -> None:
        """Begin with the first ledger of another organisation."""
        self._ledger_id = None
        self._data = None

    def shortcuts(self) -> Iterable[Shortcut]:
        """Print with Ctrl+P; other tab, other organisation."""
        return (*((_SHEET,) if self.context.shell.knows(routes.PREVIEW) else ()), *super().shortcuts())

    @property
    def _shown(self) -> BreakEven | None:
        return self._data.view if self._data is not None else None

    def _connect(self) -> None:
        self.sheet.clicked.connect(self._print)
        if self.context.shell.knows(routes.PREVIEW):
            self.sheet.say_keys(_SHEET)
            self.addAction(keys.action(self, _SHEET, self.kit.t(_SHEET.label), self._print))
        self.figures.clicked.connect(self._go_to_figures)
        self.empty.acted.connect(self._go_to_figures)
        self.choice.currentIndexChanged.connect(self._choose)
        self.side.what_if.tried.connect(self.main.chart.show_plan)
        self.side.what_if.keep_asked.connect(self._keep)
        self.side.questions.tried.connect(self._try)

    def _show(self, data: PageData) -> None:
        self._data, view = data, data.view
        self.stack.setCurrentIndex(int(view is None))
        self.sheet.setEnabled(view is not None)
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
    def _print(self) -> None:
        view = self._shown
        if view is not None:
            self.context.shell.go(routes.preview(break_even_of(view.ledger_id)))

    @Slot()
    def _go_to_figures(self) -> None:
        if isinstance(self.argument, UUID) and self.context.shell.knows(routes.FIGURES):
            self.context.shell.go(routes.figures(self.argument))

    @Slot(object)
    def _try(self, given: Assumptions) -> None:
        """Go on with an answer under "What if": the chart and its sentence show it, and it can be kept."""
        card = self.side.what_if
        card.try_out(given)
        self.columns.reveal(card.keep)
        self.columns.reveal(card.header)
        card.fields[Input.UNITS].edit.setFocus()

    @Slot()
    def _keep(self) -> None:
        given, view = self.side.what_if.given, self._shown
        if given is not None and view is not None:
            self.keeper.ask(view, given)
