"""The buttons at the right of the header of Week: calendars, paper."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.week import Week
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.week.calendars import Calendars
from clusterdesk.gui.pages.week.paper import WeekPaper
from clusterdesk.gui.widgets.buttons import Button


class WeekTools(QObject):
    """What goes out of the week, and comes in.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        """Make the buttons for a page."""
        super().__init__(page)
        self.calendars = Calendars(context, page)
        self.paper = WeekPaper(context.kit, page)
        self.paper.went.connect(self.went)

    @property
    def buttons(self) -> tuple[Button, Button]:
        """The buttons, from left to right."""
        return self.calendars.button, self.paper.button

    def show_week(self, week: Week) -> None:
        """Know the week shown."""
        self.calendars.show_week(week.monday)
        self.paper.show_week(week)
