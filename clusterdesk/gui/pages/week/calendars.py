"""The button « Outlook » of the week: visits out as .ics, appointments in, by menu or by drop."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from clusterdesk.domain.views.calendar import CalendarChange, CalendarPlan
from clusterdesk.domain.working_days import monday_of
from clusterdesk.gui.context import Context
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.pages.importing.request import FileToImport
from clusterdesk.gui.pages.week.calendar_jobs import ExportCalendar, PlanCalendar, TakeCalendar
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.file_drop import FileDrop

_SUFFIX = ".ics"
_WEEK, _ALL, _IMPORT = "week", "all", "import"


class Calendars(QObject):
    """Exports and imports for the page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Make the button; .ics files may be dropped on the page."""
        super().__init__(page)
        kit = context.kit
        self._context, self._page = context, page
        self._monday, self._what, self._plan = monday_of(kit.clock.today()), _WEEK, CalendarPlan("")
        self._folder = Path()
        self._taken: FileToImport | None = None
        hint = kit.t("Calendar files (.ics), out and in")
        self.button = Button(kit, kit.t("Outlook"), icon="calendar-days", hint=hint)
        self.button.clicked.connect(self._show_menu)
        FileDrop(page, kit.t("Drop the calendar (.ics) here"), self._dropped, suffix=_SUFFIX)

    def show_week(self, monday: date) -> None:
        """Know which week is shown."""
        self._monday = monday

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write the week shown, or all that is planned, into a file."""
        today = self._context.kit.clock.today()
        whole = self._what == _ALL
        first, last = (today, None) if whole else (self._monday, self._monday + timedelta(days=6))
        job = ExportCalendar(Path(path), first, last, self._context.kit.t)
        self._context.desk.submit(job, self._exported, self._refused, owner=self)

    @Slot(str)
    def read(self, path: str) -> None:
        """Read a file and show what it would change."""
        self._context.desk.submit(PlanCalendar(Path(path)), self._show_plan, self._refused, owner=self)

    def read_dropped(self, argument: object) -> None:
        """Read the file that the page was opened with, if any; coming back to it later changes nothing."""
        if isinstance(argument, FileToImport) and argument is not self._taken:
            self._taken = argument
            self.read(str(argument.path))

    def _exported(self, done: tuple[Path, int]) -> None:
        path, count = done
        self._folder = path.parent
        t = self._context.kit.t
        words = t.n("{n} visit in {name}", "{n} visits in {name}", n=count, name=path.name)
        self._context.shell.toast(words, t("Open the folder"), self._open_folder)

    def _show_plan(self, plan: CalendarPlan) -> None:
        from clusterdesk.gui.pages.week.calendar_dialog import CalendarDialog

        self._plan = plan
        dialog = CalendarDialog(self._context.kit, plan, self._page.window())
        dialog.chosen.connect(self._take)
        dialog.open()

    def _refused(self, error: BaseException) -> None:
        self._context.shell.show_error(error)

    def _dropped(self, paths: Sequence[str]) -> None:
        self.read(paths[0])

    def _open_folder(self) -> None:
        open_folder(self._context, self._folder)

    @Slot(object)
    def _take(self, changes: tuple[CalendarChange, ...]) -> None:
        toast = self._context.kit.t.n("{n} visit updated", "{n} visits updated", n=len(changes))
        job = TakeCalendar(self._plan.file, changes)
        self._context.write(job, on_error=self._refused, toast=toast, owner=self)

    @Slot()
    def _show_menu(self) -> None:
        t = self._context.kit.t
        menu = QMenu(self._page)
        for key, words in (
            (_WEEK, t("Export this week (.ics)…")),
            (_ALL, t("Export all planned visits (.ics)…")),
            (_IMPORT, t("Import a calendar (.ics)…")),
        ):
            menu.addAction(words).setData(key)
        menu.triggered.connect(self._act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    @Slot(QAction)
    def _act(self, action: QAction) -> None:
        self._what = str(action.data())
        t = self._context.kit.t
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, action.text().removesuffix("…"), folder, t("Calendar (*.ics)"))
        if self._what == _IMPORT:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(self.read)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(_SUFFIX.removeprefix("."))
            dialog.selectFile(f"{self._monday.isoformat()} ClusterDesk{_SUFFIX}")
            dialog.fileSelected.connect(self.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
