"""Value chains and projects: a place of several tabs, each with its own list and buttons."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar

from clusterdesk.gui.pages.chains import keys
from clusterdesk.gui.pages.chains.request import ChainsRequest
from clusterdesk.gui.pages.chains.tab import ChainsTab
from clusterdesk.gui.pages.chains.tabs import tabs
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut, listen
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from clusterdesk.domain.op_changes import OpChanges
    from clusterdesk.gui.listings import ReadListing

_SHOWN = (
    "value_chain chain_link chain_actor organisation organisation_value_chain organisation_activity address"
    " establishment project project_partner project_value_chain project_chain_link production_step project_rating"
    " result_event profile exchange one_off_advice prospect prospect_step"
    " working_group group_member meeting meeting_attendance action contact"
)


class ChainsPage(Page):
    """The page; its argument is a ``ChainsRequest``, or None."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make head and tabs; what a tab shows is made when it is first seen."""
        t = self.kit.t
        self._specs = tabs()
        self._made: dict[str, ChainsTab] = {}
        self.header = PageHeader(self.kit, t("Value chains and projects"))
        self.export = self.export_button()
        self.header.add(self.export)
        self.tabs = QTabBar()
        self.tabs.setProperty("role", "tabs")
        self.tabs.setAccessibleName(t("What of the value chains is shown"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for spec in self._specs:
            self.tabs.addTab(t(spec.label))
        self.views = QStackedWidget()
        self.body.addWidget(self.header)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.views, 1)
        self.tabs.setVisible(len(self._specs) > 1)
        self.tabs.currentChanged.connect(self._turn)
        listen(self, keys.NEXT_TAB, t(keys.NEXT_TAB.label), self._next_tab)
        self._turn()

    def argument_changed(self) -> None:
        """Turn to the tab asked for."""
        if isinstance(self.argument, ChainsRequest):
            for index, spec in enumerate(self._specs):
                if spec.key == self.argument.tab:
                    self.tabs.setCurrentIndex(index)
            if self.argument.shown is not None:
                self.tab.open_record(self.argument.shown)

    def refresh(self, changes: "OpChanges | None") -> None:
        """Read the tab that is shown; the others read again when they are seen."""
        for tab in self._made.values():
            tab.stale = tab.stale or changes is None or changes.touches(*tab.shows)
        self._read()

    def shortcuts(self) -> Iterable[Shortcut]:
        """Change the tab."""
        return (keys.NEXT_TAB,)

    def search_field(self) -> SearchField | None:
        """Return the field of the tab."""
        return self.tab.search_field()

    def listing(self) -> "ReadListing | None":
        """Return the list of the tab."""
        return self.tab.listing()

    def leave(self) -> None:
        """Commit what is typed, also into the line that waits for Enter."""
        super().leave()
        self.tab.commit()

    @property
    def tab(self) -> ChainsTab:
        """The tab that is shown; made when it is first asked for."""
        spec = self._specs[max(self.tabs.currentIndex(), 0)]
        if spec.key not in self._made:
            made = spec.make(self.context)
            self._made[spec.key] = made
            self.views.addWidget(made)
            for action in made.head_actions():
                self.header.add(action)
        return self._made[spec.key]

    @Slot()
    def _turn(self) -> None:
        shown = self.tab
        self.views.setCurrentWidget(shown)
        for tab in self._made.values():
            for action in tab.head_actions():
                action.setVisible(tab is shown)
        self.export.setVisible(shown.listing() is not None)
        if shown.stale and self.isVisible():
            self._read()

    def _read(self) -> None:
        if self.tab.stale:
            self.tab.stale = False
            self.tab.refresh()

    @Slot()
    def _next_tab(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
