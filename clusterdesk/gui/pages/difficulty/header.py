"""The head of a difficulty's page: the way back, its title, its papers, and what else may be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.difficulties import DifficultyPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties import words
from clusterdesk.gui.widgets.bin_notice import BinNotice
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.gui.widgets.title_row import TitleRow


class Header(QWidget):
    """The head of the page; ``papers`` are buttons of what is printed of it, at the left of the menu.

    Signals:
        list_asked, session_asked, history_asked, bin_asked, unbin_asked: the buttons and the menu.
        into_asked, apart_asked: the notice over one that was joined.
    """

    list_asked = Signal()
    session_asked = Signal()
    history_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()
    into_asked = Signal()
    apart_asked = Signal()

    def __init__(self, kit: Kit, *papers: QWidget, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.kit = kit
        t = kit.t
        self.back = Button(kit, t("Difficulties of the field"), "link", icon="chevron-left")
        self.back.clicked.connect(self.list_asked)
        self.theme, self.severity = Chip(""), Chip("")
        self.session = Button(kit, "", "link", icon="message-square", hint=t("The session in which it was said"))
        self.session.clicked.connect(self.session_asked)
        self.title = ElidedLabel("", "title")
        self.more = IconButton(kit, "ellipsis", t("More"))
        self.notice = BinNotice(kit, t("In the bin: it can be read, not changed."))
        self.notice.put_back_asked.connect(self.unbin_asked)
        self.joined = JoinedNotice(kit)
        self.joined.into.clicked.connect(self.into_asked)
        self.joined.apart.clicked.connect(self.apart_asked)
        self._make_menu()
        self._assemble(papers)

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

    def _assemble(self, papers: tuple[QWidget, ...]) -> None:
        above = QWidget()
        flow = FlowLayout(above, spacing=8)
        chips = Row(self.theme, self.severity)
        chips.line.setContentsMargins(0, 4, 0, 0)  # in line with the words of the buttons
        for widget in (self.back, chips, self.session):
            flow.addWidget(widget)
        self._row = TitleRow(self.kit, self.title, (*papers, self.more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(above)
        column.addWidget(self._row)
        column.addWidget(self.notice)
        column.addWidget(self.joined)

    def show_page(self, page: DifficultyPage) -> None:
        """Show a difficulty."""
        kit, row, record = self.kit, page.row, page.row.record
        self.title.setText(record.title)
        self.theme.setText(words.theme_name(kit, row))
        self.severity.setText(kit.t(choice_label(record.severity)))
        self.severity.set_tone(words.SEVERITY_TONES[record.severity])
        self.session.setVisible(page.session is not None)
        if page.session is not None:
            self.session.set_text(_session_words(kit, page.session))
        self._bin.setVisible(not record.deleted)
        self.joined.show_into(page.into.title if page.into is not None else "")
        self._row.fold()


class JoinedNotice(QFrame):
    """Says of a difficulty that it is read as another one; hidden where it stands on its own."""

    def __init__(self, kit: Kit) -> None:
        """Make it hidden."""
        super().__init__()
        self.setProperty("role", "notice")
        self._kit = kit
        self._words = Label("", "banner", wrap=True)
        self.into = Button(kit, kit.t("Go there"), icon="arrow-right")
        self.apart = Button(kit, kit.t("Take apart"), icon="split")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.into)
        row.addWidget(self.apart)
        self.hide()

    def show_into(self, title: str) -> None:
        """Say which one it is read as; "" hides the notice."""
        self._words.setText(self._kit.t("Joined: it is read as “{title}”.", title=title))
        self.setVisible(bool(title))


def _session_words(kit: Kit, session: Session) -> str:
    kind, day = kit.t(choice_label(session.kind)), kit.formats.date(session.on)
    return kit.t("{kind}, {day}", kind=kind, day=day)
