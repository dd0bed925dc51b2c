"""The header of Week: which week, and the ways to others."""

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.working_days import monday_of
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.week import keys
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import shown_keys, with_keys
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.page_header import PageHeader


class WeekHeader(QWidget):
    """Title and buttons.

    Signals:
        went: the Route of another week.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make the buttons."""
        super().__init__(parent)
        self._kit = kit
        t = kit.t
        self._monday = monday_of(kit.clock.today())
        self._line = PageHeader(kit, "")
        self.before = IconButton(kit, "chevron-left", with_keys(t, t("The week before"), keys.BEFORE))
        self.this = Button(kit, t("This week"), hint=shown_keys(keys.THIS))
        self.after = IconButton(kit, "chevron-right", with_keys(t, t("The week after"), keys.AFTER))
        self.before.clicked.connect(self.go_before)
        self.this.clicked.connect(self.go_this)
        self.after.clicked.connect(self.go_after)
        self._line.add(Row(self.before, self.this, self.after, spacing=2, stretch=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        self.show_week(self._monday)

    @property
    def title(self) -> str:
        """The week in words."""
        return self._line.title

    def add(self, *buttons: QWidget) -> None:
        """Put buttons at the right end."""
        self._line.add(*buttons)

    def show_week(self, monday: date) -> None:
        """Say which week it is."""
        self._monday = monday
        self._line.set_title(self._kit.t("Week of {day}", day=self._kit.formats.day_month(monday)))
        self.this.setEnabled(monday != monday_of(self._kit.clock.today()))

    @Slot()
    def go_before(self) -> None:
        """Go to the week before."""
        self._go(self._monday - timedelta(days=7))

    @Slot()
    def go_after(self) -> None:
        """Go to the week after."""
        self._go(self._monday + timedelta(days=7))

    @Slot()
    def go_this(self) -> None:
        """Go to this week."""
        self.went.emit(Route(routes.WEEK))

    def _go(self, monday: date) -> None:
        this = monday == monday_of(self._kit.clock.today())
        self.went.emit(Route(routes.WEEK) if this else routes.week(monday))
