"""The indicators at the foot of Today: how far each is, how much of it can be proved, what is expected by now."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from clusterdesk.domain.views.board import BoardRow
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.board import words
from clusterdesk.gui.pages.board.goal_bar import GoalBar
from clusterdesk.gui.widgets.buttons import PressedByEnter
from clusterdesk.gui.widgets.card import Card, Row
from clusterdesk.gui.widgets.label import ElidedLabel, Label, plain_tooltip
from clusterdesk.gui.widgets.page_header import FoldingRow

_FOLDS = 940  # units of width under which the tiles stand under each other
_BAR = 40


class GoalTile(PressedByEnter):
    """One indicator; pressed, it leads to the board.

    Signals:
        went: the Route of the board, opened at this indicator.
    """

    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty tile."""
        super().__init__()
        self._kit = kit
        self._row: BoardRow | None = None
        self.setProperty("role", "tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name = ElidedLabel("", "small")
        self.number = Label("", "strong")
        self.bar = GoalBar(kit)
        self.bar.setMinimumWidth(kit.theme.length(_BAR))
        self.told = Label("", "small")
        above, below = Row(stretch=False), Row(stretch=False)
        above.line.addWidget(self.name, 1)
        above.line.addWidget(self.number)
        below.line.addWidget(self.bar, 1)
        below.line.addWidget(self.told)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(9, 1, 9, 2)
        column.setSpacing(0)
        for part in (above, below):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        self.clicked.connect(self._go)

    def show_row(self, row: BoardRow) -> None:
        """Show how far the indicator is."""
        kit, one = self._kit, row.indicator
        self._row = row
        provable = row.total if row.provable is None else row.provable
        self.name.setText(one.name_in(kit.t.language))
        self.number.setText(words.number_words(kit, row))
        told = kit.t.n("{n} provable", "{n} provable", n=provable) if row.provable is not None else ""
        self.told.setText(" · ".join(part for part in (told, words.expected_words(kit, row)) if part))
        said, at = words.bar_words(kit, row), row.planned if row.planned is not None else row.expected
        self.bar.show_values(row.total, provable, one.target or 0, None if at is None else float(at), said)
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))

    def sizeHint(self) -> QSize:
        """Ask for the room of what is in it."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Insist on the room of what cannot be cut."""
        return self._column.minimumSize()

    @Slot()
    def _go(self) -> None:
        if self._row is not None:
            self.went.emit(routes.indicator(self._row.indicator.id))


class GoalStrip(Card):
    """The tiles side by side.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(margin=3, spacing=0, parent=parent)
        self._kit = kit
        self.body.setContentsMargins(5, 2, 5, 2)
        self._line = FoldingRow(kit, _FOLDS, spacing=4)
        self.tiles: list[GoalTile] = []
        self.add(self._line)

    def show_goals(self, rows: Sequence[BoardRow]) -> None:
        """Show the indicators."""
        while len(self.tiles) < len(rows):
            tile = GoalTile(self._kit)
            tile.went.connect(self.went)
            self.tiles.append(tile)
            self._line.add(tile)
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(rows))
            if place < len(rows):
                tile.show_row(rows[place])
