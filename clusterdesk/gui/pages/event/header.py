"""The head of an event: the way back, its title, where it stands, what may be done with it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.programme import EventPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.programme import words
from clusterdesk.gui.widgets.bin_notice import BinNotice
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel
from clusterdesk.gui.widgets.title_row import TitleRow


class Header(QWidget):
    """The head of the page; ``papers`` are buttons of what is printed of it, at the left of the menu.

    Signals:
        back_asked, history_asked, bin_asked, unbin_asked: the buttons and the menu.
        told: how it went (a GatheringState).
        host_asked: go to who receives it.
    """

    back_asked = Signal()
    history_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()
    host_asked = Signal()
    told = Signal(object)

    def __init__(
        self, kit: Kit, *papers: QWidget, actions: tuple[QAction, ...] = (), parent: QWidget | None = None
    ) -> None:
        """Make an empty head; ``actions`` stand first in the menu."""
        super().__init__(parent)
        self.kit = kit
        t = kit.t
        self.back = Button(kit, t("Programme"), "link", icon="chevron-left")
        self.back.clicked.connect(self.back_asked)
        self.kind, self.state = Chip(""), Chip("")
        self.when = ElidedLabel("", "muted")
        self.host = Button(kit, "", "link", icon="building-2", hint=t("Go to the host"))
        self.host.clicked.connect(self.host_asked)
        self.title = ElidedLabel("", "title")
        self.held = Button(kit, t("It took place"), "primary", icon="check")
        self.held.clicked.connect(self._tell_held)
        self.more = IconButton(kit, "ellipsis", t("More"))
        self.notice = BinNotice(kit, t("In the bin: it can be read, not changed."))
        self.notice.put_back_asked.connect(self.unbin_asked)
        self._make_menu(actions)
        self._assemble(papers)

    def _make_menu(self, actions: tuple[QAction, ...]) -> None:
        t = self.kit.t
        menu = QMenu(self)
        menu.setAccessibleName(t("More"))
        self._off = QAction(t("Call the event off"), menu)
        self._again = QAction(t("It is to come after all"), menu)
        self._off.triggered.connect(self._tell_off)
        self._again.triggered.connect(self._tell_again)
        history = QAction(t("History"), menu)
        history.triggered.connect(self.history_asked)
        self._bin = QAction(t("To the bin"), menu)
        self._bin.triggered.connect(self.bin_asked)
        for action in (*actions, self._off, self._again, history, self._bin):
            menu.addAction(action)
        self.more.setMenu(menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)

    def _assemble(self, papers: tuple[QWidget, ...]) -> None:
        above = QWidget()
        flow = FlowLayout(above, spacing=8)
        chips = Row(self.kind, self.state)
        chips.line.setContentsMargins(0, 4, 0, 0)  # in line with the words of the buttons
        for widget in (self.back, chips, self.host):
            flow.addWidget(widget)
        self._row = TitleRow(self.kit, self.title, (self.held, *papers, self.more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (above, self._row, self.when, self.notice):
            column.addWidget(part)

    def show_page(self, page: EventPage) -> None:
        """Show an event."""
        kit, row, record = self.kit, page.row, page.row.record
        self.back.set_text(kit.t("Programme {year}", year=record.on.year))
        self.title.setText(record.title)
        self.kind.setText(words.kind_name(kit, row.kind))
        state, tone, _icon = words.event_state(kit, record, kit.clock.today())
        self.state.setText(state)
        self.state.set_tone(tone)
        self.host.setVisible(row.host_id is not None)
        self.host.set_text(row.host)
        self.when.setText(" · ".join(one for one in (words.when(kit, record), record.place) if one))
        planned = record.state is GatheringState.PLANNED
        self.held.setVisible(planned and record.on <= kit.clock.today() and not record.deleted)
        self._off.setVisible(planned and not record.deleted)
        self._again.setVisible(not planned and not record.deleted)
        self._bin.setVisible(not record.deleted)
        self._row.fold()

    @Slot()
    def _tell_held(self) -> None:
        self.told.emit(GatheringState.HELD)

    @Slot()
    def _tell_off(self) -> None:
        self.told.emit(GatheringState.CANCELLED)

    @Slot()
    def _tell_again(self) -> None:
        self.told.emit(GatheringState.PLANNED)
