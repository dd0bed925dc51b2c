"""Letting something happen to an orientation: at once, or by a dialog; what is impossible is explained.

Used wherever an orientation can be moved: its page, the board, Today.
"""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referrals import Accept, Acknowledge, OfReferral, ReopenReferral, StartReferral
from clusterdesk.domain.records.referrals import ReferralAct
from clusterdesk.domain.referrals.states import Refusal, refusal
from clusterdesk.domain.views.referrals import ReferralChoices, ReferralRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.referral.hand_over_dialog import HandOverDialog
from clusterdesk.gui.pages.referral.letter_dialog import LetterDialog
from clusterdesk.gui.pages.referral.move_dialogs import REASONS, ConsentDialog, ReasonDialog
from clusterdesk.gui.pages.referral.outcome_dialog import OutcomeDialog
from clusterdesk.gui.pages.referral.reading import move, read_choices
from clusterdesk.gui.parcels.dialog import open_parcel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

_AT_ONCE: Mapping[ReferralAct, type[OfReferral]] = {
    ReferralAct.ACKNOWLEDGED: Acknowledge,
    ReferralAct.ACCEPTED: Accept,
    ReferralAct.STARTED: StartReferral,
    ReferralAct.REOPENED: ReopenReferral,
}
_LETTERS = frozenset({ReferralAct.CHASED, ReferralAct.FED_BACK})


class Mover(QObject):
    """Moves orientations; dialogs open over the window of ``parent``."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Work for a page."""
        super().__init__(parent)
        self._context, self._parent = context, parent

    def ask(self, row: ReferralRow, act: ReferralAct) -> None:
        """Let an act happen to an orientation; what needs more than today is asked."""
        impossible = refusal(act, row.record.state)
        if impossible is not None:
            self.explain(row, impossible)
        elif act in _AT_ONCE:
            command = _AT_ONCE[act](referral_id=row.record.id)
            t = self._context.kit.t
            toast = t("{organisation}: {state}", organisation=row.organisation, state=t(choice_label(act)))
            self._context.write(partial(move, command), toast=toast, owner=self)
        elif act in (ReferralAct.CONSENTED, ReferralAct.HANDED_OVER):
            job = partial(read_choices, row.organisation_id)
            self._context.desk.submit(job, partial(self._choose, row, act), owner=self)
        else:
            self._dialog(row, act).open()

    def make_parcel(self, row: ReferralRow) -> None:
        """Show what goes to the team, to be sent as a mail, into a folder, to the team's folder."""
        open_parcel(self._context, self._parent, row)

    def explain(self, row: ReferralRow, impossible: Refusal) -> None:
        """Say why something is impossible, and what can be done instead."""
        t = self._context.kit.t
        state = t(choice_label(row.record.state))
        message = t(impossible.message, state_label=state)
        advice = t(impossible.advice, state_label=state)
        self._context.shell.toast(t("{message} {advice}", message=message, advice=advice))

    def _choose(self, row: ReferralRow, act: ReferralAct, choices: ReferralChoices) -> None:
        window = self._parent.window()
        if act is ReferralAct.CONSENTED:
            ConsentDialog(self._context, row, choices.people, window).open()
        else:
            HandOverDialog(self._context, row, choices, window).open()

    def _dialog(self, row: ReferralRow, act: ReferralAct) -> "QDialog":
        window = self._parent.window()
        if act in _LETTERS:
            return LetterDialog(self._context, row, act, window)
        if act in REASONS:
            return ReasonDialog(self._context, row, act, window)
        return OutcomeDialog(self._context, row, window)
