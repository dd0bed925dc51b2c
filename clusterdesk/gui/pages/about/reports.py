"""The error reports and the log on this computer: read, copied, deleted; they hold no name and no text of yours."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget

from clusterdesk.base.atomic_write import write_atomically
from clusterdesk.config.paths import reports_dir
from clusterdesk.config.reports import Report, delete_report, report_content, reports
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.pages.about.shelf import TextShelf
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.tasks import Progress
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.page_header import PageHeader


class ReportsPage(Page):
    """The page."""

    def build(self) -> None:
        """Make buttons and shelf."""
        kit, t = self.kit, self.kit.t
        note = t("Kept on this computer only. They name places in the program, never organisations, people or texts.")
        self.header = PageHeader(kit, t("Error reports"), note=note)
        self.folder = Button(kit, t("Open the folder"), icon="folder-open")
        self.copy = Button(kit, t("Copy"), icon="copy")
        self.remove = Button(kit, t("Delete"), icon="trash-2")
        self.folder.clicked.connect(self._open_folder)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._delete)
        self.header.add(self.folder, self.copy, self.remove)
        self.shelf = TextShelf(kit, t("Error reports"))
        self.shelf.chosen.connect(self._choose)
        sentence = t("When the program meets a fault of its own, a report of it is written here.")
        self.none = EmptyState(kit, "circle-check", t("No report"), sentence)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.shelf)
        self.stack.addWidget(self.none)
        self.body.addWidget(self.header)
        self.body.addWidget(self.stack, 1)

    def refresh(self, changes: object) -> None:
        """Look what there is."""
        self.context.files.submit(_read, self._show, self.context.shell.show_error, owner=self)

    def enter(self, argument: object) -> None:
        """Look again each time: reports are no records, nobody tells of a new one."""
        self.reload()
        super().enter(argument)

    def _show(self, found: tuple[Report, ...]) -> None:
        formats, t = self.kit.formats, self.kit.t
        titles = []
        for one in found:
            kind = t("Log") if one.is_log else t("Report")
            size = formats.file_size(one.size)
            titles.append((one.name, t("{kind} · {when} · {size}", kind=kind, when=formats.instant(one.at), size=size)))
        self.shelf.show_titles(titles)
        self.stack.setCurrentWidget(self.shelf if found else self.none)
        self.copy.setEnabled(bool(found))
        self.remove.setEnabled(bool(found))

    @Slot(str)
    def _choose(self, name: str) -> None:
        self.context.files.submit(
            partial(_content, name), partial(self.shelf.show_text, name), self.context.shell.show_error, owner=self
        )

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.shelf.text.toPlainText())
        self.context.shell.toast(self.kit.t("Copied."))

    @Slot()
    def _delete(self) -> None:
        name = self.shelf.key
        if name:
            job = partial(_delete, name)
            self.context.files.submit(job, self._deleted, self.context.shell.show_error, owner=self)

    def _deleted(self, put_back: "PutBack") -> None:
        t = self.kit.t
        self.context.shell.toast(t("Deleted: {name}", name=put_back.name), t("Undo"), self._undoing(put_back))
        self.reload()

    def _undoing(self, put_back: "PutBack") -> Callable[[], None]:
        def undo() -> None:
            self.context.files.submit(put_back, self._put_back, self.context.shell.show_error, owner=self)

        return undo

    def _put_back(self, _nothing: None) -> None:
        self.reload()

    @Slot()
    def _open_folder(self) -> None:
        folder = reports_dir()
        folder.mkdir(parents=True, exist_ok=True)
        open_folder(self.context, folder)


@dataclass(frozen=True, slots=True)
class PutBack:
    """Writes a report that was deleted again."""

    name: str
    content: bytes

    def __call__(self, _progress: Progress) -> None:
        """Write it."""
        write_atomically(reports_dir() / self.name, self.content)


def _read(_progress: Progress) -> tuple[Report, ...]:
    return reports()


def _content(name: str, _progress: Progress) -> str:
    return report_content(name)


def _delete(name: str, _progress: Progress) -> PutBack:
    content = (reports_dir() / name).read_bytes()
    delete_report(name)
    return PutBack(name, content)
