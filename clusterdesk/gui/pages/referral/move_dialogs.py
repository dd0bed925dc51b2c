"""What is asked when something happens to an orientation: the day always, and the reason or the consent."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.referrals import Decline, GiveConsent, OfReferral, RevokeReferral, Withdraw
from clusterdesk.domain.records.referrals import Referral, ReferralAct
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.referral.reading import move
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 300


class Asked(NamedTuple):
    """Heading, verb and explanation of a dialog (msgids)."""

    heading: str
    verb: str
    note: str


REASONS: Mapping[ReferralAct, Asked] = {
    ReferralAct.DECLINED: Asked(
        N_("The team declines"), N_("Note it"), N_("The reason is told to the organisation, and counted for the team.")
    ),
    ReferralAct.WITHDRAWN: Asked(
        N_("The organisation withdraws"),
        N_("Note it"),
        N_("Its consent ends with it. What the team has received already is with the team."),
    ),
    ReferralAct.REVOKED: Asked(
        N_("Revoke the orientation"), N_("Revoke"), N_("The team should be told that nothing is expected any more.")
    ),
}
_ENDINGS: Mapping[ReferralAct, type[Decline | Withdraw | RevokeReferral]] = {
    ReferralAct.DECLINED: Decline,
    ReferralAct.WITHDRAWN: Withdraw,
    ReferralAct.REVOKED: RevokeReferral,
}


class MoveDialog(AskDialog):
    """Asks for a day and more, then moves the orientation; a refusal is told in the dialog."""

    def __init__(
        self, context: Context, row: ReferralRow, asked: Asked, parent: QWidget | None = None, *, danger: bool = False
    ) -> None:
        """Ask about an orientation."""
        t = context.kit.t
        super().__init__(context.kit, t(asked.heading), t(asked.verb), danger=danger, parent=parent)
        self.context, self.row = context, row
        self.day = InlineDate(self.kit, t("On"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.day.edit.setProperty("role", "input")
        if asked.note:
            self.content.addWidget(Label(t(asked.note), "muted", wrap=True))
        self.agreed.connect(self._agree)

    def command(self, on: date) -> OfReferral | None:
        """Return what is to happen on a day; ``None`` while something is missing (which the fields tell)."""
        raise NotImplementedError

    @property
    def toast(self) -> str:
        """What is said once it is done."""
        return self.kit.t("{organisation}: noted.", organisation=self.row.organisation)

    @Slot()
    def _agree(self) -> None:
        if not self.day.commit() or self.day.value is None:
            return
        command = self.command(self.day.value)
        if command is not None:
            self.wait()
            self.context.write(partial(move, command), self._done, self._refused, toast=self.toast, owner=self)

    def _done(self, _referral: Referral) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


class ReasonDialog(MoveDialog):
    """Asks why it ends."""

    def __init__(self, context: Context, row: ReferralRow, act: ReferralAct, parent: QWidget | None = None) -> None:
        """Ask about an act that ends an orientation."""
        super().__init__(context, row, REASONS[act], parent, danger=act is ReferralAct.REVOKED)
        self._act = act
        self.reason = GrowingNote(self.kit, self.kit.t("Reason"), least=3)
        self.scroll_content(self.reason, self.day)
        self.reason.setFocus()

    def command(self, on: date) -> OfReferral | None:
        """Return the ending; the service says when the reason is missing."""
        self.reason.commit()
        made = _ENDINGS[self._act]
        return made(referral_id=self.row.record.id, on=on, reason=self.reason.text())


class ConsentDialog(MoveDialog):
    """Asks who of the organisation agrees, when, to share what."""

    def __init__(
        self, context: Context, row: ReferralRow, people: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Ask; the names of ``people`` are offered while typing."""
        asked = Asked(
            N_("The organisation agrees"),
            N_("Note the consent"),
            N_("Who agreed, when, and to share what: without it nothing leaves the house."),
        )
        super().__init__(context, row, asked, parent)
        t, record = self.kit.t, row.record
        self.by = consent_by_field(context, people, record.consent_by)
        self.what = GrowingNote(self.kit, t("What may be shared"), least=2)
        self.what.set_value(record.consent_what)
        self.scroll_content(self.by, self.day, self.what)
        self.by.setFocus()

    def command(self, on: date) -> OfReferral | None:
        """Return the consent; the service says what is missing."""
        self.by.commit()
        self.what.commit()
        return GiveConsent(
            referral_id=self.row.record.id,
            on=on,
            consent_by=self.by.value or "",
            consent_what=self.what.text(),
        )


def consent_by_field(context: Context, people: Sequence[str], given: str = "") -> InlineText:
    """Return the field of who agrees; the names of ``people`` are offered, the first of them stands there."""
    field = InlineText(context.kit, context.kit.t("Consent given by"), longest=_LONGEST)
    field.edit.setProperty("role", "input")
    field.set_value(given or next(iter(people), ""))
    completer = QCompleter(list(people), field.edit)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.edit.setCompleter(completer)
    return field
