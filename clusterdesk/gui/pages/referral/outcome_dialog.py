"""Ending an orientation: what came of it, when, where, for how much, and what proves it."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referrals import FinishReferral, OfReferral, OutcomeEvidence
from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.referral.move_dialogs import Asked, MoveDialog
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.countries import InlineCountry
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineNumber, InlineText

_LONGEST = 300


class OutcomeDialog(MoveDialog):
    """Asks for the outcome; value, country and evidence are asked where there is one."""

    def __init__(self, context: Context, row: ReferralRow, parent: QWidget | None = None) -> None:
        """Ask about an orientation."""
        asked = Asked(
            N_("The orientation is done"),
            N_("Note it"),
            N_("What came of it counts in the year of the outcome; that nothing came of it is worth noting, too."),
        )
        super().__init__(context, row, asked, parent)
        t = self.kit.t
        outcomes = [Option(one, t(choice_label(one))) for one in ReferralOutcome]
        self.outcome = InlineChoice(self.kit, t("Outcome"), outcomes)
        self.outcome.set_value(ReferralOutcome.LEAD)
        self.outcome.committed.connect(self._outcome_chosen)
        self.outcome_day = InlineDate(self.kit, t("Date of the outcome"))
        self.country = InlineCountry(self.kit, t("Country of the outcome"))
        self.country.set_value(row.countries[0] if len(row.countries) == 1 else "")
        self.value = InlineNumber(self.kit, t("Value of the outcome (EUR)"))
        self.remark = GrowingNote(self.kit, t("What came of it"), least=2)
        self.proof = InlineText(self.kit, t("What proves it?"), longest=_LONGEST)
        self.proof.set_placeholder(t("For example: mail of the distributor, signed contract"))
        levels = [Option(one, t(choice_label(one))) for one in EvidenceLevel]
        self.level = InlineChoice(self.kit, t("Level of evidence"), levels)
        self.level.set_value(EvidenceLevel.SAID)
        for field in (self.outcome_day, self.country, self.value, self.proof):
            field.edit.setProperty("role", "input")
        for choice in (self.outcome, self.level):
            choice.box.setProperty("role", "input")
        self._more = (_pair(self.value, self.country), _pair(self.proof, self.level))
        self.scroll_content(_pair(self.outcome, self.day), self.outcome_day, self._more[0], self.remark, self._more[1])
        self.outcome.setFocus()

    def command(self, on: date) -> OfReferral | None:
        """Return the end; ``None`` while a field cannot be read."""
        read = [each.commit() for each in (self.outcome_day, self.country, self.value, self.proof)]
        self.remark.commit()
        outcome, level = self.outcome.value, self.level.value
        if not all(read) or not isinstance(outcome, ReferralOutcome):
            return None
        came = outcome is not ReferralOutcome.NONE
        title = self.proof.value or ""
        proved = came and title and isinstance(level, EvidenceLevel)
        return FinishReferral(
            referral_id=self.row.record.id,
            on=on,
            outcome=outcome,
            outcome_on=self.outcome_day.value,
            outcome_value=self.value.value if came else None,
            outcome_country=(self.country.value or "") if came else "",
            outcome_remark=self.remark.text(),
            evidence=OutcomeEvidence(title=title, level=level) if proved and isinstance(level, EvidenceLevel) else None,
        )

    @Slot(object)
    def _outcome_chosen(self, outcome: object) -> None:
        for each in self._more:
            each.setVisible(outcome is not ReferralOutcome.NONE)


def _pair(one: QWidget, other: QWidget) -> Row:
    row = Row(spacing=12, stretch=False)
    row.line.addWidget(one, 3)
    row.line.addWidget(other, 2)
    return row
