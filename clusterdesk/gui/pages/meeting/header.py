"""The head of a meeting's page: its group, its state, the saved mark, and closing it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.groups import MeetingPage
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.groups import words
from clusterdesk.gui.pages.meeting.keys import FINISH
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.bin_notice import BinNotice
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.gui.widgets.title_row import TitleRow


class Header(QWidget):
    """The head of the page.

    Signals:
        group_asked, finish_asked, sheet_asked, minutes_asked: the buttons.
        again_asked, cancel_asked, history_asked, bin_asked: the menu.
        unbin_asked: the button over what lies in the bin.
    """

    group_asked = Signal()
    finish_asked = Signal()
    sheet_asked = Signal()
    minutes_asked = Signal()
    again_asked = Signal()
    cancel_asked = Signal()
    history_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.kit = kit
        t = kit.t
        self.group = Button(kit, "", "link", icon="chevron-left", hint=t("Go to the group"))
        self.group.clicked.connect(self.group_asked)
        self.state, self.saved = Chip(""), Label("", "muted")
        self.title = ElidedLabel("", "title")
        self.sheet = Button(
            kit, t("Sign-in sheet"), icon="printer", hint=t("A page to sign, with all who are expected")
        )
        self.sheet.clicked.connect(self.sheet_asked)
        self.minutes = Button(kit, t("Minutes"), icon="file-text", hint=t("The minutes as they would be sent now"))
        self.minutes.clicked.connect(self.minutes_asked)
        self.finish = Button(kit, t("Close the meeting"), "primary", icon="check")
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
            (t("To come after all"), self.again_asked),
            (t("To the bin"), self.bin_asked),
        ):
            action = QAction(text, menu)
            action.triggered.connect(signal)
            menu.addAction(action)
        self._cancel, self._again, self._bin = menu.actions()[1:]
        self.more.setMenu(menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)

    def _assemble(self) -> None:
        above = QWidget()
        flow = FlowLayout(above, spacing=8)
        marks = Row(self.state, self.saved)
        marks.line.setContentsMargins(0, 4, 0, 0)  # in line with the words of the button
        for widget in (self.group, marks):
            flow.addWidget(widget)
        self._row = TitleRow(self.kit, self.title, (self.sheet, self.minutes, self.finish, self.more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(above)
        column.addWidget(self._row)
        column.addWidget(self.notice)

    def show_page(self, page: MeetingPage) -> None:
        """Show a meeting."""
        t, meeting = self.kit.t, page.row.record
        self.group.set_text(page.group.name)
        day = words.when_words(self.kit, meeting)
        self.title.setText(t("{day} · {title}", day=day, title=meeting.title) if meeting.title else day)
        self.state.setText(t("In the bin") if meeting.deleted else t(choice_label(meeting.state)))
        self.state.set_tone(Tone.BAD if meeting.deleted else words.STATE_TONES[meeting.state])
        planned = meeting.state is GatheringState.PLANNED and not meeting.deleted
        self.finish.setVisible(planned)
        over = meeting.on <= self.kit.clock.today()
        self.finish.setEnabled(over)
        self.finish.set_hint("" if over else t("The meeting is still to come."))
        if over:
            self.finish.say_keys(FINISH)
        self.sheet.setVisible(meeting.state is not GatheringState.CANCELLED and not meeting.deleted)
        agenda = meeting.state is GatheringState.PLANNED and not meeting.minutes.strip()
        self.minutes.set_text(t("Agenda") if agenda else t("Minutes"))
        self.minutes.setVisible(meeting.state is not GatheringState.CANCELLED and not meeting.deleted)
        self._cancel.setVisible(planned)
        self._again.setVisible(not planned and not meeting.deleted)
        self._bin.setVisible(not meeting.deleted)
        self._row.fold()

    def mark_saved(self, now: datetime) -> None:
        """Say that all that is typed is safe, with the second."""
        local = now.astimezone()
        self.saved.setText(self.kit.t("Saved {time}", time=f"{local:%H:%M:%S}"))

    def forget_saved(self) -> None:
        """Another meeting is shown."""
        self.saved.setText("")
