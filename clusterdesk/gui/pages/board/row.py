"""One indicator on the board: name, number, bar, what is expected, ahead or behind, this quarter; it opens."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from clusterdesk.domain.views.board import Board, BoardRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.board import words
from clusterdesk.gui.pages.board.beside import BesideLine
from clusterdesk.gui.pages.board.goal_bar import GoalBar
from clusterdesk.gui.pages.board.lines import ResultLines
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.label import Chip, Label, plain_tooltip, restyle
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.page_scroll import scroll_to

_NAME, _NUMBER, _EXPECTED, _STATE, _TREND = 250, 84, 92, 116, 128
_FOLDS = 760


class IndicatorRow(QFrame):
    """An indicator of the board.

    Signals:
        went: the Route of an organisation behind its number.
        validate_asked: the id of the result that a second person would validate.
    """

    went = Signal(object)
    validate_asked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty row."""
        super().__init__()
        self.kit = kit
        self.setProperty("role", "part")
        self._board: Board | None = None
        self._row: BoardRow | None = None
        self.name = Label("", wrap=True)
        self.number = Button(kit, "", "link")
        self.number.clicked.connect(self.turn)
        self.bar = GoalBar(kit)
        self.expected = Label("", "small")
        self.state = Chip("")
        self.trend = Label("", "small")
        for widget, width in (
            (self.name, _NAME),
            (self.number, _NUMBER),
            (self.expected, _EXPECTED),
            (self.state, _STATE),
            (self.trend, _TREND),
        ):
            widget.setFixedWidth(kit.theme.length(width))
        self.inline, self.below = BesideLine(kit), BesideLine(kit)
        for beside in (self.inline, self.below):
            beside.went.connect(self.went)
        middle = QWidget()
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.bar)
        inside.addWidget(self.inline)
        line = FoldingRow(kit, _FOLDS, spacing=10)
        line.add(Row(self.name, self.number, spacing=10), 0)
        line.add(middle, 1)
        line.add(Row(self.expected, self.state, self.trend, spacing=10), 0)
        policy = self.state.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.state.setSizePolicy(policy)
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.lines = ResultLines(kit)
        self.lines.went.connect(self.went)
        self.lines.validate_asked.connect(self.validate_asked)
        self.lines.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._scroll_here)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 3, 8, 3)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self._under(self.below))
        column.addWidget(self.lines)

    @property
    def is_open(self) -> bool:
        """Whether what stands behind the number is shown."""
        return not self.lines.isHidden()

    def show_row(self, board: Board, row: BoardRow) -> None:
        """Show an indicator as of the day of the board."""
        kit, one = self.kit, row.indicator
        self._board, self._row = board, row
        name = one.name_in(kit.t.language)
        self.name.setText(name)
        number = words.number_words(kit, row)
        self.number.set_text(number)
        self.number.set_hint(kit.t("What counts, and why"))
        self.number.setAccessibleName(kit.t("{name}: {number}. What counts, and why", name=name, number=number))
        self.bar.setVisible(one.target is not None)
        if one.target is not None:
            expected = row.planned if row.planned is not None else row.expected
            provable = row.total if row.provable is None else row.provable
            at = None if expected is None else float(expected)
            self.bar.show_values(row.total, provable, one.target, at, words.bar_words(kit, row))
        self.expected.setText(words.expected_words(kit, row))
        self.expected.setToolTip(plain_tooltip(words.expected_both(kit, row)))
        state = words.state_of(kit, row)
        self.state.setVisible(state is not None)
        self.state.setText(state[0] if state else "")
        self.state.set_tone(state[1] if state else Tone.NEUTRAL)
        self.trend.setText(words.trend_words(kit, row))
        # Beside a bar there is no room: what is told more stands under it.
        self.inline.show_beside(row.beside if one.target is None else None)
        self.below.show_beside(row.beside if one.target is not None else None)
        self._indented.setVisible(not self.below.isHidden())
        self._indent.setVisible(not row.beside.dossiers)
        if self.is_open:
            self.lines.show_row(board, row)

    def reveal(self) -> None:
        """Show what stands behind the number, and scroll to it once there is room for it."""
        if not self.is_open:
            self.turn()
        self.number.setFocus()
        self._soon.start()

    @Slot()
    def turn(self) -> None:
        """Show what stands behind the number, or hide it."""
        opening = not self.is_open
        if opening and self._board is not None and self._row is not None:
            self.lines.show_row(self._board, self._row)
        self.lines.setVisible(opening)
        self.setProperty("open", opening)
        restyle(self)

    def _under(self, below: BesideLine) -> QWidget:
        """Return the line under the bar: it begins where the bar does, at the left edge where the row is folded."""
        self._indented = FoldingRow(self.kit, _FOLDS, spacing=0)
        self._indent = QWidget()
        self._indent.setFixedSize(self.kit.theme.length(_NAME + _NUMBER) + 20, 0)
        self._indented.add(self._indent, 0)
        self._indented.add(below, 1)
        self._indented.hide()
        return self._indented

    @Slot()
    def _scroll_here(self) -> None:
        scroll_to(self)
