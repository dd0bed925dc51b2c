"""Filing dropped photos, scans and mails: each line says where it belongs and why; one click puts all of them there."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.dropped import DropUse
from clusterdesk.exchange.filing.look import use_of
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.dialogs.filing_aside import AsideRow
from clusterdesk.gui.dialogs.filing_jobs import Looked, file_all, look, places_by_code
from clusterdesk.gui.dialogs.filing_row import FilingRow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll

if TYPE_CHECKING:
    from clusterdesk.services.filing import FiledOne

_MOST_SHOWN, _ROW_UNITS = 4, 76
_HOW = N_(
    "The code on the sheet, the hour of the photo or the sender of the mail say where. "
    "Of a photo, the place where it was taken is left out."
)


class FilingDialog(AskDialog):
    """Looks at the files, proposes, files what has a place; what has none stays, to be given one."""

    def __init__(self, context: Context, paths: Sequence[Path], parent: QWidget) -> None:
        """Look at these files; lists, calendars and folders are named, with what can be done about them."""
        t, uses = context.kit.t, {path: use_of(path) for path in paths}
        heading = t.n("Where does this file belong?", "Where do these {n} files belong?", n=len(paths))
        super().__init__(context.kit, heading, t.n("File this one", "File these {n}", n=1), parent=parent)
        self.context = context
        self.rows = [FilingRow(context.kit, path) for path, use in uses.items() if use is DropUse.FILE]
        self.aside = [AsideRow(context.kit, path, use) for path, use in uses.items() if use is not DropUse.FILE]
        self._filing: list[FilingRow] = []
        self._next: tuple[AsideRow, Route] | None = None
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        for row in self.rows:
            row.chosen.connect(self._tell)
            row.code_given.connect(self._find_code)
            column.addWidget(row)
        for other in self.aside:
            other.went.connect(self._go)
            column.addWidget(other)
        column.addStretch(1)
        area = page_scroll(inner, heading)
        rows = min(len(paths), _MOST_SHOWN)
        area.setMinimumHeight(self.kit.theme.length(_ROW_UNITS) * rows)
        if self.rows:
            self.content.addWidget(Label(t(_HOW), "muted", wrap=True))
        self.content.addWidget(area, 1)
        self.setMinimumWidth(self.kit.theme.length(600))
        self.agreed.connect(self._agree)
        for row in self.rows:
            job = partial(look, row.path, context.settings.document_size_limit_mb)
            context.files.submit(job, row.seen, row.failed, owner=row)
            row.looked.connect(self._propose)
        self._tell()
        self.consent.setVisible(bool(self.rows))
        self.consent.setFocus()

    @Slot(object)
    def _propose(self, row: FilingRow) -> None:
        if row.dropped is not None:
            self.context.desk.submit(partial(Looked(row.dropped).places), row.offer, row.failed, owner=row)

    @Slot(object, str)
    def _find_code(self, row: FilingRow, code: str) -> None:
        self.context.desk.submit(partial(places_by_code, code), row.offer_code, row.failed, owner=row)

    @Slot()
    def _tell(self) -> None:
        ready = sum(row.place is not None for row in self.rows)
        self.consent.setEnabled(bool(ready) and not self._filing)
        self.consent.set_text(self.kit.t.n("File this one", "File these {n}", n=max(ready, 1)))

    @Slot()
    def _agree(self) -> None:
        known = ((row, row.dropped, row.place) for row in self.rows)
        ready = [(row, file, place) for row, file, place in known if file is not None and place is not None]
        if not ready:
            return
        self.wait()
        self._filing = [row for row, _file, _place in ready]
        job = partial(file_all, [(file, place) for _row, file, place in ready])
        self.context.write(job, self._show_filed, self._show_failed, owner=self)

    def _show_filed(self, answers: "tuple[FiledOne, ...]") -> None:
        for row, one in zip(self._filing, answers, strict=True):
            if one.error is not None:
                row.failed(one.error)
            else:
                row.filed(one.left_out)
        filed = sum(one.error is None for one in answers)
        self._filing = []
        if filed:
            text = self.kit.t.n("{n} file is in its place.", "{n} files are in their place.", n=filed)
            self.context.shell.toast_undo(text)
            self._cancel.set_text(self.kit.t("Close"))
        if self._next is not None:
            self._leave(*self._next)
        elif all(row.done for row in self.rows) and not self.aside:
            self.accept()
        else:
            self._tell()

    @Slot(object)
    def _go(self, route: Route) -> None:
        """File what has a place, then go where a list or a calendar is read."""
        row = self.sender()
        if not isinstance(row, AsideRow):
            return
        if self.consent.isEnabled():
            self._next = row, route
            self._agree()
        elif not self._filing:
            self._leave(row, route)

    def _leave(self, read: AsideRow, route: Route) -> None:
        shell, left = self.context.shell, [row.path.name for row in self.rows if not row.done]
        left += [row.path.name for row in self.aside if row is not read]
        self.accept()
        shell.go(route)
        if left:
            names = self.kit.formats.joined(left)
            shell.toast(self.kit.t("Not taken yet: {names}. Drop them again afterwards.", names=names))

    def _show_failed(self, error: BaseException) -> None:
        filing, self._filing = self._filing, []
        self._next = None
        for row in filing:
            row.failed(error)
        self._tell()
