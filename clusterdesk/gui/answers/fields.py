"""The fields of one answer, for a person who says what it means."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.countries import InlineCountry
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineNumber, InlineText

_LONGEST = 2000


class AnswerFields(QWidget):
    """What is said, when, by whom; the reason of a refusal, the outcome of what is done.

    Signals:
        changed: something else is meant now.
    """

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make empty fields."""
        super().__init__()
        t = kit.t
        self.kind = InlineChoice(kit, t("What it says"), [Option(one, t(choice_label(one.act))) for one in ReplyKind])
        self.day = InlineDate(kit, t("On"), required=True)
        self.by = InlineText(kit, t("By"), longest=200)
        self.reason = InlineText(kit, t("Reason"), longest=_LONGEST)
        outcomes = [Option(one, t(choice_label(one))) for one in ReferralOutcome]
        self.outcome = InlineChoice(kit, t("Outcome"), outcomes)
        self.value = InlineNumber(kit, t("Value of the outcome (EUR)"))
        self.country = InlineCountry(kit, t("Country of the outcome"))
        self.outcome_day = InlineDate(kit, t("Date of the outcome"))
        self.note = InlineText(kit, t("Remark"), longest=_LONGEST)
        for choice in (self.kind, self.outcome):
            choice.box.setProperty("role", "input")
            choice.committed.connect(self._follow)
        self._lines = (self.day, self.by, self.reason, self.value, self.country, self.outcome_day, self.note)
        for line in self._lines:
            line.edit.setProperty("role", "input")
            line.committed.connect(self._tell)
        self._done = (_row(self.outcome, self.outcome_day), _row(self.value, self.country))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        for part in (_row(self.kind, self.day), *self._done, self.reason, _row(self.by, self.note)):
            column.addWidget(part)
        self._show_parts()

    def show_reply(self, reply: Reply | None, received: Received) -> None:
        """Show what was read; where nobody can tell nothing is chosen, and day and sender are those of the mail."""
        said = reply or Reply(ReplyKind.ACKNOWLEDGED, answered_on=received.on, by=received.sender)
        self.kind.set_value(said.kind if reply is not None else None)
        self.outcome.set_value(said.outcome)
        self.day.set_value(said.answered_on)
        self.by.set_value(said.by)
        self.reason.set_value(said.reason)
        self.value.set_value(said.value)
        self.country.set_value(said.country)
        self.outcome_day.set_value(said.on)
        self.note.set_value(said.note)
        self._show_parts()

    def reply(self) -> Reply | None:
        """Return what is meant; None while a field cannot be read, or what it says is not chosen."""
        read = [line.commit() for line in self._lines if not line.isHidden()]
        kind = self.kind.value
        if not all(read) or not isinstance(kind, ReplyKind):
            return None
        done, outcome = kind is ReplyKind.DONE, self.outcome.value
        return Reply(
            kind,
            reason=(self.reason.value or "") if kind is ReplyKind.DECLINED else "",
            note=self.note.value or "",
            outcome=outcome if done and isinstance(outcome, ReferralOutcome) else None,
            value=self.value.value if done else None,
            country=(self.country.value or "") if done else "",
            on=self.outcome_day.value if done else None,
            answered_on=self.day.value,
            by=self.by.value or "",
        )

    @Slot(object)
    def _follow(self, _value: object) -> None:
        self._show_parts()
        self.changed.emit()

    @Slot(object)
    def _tell(self, _value: object) -> None:
        self.changed.emit()

    def _show_parts(self) -> None:
        for part in self._done:
            part.setVisible(self.kind.value is ReplyKind.DONE)
        self.reason.setVisible(self.kind.value is ReplyKind.DECLINED)


def _row(one: QWidget, other: QWidget) -> Row:
    row = Row(spacing=12, stretch=False)
    row.line.addWidget(one, 1)
    row.line.addWidget(other, 1)
    return row
