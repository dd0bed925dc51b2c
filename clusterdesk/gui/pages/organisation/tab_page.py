"""The base of the pages beside the Fil of an organisation: its name, the tabs, and what the page adds."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.gui import routes
from clusterdesk.gui.forms.jobs import put_back
from clusterdesk.gui.pages.organisation import keys
from clusterdesk.gui.pages.organisation.binned import organisation_notice
from clusterdesk.gui.pages.organisation.tabs import OrganisationTabs, tab_keys
from clusterdesk.gui.pages.organisation.walk_bar import WalkBar
from clusterdesk.gui.pages.visit.request import VisitRequest
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import Scope, Shortcut
from clusterdesk.gui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class OrganisationTabPage(Page):
    """A page about the organisation whose id is its argument.

    Subclasses name their ``place``, write ``build_content`` instead of ``build`` (buttons go into ``self.header``,
    the rest under it) and ``read_content``: what they ask the worker for.
    """

    place = ""

    def build(self) -> None:
        """Make the head with the tabs, then the content."""
        self.header = PageHeader(self.kit, "")
        self.tabs = OrganisationTabs(self.context, self.place, self)
        self.walk = WalkBar(self.context)
        self.walk.previous_asked.connect(self._go_back)
        self.walk.next_asked.connect(self._go_on)
        self.notice = organisation_notice(self.kit)
        self.notice.put_back_asked.connect(self._put_back)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.walk)
        self.body.addWidget(self.tabs)
        head = self.body.count()
        for shortcut, slot in zip(self._walking(), (self._go_back, self._go_on), strict=True):
            self.addAction(keys.action(self, shortcut, self.kit.t(shortcut.label), slot))
        self.build_content()
        added = (self.body.itemAt(index) for index in range(head, self.body.count()))
        self._content = tuple(widget for item in added if item is not None and (widget := item.widget()) is not None)

    def build_content(self) -> None:
        """Make what stands under the tabs."""
        raise NotImplementedError

    def read_content(self, organisation_id: UUID) -> None:
        """Ask the worker for what the page shows of an organisation."""
        raise NotImplementedError

    def refresh(self, changes: object) -> None:
        """Read the name of the organisation, and the content."""
        if isinstance(self.argument, UUID):
            self.tabs.show_organisation(self.argument)
            self.walk.show_place(self.argument)
            self.context.desk.submit(
                partial(_organisation, self.argument), self._show_name, latest=f"{self.place}-name"
            )
            self.read_content(self.argument)

    def figures_drop(self, path: Path) -> Route | None:
        """Take the figures of a sheet dropped where figures are shown."""
        if self.place in (routes.FIGURES, routes.BREAK_EVEN) and isinstance(self.argument, UUID):
            return routes.figures_file(path, self.argument)
        return None

    def visit_asked(self) -> VisitRequest | None:
        """Visit this organisation: as planned, else now; not while it lies in the bin."""
        known = isinstance(self.argument, UUID) and self.notice.isHidden()
        return VisitRequest(organisation_id=self.argument) if known and isinstance(self.argument, UUID) else None

    def shortcuts(self) -> Iterable[Shortcut]:
        """Other tab, other organisation."""
        return (*tab_keys(self.context, self.place), *self._walking())

    def _walking(self) -> tuple[Shortcut, Shortcut]:
        group = N_("Organisation")
        return (
            Shortcut(f"{self.place}-previous", keys.PREVIOUS.label, keys.PREVIOUS.keys, group, Scope.PAGE, self.place),
            Shortcut(f"{self.place}-next", keys.NEXT.label, keys.NEXT.keys, group, Scope.PAGE, self.place),
        )

    def _show_name(self, organisation: Organisation) -> None:
        self.header.set_title(organisation.name)
        self.notice.show_state(deleted=organisation.deleted, frozen=self._content)
        self.header.enable_actions(enabled=not organisation.deleted)
        self.titled.emit(organisation.name)

    @Slot()
    def _put_back(self) -> None:
        if isinstance(self.argument, UUID):
            self.context.write(partial(put_back, "organisation", self.argument))

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if isinstance(self.argument, UUID):
            other = self.context.walk.step(self.argument, by)
            if other is not None:
                self.context.shell.go(Route(self.place, other))


def _organisation(organisation_id: UUID, desk: "Desk") -> Organisation:
    return desk.store.get(Organisation, organisation_id)
