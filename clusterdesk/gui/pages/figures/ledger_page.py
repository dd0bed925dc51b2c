"""The tab Figures: the months and lines of a ledger as a grid, what there is to say of each figure, and the ledgers."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.pages.figures import keys
from clusterdesk.gui.pages.figures.jobs import ClosePeriods, LedgerFacts, ReadLedgers, read_projects
from clusterdesk.gui.pages.figures.ledger_grid import LedgerGrid
from clusterdesk.gui.pages.figures.ledgers_card import LedgersCard
from clusterdesk.gui.pages.figures_files.file_menu import FileMenu
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.shortcuts import Shortcut
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.page_scroll import page_scroll


class LedgerPage(OrganisationTabPage):
    """The page."""

    place = routes.FIGURES
    shows = ("organisation", "project", "ledger", "ledger_line", "monthly_figures", "figure", "headcount")

    def build_content(self) -> None:
        """Make buttons, the grid, and the ledgers, which are shown when asked for."""
        kit, t = self.kit, self.kit.t
        self._ledger_id: UUID | None = None
        self._with_vat: set[UUID] = set()  # the ledgers whose amounts are typed with VAT
        self._facts: LedgerFacts | None = None
        self.close_button = Button(kit, t("Close the period"), icon="lock")
        self.close_button.say_keys(keys.CLOSE)
        self.ledgers_button = Button(kit, t("Ledgers"), icon="settings")
        self.ledgers_button.setCheckable(True)
        self.files = FileMenu(self.context, self)
        self.header.add(self.files.button, self.ledgers_button, self.close_button)
        self.choice = InlineChoice(kit, t("Ledger of figures"), [])
        self.vat = QCheckBox()
        self.grid = LedgerGrid(self.context, self)
        self.ledgers = LedgersCard(self.context)
        self.panel = page_scroll(self.ledgers, t("Ledgers of figures"))
        self.panel.hide()
        self.empty = self._made_empty()
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.choice, 1)
        bar.addWidget(self.vat)
        bar.addStretch(1)
        self.body.addWidget(self._bar)
        self.body.addWidget(self.panel, 1)
        self.body.addWidget(self.grid, 2)
        self.body.addWidget(self.empty, 1)
        self._connect()

    def read_content(self, organisation_id: UUID) -> None:
        """Read the ledgers, and the projects one may follow."""
        self.ledgers.organisation_id = organisation_id
        self.context.desk.submit(ReadLedgers(organisation_id), self._show, latest="ledgers", owner=self)
        self.context.desk.submit(
            partial(read_projects, organisation_id), self._show_projects, latest="ledger-projects", owner=self
        )

    def argument_changed(self) -> None:
        """Another organisation: its first ledger."""
        self._ledger_id = None
        self.ledgers.forget()

    def take_focus(self) -> None:
        """Begin in the grid."""
        if self.grid.isVisible():
            self.grid.table.setFocus()
        else:
            super().take_focus()

    def leave(self) -> None:
        """Read what is being typed."""
        super().leave()
        self.grid.entry.keep_now()

    def shortcuts(self) -> Iterable[Shortcut]:
        """The keys of the grid, the other tabs, the other organisations."""
        return (*super().shortcuts(), *keys.GRID_KEYS)

    def _made_empty(self) -> EmptyState:
        t = self.kit.t
        empty = EmptyState(
            self.kit,
            "table",
            t("No figures are followed yet"),
            t("Turnover and costs of each month, as exact as they are known: break-even follows from them."),
            t("Follow the figures"),
        )
        empty.hide()
        return empty

    def _connect(self) -> None:
        t = self.kit.t
        self.empty.acted.connect(self.ledgers.begin_adding)
        self.ledgers.opened.connect(self._opened)
        self.choice.committed.connect(self._choose)
        self.vat.clicked.connect(self._tick_vat)
        self.ledgers_button.toggled.connect(self._show_panel)
        self.close_button.clicked.connect(self._toggle)
        self.grid.pointed.connect(self._point)
        keys.connect(self, t, keys.CLOSE, self._toggle)
        self.grid.connect_keys(self)

    def _show(self, facts: LedgerFacts) -> None:
        self._facts = facts
        views = {one.ledger.id: one for one in facts.ledgers}
        if self._ledger_id not in views:
            self._ledger_id = next(iter(views), None)
        view = views.get(self._ledger_id) if self._ledger_id is not None else None
        self.choice.set_options([Option(key, one.project or one.ledger.name) for key, one in views.items()])
        self.choice.set_value(self._ledger_id)
        self.choice.setVisible(len(views) > 1)
        self.ledgers.show_parts(facts.ledgers)
        self.files.show_ledger(self.ledgers.organisation_id, self._ledger_id, view.ledger.name if view else "")
        self.grid.show_view(view, facts.typed)
        if view is None and self.grid.table.hasFocus():
            self.setFocus()
        self.grid.setVisible(view is not None)
        self.empty.setVisible(view is None)
        for button in (self.close_button, self.ledgers_button):
            button.setVisible(view is not None)
        rate = view.ledger.vat_rate if view is not None else None
        self.vat.setVisible(rate is not None)
        if rate is not None:
            number = self.kit.formats.number(rate)
            self.vat.setChecked(self._ledger_id in self._with_vat)
            self.vat.setText(self.kit.t("I type amounts with VAT ({rate} %)", rate=number))
        self.header.set_title(self.header.title)  # its buttons are others now: they stand at the right again
        self._switch_vat()
        self._bar.setVisible(len(views) > 1 or rate is not None)
        self._point()

    def _show_projects(self, projects: list[Option]) -> None:
        self.ledgers.projects = projects

    @Slot(object)
    def _opened(self, ledger_id: UUID) -> None:
        self._ledger_id = ledger_id
        self.ledgers_button.setChecked(True)

    @Slot(object)
    def _choose(self, ledger_id: UUID) -> None:
        self._ledger_id = ledger_id
        if self._facts is not None:
            self._show(self._facts)

    @Slot(bool)
    def _tick_vat(self, ticked: bool) -> None:
        """Type amounts of this ledger with VAT from now on, or no more."""
        if self._ledger_id is not None:
            change = self._with_vat.add if ticked else self._with_vat.discard
            change(self._ledger_id)
        self._switch_vat()

    def _switch_vat(self) -> None:
        view = self.grid.model.view
        rate = view.ledger.vat_rate if view is not None else None
        self.grid.entry.vat = rate if self.vat.isChecked() else None

    @Slot(bool)
    def _show_panel(self, shown: bool) -> None:
        self.panel.setVisible(shown)

    @Slot()
    def _point(self) -> None:
        period, t = self.grid.period, self.kit.t
        view = self.grid.model.view
        self.close_button.setEnabled(period is not None)
        if period is None or view is None:
            return
        shown = self.kit.formats.partial(period)
        closed = period in view.closed
        words = t("Open {period} again", period=shown) if closed else t("Close {period}", period=shown)
        self.close_button.set_text(words)

    @Slot()
    def _toggle(self) -> None:
        period, view = self.grid.period, self.grid.model.view
        if period is None or view is None:
            return
        closed = period not in view.closed
        self.context.write(ClosePeriods(view.ledger.id, period, closed=closed), None, self.grid.say_refused, owner=self)
        self.grid.hush()
