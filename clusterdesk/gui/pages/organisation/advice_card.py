"""One-off advice: a single answer or an introduction, counted apart from coaching."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.coaching import GiveAdvice
from clusterdesk.domain.records.coaching import OneOffAdvice
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.people_choices import PeopleChoices
from clusterdesk.gui.forms.record_form import RecordForm

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_ROWS = (("subject",), ("kind", "on"), ("contact_id",), ("profile_id", "minutes"), ("answer",), ("visibility",))


class AdviceCard(PartsCard):
    """The card of advice given to an organisation."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("One-off advice given"),
            t("None yet. An answer or an introduction without a coaching file is noted here."),
            add=t("Add advice"),
            hint=t("What was it about?"),
        )
        self.organisation_id: UUID | None = None
        self._people = PeopleChoices()

    def make_row(self, part: OneOffAdvice) -> PartRow:
        """Return the row of a piece of advice."""
        return AdviceRow(self.context, part, self._people)

    def show_advice(self, advice: Sequence[OneOffAdvice], people: PeopleChoices) -> None:
        """Show the advice, the newest first, and whom its fields may name."""
        self._people.renew(people)
        self.show_parts(advice)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Note advice of today by its subject, given by the user; the row opens for the rest."""
        if self.organisation_id is not None:
            command = GiveAdvice(
                organisation_id=self.organisation_id,
                on=self.kit.clock.today(),
                subject=text,
                profile_id=self._people.colleague(self.context.settings.profile_name),
            )
            self.context.write(partial(_give, command), self._added)

    def _added(self, advice: OneOffAdvice) -> None:
        self.open_when_shown(advice.id)


class AdviceRow(PartRow):
    """One piece of advice."""

    type_key = "one_off_advice"
    wraps = True
    part: OneOffAdvice

    def __init__(self, context: Context, part: OneOffAdvice, people: PeopleChoices) -> None:
        """Show it, closed."""
        super().__init__(context, part)
        self._people = people

    def words(self) -> None:
        """Say what it was about, when, which kind, by whom."""
        t, formats, advice = self.kit.t, self.kit.formats, self.part
        facts = [formats.date(advice.on), t(choice_label(advice.kind)), self._people.name_of(advice.profile_id)]
        if advice.minutes:
            facts.append(formats.duration(advice.minutes))
        self.say(advice.subject, " · ".join(fact for fact in facts if fact))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS, self._people.options(), required=("subject",))
        return self.form

    def fill(self) -> None:
        """Show the advice."""
        self._people.offer(self.form)
        self.form.show_record(self.part)


def _give(command: GiveAdvice, desk: "Desk") -> OpResult[OneOffAdvice]:
    from clusterdesk.services.coaching import give_advice

    return give_advice(desk.store, command)
