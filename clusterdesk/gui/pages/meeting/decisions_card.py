"""What was decided and promised: one line takes both, by the quick marks; the decisions stand under it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.groups.spoken import LineKind, Spoken
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import MeetingDecision
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.groups import MeetingPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import AddLine, PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.groups import reading
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.label import Label

_ROWS = (("text",), ("visibility", "position"))
_LOOK_AFTER_MS = 200


class DecisionsCard(PartsCard):
    """The decisions of a meeting, and the line that adds them and promises.

    Signals:
        promised: a promise was added.
    """

    promised = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("Nothing decided yet. “@Name what until when” is a promise of whoever the name means.")
        super().__init__(context, t("Decisions"), empty)
        self._meeting_id: UUID | None = None
        self.entry = AddLine(self.kit, t("A decision, or “@Name send the plan fri.”"), entered=True)
        self.entry.entered.connect(self.add_text)
        self.entry.textEdited.connect(self._typed)
        self.meaning = Label("", "small", wrap=True)
        self.meaning.setContentsMargins(8, 0, 8, 2)
        self.meaning.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look)
        self.body.insertWidget(1, self.entry)
        self.body.insertWidget(2, self.meaning)

    def make_row(self, part: MeetingDecision) -> PartRow:
        """Return the row of a decision."""
        return DecisionRow(self.context, part)

    def show_page(self, page: MeetingPage) -> None:
        """Show the decisions of a meeting."""
        self._meeting_id = page.row.record.id
        self.show_parts(page.decisions)
        self.entry.setVisible(not page.row.record.deleted)

    def begin(self) -> None:
        """Go to the line."""
        self.entry.setFocus()

    def commit(self) -> None:
        """Add what is typed."""
        self.entry.enter()

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Write down what the line says."""
        self._soon.stop()
        self.meaning.hide()
        if self._meeting_id is not None:
            job = partial(reading.note_line, self._meeting_id, text)
            self.context.write(job, self._noted, partial(self._refused, text), owner=self)

    def _noted(self, record: object) -> None:
        if not isinstance(record, MeetingDecision):
            self.promised.emit()

    def _refused(self, text: str, error: BaseException) -> None:
        if not self.entry.text():
            self.entry.setText(text)
        self.meaning.setText(self.context.error_text(error))
        self.meaning.set_role("problem")
        self.meaning.show()

    @Slot()
    def _typed(self) -> None:
        self._soon.start()

    @Slot()
    def _look(self) -> None:
        text = self.entry.text().strip()
        if not text or self._meeting_id is None:
            self.meaning.hide()
            return
        job = partial(reading.understand, self._meeting_id, text)
        self.context.desk.submit(job, self._tell, latest="meeting-line", owner=self)

    def _tell(self, said: Spoken) -> None:
        if self.entry.text().strip():
            self.meaning.set_role("small")
            self.meaning.setText(self.told(said))
            self.meaning.show()

    def told(self, said: Spoken) -> str:
        """Return in words what a line means."""
        t = self.kit.t
        if said.kind is LineKind.DECISION:
            return t("Decision")
        words = t("Promise of {who}: {text}", who=self._who(said), text=said.text)
        if said.due_on is not None:
            return t("{promise} · {day}", promise=words, day=self.kit.formats.weekday_date(said.due_on))
        return words

    def _who(self, said: Spoken) -> str:
        owner = said.owner
        if owner.kind is OwnerKind.US:
            return owner.name or self.kit.t(choice_label(OwnerKind.US))
        if owner.kind is OwnerKind.ORGANISATION:
            side = said.organisation.name if said.organisation is not None else "?"
            return self.kit.t("{name} ({side})", name=owner.name, side=side) if owner.name else side
        return owner.name


class DecisionRow(PartRow):
    """One decision."""

    type_key = "meeting_decision"
    wraps = True
    part: MeetingDecision

    def words(self) -> None:
        """Say what was decided, and who may not read it."""
        record = self.part
        chips: tuple[tuple[str, Tone], ...] = ()
        if record.visibility is not Visibility.SHAREABLE:
            tone = Tone.BAD if record.visibility is Visibility.RESTRICTED else Tone.WARN
            chips = ((self.kit.t(choice_label(record.visibility)), tone),)
        self.say(record.text, "", *chips)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        return self.form

    def fill(self) -> None:
        """Show the decision."""
        self.form.show_record(self.part)
