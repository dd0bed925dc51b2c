"""The days of the week as columns: what is planned, and places to let somebody go on."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clusterdesk.domain.views.week import Week, WeekVisit
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.week.proposals import PROPOSAL
from clusterdesk.gui.pages.week.visit_card import VISIT, VisitCard
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.dragging import DropZone
from clusterdesk.gui.widgets.label import ElidedLabel
from clusterdesk.gui.widgets.page_header import FoldingRow


class DayColumn(DropZone):
    """One day.

    Signals:
        let_go: a kind and a payload were let go on it (the kind, the payload, the day).
        add_asked: a visit is to be planned on it (the day).
    """

    let_go = Signal(str, object, object)
    add_asked = Signal(object)

    def __init__(self, kit: Kit, day: date, today: date) -> None:
        """Make an empty day; one that has passed takes nothing."""
        super().__init__(*(() if day < today else (PROPOSAL, VISIT)), role="day")
        self.day = day
        self.setProperty("today", day == today)
        words = kit.formats.weekday_date(day)
        heading = ElidedLabel(kit.formats.weekday_day(day), "strong" if day >= today else "muted")
        self.add_button = IconButton(kit, "plus", kit.t("Plan a visit on {day}", day=words))
        if day < today:
            self.add_button.hide()
        self.add_button.clicked.connect(self._ask)
        first = QHBoxLayout()
        first.setContentsMargins(2, 0, 0, 0)
        first.setSpacing(0)
        first.addWidget(heading, 1)
        first.addWidget(self.add_button)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 6, 3, 8)  # a week with both its weekend days has narrow columns
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.setAccessibleName(kit.t("Today, {day}", day=words) if day == today else words)
        self.dropped.connect(self._tell)

    def add_card(self, card: VisitCard) -> None:
        """Put a visit under the others."""
        self._cards.addWidget(card)

    @Slot(str, object)
    def _tell(self, kind: str, payload: bytes) -> None:
        self.let_go.emit(kind, payload, self.day)

    @Slot()
    def _ask(self) -> None:
        self.add_asked.emit(self.day)


class DaysBoard(QScrollArea):
    """The columns side by side, under each other where they would be too narrow.

    Signals:
        let_go, add_asked: as those of a day.
        menu_asked: the menu of a visit is asked for (the WeekVisit, the widget beside which).
        went: a Route to go to.
    """

    let_go = Signal(str, object, object)
    add_asked = Signal(object)
    menu_asked = Signal(object, QWidget)
    went = Signal(object)

    def __init__(self, kit: Kit, units: int) -> None:
        """Make an empty board; columns stand under each other where less than ``units`` are there."""
        super().__init__()
        self._kit, self._units = kit, units
        self._columns: list[DayColumn] = []
        self.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(kit.t("The days"))
        inner = QWidget()
        inner.setProperty("role", "page")
        self._place = QVBoxLayout(inner)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inner)

    @property
    def columns(self) -> tuple[DayColumn, ...]:
        """The days shown now."""
        return tuple(self._columns)

    @property
    def cards(self) -> tuple[VisitCard, ...]:
        """The visits shown now, day by day."""
        return tuple(card for column in self.columns for card in column.findChildren(VisitCard))

    def show_week(self, week: Week) -> None:
        """Show the days of a week; a visit that had the focus keeps it, wherever it has gone."""
        focused = next((card.visit.session_id for card in self.cards if card.has_focus_inside()), None)
        clear_layout(self._place)
        self._columns = []
        row = FoldingRow(self._kit, self._units, spacing=6)
        for day in week.days:
            column = DayColumn(self._kit, day, week.today)
            column.let_go.connect(self.let_go)
            column.add_asked.connect(self.add_asked)
            for visit in week.visits_on(day):
                column.add_card(self._card(visit))
            row.add(column)
            self._columns.append(column)
        self._place.addWidget(row)
        if focused is not None:
            self._focus(focused)

    def focused_visit(self) -> WeekVisit | None:
        """Return the visit in whose card the focus is."""
        return next((card.visit for card in self.cards if card.has_focus_inside()), None)

    def _focus(self, session_id: UUID) -> None:
        for card in self.cards:
            if card.visit.session_id == session_id:
                card.name.setFocus()

    def _card(self, visit: WeekVisit) -> VisitCard:
        card = VisitCard(self._kit, visit)
        card.menu_asked.connect(self.menu_asked)
        card.went.connect(self.went)
        return card
