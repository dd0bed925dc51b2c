"""How many ledgers lack figures, as a link at the right of the tabs: one click from Today to the grid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import FIGURES_DUE, with_keys
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink


class FiguresDueLink(QWidget):
    """« 4 sans chiffres »; nothing where nothing is due.

    Signals:
        went: the Route of the grid.
    """

    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Say nothing yet."""
        super().__init__()
        self._kit = kit
        self.link = RouteLink(kit, "", routes.figures_due(), icon="table")
        self.link.setToolTip(plain_tooltip(with_keys(kit.t, kit.t("Enter the figures that are due"), FIGURES_DUE)))
        self.link.went.connect(self.went)
        self.link.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_count(self, count: int) -> None:
        """Say how many ledgers lack the figures of their last period."""
        self.link.set_text(self._kit.t.n("{n} without figures", "{n} without figures", n=count))
        self.link.setVisible(bool(count))
