"""How the place of orientations is laid out: head, tabs, filters, and one of three views."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referrals import listed
from clusterdesk.gui.pages.referrals.board import Board
from clusterdesk.gui.pages.referrals.filters import Filters
from clusterdesk.gui.pages.referrals.tables import TableCard
from clusterdesk.gui.shortcuts import REFER
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import page_scroll

_LEAST_VIEW = 200  # pixels: each view scrolls by itself


class ReferralsLayout(QWidget):
    """The widgets of the place."""

    def __init__(self, kit: Kit, export: QWidget) -> None:
        """Lay them out; ``export`` is the button that writes the list into a file."""
        super().__init__()
        t = kit.t
        self.header = PageHeader(kit, t("Orientations"), note=" ")
        self.teams_button = Button(kit, t("Receiving teams"), icon="handshake", hint=t("Their directory"))
        self.refer = Button(kit, t("Refer…"), "primary", icon="share-2")
        self.refer.say_keys(REFER)
        self.header.add(self.teams_button, export, self.refer)
        self.tabs = QTabBar()
        self.tabs.setProperty("role", "tabs")
        self.tabs.setAccessibleName(t("How orientations are shown"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for label in (t("Board"), t("List"), t("By team")):
            self.tabs.addTab(label)
        self.filters = Filters(kit)
        self.board = Board(kit)
        self.list = TableCard(kit, listed.columns(kit), t("Orientations"))
        self.teams = TableCard(kit, listed.team_columns(kit), t("How the teams answer"))
        self.empty = EmptyState(
            kit,
            "share-2",
            t("No orientation yet"),
            t(
                "A company that needs more than the cluster – a distributor abroad, a loan, a hall – is handed over to "
                "a team here, with its consent; its answer comes back to the same card."
            ),
            t("Refer…"),
        )
        self.empty.setProperty("role", "plain")
        self.nothing = page_scroll(self.empty, t("Orientations"))
        self.views = QStackedWidget()
        self.views.setMinimumHeight(_LEAST_VIEW)
        for view in (self.board, self.list, self.teams, self.nothing):
            self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.header, self.tabs, self.filters):
            column.addWidget(part)
        column.addWidget(self.views, 1)
