"""The binder as a whole: checked, written as an archive, an archive taken over."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.long_job import LongJob
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.pages.settings import binder_jobs as jobs
from clusterdesk.gui.pages.settings.archive_dialog import ArchiveDialog
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.archive.save import ArchiveSummary
    from clusterdesk.services.maintenance import CheckReport

_MOST_PROBLEMS = 12


class BinderCard(Card):
    """Buttons for what concerns the whole binder, and what came of it."""

    def __init__(self, context: Context) -> None:
        """Make the buttons."""
        super().__init__(spacing=10)
        self.context, self.kit = context, context.kit
        kit, t = self.kit, self.kit.t
        self._path = Path()
        self.check = Button(kit, t("Check the binder"), icon="shield")
        self.export = Button(kit, t("Export an archive…"), icon="upload")
        self.take = Button(kit, t("Import an archive…"), icon="download")
        self.health = Button(kit, t("Data health"), icon="list-checks")
        self.other = Button(kit, t("Another binder…"), "link", icon="database")
        self.other.clicked.connect(self._go_to_binders)
        self.check.clicked.connect(self.start_check)
        self.export.clicked.connect(self._ask_target)
        self.take.clicked.connect(self._ask_source)
        self.health.clicked.connect(self._go_to_health)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, spacing=8)
        for button in (self.check, self.health, self.export, self.take, self.other):
            flow.addWidget(button)
        self.busy = BusyBar(kit)
        self.long = LongJob(context, self.busy, self)
        self.long.rested.connect(self._rest)
        self.outcome = Label("", wrap=True)
        self.outcome.hide()
        note = t(
            "An archive holds everything but the bin, in a form that other programs can read. "
            "The check looks at the file, the links between records, the journal and the files of documents; "
            "it changes nothing."
        )
        self.add(SectionHeader(t("The binder")), Label(note, "muted", wrap=True))
        self.add(self._buttons, self.busy, self.outcome)

    @Slot()
    def _go_to_binders(self) -> None:
        self.context.shell.go(Route(routes.BINDERS))

    @Slot()
    def start_check(self) -> None:
        """Check the binder."""
        step = self._begin(self.kit.t("Checking the binder"))
        self.long.run(step, partial(jobs.check, step), self._checked)

    def export_to(self, path: Path) -> None:
        """Write the binder as an archive."""
        step = self._begin(self.kit.t("Exporting"))
        self.long.run(step, partial(jobs.export, path, step), self._exported)

    def preview(self, path: Path) -> None:
        """Show what taking an archive over would do."""
        self._path = path
        step = self._begin(self.kit.t("Reading the archive"))
        self.long.run(step, partial(jobs.plan, path, step), self._planned)

    def _checked(self, report: "CheckReport") -> None:
        t = self.kit.t
        if report.ok:
            self._tell(t("Everything is in order."))
            return
        first = t.n(
            "The check found {n} problem. Nothing was changed. Go back to the newest sound backup.",
            "The check found {n} problems. Nothing was changed. Go back to the newest sound backup.",
            n=len(report.problems),
        )
        if report.database_sound:
            first = t.n(
                "The file of {n} document is missing or damaged. The records are sound; Data health puts it back.",
                "The files of {n} documents are missing or damaged. The records are sound; Data health puts them back.",
                n=report.documents,
            )
        self._tell("\n".join((first, *report.problems[:_MOST_PROBLEMS])), "problem")

    def _exported(self, summary: "ArchiveSummary") -> None:
        t = self.kit.t
        self._path = summary.path
        number = sum(summary.counts.values())
        lines = [t.n("{n} record is in {name}.", "{n} records are in {name}.", n=number, name=summary.path.name)]
        if summary.missing_documents:
            lines.append(
                t.n(
                    "{n} document is missing from the binder’s folder.",
                    "{n} documents are missing from the binder’s folder.",
                    n=len(summary.missing_documents),
                )
            )
        self._tell("\n".join(lines))
        self.context.shell.toast(t("The archive is written."), t("Open the folder"), self._open_folder)

    def _planned(self, plan: "ArchivePlan") -> None:
        dialog = ArchiveDialog(self.kit, self._path, plan, self.window())
        dialog.taken.connect(self._take_over)
        dialog.open()

    @Slot(object)
    def _take_over(self, path: Path) -> None:
        t = self.kit.t
        step = self._begin(t("Importing"))
        write = partial(self.context.write_long, toast=t("Imported: {name}", name=path.name))
        self.long.run(step, partial(jobs.take_over, path, step), self._taken, write)

    def _taken(self, plan: "ArchivePlan") -> None:
        t = self.kit.t
        words = {
            "new": t.n("{n} new", "{n} new", n=plan.counts.get("new", 0)),
            "updated": t.n("{n} updated", "{n} updated", n=plan.counts.get("updated", 0)),
            "refused": t.n("{n} refused", "{n} refused", n=plan.counts.get("refused", 0)),
        }
        self._tell(" · ".join(words.values()))

    @Slot()
    def _ask_target(self) -> None:
        t = self.kit.t
        dialog = QFileDialog(self.window(), t("Export an archive…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([t("Archive with documents (*.zip)"), t("Records only (*.jsonl)")])
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"{self.kit.clock.today().isoformat()} ClusterDesk.zip")
        dialog.fileSelected.connect(self._export_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _ask_source(self) -> None:
        t = self.kit.t
        dialog = QFileDialog(self.window(), t("Import an archive…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([t("Archive (*.zip *.jsonl)")])
        dialog.fileSelected.connect(self._preview_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _export_selected(self, path: str) -> None:
        self.export_to(Path(path))

    @Slot(str)
    def _preview_selected(self, path: str) -> None:
        self.preview(Path(path))

    @Slot()
    def _go_to_health(self) -> None:
        self.context.shell.go(routes.health())

    def _open_folder(self) -> None:
        open_folder(self.context, self._path.parent)

    def _begin(self, step: str) -> str:
        self._buttons.setEnabled(False)
        self.outcome.hide()
        return step

    @Slot()
    def _rest(self) -> None:
        self._buttons.setEnabled(True)

    def _tell(self, text: str, role: str = "strong") -> None:
        self.outcome.set_role(role)
        self.outcome.setText(text)
        self.outcome.show()
