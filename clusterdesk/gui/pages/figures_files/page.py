"""Taking figures from a file: choose it, say whose it is where nobody knows, look at each figure, import."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.records.figures import FigureSource
from clusterdesk.exchange.figures.opened import FiguresOptions
from clusterdesk.exchange.figures.plan import FigureVerdict
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.error import ErrorBanner
from clusterdesk.gui.pages.figures_files import parts
from clusterdesk.gui.pages.figures_files.file_job import FileJob
from clusterdesk.gui.pages.figures_files.jobs import FileRead, PlanFile, Planned, ReadFile
from clusterdesk.gui.pages.figures_files.request import FiguresFile
from clusterdesk.gui.pages.figures_files.writing import STALE, WriteFile
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.page_header import PageHeader

_CHOOSE, _WHOSE, _PREVIEW = range(3)
_KINDS = "*.csv *.tsv *.txt *.xlsx *.ods"


class FiguresFilePage(Page):
    """The page; its argument is a FiguresFile."""

    shows = ("figure", "ledger", "ledger_line", "headcount", "action")

    def build(self) -> None:
        """Make the header and the three things that may stand under it."""
        kit, t = self.kit, self.kit.t
        self._asked = FiguresFile()
        self._forget()
        self.header = PageHeader(kit, t("Import figures"))
        self.other = Button(kit, t("Another file…"), icon="folder-open")
        self.go = Button(kit, t("Import"), "primary", icon="import")
        self.header.add(self.other, self.go)
        self.banner = ErrorBanner(kit)
        self.run = FileJob(self.context, self)
        self.choose, self.whose = parts.choose_state(kit), parts.WhosePart(self.context)
        self.shown = parts.PreviewPart(self.context)
        self.stack = QStackedWidget()
        for part in (self.choose, self.whose, self.shown):
            self.stack.addWidget(part)
        for widget in (self.header, self.banner, self.run.busy):
            self.body.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self._connect()
        self._show_step(_CHOOSE)

    def argument_changed(self) -> None:
        """Go on with the file dropped; coming back to it later changes nothing."""
        if isinstance(self.argument, FiguresFile) and self.argument is not self._asked:
            self._asked = self.argument
            self._forget()
            self.banner.clear()
            self._show_step(_CHOOSE)
            if self._asked.path is not None:
                self._read()

    def figures_drop(self, path: Path) -> Route | None:
        """Take another file for the same organisation."""
        return routes.figures_file(path, self._asked.organisation_id, self._asked.ledger_id)

    def refresh(self, changes: object) -> None:
        """Compare again when the ledger may have changed."""
        if self._planned is not None and changes is not None and not self.run.active:
            self._plan()

    def _forget(self) -> None:
        self._options = FiguresOptions()
        self._mapping: str | None = None
        self._source = FigureSource.COMPANY
        self._ledger_id: UUID | None = None
        self._begin = False
        self._file: FileRead | None = None
        self._planned: Planned | None = None

    def _connect(self) -> None:
        self.other.clicked.connect(self._ask)
        self.go.clicked.connect(self._write)
        self.choose.acted.connect(self._ask)
        self.whose.chosen.connect(self._belongs)
        self.shown.read.changed.connect(self._choose_option)
        self.shown.headings.corrected.connect(self._correct)
        self.shown.headings.kept.chosen.connect(self._use_kept)
        self.shown.figures.decided.connect(self._offer)
        self.run.failed.connect(self._failed)

    # reading

    @Slot()
    def _ask(self) -> None:
        t = self.kit.t
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = f"{t('Sheets of figures')} ({_KINDS});;{t('All files')} (*)"
        dialog = QFileDialog(self.window(), t("Choose a file"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    @Slot(str)
    def take(self, path: str) -> None:
        """Go on with a file, for the same organisation."""
        self._asked = replace(self._asked, path=Path(path))
        self._forget()
        self._read()

    def _read(self) -> None:
        path = self._asked.path
        if path is None:
            return
        self.banner.clear()
        opened = self._file.opened if self._file is not None else None
        known = opened.source if opened is not None and opened.options.reading == self._options.reading else None
        step = self.kit.t("Reading {name}", name=path.name)
        self.run.files(step, ReadFile(path, self._options, known, step), self._was_read)

    def _was_read(self, read: FileRead) -> None:
        self._file = read
        if read.token is None and self._asked.organisation_id is None:
            self._show_step(_WHOSE)
        else:
            self._plan()

    @Slot(object)
    def _belongs(self, organisation_id: UUID) -> None:
        self._asked = replace(self._asked, organisation_id=organisation_id)
        self._plan()

    def _plan(self) -> None:
        if self._file is not None:
            asked = self._asked
            ledger_id = self._ledger_id or asked.ledger_id
            job = PlanFile(self._file, asked.organisation_id, ledger_id, self._begin, self._source, self._mapping)
            self.run.desk(self.kit.t("Looking at every figure"), job, self._was_planned)

    def _was_planned(self, planned: Planned) -> None:
        self._planned = planned
        self._ledger_id = None if planned.plan.fresh else planned.plan.view.ledger.id
        self.shown.show_plan(planned, self._source, self._options.mark)
        self._show_step(_PREVIEW)
        self._offer()

    # correcting

    @Slot(str, object)
    def _choose_option(self, key: str, value: object) -> None:
        if key == "ledger":
            self._begin = value == parts.BEGIN
            self._ledger_id = value if isinstance(value, UUID) else None
            self._plan()
        elif key == "source":
            self._source = FigureSource(str(value))
            self._plan()
        else:
            self._options = parts.with_option(self._options, key, value)
            self._read()

    @Slot(str, str)
    def _correct(self, heading: str, target: str) -> None:
        self._options = replace(self._options, lines={**self._options.lines, heading: target})
        if self._file is not None and self._file.opened is not None:
            opened = self._file.opened.with_line(heading, target)
            self._file = replace(self._file, opened=opened)
            self._plan()

    @Slot(str)
    def _use_kept(self, name: str) -> None:
        """Read the headings as kept under a name, or as they are understood by themselves."""
        self._mapping = name
        self._options = replace(self._options, lines={})
        if self._file is not None and self._file.opened is not None:
            self._file = replace(self._file, opened=replace(self._file.opened, options=self._options))
            self._plan()

    # importing

    @Slot()
    def _offer(self) -> None:
        """Say on the button how many figures are imported; those that differ are decided about before."""
        if self._planned is None:
            return
        t, plan, figures = self.kit.t, self._planned.plan, self.shown.figures
        n = plan.counts[FigureVerdict.NEW] + len(figures.taken)
        words = t.n("Import {count} figure", "Import {count} figures", n=n, count=self.kit.formats.number(n))
        answered = self._planned.request_id is not None
        self.go.set_text(words if n else t("Mark as answered") if answered else t("Nothing to import"))
        self.go.setEnabled(not figures.undecided and (n > 0 or answered))

    @Slot()
    def _write(self) -> None:
        if self._planned is not None and self._asked.path is not None:
            t = self.kit.t
            n = self._planned.plan.counts[FigureVerdict.NEW] + len(self.shown.figures.taken)
            name = self._asked.path.name
            toast = t.n("{n} figure imported from {name}", "{n} figures imported from {name}", n=n, name=name)
            step = t("Importing")
            self.run.write(step, WriteFile(self._planned, self.shown.figures.taken, step), self._was_written, toast)

    def _was_written(self, _count: int) -> None:
        planned = self._planned
        self._forget()
        self._asked = FiguresFile()
        self._show_step(_CHOOSE)
        if planned is not None:
            self.context.shell.go(parts.figures_of(self.context, planned.plan.view.ledger.organisation_id))

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            self.context.shell.show_error(error)
            return
        if self._planned is None:
            self._show_step(_CHOOSE)
        self.banner.show_texts(error.texts(self.kit.t))
        if error.code == STALE:
            self._plan()

    def _show_step(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.header.set_note(self._asked.path.name if self._asked.path is not None else "")
        self.go.setVisible(step == _PREVIEW)
        self.other.setVisible(step != _CHOOSE)
