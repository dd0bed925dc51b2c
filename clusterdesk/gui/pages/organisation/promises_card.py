"""Promises of both sides: checked off in place, added with who owes them and when they are due."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.actions import AddAction
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.gui.context import Context
from clusterdesk.gui.entry.reading import read_date
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import AddLine, PartsCard
from clusterdesk.gui.forms.people_choices import PeopleChoices
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label

_SOON_DAYS = 7
PROMISE_ROWS = (
    ("text",),
    ("owner", "due_on"),
    ("profile_id", "contact_id"),
    ("owner_name", "done_on"),
    ("visibility",),
)


class PromisesCard(PartsCard):
    """The card of promises, of an organisation or of one session (``done`` ones are shown there too)."""

    def __init__(self, context: Context, heading: str, empty: str) -> None:
        """Make an empty card."""
        super().__init__(context, heading, empty, add=context.kit.t("Add a promise"))
        self.organisation_id: UUID | None = None
        self.session_id: UUID | None = None
        self.coaching_file_id: UUID | None = None
        self.people = PeopleChoices()
        self.entry = PromiseEntry(self.kit)
        self.entry.entered.connect(self._add)
        self.entry.left.connect(self._hide_entry)
        self.entry.hide()
        self.add(self.entry)

    def make_row(self, part: Action) -> PartRow:
        """Return the row of a promise."""
        return PromiseRow(self.context, part, self.people)

    def show_promises(self, actions: Sequence[Action]) -> None:
        """Show promises, and in the heading how many are late."""
        today, number = self.kit.clock.today(), self.kit.formats.number
        late = sum(one.done_on is None and one.due_on is not None and one.due_on < today for one in actions)
        note = number(len(actions)) if actions else ""
        if late:
            note = self.kit.t.n("{total} · {n} late", "{total} · {n} late", n=late, total=note)
        self.show_parts(actions, note)

    @Slot()
    def begin_adding(self) -> None:
        """Show the line for a new promise."""
        self.entry.show()
        self.entry.begin()

    @Slot()
    def _hide_entry(self) -> None:
        self.give_up(self.entry)

    @Slot(object)
    def _add(self, promise: NewPromise) -> None:
        self.context.write(partial(jobs.promise, self._command(promise)), self._added, self._refused)

    @Slot(object)
    def take(self, promise: NewPromise) -> None:
        """Add a promise that was caught elsewhere, in the notes."""
        toast = self.kit.t("Promise: {text}", text=promise.text)
        self.context.write(partial(jobs.promise, self._command(promise)), toast=toast)

    def _command(self, promise: NewPromise) -> AddAction:
        return AddAction(
            promise=promise,
            organisation_id=self.organisation_id,
            session_id=self.session_id,
            coaching_file_id=self.coaching_file_id,
        )

    def _added(self, _action: Action) -> None:
        self.entry.begin()

    def _refused(self, error: BaseException) -> None:
        self.entry.bring_back(self.context.error_text(error))


class PromiseEntry(QWidget):
    """What is promised, by whom, by when; Enter in any of them adds.

    Signals:
        entered: a NewPromise.
        left: given up (Esc).
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make an empty line."""
        super().__init__()
        self.kit = kit
        self._last: tuple[str, str] = ("", "")
        t = kit.t
        self.text = AddLine(kit, t("What was promised?"), alone=False, entered=True)
        self.owner = ChoiceBox()
        self.owner.setAccessibleName(t("Owed by"))
        self.owner.set_options([Option(each, t(choice_label(each))) for each in OwnerKind])
        self.owner.choose(OwnerKind.US)
        self.owner.activated.connect(self._owner_chosen)
        self.other = AddLine(kit, t("Who?"), alone=False)
        self.other.hide()
        self.due = AddLine(kit, t("Due (fri, +7, 27/11)"), alone=False)
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        for line in (self.text, self.other, self.due):
            line.returnPressed.connect(self.enter)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.owner, 1)
        row.addWidget(self.other, 1)
        row.addWidget(self.due, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.problem)

    def begin(self) -> None:
        """Go to the text."""
        self.text.setFocus()

    def bring_back(self, problem: str) -> None:
        """The promise was refused: give the words back and say why."""
        self.text.setText(self._last[0])
        self.due.setText(self._last[1])
        self._tell(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.text.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def enter(self) -> None:
        """Add what is typed, if anything."""
        text = self.text.text().strip()
        if not text:
            return
        reading = read_date(self.due.text(), self.kit.clock.today())
        if reading.problem is not None:
            self._tell(self.kit.t(reading.problem.message, **reading.problem.params))
            return
        self._last = (text, self.due.text())
        owner = OwnerKind(self.owner.currentData())
        name = self.other.text().strip() if owner is OwnerKind.OTHER else ""
        self._tell("")
        self.text.clear()
        self.due.clear()
        self.entered.emit(NewPromise(text=text, owner=owner, owner_name=name, due_on=reading.value))

    @Slot()
    def _owner_chosen(self) -> None:
        other = self.owner.currentData() == OwnerKind.OTHER
        self.other.setVisible(other)
        if other:
            self.other.setFocus()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


class PromiseRow(PartRow):
    """One promise, with a box to check it off."""

    type_key = "action"
    wraps = True
    part: Action

    def __init__(self, context: Context, part: Action, people: PeopleChoices) -> None:
        """Show a promise, closed; ``people`` are whom its fields may name."""
        super().__init__(context, part)
        self._people = people
        self.box = QCheckBox()
        self.box.clicked.connect(self._check)
        self.lead.addSpacing(4)
        self.lead.addWidget(self.box)
        self.lead.addStretch(1)

    def words(self) -> None:
        """Say what is owed by whom until when."""
        t, action = self.kit.t, self.part
        self.box.setChecked(action.done_on is not None)
        self.box.setAccessibleName(t("Done: {what}", what=action.text))
        owner = action.owner_name or t(choice_label(action.owner))
        self.say(action.text, owner, *due_chip(self.kit, action))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, "action", PROMISE_ROWS, self._people.options(), required=("text",))
        return self.form

    def fill(self) -> None:
        """Show the promise."""
        self._people.offer(self.form)
        self.form.show_record(self.part)

    @Slot()
    def _check(self) -> None:
        t, action = self.kit.t, self.part
        kept = self.box.isChecked()
        on: date | None = self.kit.clock.today() if kept else None
        text = t("Done: {what}", what=action.text) if kept else t("Not done after all: {what}", what=action.text)
        self.context.write(partial(jobs.keep_promise, action.id, on), toast=text)


def due_chip(kit: Kit, action: Action) -> tuple[tuple[str, Tone], ...]:
    """Return the chip of a due date: late, soon, or some day."""
    if action.done_on is not None:
        return ((kit.t("Done {day}", day=kit.formats.weekday_date(action.done_on)), Tone.OK),)
    if action.due_on is None:
        return ()
    days = (action.due_on - kit.clock.today()).days
    tone = Tone.BAD if days < 0 else Tone.WARN if days <= _SOON_DAYS else Tone.NEUTRAL
    words = kit.formats.relative_days(days) if days == 0 else kit.formats.weekday_date(action.due_on)
    return ((words, tone),)
