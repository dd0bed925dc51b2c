"""Today, where every day begins: visits and promises first, then who wants attention."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from clusterdesk.domain.views.today import Today
from clusterdesk.gui import routes
from clusterdesk.gui.pages.today import keys
from clusterdesk.gui.pages.today.attention import AttentionRow
from clusterdesk.gui.pages.today.day_row import DayRow, rows_for
from clusterdesk.gui.pages.today.figures_due import FiguresDueLink
from clusterdesk.gui.pages.today.goals_slot import COUNTED, GoalsSlot
from clusterdesk.gui.pages.today.header import TodayHeader
from clusterdesk.gui.pages.today.inbox_slot import InboxSlot
from clusterdesk.gui.pages.today.tabs import TO_WEEK, DayTabs
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.services.first_look import today_question

if TYPE_CHECKING:
    from clusterdesk.gui.pages.today.reading import TodayFacts
    from clusterdesk.gui.widgets.empty_state import EmptyState
    from clusterdesk.services.first_look import FirstRows

_PATIENCE_SECONDS = 0.5  # so long a window with room for all of it waits for what lies below
_SIDE_BY_SIDE = 760  # units of width from which cards stand beside each other
_LINKS_BESIDE = 640  # and from which what is due stands beside the tabs


class TodayPage(Page):
    """The page."""

    shows = (
        *COUNTED,
        "membership",
        "contact_role",
        "contact_point",
        "session_attendee",
        "action",
        "event_participation",
        "quick_note",
        "monthly_figures",
        "milestone",
        "funding_application",
        "figure",
        "difficulty_organisation",
        "difficulty_step",
    )

    _today: Today | None = None
    _whole: "Callable[[float], FirstRows | None] | None" = None
    empty: "EmptyState | None" = None
    _laid_out = False

    def build(self) -> None:
        """Make header, cards, and what an empty binder shows instead of them."""
        self.tabs = DayTabs(self.kit, routes.TODAY, self)
        self.header = TodayHeader(self.context, self)
        self._upper = DayRow(self.kit, _SIDE_BY_SIDE, self)
        self.visits, self.promises = self._upper.visits, self._upper.promises
        self.inbox = InboxSlot(self.context)
        self.attention = AttentionRow(self.kit, _SIDE_BY_SIDE, self.context.settings.silent_after_days)
        self.goals = GoalsSlot(self.context)
        self.body.setContentsMargins(28, 10, 28, 20)
        self.body.setSpacing(10)
        self.due = FiguresDueLink(self.kit)
        beside = FoldingRow(self.kit, _LINKS_BESIDE, spacing=8)
        beside.add(self.tabs, 1)
        beside.add(self.due, 0)
        self.body.addWidget(beside)
        self.body.addWidget(self.header)
        self.body.addWidget(self._cards(), 1)
        self._connect()

    def refresh(self, changes: object) -> None:
        """Read the day; the indicators last, and only where what they count has changed."""
        from clusterdesk.gui.pages.today.reading import ReadArrivals, ReadToday

        today = self.kit.clock.today()
        self.header.show_day(today)
        question = today_question(self.context.settings, today)
        self.context.desk.submit(ReadToday(question), self._show_facts, latest="today", owner=self)
        self.context.desk.submit(ReadArrivals(today), self.attention.show_arrivals, latest="arrivals", owner=self)
        self.header.ask_event()
        self.due.ask(self.context)
        self.goals.ask(changes)

    def show_first(self, rows: "FirstRows", whole: "Callable[[float], FirstRows | None]") -> None:
        """Show what was read before the store was opened; what lies below the window waits (see ``showEvent``)."""
        self._whole = whole
        self._show_upper(rows.today, empty_binder=rows.empty and not rows.today.waiting)
        # Qt forgets by itself what it measured before only where it is visible; the rest would be laid out twice.
        for part in (self.visits, self.promises, self._upper, self._inner, self.area, self):
            part.updateGeometry()
        if self.isVisible():
            self.show_rest(whole(_PATIENCE_SECONDS))
        self.filled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin the cards with fewer rows where the window is low."""
        super().resizeEvent(event)
        self._laid_out = True
        if self._fit() and self._today is not None:
            self._measure()
            if self.attention.cards:
                self.attention.show_today(self._today)

    def showEvent(self, event: QShowEvent) -> None:
        """Show also what lies below visits and promises where it can be seen: now it is known how high they are."""
        super().showEvent(event)
        # Not asked of the viewport, which is Qt's own: for the first such widget the bindings learn all kinds of them.
        if self._whole is not None and self.area.isVisible() and self._upper.sizeHint().height() < self.area.height():
            self.show_rest(self._whole(_PATIENCE_SECONDS))

    def show_rest(self, rows: "FirstRows | None") -> None:
        """Show what lies below visits and promises, where nothing newer was shown meanwhile."""
        if rows is not None and not self.attention.cards:
            self.attention.show_today(rows.today)

    def shortcuts(self) -> Iterable[keys.Shortcut]:
        """Prepare with Ctrl+P, notes of a session with Ctrl+Shift+N, the week with Ctrl+Tab."""
        return (keys.PREPARE, keys.NOTES, TO_WEEK)

    def show_today(self, today: Today, *, empty_binder: bool) -> None:
        """Show a day that was read, here or before the store was opened."""
        self._show_upper(today, empty_binder=empty_binder)
        self.attention.show_today(today)

    def _show_upper(self, today: Today, *, empty_binder: bool) -> None:
        self._today = today
        self._fit()
        self.header.show_today(today, empty_binder=empty_binder)
        self.area.setVisible(not empty_binder)
        if empty_binder or self.empty is not None:
            self._say_empty(shown=empty_binder)
        self._upper.show_day(today)
        self.inbox.show_today(today)

    def _fit(self) -> bool:
        """Choose the rows for the height there is; tell whether they are others than before.

        Before it was laid out that of the window tells more than its own, and mostly spares making the rows twice.
        """
        waiting = self._today is not None and bool(self._today.waiting)
        height = self.height() if self._laid_out else self.window().height()
        room = rows_for(self.kit.theme, height, waiting=waiting)
        changed = self._upper.set_room(room)
        self.inbox.room = self.attention.room = room
        self._column.setSpacing(7 if room.low else 14)
        self.body.setSpacing(8 if room.low else 10)
        self.body.setContentsMargins(28, 8 if room.low else 10, 28, 6 if room.low else 20)
        return changed

    def _cards(self) -> QScrollArea:
        self._inner = QWidget()
        self._inner.setProperty("role", "page")
        column = self._column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._upper, 1)
        column.addWidget(self.inbox)
        column.addWidget(self.attention)
        column.addWidget(self.goals)
        self.area = QScrollArea()
        self.area.setProperty("role", "page")
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.kit.t("Today"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inner)
        return self.area

    def _say_empty(self, *, shown: bool) -> None:
        if self.empty is None:
            self.empty = self._made_empty()
            self.body.addWidget(self.empty, 1)
        self.empty.setVisible(shown)

    def _made_empty(self) -> "EmptyState":
        from clusterdesk.gui.widgets.empty_state import EmptyState

        t = self.kit.t
        empty = EmptyState(
            self.kit,
            "building-2",
            t("Your binder is empty"),
            t(
                "Bring in the list you have – members, contacts, past visits – or enter a first organisation above. "
                "Your visits and promises will then stand here every morning."
            ),
            t("Import a list"),
        )
        empty.acted.connect(self._import)
        return empty

    def _connect(self) -> None:
        for part in (self.tabs, self.due, self.visits, self.promises, self.inbox, self.attention, self.goals):
            part.went.connect(self.context.shell.go)
        self.due.deadlines_asked.connect(self.inbox.turn_deadlines)
        self.due.deadlines_read.connect(self.inbox.show_deadlines)
        self.kit.theme.changed.connect(self._measure)
        self.promises.kept.connect(self._keep)
        self.promises.put_off.connect(self._put_off)
        keys.connect(self, self.kit, self.header.prepare.click, self.header.ask_notes)

    def _show_facts(self, facts: "TodayFacts") -> None:
        self.show_today(facts.today, empty_binder=facts.empty_binder)

    @Slot()
    def _measure(self) -> None:
        """Lay the rows out anew: their columns grow with the text."""
        if self._today is not None:
            self._upper.show_day(self._today)
            self.inbox.show_today(self._today)

    @Slot()
    def _import(self) -> None:
        self.context.shell.go(routes.importing())

    @Slot(object)
    def _keep(self, action_id: UUID) -> None:
        from clusterdesk.gui.pages.today.reading import KeepPromise

        self.context.write(
            KeepPromise(action_id, kept=True), on_error=self._refused, toast=self.kit.t("Kept."), owner=self
        )

    @Slot(object, object)
    def _put_off(self, action_id: UUID, day: date | None) -> None:
        from clusterdesk.gui.pages.today.reading import PutOff

        t = self.kit.t
        toast = t("Due on {day}", day=self.kit.formats.long_date(day)) if day else t("Without a day now")
        self.context.write(PutOff(action_id, day), on_error=self._refused, toast=toast, owner=self)

    def _refused(self, error: BaseException) -> None:
        self.context.shell.show_error(error)
        self.refresh(None)
