"""Where a difficulty stands, and what may happen next: a button for each possible move, with what it means."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from clusterdesk.domain.difficulties import states
from clusterdesk.domain.records.difficulties import DifficultyAct, DifficultyState
from clusterdesk.domain.views.difficulties import DifficultyPage, Waits
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties import words
from clusterdesk.gui.pages.difficulty.move_words import MOVE_WORDS
from clusterdesk.gui.widgets.card import Card, Row, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.move_buttons import MoveButton, OfferedMove

_NEXT = {
    Waits.APPROVAL: DifficultyAct.APPROVED,
    Waits.CHANGES: DifficultyAct.APPROVED,
    Waits.SENDING: DifficultyAct.SENT,
    Waits.ANSWER: DifficultyAct.ANSWERED,
    Waits.TELLING: DifficultyAct.FED_BACK,
    Waits.CLOSING: DifficultyAct.CLOSED,
}
_ICONS = {
    DifficultyAct.APPROVED: "check",
    DifficultyAct.SENT: "send",
    DifficultyAct.ANSWERED: "message-square",
    DifficultyAct.FED_BACK: "mail",
    DifficultyAct.CLOSED: "check",
    DifficultyAct.SENT_BACK: "undo-2",
    DifficultyAct.REOPENED: "undo-2",
}


class MovesCard(Card):
    """The card at the head of the side.

    Signals:
        asked: a move was chosen (a DifficultyAct).
    """

    asked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__()
        self.kit = kit
        self.header = SectionHeader(kit.t("Where it stands"))
        self.state = Chip("")
        self.header.add(self.state)
        self.stands = Label("", wrap=True)
        self.why = Label("", "small", wrap=True)
        self._buttons: dict[DifficultyAct, MoveButton] = {}
        self._moves = QVBoxLayout()
        self._moves.setSpacing(4)
        self.add(self.header, self.stands, self.why)
        self.body.addLayout(self._moves)

    def show_page(self, page: DifficultyPage) -> None:
        """Show where it stands."""
        row, kit = page.row, self.kit
        text, tone = words.state_words(kit, row)
        self.state.setText(text)
        self.state.set_tone(tone)
        self.stands.setText(words.stands_words(kit, row, kit.clock.today()))
        back = row.sent_back
        self.why.setText(kit.t("To be changed: {what}", what=back.remark) if back is not None else "")
        self.why.setVisible(back is not None)
        self._offer(page)

    def button(self, act: DifficultyAct) -> MoveButton | None:
        """Return the button of a move; None where it is not possible now."""
        return self._buttons.get(act)

    def _offer(self, page: DifficultyPage) -> None:
        acts = [one for one in states.moves_from(page.row.record) if not _is_done(page, one)]
        first = _NEXT.get(page.row.waits)
        acts.sort(key=lambda act: act is not first)
        clear_layout(self._moves)
        self._buttons = {}
        for act in acts:
            said = MOVE_WORDS[act]
            role = "primary" if act is first else "plain"
            button = MoveButton(self.kit, OfferedMove(act, self.kit.t(said.button), role, _ICONS[act]))
            button.asked.connect(self.asked)
            meaning = Label(self.kit.t(said.means), "small", wrap=True)
            meaning.setContentsMargins(2, 0, 2, 6)
            self._buttons[act] = button
            self._moves.addWidget(Row(button))
            self._moves.addWidget(meaning)


def _is_done(page: DifficultyPage, act: DifficultyAct) -> bool:
    """Tell whether a move has nothing left to do: all organisations were told."""
    told = page.row.record.state is DifficultyState.FED_BACK and not page.row.untold
    return act is DifficultyAct.FED_BACK and told
