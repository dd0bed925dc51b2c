"""The tabs of an organisation: its Fil, and the pages on which its coaching is measured."""

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
    (routes.COACHING, N_("Coaching")),
    (routes.DIAGNOSTIC, N_("Diagnostic")),
    (routes.FIGURES, N_("Figures")),
    (routes.ACCOUNTS, N_("Accounts")),
    (routes.BREAK_EVEN, N_("Break-even threshold")),
    (routes.INDUSTRY, N_("Industry")),
    (routes.EMPLOYMENT, N_("Jobs")),
    (routes.ORGANISATION_REFERRALS, N_("Orientations")),
)


def known_places(context: Context, place: str) -> list[str]:
    """Return the places of the tabs that the window has, in order."""
    return [key for key, _ in TABS if key == place or context.shell.knows(key)]


def tab_keys(context: Context, place: str) -> tuple[Shortcut, ...]:
    """Return the keys to the next tab and to the one before; none where there is one tab only."""
    if len(known_places(context, place)) < 2:
        return ()
    group = N_("Organisation")
    return (
        Shortcut(f"{place}-tab-next", N_("Next tab"), ("Ctrl+Tab",), group, Scope.PAGE, place),
        Shortcut(f"{place}-tab-previous", N_("Tab before"), ("Ctrl+Shift+Tab",), group, Scope.PAGE, place),
    )


class OrganisationTabs(QTabBar):
    """Timeline | Coaching plan | … ; only the places that the window has; it goes there by itself."""

    def __init__(self, context: Context, place: str, page: QWidget) -> None:
        """Stand on a place; the keys work on ``page``."""
        super().__init__(page)
        self._context, self._place = context, place
        self._organisation_id: UUID | None = None
        t = context.kit.t
        self._places = known_places(context, place)
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
        for shortcut, slot in zip(tab_keys(context, place), (self._go_on, self._go_back), strict=False):
            page.addAction(keys.action(page, shortcut, t(shortcut.label), slot))

    def show_organisation(self, organisation_id: UUID) -> None:
        """Lead to the pages of this organisation from now on."""
        self._organisation_id = organisation_id

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
