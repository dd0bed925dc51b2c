"""The list on a page as a file: asked for from anywhere, written by the worker."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.listings import Listed, ReadListing
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.save_as import ask_table_file, table_file
from clusterdesk.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class WriteListing:
    """Reads a list and writes it into a file."""

    def __init__(self, read: ReadListing, path: Path) -> None:
        """The name of the file says what kind it is."""
        self._read, self._path = read, path

    def __call__(self, desk: "Desk") -> tuple[Path, int]:
        """Write; return the file and how many rows it has."""
        from clusterdesk.exchange.writing.listing_files import write_listing

        listing = self._read(desk)
        write_listing(self._path, listing)
        return self._path, len(listing.rows)


class WorkbookOf:
    """Reads a list and makes it the content of a workbook."""

    def __init__(self, read: ReadListing) -> None:
        """Nothing happens before it is called."""
        self._read = read

    def __call__(self, desk: "Desk") -> bytes:
        """Read, and make it."""
        from clusterdesk.exchange.writing.listing_files import listing_xlsx

        return listing_xlsx((self._read(desk),))


class ListExport(QObject):
    """Asks where to, and writes; or sends to the team's folder."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Ask over the window of ``parent``."""
        super().__init__(parent)
        self._context, self._host = context, parent
        self._read: ReadListing | None = None
        self._folder = Path()

    def begin(self, page: Listed | None) -> None:
        """Ask for the file that the list of a page goes into; tell where there is no list."""
        t = self._context.kit.t
        self._read = page.listing() if page is not None else None
        if self._read is None:
            self._context.shell.toast(t("There is no list on this page to export."))
            return
        ask_table_file(self._host, t("Export the list"), self._name(), t, self.write_to)

    @Slot(str)
    def write_to(self, path: str) -> None:
        """Write the list into a file."""
        if self._read is None:
            return
        job = WriteListing(self._read, table_file(path))
        self._context.desk.submit(job, self._written, self._context.shell.show_error, owner=self)

    def send(self, page: Listed) -> None:
        """Put the list of a page into the outbox for the team's folder."""
        from clusterdesk.domain.outgoing.new_export import NewExport
        from clusterdesk.domain.outgoing.states import Purpose
        from clusterdesk.domain.records.base import Visibility
        from clusterdesk.gui.outgoing.telling import SendToTeam

        self._read = page.listing()
        if self._read is None or not self._read.for_team:
            return
        export = NewExport(
            title=self._read.name(self._context.kit.t),
            purpose=Purpose.LIST,
            filename=self._name(),
            template=self._context.settings.drive_lists,
            visibility=Visibility.INTERNAL,
        )
        SendToTeam(self._context, self).send((export, WorkbookOf(self._read)))

    def _name(self) -> str:
        from clusterdesk.base.filenames import safe_filename

        kit = self._context.kit
        name = self._read.name(kit.t) if self._read is not None else ""
        return safe_filename(f"{name} {kit.clock.today().isoformat()}", ".xlsx")

    def _written(self, made: tuple[Path, int]) -> None:
        path, count = made
        self._folder = path.parent
        t = self._context.kit.t
        words = t.n("{n} row written: {name}", "{n} rows written: {name}", n=count, name=path.name)
        self._context.shell.toast(words, t("Open the folder"), self._open_folder)

    @Slot()
    def _open_folder(self) -> None:
        open_folder(self._context, self._folder)


class ExportButton(Button):
    """The button of a page that writes its list into a file, or sends it to the team's folder."""

    def __init__(self, context: Context, page: Listed, parent: QWidget) -> None:
        """Export the list of this page, asking over the window of ``parent``."""
        t = context.kit.t
        super().__init__(context.kit, t("Export"), icon="download", hint=t("Write this list into a file: xlsx or csv"))
        self._page = page
        self.export = ListExport(context, parent)
        self.menu_of_ways = QMenu(self)
        self.to_file = self.menu_of_ways.addAction(context.kit.icons.icon("download"), t("Into a file…"))
        self.to_team = self.menu_of_ways.addAction(context.kit.icons.icon("send"), t("To the team’s folder"))
        self.to_file.triggered.connect(self._begin)
        self.to_team.triggered.connect(self._send)
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        """Offer both ways where the list may go to the team."""
        read = self._page.listing()
        if read is not None and read.for_team:
            self.menu_of_ways.popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            self._begin()

    @Slot()
    def _begin(self) -> None:
        self.export.begin(self._page)

    @Slot()
    def _send(self) -> None:
        self.export.send(self._page)
