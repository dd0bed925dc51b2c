"""Data health: the checks with their counts at the left, the rows of one at the right, each put right in place.

A row that was put right stays until another check is chosen, and says so: Undo brings it back.
"""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.health import CHECKS, HealthKey
from clusterdesk.domain.views.health import HealthRow
from clusterdesk.gui.listings import Unwell
from clusterdesk.gui.long_job import LongJob
from clusterdesk.gui.pages.health import reading
from clusterdesk.gui.pages.health.checks import CheckList
from clusterdesk.gui.pages.health.reading import HealthData
from clusterdesk.gui.pages.health.rows import RowsCard
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.page_header import FoldingRow, PageHeader
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll

_FOLDS_UNDER, _WIDEST = 760, 780


class HealthPage(Page):
    """The page; its argument is the HealthKey shown first, or None."""

    shows = (
        "organisation",
        "membership",
        "contact",
        "contact_role",
        "contact_point",
        "address",
        "establishment",
        "session",
        "session_note",
        "document",
        "coaching_file",
        "project",
        "action",
        "ledger",
        "monthly_figures",
        "figure",
        "profile",
        "evidence",
    )

    def build(self) -> None:
        """Make the list of checks and the card of rows."""
        t = self.kit.t
        note = t("What is missing or doubtful. Put it right here, row by row; every step can be undone.")
        self.header = PageHeader(self.kit, t("Data health"), note=note)
        self.header.add(self.export_button())
        self.busy = BusyBar(self.kit)
        self.long = LongJob(self.context, self.busy, self)
        self.checks = CheckList(self.kit)
        self.rows = RowsCard(self.context)
        inner, column = narrow_column(self.kit, _WIDEST)
        column.addWidget(self.rows)
        column.addStretch(1)
        folding = FoldingRow(self.kit, _FOLDS_UNDER)
        frame = Card(margin=6)
        frame.add(self.checks)
        folding.add(frame, 3)
        folding.add(page_scroll(inner, t("Data health")), 5)
        for part in (self.header, self.busy):
            self.body.addWidget(part)
        self.body.addWidget(folding, 1)
        self.checks.choose(next(iter(CHECKS)))
        self.checks.chosen.connect(self._turn)
        self.rows.more_asked.connect(self._read_more)
        self.rows.mended.connect(self._look_again)

    def argument_changed(self) -> None:
        """Turn to the check asked for."""
        if isinstance(self.argument, HealthKey):
            self.checks.choose(self.argument)

    def listing(self) -> Unwell:
        """Return all that the chosen check finds."""
        return Unwell(self.checks.key, self.kit.t)

    def refresh(self, changes: object) -> None:
        """Read rows and counts; after a change the rows on the page stay, and tell whether they are still missing."""
        if changes is None:
            self._begin()
        else:
            self._look_again()

    @Slot(object)
    def _turn(self, _key: object) -> None:
        self.leave_rows()
        self._begin()

    def leave_rows(self) -> None:
        """Commit what is being typed into a row before the rows go."""
        focused = self.focusWidget()
        if focused is not None and self.rows.isAncestorOf(focused):
            focused.clearFocus()

    def _begin(self) -> None:
        key = self.checks.key
        self.rows.begin(key)
        if key is HealthKey.DUPLICATES:
            self._compare()
        else:
            self._read(0)
        self._count()

    def _read(self, offset: int) -> None:
        job = partial(reading.read_rows, self.checks.key, offset)
        self.context.desk.submit(job, self._show, latest="health-rows", owner=self)

    def _count(self) -> None:
        self.context.desk.submit(reading.read_counts, self._show_counts, latest="health-counts", owner=self)

    def _compare(self) -> None:
        step = self.kit.t("Comparing the organisations")
        self.long.run(step, reading.FindPairs(step), self._show_pairs)

    @Slot()
    def _read_more(self) -> None:
        self._read(self.rows.unwell)

    @Slot()
    def _look_again(self) -> None:
        ids: list[UUID] = self.rows.ids
        if self.checks.key is not HealthKey.DUPLICATES and ids:
            job = partial(reading.read_again, self.checks.key, ids)
            self.context.desk.submit(job, self._show_again, latest="health-again", owner=self)
        elif self.checks.key is HealthKey.DUPLICATES:
            self._compare()
        else:
            self._read(0)
        self._count()

    def _show(self, data: HealthData) -> None:
        if data.key is self.checks.key:
            self.rows.add_rows(data)
            self._tell()

    def _show_again(self, data: HealthData) -> None:
        if data.key is self.checks.key:
            self.rows.renew(data)
            self._tell()

    def _show_pairs(self, pairs: tuple[HealthRow, ...]) -> None:
        self.checks.show_counts({HealthKey.DUPLICATES: len(pairs)})
        if self.checks.key is HealthKey.DUPLICATES:
            self.rows.begin(HealthKey.DUPLICATES)
            self.rows.add_rows(HealthData(HealthKey.DUPLICATES, pairs))
            self._tell()

    def _show_counts(self, counts: Mapping[HealthKey, int]) -> None:
        self.checks.show_counts(counts)
        self._tell()

    def _tell(self) -> None:
        self.rows.tell(self.checks.counts.get(self.checks.key))
