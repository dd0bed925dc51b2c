"""The sheet of keys (F1), made from the registry of shortcuts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import Shortcut, Shortcuts, grouped, shown_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label


class KeySheet(QDialog):
    """Lists every key that works, by where it works."""

    def __init__(self, kit: Kit, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        """Show the registry as it is now."""
        super().__init__(parent)
        self._kit = kit
        self.setWindowTitle(kit.t("Keys"))
        self.setAccessibleName(kit.t("Keys"))
        sheet = QWidget()
        sheet.setProperty("role", "page")
        columns = QHBoxLayout(sheet)
        columns.setSpacing(36)
        left, right = QVBoxLayout(), QVBoxLayout()
        columns.addLayout(left)
        columns.addLayout(right)
        heights = {left: 0, right: 0}
        for heading, group in grouped(shortcuts).items():
            shorter = left if heights[left] <= heights[right] else right
            shorter.addLayout(self._group(heading, group))
            shorter.addSpacing(14)
            heights[shorter] += len(group) + 2
        left.addStretch(1)
        right.addStretch(1)
        scroll = QScrollArea()
        scroll.setProperty("role", "page")
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        scroll.setAccessibleName(kit.t("Keys"))
        close = Button(kit, kit.t("Close"), "primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(Label(kit.t("Keys"), "title"))
        column.addWidget(scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(kit.theme.length(720), kit.theme.length(480))

    def _group(self, heading: str, shortcuts: list[Shortcut]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(7)
        grid.setHorizontalSpacing(14)
        grid.addWidget(Label(self._kit.t(heading), "heading"), 0, 0, 1, 2)
        for row, shortcut in enumerate(shortcuts, start=1):
            grid.addWidget(Label(self._kit.t(shortcut.label)), row, 0)
            grid.addWidget(Label(shown_keys(shortcut), "key"), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return grid
