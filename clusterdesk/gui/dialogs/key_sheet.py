"""The sheet of keys (F1), made from the registry of shortcuts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import Shortcut, Shortcuts, grouped, shown_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.focus_order import ReadDialog
from clusterdesk.gui.widgets.label import Label

_MARGIN, _GAP, _HEIGHT = 24, 36, 560
_MOST_OF_SCREEN = 0.95
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class KeySheet(ReadDialog):
    """Lists every key that works, by where it works."""

    def __init__(self, kit: Kit, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        """Show the registry as it is now."""
        super().__init__(parent)
        self._kit = kit
        self.setWindowTitle(kit.t("Keys"))
        self.setAccessibleName(kit.t("Keys"))
        sheet = QWidget()
        sheet.setProperty("role", "page")
        groups = [(self._group(heading, group), len(group)) for heading, group in grouped(shortcuts).items()]
        self._arrange(sheet, groups)
        scroll = QScrollArea()
        scroll.setProperty("role", "page")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        scroll.setAccessibleName(kit.t("Keys"))
        close = Button(kit, kit.t("Close"), "primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 18)
        column.setSpacing(14)
        column.addWidget(Label(kit.t("Keys"), "title"))
        column.addWidget(scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        around = scroll.verticalScrollBar().sizeHint().width() + 2 * _MARGIN
        self.resize(min(sheet.sizeHint().width() + around, self._room()), kit.theme.length(_HEIGHT))

    def _room(self) -> int:
        """Return the pixels in width: most of the screen, never more than the window it lies over."""
        parent = self.parentWidget()
        screen = int(self.screen().availableSize().width() * _MOST_OF_SCREEN)
        return screen if parent is None else min(screen, parent.window().width() - 2 * _MARGIN)

    def _arrange(self, sheet: QWidget, groups: list[tuple[QWidget, int]]) -> None:
        """Put the groups into two columns, or into one where two are wider than the screen."""
        widest = max(group.sizeHint().width() for group, _count in groups)
        fits = 2 * (widest + _MARGIN) + _GAP <= self._room()
        for label in (label for group, _count in groups for label in group.findChildren(Label)):
            label.setWordWrap(not fits and not label.property("role"))
        columns = QHBoxLayout(sheet)
        columns.setSpacing(_GAP)
        sides = [QVBoxLayout() for _ in range(2 if fits else 1)]
        heights = [0 for _ in sides]
        for group, count in groups:
            shorter = heights.index(min(heights))
            sides[shorter].addWidget(group)
            heights[shorter] += count + 2
        for side in sides:
            side.setSpacing(14)
            side.addStretch(1)
            columns.addLayout(side)

    def _group(self, heading: str, shortcuts: list[Shortcut]) -> QWidget:
        group = QWidget()
        group.setProperty("role", "page")
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(7)
        grid.setHorizontalSpacing(14)
        grid.addWidget(Label(self._kit.t(heading), "heading"), 0, 0, 1, 2)
        for row, shortcut in enumerate(shortcuts, start=1):
            grid.addWidget(Label(self._kit.t(shortcut.label)), row, 0)
            grid.addWidget(Label(shown_keys(shortcut), "key"), row, 1, _AT_RIGHT)
        grid.setColumnStretch(0, 1)
        return group
