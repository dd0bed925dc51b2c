"""Promises made in meetings: checked off in place, each with the name of who owes it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.views.groups import OwedLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.people_choices import PeopleChoices
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.promises_card import PROMISE_ROWS, PromiseRow, due_chip

_ROWS = (*PROMISE_ROWS[:2], ("organisation_id",), *PROMISE_ROWS[2:])


class OwedCard(PartsCard):
    """Promises of several organisations and of ours; they are added by the line of the meeting."""

    def __init__(self, context: Context, heading: str, empty: str) -> None:
        """Make an empty card."""
        super().__init__(context, heading, empty)
        self.people = PeopleChoices()
        self._owners: dict[UUID, str] = {}

    def make_row(self, part: Action) -> PartRow:
        """Return the row of a promise."""
        return OwedRow(self.context, part, self.people, self._owners)

    def show_owed(self, lines: Sequence[OwedLine]) -> None:
        """Show promises, and in the heading how many are late."""
        today, number = self.kit.clock.today(), self.kit.formats.number
        self._owners.clear()
        self._owners.update({one.record.id: self._owner(one) for one in lines})
        late = sum(one.record.done_on is None and one.record.due_on is not None and one.record.due_on < today
                   for one in lines)  # fmt: skip
        note = number(len(lines)) if lines else ""
        if late:
            note = self.kit.t.n("{total} · {n} late", "{total} · {n} late", n=late, total=note)
        self.show_parts([one.record for one in lines], note)

    def _owner(self, line: OwedLine) -> str:
        t = self.kit.t
        if not line.owner:
            return t(choice_label(line.record.owner))
        if line.organisation and line.organisation != line.owner:
            return t("{name} ({side})", name=line.owner, side=line.organisation)
        return line.owner


class OwedRow(PromiseRow):
    """One promise with the name of who owes it; for which organisation is said in the row."""

    def __init__(self, context: Context, part: Action, people: PeopleChoices, owners: dict[UUID, str]) -> None:
        """Show a promise, closed; ``owners`` are the names as they are now, by promise."""
        super().__init__(context, part, people)
        self._owners = owners

    def words(self) -> None:
        """Say what is owed by whom until when."""
        super().words()
        owner = self._owners.get(self.part.id, "")
        if owner:
            self.say(self.part.text, owner, *due_chip(self.kit, self.part))

    def build(self) -> QWidget:
        """Return the fields, the organisation among them: a line of the meeting may have named another one."""
        self.form = RecordForm(self.context, "action", _ROWS, self._people.options(), required=("text",))
        return self.form
