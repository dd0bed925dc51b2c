"""The header of Today: the date in words, and what one begins from here."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.today import Today
from clusterdesk.gui import routes
from clusterdesk.gui.beginnings import Beginnings
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.today.keys import PREPARE
from clusterdesk.gui.shortcuts import CAPTURE, shown_keys, with_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.gui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from clusterdesk.gui.pages.today.coming import ComingEvent
    from clusterdesk.gui.pages.today.counting import NextEvent
    from clusterdesk.gui.pages.today.hints import HintsCard


class TodayHeader(QWidget):
    """Date and buttons, and under them the first steps while there are some left."""

    hints: "HintsCard | None"
    coming: "ComingEvent | None" = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make the buttons; nothing can be prepared before visits are known."""
        super().__init__(parent)
        kit, t = context.kit, context.kit.t
        self._context = context
        self._visits: tuple[tuple[UUID, date], ...] = ()
        self._line = PageHeader(kit, "")
        self.note = Button(
            kit,
            t("Note"),
            icon="notebook-pen",
            hint=with_keys(t, t("Quick note"), CAPTURE),
        )
        self.plan = Button(kit, t("Visit"), icon="calendar-plus", hint=t("Plan a visit"))
        self.organisation = Button(kit, t("Organisation"), icon="plus", hint=t("New organisation"))
        self.prepare = Button(kit, "", "primary", icon="printer")
        self._line.add(self.note, self.plan, self.organisation, self.prepare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._line)
        self._column, self.hints = column, None
        self._begin = Beginnings(context, self)
        self.note.clicked.connect(self._capture)
        self.plan.clicked.connect(self._begin.ask_plan)
        self.organisation.clicked.connect(self._begin.ask_organisation)
        self.prepare.clicked.connect(self._prepare)
        self.show_today(Today(kit.clock.today()))

    @property
    def title(self) -> str:
        """The date in words."""
        return self._line.title

    def show_day(self, day: date) -> None:
        """Show the date: a window left open overnight wakes up on another day."""
        words = self._context.kit.formats.long_date(day).removesuffix(f" {day.year}")
        self._line.set_title(words[:1].upper() + words[1:])

    def show_today(self, today: Today, *, empty_binder: bool = True) -> None:
        """Offer to prepare the visits of the coming days; first steps that are done go."""
        self._show_hints(today, organisations=not empty_binder)
        t = self._context.kit.t
        self.show_day(today.day)
        self._visits = tuple((visit.session_id, visit.on) for visit in today.visits)
        number = len(self._visits)
        self.prepare.set_text(t.n("Prepare the next visit", "Prepare the next visits ({n})", n=number))
        self.prepare.setEnabled(bool(number))
        nothing = t("No visit is planned for the coming days.")
        self.prepare.setToolTip(plain_tooltip(shown_keys(PREPARE) if number else nothing))

    def _show_hints(self, today: Today, *, organisations: bool) -> None:
        if self.hints is None and self._context.settings.hints:
            # Most starts have none: then the card is not even imported.
            from clusterdesk.gui.pages.today.hints import HintsCard

            self.hints = HintsCard(self._context)
            self.hints.went.connect(self._context.shell.go)
            self._column.addWidget(self.hints)
        if self.hints is not None:
            self.hints.note(organisations=organisations, visits=bool(today.visits))

    def ask_event(self) -> None:
        """Read which event comes next."""
        from clusterdesk.gui.pages.today.counting import ReadNextEvent

        self._context.desk.submit(ReadNextEvent(), self.show_event, latest="next-event", owner=self)

    def show_event(self, found: "NextEvent | None") -> None:
        """Name the next event beside the date; without one there is not even the link."""
        if self.coming is None and found is not None:
            from clusterdesk.gui.pages.today.coming import ComingEvent

            self.coming = ComingEvent(self._context, self)
        if self.coming is not None:
            self._line.show_beside(self.coming, shown=self.coming.show_event(found))

    @Slot()
    def _prepare(self) -> None:
        from clusterdesk.gui.briefing.request import bag_of

        self._context.shell.go(routes.preview(bag_of(self._visits)))

    @Slot()
    def ask_notes(self) -> None:
        """Ask with whom and how, and open the notes of a session of now."""
        self._begin.ask_note()

    @Slot()
    def _capture(self) -> None:
        self._context.shell.capture()
