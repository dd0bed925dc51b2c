"""How many ledgers lack figures, and files head counts, as links at the right of the tabs: one click from Today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.domain.health import HealthKey
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import FIGURES_DUE, with_keys
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink


class FiguresDueLink(QWidget):
    """« 2 sans effectif », « 4 sans chiffres »; nothing where nothing is due.

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
        self.staff = RouteLink(kit, "", routes.health(HealthKey.HEADCOUNT), icon="users")
        self.staff.setToolTip(
            plain_tooltip(kit.t("The staff at the end of the last quarter, where employment is followed"))
        )
        self.staff.went.connect(self.went)
        self.staff.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.staff, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignVCenter)

    def ask(self, context: Context) -> None:
        """Count both anew."""
        from clusterdesk.gui.pages.today.counting import CountFiguresDue, CountHeadcountsMissing

        context.desk.submit(CountFiguresDue(), self.show_count, latest="figures-due-count", owner=self)
        context.desk.submit(CountHeadcountsMissing(), self.show_staff, latest="staff-due-count", owner=self)

    def show_staff(self, count: int) -> None:
        """Say of how many files the head count of the last quarter is missing."""
        self.staff.set_text(self._kit.t.n("{n} without a head count", "{n} without a head count", n=count))
        self.staff.setVisible(bool(count))

    def show_count(self, count: int) -> None:
        """Say how many ledgers lack the figures of their last period."""
        self.link.set_text(self._kit.t.n("{n} without figures", "{n} without figures", n=count))
        self.link.setVisible(bool(count))
