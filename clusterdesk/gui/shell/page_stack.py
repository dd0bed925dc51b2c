"""The content: pages made when first visited, one shown at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from clusterdesk.base.errors import BugError
from clusterdesk.gui import routes
from clusterdesk.gui.shell.file_drop import FileDrop
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Route

if TYPE_CHECKING:
    from clusterdesk.domain.op_changes import OpChanges


class PageStack(QStackedWidget):
    """Keeps the pages of the places.

    Signals:
        made: a page was made (the page).
        asked: a list or a calendar was dropped, to be read (a Route).
        filing_asked: something else was dropped, or several files (their paths).
    """

    made = Signal(object)
    asked = Signal(object)
    filing_asked = Signal(object)

    def __init__(self, places: Sequence[Place], make: Callable[[Place], Page], parent: QWidget | None = None) -> None:
        """Know the places; ``make`` makes the page of one."""
        super().__init__(parent)
        self._places: Mapping[str, Place] = {place.key: place for place in places}
        self._make = make
        self._pages: dict[str, Page] = {}
        if routes.IMPORT in self._places:
            FileDrop(self).dropped.connect(self._take)

    @property
    def page(self) -> Page | None:
        """The page shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def place(self, key: str) -> Place:
        """Return a place; BugError when nobody registered it."""
        if key not in self._places:
            raise BugError(f"unknown place {key!r}")
        return self._places[key]

    def pages(self) -> Iterator[Page]:
        """Give the pages made so far."""
        return iter(tuple(self._pages.values()))

    def show_route(self, route: Route) -> Page:
        """Show a page, made first if needed; the page shown before may commit what is typed."""
        place = self.place(route.place)
        if self.page is not None:
            self.page.leave()
        page = self._pages.get(place.key)
        if page is None:
            page = self._pages[place.key] = self._make(place)
            self.made.emit(page)
        # Built before it is put in and shown: its widgets appear at once, not one event later.
        page.enter(route.argument)
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self.updateGeometry()
        return page

    def minimumSizeHint(self) -> QSize:
        """Need the room of the page in front only: one seen before, wider, must not keep the window wide."""
        return self.page.minimumSizeHint() if self.page is not None else super().minimumSizeHint()

    def note(self, changes: "OpChanges") -> None:
        """Tell every page what was touched."""
        for page in self.pages():
            page.note(changes)

    def _figures_way(self, paths: list[Path]) -> Route | None:
        """Return the way on with a workbook that answers a request, or with any sheet where figures are shown."""
        from clusterdesk.domain.dropped import DropUse
        from clusterdesk.exchange.figures.requests.recognising import carries_token
        from clusterdesk.exchange.filing.look import use_of

        if len(paths) != 1 or use_of(paths[0]) is not DropUse.LIST or routes.FIGURES_FILE not in self._places:
            return None
        if carries_token(paths[0]):
            return routes.figures_file(paths[0])
        return self.page.figures_drop(paths[0]) if self.page is not None else None

    @Slot(object)
    def _take(self, paths: list[Path]) -> None:
        # Imported at the first drop: the first screen does not wait for it.
        from clusterdesk.domain.dropped import DropUse
        from clusterdesk.exchange.filing.look import use_of

        figures = self._figures_way(paths)
        if figures is not None:
            self.asked.emit(figures)
            return
        ways = {DropUse.LIST: routes.import_file, DropUse.CALENDAR: routes.read_calendar}
        way = ways.get(use_of(paths[0])) if len(paths) == 1 else None
        if way is not None:
            self.asked.emit(way(paths[0]))
        else:
            self.filing_asked.emit(paths)
