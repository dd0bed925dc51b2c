"""How the shared drive stands, at the foot of the rail: a dot, a few words, the whole sentence when pointed at."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import DriveState
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.sending import OutboxState
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.label import Label, plain_tooltip
from clusterdesk.gui.widgets.status_dot import StatusDot

WORDS: Mapping[DriveState, str] = {
    DriveState.OFF: N_("No shared drive"),
    DriveState.OK: N_("Drive in order"),
    DriveState.OFFLINE: N_("Drive not connected"),
    DriveState.READ_ONLY: N_("Drive read-only"),
    DriveState.FULL: N_("Drive full"),
    DriveState.NOT_RECOGNISED: N_("Drive not recognised"),
}
TONES: Mapping[DriveState, Tone] = {
    DriveState.OFF: Tone.NEUTRAL,
    DriveState.OK: Tone.OK,
    DriveState.OFFLINE: Tone.NEUTRAL,
    DriveState.READ_ONLY: Tone.WARN,
    DriveState.FULL: Tone.BAD,
    DriveState.NOT_RECOGNISED: Tone.BAD,
}


def sentence(kit: Kit, state: OutboxState) -> str:
    """Return what is to be said of a state, a line each: what is wrong, whether the data is safe, what to do."""
    t = kit.t
    if state.drive is DriveState.OFF:
        return t("No folder of the team was chosen yet: what is sent waits on this computer.")
    if state.trouble is None:
        return t("The shared drive is in order: what is sent arrives by itself.")
    texts = state.trouble.texts(t)
    return "\n".join(line for line in (texts.message, texts.safe, texts.advice) if line)


class DriveMark(QWidget):
    """The line."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._kit = kit
        self.dot = StatusDot(kit, Tone.NEUTRAL, "")
        self.words = Label("", "small", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.dot, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)

    def show_state(self, state: OutboxState) -> None:
        """Show how the drive stands."""
        words, said = self._kit.t(WORDS[state.drive]), sentence(self._kit, state)
        self.dot.set_tone(TONES[state.drive], words)
        self.words.setText(words)
        self.words.setAccessibleDescription(said)
        self.setToolTip(plain_tooltip(said))
        self.setAccessibleName(words)
        self.setAccessibleDescription(said)
