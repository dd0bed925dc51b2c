"""The tabs of an organisation: its Fil, and the pages on which its coaching is measured."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QTabBar, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.organisation import keys
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import Scope, Shortcut

# The tabs in their order, with what they are called.
TABS = (
    (routes.ORGANISATION, N_("Timeline")),
    (routes.COACHING, N_("Coaching plan")),
    (routes.DIAGNOSTIC, N_("Diagnostic")),
    (routes.BREAK_EVEN, N_("Break-even")),
    (routes.INDUSTRY, N_("Industry")),
    (routes.EMPLOYMENT, N_("Jobs")),
)


class OrganisationTabs(QTabBar):
    """Timeline | Coaching plan | … ; only the places that the window has; it goes there by itself."""

    def __init__(self, context: Context, place: str, page: QWidget) -> None:
        """Stand on a place; the keys work on ``page``."""
        super().__init__(page)
        self._context, self._place = context, place
        self._organisation_id: UUID | None = None
        t = context.kit.t
        self._places = [key for key, _ in TABS if key == place or context.shell.knows(key)]
        self.setProperty("role", "tabs")
        self.setAccessibleName(t("Pages of the organisation"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for key, label in TABS:
            if key in self._places:
                self.addTab(t(label))
        self.setCurrentIndex(self._places.index(place))
        self.currentChanged.connect(self._go)
        self.setVisible(len(self._places) > 1)
        if len(self._places) > 1:
            for shortcut, slot in zip(self.shortcuts(), (self._go_on, self._go_back), strict=True):
                page.addAction(keys.action(page, shortcut, t(shortcut.label), slot))

    def show_organisation(self, organisation_id: UUID) -> None:
        """Lead to the pages of this organisation from now on."""
        self._organisation_id = organisation_id

    def shortcuts(self) -> Iterator[Shortcut]:
        """Return the keys to the next tab and to the one before."""
        if len(self._places) > 1:
            yield Shortcut(
                f"{self._place}-tab-next", N_("Next tab"), ("Ctrl+Tab",), N_("Organisation"), Scope.PAGE, self._place
            )
            yield Shortcut(
                f"{self._place}-tab-previous",
                N_("Tab before"),
                ("Ctrl+Shift+Tab",),
                N_("Organisation"),
                Scope.PAGE,
                self._place,
            )

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        own = self._places.index(self._place)
        self._leave_for((own + by) % len(self._places))

    @Slot(int)
    def _go(self, index: int) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self._places.index(self._place))  # this page keeps showing where it is
        self._leave_for(index)

    def _leave_for(self, index: int) -> None:
        if self._organisation_id is not None:
            self._context.shell.go(Route(self._places[index], self._organisation_id))
