"""The head of an orientation: whose it is, what it is about, how it stands, and what can happen next."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.referrals import ReferralAct, ReferralState
from clusterdesk.domain.referrals.states import WITH_TEAM, possible
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referral import words
from clusterdesk.gui.pages.referral.keys import ANSWER
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.bin_notice import BinNotice
from clusterdesk.gui.widgets.buttons import Button, CutButton, IconButton
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.gui.widgets.move_buttons import MoveButton, OfferedMove
from clusterdesk.gui.widgets.title_row import TitleRow

_A = ReferralAct
VERBS: Mapping[ReferralAct, str] = {
    _A.CONSENTED: N_("Note the consent…"),
    _A.HANDED_OVER: N_("Hand over…"),
    _A.ACKNOWLEDGED: N_("Acknowledged"),
    _A.ACCEPTED: N_("Accepted"),
    _A.DECLINED: N_("Declined…"),
    _A.STARTED: N_("Work has begun"),
    _A.DONE: N_("Done…"),
    _A.WITHDRAWN: N_("The organisation withdraws…"),
    _A.REVOKED: N_("Revoke…"),
    _A.REOPENED: N_("Take up again"),
    _A.CHASED: N_("Chase…"),
    _A.FED_BACK: N_("Tell the organisation…"),
}
ICONS: Mapping[ReferralAct, str] = {
    _A.CONSENTED: "user-check",
    _A.HANDED_OVER: "send",
    _A.ACCEPTED: "check",
    _A.STARTED: "play",
    _A.DONE: "circle-check",
    _A.REOPENED: "undo-2",
    _A.CHASED: "bell",
}
_USUAL = frozenset({_A.CONSENTED, _A.HANDED_OVER, _A.ACCEPTED, _A.DONE})
# The buttons of a state, the usual next step last; what else is possible stands in the menu.
_SHOWN: Mapping[ReferralState, tuple[ReferralAct, ...]] = {
    ReferralState.DRAFT: (_A.CONSENTED,),
    ReferralState.CONSENT: (_A.HANDED_OVER,),
    ReferralState.HANDED_OVER: (_A.DECLINED, _A.ACKNOWLEDGED, _A.ACCEPTED),
    ReferralState.ACKNOWLEDGED: (_A.DECLINED, _A.ACCEPTED),
    ReferralState.ACCEPTED: (_A.STARTED, _A.DONE),
    ReferralState.IN_PROGRESS: (_A.DONE,),
    ReferralState.DECLINED: (_A.REOPENED,),
    ReferralState.DONE: (_A.REOPENED,),
    ReferralState.WITHDRAWN: (_A.REOPENED,),
    ReferralState.REVOKED: (_A.REOPENED,),
}


class ReferralHeader(QWidget):
    """The head of the page.

    Signals:
        organisation_asked: the link over the title.
        act_asked: a button or line of the menu (a ReferralAct).
        answer_asked: an answer of the team has come.
        parcel_asked: what goes to the team is to be made.
        history_asked, bin_asked: the menu.
        unbin_asked: the button over what lies in the bin.
    """

    organisation_asked = Signal()
    act_asked = Signal(object)
    answer_asked = Signal()
    parcel_asked = Signal()
    history_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.kit = kit
        t = kit.t
        self.organisation = CutButton(kit, "", "link", icon="chevron-left")
        self.organisation.clicked.connect(self.organisation_asked)
        self.title = ElidedLabel("", "title")
        self.state = Chip("")
        self.silence = Chip("")
        self.code = Label("", "muted")
        self.acts = {act: MoveButton(kit, _offered(kit, act)) for act in VERBS}
        for button in self.acts.values():
            button.asked.connect(self.act_asked)
        self.answer = Button(kit, t("Answer received…"), icon="inbox")
        self.answer.say_keys(ANSWER)
        self.answer.clicked.connect(self.answer_asked)
        self.parcel = Button(kit, t("Prepare the parcel…"), icon="mail")
        self.parcel.clicked.connect(self.parcel_asked)
        self.more = IconButton(kit, "ellipsis", t("More"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(t("More"))
        self.more.setMenu(self.menu)
        self.notice = BinNotice(kit, t("In the bin: it can be read, not changed."))
        self.notice.put_back_asked.connect(self.unbin_asked)
        for widget in (self.state, self.silence, self.answer, self.parcel, *self.acts.values()):
            widget.hide()  # until it is known how it stands: else all of them flash up
        self._assemble()

    def _assemble(self) -> None:
        above = FlowLayout(spacing=8, last_at_end=True)
        for widget in (self.organisation, self.state, self.silence, self.code):
            above.addWidget(widget)
        self.row = TitleRow(self.kit, self.title, (self.answer, self.parcel, *self.acts.values(), self.more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(above)
        column.addWidget(self.row)
        column.addWidget(self.notice)

    def show_row(self, row: ReferralRow) -> None:
        """Show an orientation."""
        t, record = self.kit.t, row.record
        self.organisation.set_text(row.organisation)
        self.title.setText(words.title_of(self.kit, row))
        text, tone = words.state_chip(self.kit, row)
        self.state.setText(t("In the bin") if record.deleted else text)
        self.state.show()
        self.state.set_tone(Tone.BAD if record.deleted else tone)
        late = words.silence_words(self.kit, row)
        self.silence.setText(late)
        self.silence.set_tone(words.SILENCE_TONES.get(row.silent.silence, Tone.NEUTRAL))
        self.silence.setVisible(bool(late) and not record.deleted)
        self.code.setText(t("Code {token}", token=record.token) if record.token else "")
        self._show_acts(row)

    def _show_acts(self, row: ReferralRow) -> None:
        t, record = self.kit.t, row.record
        can = () if record.deleted else possible(record.state)
        shown = [act for act in _SHOWN[record.state] if act in can]
        if row.silent.chase and not record.deleted:
            shown.insert(0, ReferralAct.CHASED)
        for act, button in self.acts.items():
            button.setVisible(act in shown)
        self.answer.setVisible(record.state in WITH_TEAM and not record.deleted)
        self.parcel.setVisible(record.state is ReferralState.CONSENT and not record.deleted)
        self.menu.clear()
        for act in can:
            if act not in shown and act is not ReferralAct.CONSENTED:
                self._line(t(VERBS[act]), self._act_of_menu).setData(act.value)
        if ReferralAct.CONSENTED in can and ReferralAct.CONSENTED not in shown:
            self._line(t("Note the consent anew…"), self._act_of_menu).setData(ReferralAct.CONSENTED.value)
        if record.state in WITH_TEAM and not record.deleted:
            self._line(t("Prepare the parcel…"), self.parcel_asked)
        self.menu.addSeparator()
        self._line(t("History"), self.history_asked)
        if not record.deleted:
            self._line(t("To the bin"), self.bin_asked)
        self.row.fold()

    def _line(self, text: str, slot: Callable[[], None] | SignalInstance) -> QAction:
        action = QAction(text, self.menu)
        action.triggered.connect(slot)
        self.menu.addAction(action)
        return action

    @Slot()
    def _act_of_menu(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.act_asked.emit(ReferralAct(action.data()))


def _offered(kit: Kit, act: ReferralAct) -> OfferedMove:
    return OfferedMove(act, kit.t(VERBS[act]), "primary" if act in _USUAL else "plain", ICONS.get(act, ""))
