"""The two columns of an orientation's page: what it is about at the left, how it stands at the right."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.referrals import ReferralPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.referral.answers_card import AnswersCard
from clusterdesk.gui.pages.referral.attached_card import AttachedCard
from clusterdesk.gui.pages.referral.need_card import NeedCard
from clusterdesk.gui.pages.referral.readiness_card import ReadinessCard
from clusterdesk.gui.pages.referral.side_cards import BelongsCard, ConsentCard, OutcomeCard, TeamCard
from clusterdesk.gui.pages.referral.steps_card import StepsCard


class MainColumn(QWidget):
    """Need, answers, readiness, what happened."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.setProperty("role", "page")
        self.need = NeedCard(context)
        self.answers = AnswersCard(context)
        self.readiness = ReadinessCard(context)
        self.steps = StepsCard(context)
        column = _column(self)
        for card in (self.need, self.answers, self.readiness, self.steps):
            column.addWidget(card)
        column.addStretch(1)

    def show_page(self, page: ReferralPage) -> None:
        """Show an orientation; typed text stays."""
        self.need.show_page(page)
        self.answers.show_answers(page.replies)
        self.readiness.show_page(page)
        self.steps.show_steps(page.row.steps)

    def forget(self) -> None:
        """Another orientation is about to be shown."""
        self.answers.forget()
        self.readiness.forget()
        self.steps.forget()


class SideColumn(QWidget):
    """Consent, team, outcome, attachments, what it belongs to."""

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.setProperty("role", "page")
        self.consent = ConsentCard(context)
        self.team = TeamCard(context)
        self.outcome = OutcomeCard(context)
        self.attached = AttachedCard(context)
        self.belongs = BelongsCard(context)
        column = _column(self)
        for card in (self.consent, self.team, self.outcome, self.attached, self.belongs):
            column.addWidget(card)
        column.addStretch(1)

    def show_page(self, page: ReferralPage) -> None:
        """Show an orientation; typed text stays."""
        for card in (self.consent, self.team, self.outcome, self.attached, self.belongs):
            card.show_page(page)

    def forget(self) -> None:
        """Another orientation is about to be shown."""
        self.attached.forget()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 4, 0)
    column.setSpacing(12)
    return column
