"""What folds: a row that becomes a column where it is too narrow, and the header of a page made with it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import ElidedLabel, Label

_LEAST_BESIDE = 90  # units of width under which what stands beside a title would say nothing


class FoldingRow(QWidget):
    """Parts side by side; one under the other where less than ``units`` (grown with the text) are there."""

    def __init__(self, kit: Kit, units: int, *, spacing: int = 14, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self._kit, self._units = kit, units
        self._parts: list[QWidget] = []
        self._stretches: list[int] = []
        # Unfolded until its width is known: mostly there is room, and nothing is laid out twice.
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        kit.theme.changed.connect(self._fold)

    @property
    def folded(self) -> bool:
        """Whether the parts stand one under the other."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Put a part at the right (or under) the others; ``stretch`` shares the width."""
        self._parts.append(widget)
        self._stretches.append(stretch)
        self._box.addWidget(widget, stretch)
        if self.isVisible():
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Never insist on the width of the unfolded row."""
        size = super().minimumSizeHint()
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(widest, size.height())

    def _fold(self) -> None:
        wide = self.width() >= self._kit.theme.length(self._units)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)
            for place, stretch in enumerate(self._stretches):
                self._box.setStretch(place, stretch if wide else 0)
            self.updateGeometry()


class PageHeader(QWidget):
    """The title of a page and its buttons at the right; the buttons go under the title where there is no room."""

    def __init__(self, kit: Kit, title: str, *, note: str = "", parent: QWidget | None = None) -> None:
        """Show a title; ``note`` stands muted under it."""
        super().__init__(parent)
        self._kit = kit
        self._title = ElidedLabel(title, "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._note = Label(note, "muted", wrap=True)
        self._note.setVisible(bool(note))
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions, spacing=8)
        self._beside: QWidget | None = None
        self._beside_wanted = False
        self._line = -1  # the width of the buttons on one line, as last measured
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(10)
        self._box.addWidget(self._title, 1)
        self._box.addWidget(self._actions)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._box)
        column.addWidget(self._note)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)
        self._fold()

    def set_note(self, text: str) -> None:
        """Change the line under the title; an empty one takes no room."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def add(self, *widgets: QWidget) -> None:
        """Put buttons at the right end."""
        for widget in widgets:
            self._flow.addWidget(widget)
        self._fold()

    def show_beside(self, widget: QWidget, *, shown: bool) -> None:
        """Put something quiet between title and buttons, or take it away; it is seen where there is room for it."""
        if self._beside is None:
            self._beside = widget
            self._box.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._beside_wanted = shown
        self._fold()

    def enable_actions(self, *, enabled: bool) -> None:
        """Let the buttons be pressed, or not."""
        self._actions.setEnabled(enabled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Measure again when a button says something else, comes or goes."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return handled

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def _fit(self, widget: QWidget, room: int) -> None:
        there = self._beside_wanted and room >= self._kit.theme.length(_LEAST_BESIDE)
        if there and widget.maximumWidth() != room:
            widget.setMaximumWidth(room)
        if widget.isHidden() is there:
            widget.setVisible(there)

    def _fold(self) -> None:
        line = self._flow.sizeHint().width()
        wanted = self._title.fontMetrics().horizontalAdvance(self._title.text()) + line + 2 * self._box.spacing()
        if self._beside is not None:
            self._fit(self._beside, self.width() - wanted - 2 * self._box.spacing())
        # A long title is cut before the buttons leave its line; they leave it when nothing of it would be seen.
        least = min(wanted, line + self._kit.theme.length(260))
        fits = self.width() >= least
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if (self._box.direction(), self._line) == (way, line):
            return  # to say again what is so asks for the layout again, without end
        self._line = line
        self._box.setDirection(way)
        self._actions.setMinimumWidth(line if fits else 0)
        self._box.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag(0))
