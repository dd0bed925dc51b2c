"""Keeping a what-if: its name is asked for, then it is written."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.domain.commands.break_even import KeepScenario
from clusterdesk.domain.records.figures import Scenario
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.break_even import jobs
from clusterdesk.gui.pages.break_even.keep_dialog import KeepDialog
from clusterdesk.gui.pages.break_even.what_if_words import WhatIfWords


class Keeper(QObject):
    """Keeps scenarios of a page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Ask over a page."""
        super().__init__(page)
        self._context, self._page = context, page
        self._dialog: KeepDialog | None = None
        self._kept: tuple[BreakEven, Assumptions] | None = None

    def ask(self, view: BreakEven, given: Assumptions) -> None:
        """Ask for the name of a what-if of a ledger."""
        kit = self._context.kit
        self._kept = view, given
        name = kit.t("Scenario of {day}", day=kit.formats.date(kit.clock.today()))
        self._dialog = KeepDialog(kit, WhatIfWords(kit, view).outcome(given), name, self._page.window())
        self._dialog.named.connect(self._keep)
        self._dialog.open()

    @Slot(str)
    def _keep(self, name: str) -> None:
        if self._kept is not None:
            view, given = self._kept
            command = KeepScenario(ledger_id=view.ledger_id, name=name, given=given)
            toast = self._context.kit.t("Scenario kept: {name}", name=name)
            self._context.write(partial(jobs.keep_scenario, command), self._done, self._refused, toast=toast)

    def _done(self, _scenario: Scenario) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    def _refused(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.tell(self._context.error_text(error))
