"""About: which version runs on what, and everything it is made of with its licence."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from clusterdesk import __version__
from clusterdesk.config.licences import Licence, licences, versions
from clusterdesk.gui.pages.about.shelf import TextShelf
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.tasks import Progress
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.page_header import PageHeader


class AboutPage(Page):
    """The page."""

    def build(self) -> None:
        """Make header and shelf; the list is read in the lane for files."""
        t = self.kit.t
        self._parts: dict[str, Licence] = {}
        self.header = PageHeader(self.kit, t("About ClusterDesk"), note=t("ClusterDesk {version}", version=__version__))
        self.copy = Button(self.kit, t("Copy the version"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.header.add(self.copy)
        self.shelf = TextShelf(self.kit, t("Fonts, icons, data and libraries"))
        self.shelf.chosen.connect(self._choose)
        self.body.addWidget(self.header)
        self.body.addWidget(self.shelf, 1)

    def refresh(self, changes: object) -> None:
        """Read the parts."""
        self.context.files.submit(_read, self._show, owner=self)

    def _show(self, parts: tuple[Licence, ...]) -> None:
        t = self.kit.t
        self._parts = {one.name: one for one in parts}
        self.shelf.show_titles([(one.name, self._title(one)) for one in parts])
        words = t.n("{n} part, with its licence.", "{n} parts, each with its licence.", n=len(parts))
        self.header.set_note(t("ClusterDesk {version} · {parts}", version=__version__, parts=words))

    def _title(self, one: Licence) -> str:
        name = " ".join(part for part in (one.name, one.version) if part)
        facts = [self.kit.t(one.kind), one.licence]
        return " · ".join((name, *(fact for fact in facts if fact)))

    @Slot(str)
    def _choose(self, name: str) -> None:
        part = self._parts[name]
        text = part.text() or self.kit.t("The package brings no text; its licence is: {licence}", licence=part.licence)
        self.shelf.show_text(self._title(part), text)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(versions())
        self.context.shell.toast(self.kit.t("Copied."))


def _read(_progress: Progress) -> tuple[Licence, ...]:
    return licences()
