"""What works behind the window: the binder's worker, the lane for files, the first look, the upkeep."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from clusterdesk.config.settings import Settings
from clusterdesk.gui import quick_start
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.elsewhere import Elsewhere
from clusterdesk.gui.first_look import FirstLook
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.opening import Opener
from clusterdesk.gui.pages.search.hits import DeskSearch
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.reading_ahead import FirstRows, ReadAhead
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.undoing import DeskUndo
from clusterdesk.gui.upkeep import Upkeep

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class Backstage(QObject):
    """Everything with a thread; it lives as long as the application, windows come and go before it.

    Signals:
        looked: what the first screen shows was read (FirstRows or None).
        painted: the first screen was painted; whether it was filled.
        opened: the binder is open; how many texts typed before a crash came back.
        told: how the binder stands (a BinderState).
        written: somebody else has written into the binder (OpChanges).
        failed: something went wrong that nobody else tells.
    """

    looked = Signal(object)
    painted = Signal(bool)
    opened = Signal(int)
    told = Signal(object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, binder: Path, settings: Settings, ahead: ReadAhead, preferences: Preferences) -> None:
        """Know the binder; no thread starts before ``begin``."""
        super().__init__()
        self._preferences = preferences
        self._opener = Opener(binder, settings)
        self.desk: DeskWorker[Desk] = DeskWorker(self._opener)
        self.files = Lane(threads=2)
        self.upkeep = Upkeep(self.desk, preferences)
        self._elsewhere = Elsewhere(self.desk)
        self._first = FirstLook(ahead)
        self._first.read.connect(self.looked)
        self._first.painted.connect(self.painted)
        self.desk.opened.connect(self._opened)
        self.desk.opening_failed.connect(self._not_opened)
        self.desk.failed.connect(self._job_failed)
        self.files.failed.connect(self.failed)
        self.upkeep.told.connect(self.told)
        self.upkeep.failed.connect(self.failed)
        self._elsewhere.written.connect(self.written)

    def begin(self) -> None:
        """Give what the first screen shows, now or as soon as it is read (``looked``)."""
        self._first.begin(self.desk)

    def fill(self, page: Page | None, rows: FirstRows | None) -> None:
        """Show what was read on the page in front; ``painted`` follows."""
        self._first.fill(page, rows)

    def remember_start(self) -> None:
        """Write down what the start has read until its first paint, where that is new."""
        quick_start.remember()

    def open(self) -> None:
        """Open the binder."""
        self.desk.open()

    def stop(self) -> None:
        """Save what is under way, close the binder, end the threads."""
        self._first.stop()
        self.upkeep.stop()
        self._elsewhere.stop()
        self.files.stop()
        self.desk.stop()

    def undo(self, kit: Kit) -> DeskUndo:
        """Return undo and redo that name operations in the language of a kit."""
        return DeskUndo(self.desk, kit)

    def search(self, kit: Kit) -> DeskSearch:
        """Return the search that names what it finds in the language of a kit."""
        return DeskSearch(self.desk, kit)

    @Slot()
    def _opened(self) -> None:
        quick_start.end()
        self.opened.emit(self._opener.recovered)
        self._opener.remember(self._preferences)
        # After what the pages ask for now: the first lists come before the backup.
        self.upkeep.start()
        self._elsewhere.start()

    @Slot(object)
    def _not_opened(self, error: BaseException) -> None:
        quick_start.end()
        self.failed.emit(error)

    @Slot(object)
    def _job_failed(self, error: BaseException) -> None:
        # While the binder could not be opened every job fails alike; that was told once already.
        if not self.desk.broken:
            self.failed.emit(error)
