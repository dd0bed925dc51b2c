"""The head of a group's page: the way back, what it works for, its name, and what may be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.views.groups import GroupPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.groups import words
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.bin_notice import BinNotice
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel
from clusterdesk.gui.widgets.title_row import TitleRow


class Header(QWidget):
    """The head of the page.

    Signals:
        list_asked, plan_asked, history_asked, bin_asked, unbin_asked: the buttons and the menu.
    """

    list_asked = Signal()
    plan_asked = Signal()
    history_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.kit = kit
        t = kit.t
        self.back = Button(kit, t("Working groups"), "link", icon="chevron-left")
        self.back.clicked.connect(self.list_asked)
        self.kind, self.seats, self.ending = Chip(""), Chip(""), Chip("", Tone.WARN)
        self.title = ElidedLabel("", "title")
        self.plan = Button(kit, t("Plan a meeting"), "primary", icon="calendar-plus")
        self.plan.clicked.connect(self.plan_asked)
        self.more = IconButton(kit, "ellipsis", t("More"))
        self.notice = BinNotice(kit, t("In the bin: it can be read, not changed."))
        self.notice.put_back_asked.connect(self.unbin_asked)
        self._make_menu()
        self._assemble()

    def _make_menu(self) -> None:
        t = self.kit.t
        menu = QMenu(self)
        menu.setAccessibleName(t("More"))
        for text, signal in ((t("History"), self.history_asked), (t("To the bin"), self.bin_asked)):
            action = QAction(text, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        self._bin = menu.actions()[1]
        self.more.setMenu(menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)

    def _assemble(self) -> None:
        above = QWidget()
        flow = FlowLayout(above, spacing=8)
        chips = Row(self.kind, self.seats, self.ending)
        chips.line.setContentsMargins(0, 4, 0, 0)  # in line with the words of the button
        for widget in (self.back, chips):
            flow.addWidget(widget)
        self._row = TitleRow(self.kit, self.title, (self.plan, self.more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(above)
        column.addWidget(self._row)
        column.addWidget(self.notice)

    def show_page(self, page: GroupPage) -> None:
        """Show a group."""
        t, row = self.kit.t, page.row
        self.title.setText(row.record.name)
        self.kind.setText(words.kind_words(self.kit, row))
        free = sum(one.free for one in row.seats)
        self.seats.setText(t.n("{n} free seat", "{n} free seats", n=free) if free else "")
        self.seats.set_tone(Tone.INFO)
        self.seats.setVisible(bool(free))
        self.ending.setText(t.n("{n} mandate ends soon", "{n} mandates end soon", n=row.ending))
        self.ending.setVisible(bool(row.ending))
        self.plan.setVisible(not row.record.deleted)
        self._bin.setVisible(not row.record.deleted)
        self._row.fold()
