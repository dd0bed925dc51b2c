"""Backups: each with its age, one more now, and going back to one after seeing what would change."""

from collections.abc import Hashable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from clusterdesk.domain.backup_reasons import BACKUP_REASONS
from clusterdesk.gui.long_job import LongJob
from clusterdesk.gui.models.held import HeldRows
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.pages.backups.reading import BackupFacts, Difference, RestoredDesk, back_up, read_backups
from clusterdesk.gui.pages.backups.restoring import RestoreDialog
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.rows_table import RowsTable

if TYPE_CHECKING:
    from clusterdesk.services.maintenance import BackupDifference

_OLD_DAYS = 7


class BackupsPage(Page):
    """The page."""

    def build(self) -> None:
        """Make buttons and table."""
        kit, t = self.kit, self.kit.t
        self._facts: dict[Hashable, BackupFacts] = {}
        self.header = PageHeader(
            kit,
            t("Backups"),
            note=t("Made by themselves while you work, and kept: one an hour, then one a day, then one a month."),
        )
        self.folder = Button(kit, t("Open the folder"), icon="folder-open")
        self.restore = Button(kit, t("Go back to this one…"), icon="history")
        self.now = Button(kit, t("Back up now"), "primary", icon="save")
        self.header.add(self.folder, self.restore, self.now)
        self.busy = BusyBar(kit)
        self.long = LongJob(self.context, self.busy, self)
        self.long.rested.connect(self._rest)
        self._source = HeldRows()
        self.model = RowsModel(
            kit.theme,
            (
                Column("when", t("When"), 260, sortable=False),
                Column("age", t("Age"), 200, sortable=False),
                Column("why", t("Why"), 220, chip=True, sortable=False),
                Column("size", t("Size"), 110, number=True, sortable=False),
            ),
            self._source,
            self,
        )
        self.table = RowsTable(kit, self.model, t("Backups"))
        card = Card(margin=1)
        card.body.setContentsMargins(1, 6, 1, 6)
        card.add(self.table)
        self.body.addWidget(self.header)
        self.body.addWidget(self.busy)
        self.body.addWidget(card, 1)
        self.now.clicked.connect(self._back_up)
        self.restore.clicked.connect(self._ask_difference)
        self.folder.clicked.connect(self._open_folder)
        self.table.opened.connect(self._ask_difference)
        self.table.pointed.connect(self._tell)
        self.model.modelReset.connect(self._tell)
        self._tell()

    def refresh(self, changes: object) -> None:
        """Read which backups there are."""
        self.context.desk.submit(read_backups, self._show, latest="backups", owner=self)

    def _show(self, backups: Sequence[BackupFacts]) -> None:
        self._facts = {one.path: one for one in backups}
        self.model.set_ids(self._source.hold(self._row(one) for one in backups), keep_rows=False)

    def _row(self, one: BackupFacts) -> TableRow:
        t, formats = self.kit.t, self.kit.formats
        day = one.made_at.astimezone().date()
        days = (self.kit.clock.today() - day).days
        when = t("{day}, {time}", day=formats.long_date(day), time=formats.time(one.made_at))
        why = t(BACKUP_REASONS.get(one.reason, one.reason))
        tone = Tone.WARN if days > _OLD_DAYS else None
        return TableRow(
            one.path,
            (when, formats.relative_days(-days), why, formats.file_size(one.size)),
            (None, tone, Tone.NEUTRAL, None),
        )

    @Slot()
    def _tell(self, _current: object = None) -> None:
        self.restore.setEnabled(self.table.current_id in self._facts)
        self.folder.setEnabled(bool(self._facts))

    @Slot()
    def _back_up(self) -> None:
        self.now.setEnabled(False)
        step = self.kit.t("Backing up")
        self.long.run(step, partial(back_up, step), self._backed_up)

    def _backed_up(self, _made: object) -> None:
        self.context.shell.toast(self.kit.t("Backed up and checked."))
        self.refresh(None)

    @Slot()
    def _rest(self) -> None:
        self.now.setEnabled(True)

    @Slot()
    def _open_folder(self) -> None:
        path = next(iter(self._facts), None)
        if isinstance(path, Path):
            open_folder(self.context, path.parent)

    # going back

    @Slot()
    def _ask_difference(self) -> None:
        path = self.table.current_id
        if isinstance(path, Path):
            step = self.kit.t("Comparing with today")
            self.long.run(step, Difference(path, step), self._ask_restore)

    def _ask_restore(self, difference: "BackupDifference") -> None:
        facts = self._facts.get(difference.path)
        if facts is None:
            return
        dialog = RestoreDialog(self.kit, facts, difference, self.window())
        dialog.restore_asked.connect(self._restore)
        dialog.open()

    @Slot(object)
    def _restore(self, path: Path) -> None:
        step = self.kit.t("Going back")
        self.long.run(step, RestoredDesk(path, step), self._restored, self.context.desk.exchange)

    def _restored(self, _desk: object) -> None:
        self.context.shell.reload()
        self.context.shell.toast(self.kit.t("The binder is as it was then. What you had is kept as a backup, too."))
