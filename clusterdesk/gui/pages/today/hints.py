"""Three first steps on Today; each goes once it is done, and all go where nobody wants them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.today.keys import PREPARE
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import IMPORT, SEARCH, VISIT, Shortcut, shown_keys
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.links import RouteLink

SETTING = "hints"
_STEPS: dict[str, tuple[str, Shortcut]] = {
    "organisations": (N_("Bring in the list you have, or enter a first organisation."), IMPORT),
    "visit": (N_("Plan a first visit with the button “Visit” above."), VISIT),
    "sheet": (N_("Print the sheets of the next visits."), PREPARE),
    "record": (N_("Find an organisation by a few letters, and open its page."), SEARCH),
    "mode": (N_("Take notes with the whole screen, as at a company’s table."), VISIT),
}
_KEYLESS = ("visit",)
# The page that does a step by being shown.
_SHOWN = {routes.PREVIEW: "sheet", routes.ORGANISATION: "record", routes.VISIT: "mode"}


class HintsCard(Card):
    """The steps that are left.

    Signals:
        went: where a step leads (a Route).
    """

    went = Signal(object)

    def __init__(self, context: Context) -> None:
        """Show what is left now; nothing is shown when that is nothing."""
        super().__init__(spacing=4)
        self._context = context
        t = context.kit.t
        header = SectionHeader(t("To begin with"))
        self.close_button = IconButton(context.kit, "x", t("Hide the first steps"))
        self.close_button.clicked.connect(self._hide_all)
        header.add(self.close_button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.add(header)
        self.body.addLayout(self._rows)
        context.preferences.changed.connect(self._changed)
        self._fill()

    @property
    def left(self) -> list[str]:
        """The steps that are left."""
        return [step for step in self._context.settings.hints.split() if step in _STEPS]

    def note(self, *, organisations: bool, visits: bool) -> None:
        """Take away what is done: there are organisations, there are visits to come."""
        left = self._context.settings.hints
        for step, done in (("organisations", organisations), ("visit", visits)):
            left = _without(left, step) if done else left
        self._context.preferences.set(SETTING, left)

    @Slot(str)
    def _changed(self, key: str) -> None:
        if key == SETTING:
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._rows)
        for step in self.left:
            self._rows.addWidget(self._row(step))
        self.setVisible(bool(self.left))

    def _row(self, step: str) -> QWidget:
        kit = self._context.kit
        words, shortcut = _STEPS[step]
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(Label(kit.t(words), wrap=True), 1)
        if step == "organisations":
            link = RouteLink(kit, kit.t("Import a list"), Route(routes.IMPORT))
            link.went.connect(self.went)
            line.addWidget(link)
        if step not in _KEYLESS:
            line.addWidget(Label(shown_keys(shortcut), "key"))
        return row

    @Slot()
    def _hide_all(self) -> None:
        self._context.preferences.set(SETTING, "")


def note_page(preferences: Preferences, place: str) -> None:
    """Take away the step that a page does by being shown."""
    preferences.set(SETTING, _without(preferences.current.hints, _SHOWN.get(place, "")))


def _without(left: str, step: str) -> str:
    return " ".join(each for each in left.split() if each != step)
