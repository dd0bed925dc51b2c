"""What comes next: in words, with a day; three days stand ready, and none is never forgotten in silence."""

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.sessions import Session
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

_WEEKS = (1, 2, 4)
_SATURDAY = 5


class NextStepCard(FormCard):
    """The card of the next step.

    Signals:
        day_chosen: one of the days that stand ready (a date).
    """

    day_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(context.kit.t("What comes next"))
        self.kit = context.kit
        self.form = RecordForm(context, "session", (("next_step",), ("next_step_on",)))
        self.days = [_DayButton(self.kit) for _week in _WEEKS]
        ready = QWidget()
        ready.setContentsMargins(6, 0, 6, 0)
        flow = FlowLayout(ready)
        for button in self.days:
            button.clicked.connect(self._chosen)
            flow.addWidget(button)
        self._warning = Label(
            self.kit.t("Without a next step the organisation is listed on Today until it has one."), "muted", wrap=True
        )
        self._warning.setContentsMargins(7, 0, 7, 4)
        self.add(self.form, ready, self._warning)

    def show_session(self, session: Session, today: date) -> None:
        """Show the step agreed, and the days to choose from."""
        self.form.show_record(session)
        for weeks, button in zip(_WEEKS, self.days, strict=True):
            button.offer(working_day(today + timedelta(weeks=weeks)), session.next_step_on)
        self._warning.setVisible(not session.next_step.strip() and session.next_step_on is None)

    @Slot()
    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, _DayButton) and button.day is not None:
            self.day_chosen.emit(button.day)


class _DayButton(Button):
    """A day to choose with one click."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "", "filter")
        self.kit = kit
        self.day: date | None = None
        self.setCheckable(True)

    def offer(self, day: date, chosen: date | None) -> None:
        """Stand for a day."""
        self.day = day
        self.set_text(self.kit.formats.weekday_date(day))
        self.setChecked(day == chosen)


def working_day(day: date) -> date:
    """Return the day, or the Monday after it at the weekend."""
    beyond = day.weekday() - _SATURDAY
    return day + timedelta(days=2 - beyond) if beyond >= 0 else day
