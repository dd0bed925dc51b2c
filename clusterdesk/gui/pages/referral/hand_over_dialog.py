"""Handing an orientation over: to which team and whom of it, by when an answer is expected."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.referrals import HandOver, OfReferral
from clusterdesk.domain.referrals.silence import due_on
from clusterdesk.domain.views.hub_teams import TeamCard
from clusterdesk.domain.views.referrals import ReferralChoices, ReferralRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.referral.move_dialogs import Asked, MoveDialog
from clusterdesk.gui.pages.referral.team_choice import TeamChoice
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate


class HandOverDialog(MoveDialog):
    """Asks for the team; the day of the answer follows from its usual days until another one is typed."""

    def __init__(
        self, context: Context, row: ReferralRow, choices: ReferralChoices, parent: QWidget | None = None
    ) -> None:
        """Propose the teams that suit."""
        asked = Asked(
            N_("Hand over the orientation"),
            N_("Hand over"),
            N_("Only what is shareable goes to the team, and only what the organisation agreed to."),
        )
        super().__init__(context, row, asked, parent)
        t = self.kit.t
        self._cards: Sequence[TeamCard] = choices.cards
        self._proposed_due: date | None = None
        self.person = InlineChoice(self.kit, t("Person of the team"), [Option(None, "–")])
        self.person.box.setProperty("role", "input")
        self.due = InlineDate(self.kit, t("Answer expected by"))
        self.due.edit.setProperty("role", "input")
        self.day.committed.connect(self._propose_due)
        self.team = TeamChoice(self.kit)
        self.team.chosen.connect(self._team_chosen)
        days = Row(spacing=12, stretch=False)
        days.line.addWidget(self.day, 1)
        days.line.addWidget(self.due, 1)
        matches = choices.matches(row.kind, row.countries, self.kit.clock.today())
        self.team.show_matches(matches, choices.cards, row.record.hub_team_id)
        if row.record.hub_person_id is not None:
            self.person.set_value(row.record.hub_person_id)
        self.scroll_content(self.team, self.person, days)

    def command(self, on: date) -> OfReferral | None:
        """Return the hand-over; ``None`` while no team is chosen."""
        if self.team.team_id is None:
            self.tell(self.kit.t("Choose the team that receives it."))
            return None
        if not self.due.commit():
            return None
        person = self.person.value
        return HandOver(
            referral_id=self.row.record.id,
            on=on,
            hub_team_id=self.team.team_id,
            hub_person_id=person if isinstance(person, UUID) else None,
            answer_due_on=self.due.value or self._proposed_due,
        )

    @Slot(object)
    def _team_chosen(self, team_id: UUID | None) -> None:
        card = self._card(team_id)
        people = card.people if card is not None else ()
        self.person.set_options([Option(None, "–"), *(Option(one.id, one.name) for one in people)])
        self.person.set_value(people[0].id if len(people) == 1 else None)
        self.consent.setEnabled(card is not None)
        self._propose_due(None)

    @Slot(object)
    def _propose_due(self, _day: object) -> None:
        """Let the day of the answer follow, unless somebody typed another one."""
        if self.due.value != self._proposed_due:
            return
        card = self._card(self.team.team_id)
        on = self.day.value or self.kit.clock.today()
        days = card.team.answer_days if card is not None else None
        self._proposed_due = due_on(on, days, self.context.silence)
        self.due.set_value(self._proposed_due)

    def _card(self, team_id: UUID | None) -> TeamCard | None:
        return next((one for one in self._cards if one.team.id == team_id), None)
