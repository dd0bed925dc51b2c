"""The head of a session's page: whom it is with, its state, the saved mark, and finishing it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.sessions import SessionState
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import FINISH, with_keys
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.bin_notice import BinNotice
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.gui.widgets.title_row import TitleRow

_TONES = {SessionState.PLANNED: Tone.INFO, SessionState.HELD: Tone.OK, SessionState.CANCELLED: Tone.NEUTRAL}


class Header(QWidget):
    """The head of the page.

    Signals:
        organisation_asked, finish_asked, sheet_asked, report_asked: the buttons.
        history_asked, cancel_asked, bin_asked: the menu.
        unbin_asked: the button over what lies in the bin.
    """

    organisation_asked = Signal()
    finish_asked = Signal()
    sheet_asked = Signal()
    report_asked = Signal()
    history_asked = Signal()
    cancel_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.kit = kit
        self._preview = False
        t = kit.t
        self.organisation = Button(kit, "", "link", icon="chevron-left", hint=t("Go to the organisation"))
        self.organisation.clicked.connect(self.organisation_asked)
        self.title = ElidedLabel("", "title")
        self.state = Chip("")
        self.saved = Label("", "muted")
        self.sheet = Button(kit, t("Visit sheet"), icon="printer")
        self.sheet.clicked.connect(self.sheet_asked)
        self.report = Button(kit, t("Report"), icon="file-text", hint=t("The report to send, as it would be now"))
        self.report.clicked.connect(self.report_asked)
        self.finish = Button(kit, t("Finish"), "primary", icon="check", hint=with_keys(t, t("It was held"), FINISH))
        self.finish.clicked.connect(self.finish_asked)
        self.more = IconButton(kit, "ellipsis", t("More"))
        self.notice = BinNotice(kit, t("In the bin: it can be read, not changed."))
        self.notice.put_back_asked.connect(self.unbin_asked)
        self._make_menu()
        self._assemble()

    def _make_menu(self) -> None:
        t = self.kit.t
        menu = QMenu(self)
        menu.setAccessibleName(t("More"))
        for text, signal in (
            (t("History"), self.history_asked),
            (t("Call off"), self.cancel_asked),
            (t("To the bin"), self.bin_asked),
        ):
            action = QAction(text, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        self._cancel, self._bin = menu.actions()[1:]
        self.more.setMenu(menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)

    def _assemble(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.organisation)
        above.addWidget(self.state, 0, middle)
        above.addStretch(1)
        above.addWidget(self.saved, 0, middle)
        buttons = (self.sheet, self.report, self.finish, self.more)
        self._row = TitleRow(self.kit, self.title, buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(above)
        column.addWidget(self._row)
        column.addWidget(self.notice)

    def offer(self, *, preview: bool) -> None:
        """Say whether pages can be previewed."""
        self._preview = preview

    def show_page(self, page: SessionPage) -> None:
        """Show a session."""
        t, session = self.kit.t, page.session
        self.organisation.set_text(page.organisation.organisation.name)
        kind, day = t(choice_label(session.kind)), self.kit.formats.long_date(session.on)
        self.title.setText(t("{kind}, {day}", kind=kind, day=day))
        self.state.setText(t("In the bin") if session.deleted else t(choice_label(session.state)))
        self.state.set_tone(Tone.BAD if session.deleted else _TONES[session.state])
        planned = session.state is SessionState.PLANNED and not session.deleted
        held = session.state is SessionState.HELD
        self.finish.setVisible(planned)
        self._cancel.setVisible(planned)
        self._bin.setVisible(not session.deleted)
        self.sheet.setVisible(self._preview and planned)
        self.report.setVisible(self._preview and (held or page.started))
        self._row.fold()

    def mark_saved(self, now: datetime) -> None:
        """Say that all that is typed is safe, with the second."""
        local = now.astimezone()
        self.saved.setText(self.kit.t("Saved {time}", time=f"{local:%H:%M:%S}"))

    def forget_saved(self) -> None:
        """Another session is shown."""
        self.saved.setText("")
