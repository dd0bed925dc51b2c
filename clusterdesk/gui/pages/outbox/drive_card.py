"""The drive at the top of the page: how it stands in a sentence, and what to do about it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.outgoing.states import DriveState
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.sending import OutboxState
from clusterdesk.gui.shell.drive_mark import TONES, WORDS, sentence
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.shortcuts import SETTINGS
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.status_dot import StatusDot

_TO_BE_CHOSEN = frozenset({DriveState.OFF, DriveState.NOT_RECOGNISED})


class DriveCard(Card):
    """Tells how the drive stands."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show what is known now, and whatever is told later."""
        super().__init__(parent=parent)
        self._context = context
        kit, t = context.kit, context.kit.t
        self.dot = StatusDot(kit, Tone.NEUTRAL, "")
        self.words = Label("", "strong")
        self.said = Label("", "muted", wrap=True)
        self.choose = Button(kit, t("Choose the folder…"), icon="settings")
        self.choose.clicked.connect(self._go)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.dot, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.words, 1)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addLayout(head)
        text.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(text, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        context.sending.told.connect(self.show_state)
        self.show_state(context.sending.state or OutboxState(DriveState.OFF))

    @Slot(object)
    def show_state(self, state: OutboxState) -> None:
        """Show how the drive stands."""
        t = self._context.kit.t
        off = not self._context.settings.shared_folder.strip()
        if off or state.asked:
            known = OutboxState(DriveState.OFF) if off else state
            words, said = t(WORDS[known.drive]), sentence(self._context.kit, known)
            tone = TONES[known.drive]
        else:
            words, tone = t("Asking the drive…"), Tone.NEUTRAL
            said = t("What is sent waits on this computer meanwhile.")
        self.dot.set_tone(tone, words)
        self.words.setText(words)
        self.said.setText(said)
        self.choose.setVisible(off or (state.drive in _TO_BE_CHOSEN and state.asked))

    @Slot()
    def _go(self) -> None:
        self._context.shell.go(Route(SETTINGS.id, routes.OUTBOX))
