"""The six columns; cards are dragged from one to another."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from clusterdesk.domain.referrals.board import BoardColumn
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referrals.card import REFERRAL, ReferralCard
from clusterdesk.gui.pages.referrals.words import COLUMN_LABELS
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.dragging import DropZone
from clusterdesk.gui.widgets.label import ElidedLabel, Label
from clusterdesk.gui.widgets.page_header import FoldingRow

_COLUMNS = 760


class ColumnZone(DropZone):
    """One column.

    Signals:
        let_go: the id of an orientation that was let go here, and the column.
    """

    let_go = Signal(object, object)

    def __init__(self, kit: Kit, column: BoardColumn, cards: int, older: int) -> None:
        """Make a column with its heading and how many stand in it; ``older`` ones are in the list only."""
        super().__init__(REFERRAL, role="day")
        self.column = column
        # All columns are as wide as each other, whatever their cards say.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        name = kit.t(COLUMN_LABELS[column])
        self.setAccessibleName(name)
        first = QHBoxLayout()
        first.setContentsMargins(5, 2, 5, 2)
        first.addWidget(ElidedLabel(name, "strong"), 1)
        first.addWidget(Label(kit.formats.number(cards) if cards else "", "muted"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(6)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(3, 6, 3, 8)
        column_box.setSpacing(6)
        column_box.addLayout(first)
        column_box.addLayout(self._cards)
        if older:
            said = kit.t.n("{n} older one: in the list", "{n} older ones: in the list", n=older)
            self.older = Label(said, "small", wrap=True)
            self.older.setContentsMargins(5, 0, 5, 0)
            self.older.setToolTip(kit.t("Ended more than a year ago"))
            column_box.addWidget(self.older)
        column_box.addStretch(1)
        self.dropped.connect(self._tell)

    def add_card(self, card: ReferralCard) -> None:
        """Put a card under the others."""
        self._cards.addWidget(card)

    @Slot(str, object)
    def _tell(self, _kind: str, payload: bytes) -> None:
        self.let_go.emit(UUID(bytes=payload), self.column)


class Board(QScrollArea):
    """The columns side by side, under each other where they would be too narrow.

    Signals:
        let_go: the id of an orientation, and the column it was let go on.
        menu_asked: the menu of a card is asked for (the ReferralRow, the widget beside which).
        went: a Route to go to.
    """

    let_go = Signal(object, object)
    menu_asked = Signal(object, QWidget)
    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty board."""
        super().__init__()
        self._kit = kit
        self._zones: list[ColumnZone] = []
        self.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(kit.t("Board of orientations"))
        inner = QWidget()
        inner.setProperty("role", "page")
        self._place = QVBoxLayout(inner)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inner)

    @property
    def zones(self) -> tuple[ColumnZone, ...]:
        """The columns shown now."""
        return tuple(self._zones)

    @property
    def cards(self) -> tuple[ReferralCard, ...]:
        """The cards shown now, column by column."""
        return tuple(card for zone in self._zones for card in zone.findChildren(ReferralCard))

    def show_columns(
        self, columns: Mapping[BoardColumn, tuple[ReferralRow, ...]], older: Mapping[BoardColumn, int]
    ) -> None:
        """Show the cards, and how many ``older`` ones are left out; what had the focus keeps it, wherever it is now."""
        focused = self.focused_row()
        clear_layout(self._place)
        self._zones = []
        row = FoldingRow(self._kit, _COLUMNS, spacing=6)
        for column, rows in columns.items():
            zone = ColumnZone(self._kit, column, len(rows), older.get(column, 0))
            zone.let_go.connect(self.let_go)
            for one in rows:
                card = ReferralCard(self._kit, one)
                card.menu_asked.connect(self.menu_asked)
                card.went.connect(self.went)
                zone.add_card(card)
            row.add(zone)
            self._zones.append(zone)
        self._place.addWidget(row)
        row.show()  # at once: what is not seen yet takes no focus
        if focused is not None:
            self._focus(focused.record.id)

    def focused_row(self) -> ReferralRow | None:
        """Return the orientation in whose card the focus is."""
        return next((card.row for card in self.cards if card.has_focus_inside()), None)

    def enter(self) -> None:
        """Go to the first card."""
        first = next(iter(self.cards), None)
        if first is not None:
            first.name.setFocus()

    def _focus(self, referral_id: UUID) -> None:
        for card in self.cards:
            if card.row.record.id == referral_id:
                card.name.setFocus()
