"""The look at what was caught before the visit is closed: everything can still be put right in place."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.commands.sessions import Participant
from clusterdesk.domain.records.sessions import NoteKind, Session, SessionState
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.session import loading
from clusterdesk.gui.pages.session.attendees_card import AttendeesCard
from clusterdesk.gui.pages.session.notes_card import DecisionsCard
from clusterdesk.gui.pages.visit.caught_cards import CaughtCards
from clusterdesk.gui.pages.visit.next_step import NextStepCard
from clusterdesk.gui.pages.visit.shared_notes import SharedNotes
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.side_by_side import SideBySide


class ReviewPane(QWidget):
    """Notes and who may read them, promises, decisions, the next step, when it was, who was there.

    Signals:
        back_asked: to the notes again.
        confirmed: close the session.
    """

    back_asked = Signal()
    confirmed = Signal()

    def __init__(self, context: Context) -> None:
        """Make empty cards."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.setProperty("role", "page")
        self._session_id: UUID | None = None
        self.heading = Label(t("Is everything there?"), "heading")
        self.back = Button(self.kit, t("Back to the notes"), icon="pencil")
        self.confirm = Button(self.kit, t("Confirm"), "visit-primary", icon="check")
        self.back.clicked.connect(self.back_asked)
        self.confirm.clicked.connect(self.confirmed)
        self.notes = SharedNotes(context)
        self.decisions = DecisionsCard(context)
        self.caught = CaughtCards(context)
        self.promises, self.headcounts = self.caught.promises, self.caught.headcounts
        self.step = NextStepCard(context)
        self.attendees = AttendeesCard(context)
        self.facts = RecordForm(context, "session", (("on",), ("starts_at", "minutes")), required=("on",))
        self.early = Label("", "small", wrap=True)
        self.decisions.added.connect(self._decide)
        self.attendees.changed.connect(self._set_attendees)
        self._assemble()

    def show_data(self, data: loading.SessionData) -> None:
        """Show what a session brought; typed text of the same one stays."""
        page, session = data.page, data.page.session
        self._session_id = session.id
        self.notes.show_notes([note for note in page.notes if note.kind is NoteKind.NOTE])
        self.decisions.show_page(page)
        self.caught.show_data(data)
        self.step.show_session(session, self.kit.clock.today())
        self.attendees.show_data(data)
        self.facts.show_record(session)
        self._tell_early(session)
        planned = session.state is SessionState.PLANNED
        self.confirm.set_text(self.kit.t("Confirm") if planned else self.kit.t("To the report"))

    def enter(self) -> None:
        """Add what is typed into lines that wait for Enter."""
        self.promises.entry.enter()
        self.decisions.line.enter()
        self.attendees.line.enter()

    def _assemble(self) -> None:
        t = self.kit.t
        when = FormCard(t("When it was, for how long"))
        when.add(self.facts, self.early)
        self.early.setContentsMargins(7, 0, 7, 4)
        main, side = QWidget(), QWidget()
        for holder, cards in (
            (main, (self.notes, self.decisions, self.caught)),
            (side, (self.step, when, self.attendees)),
        ):
            holder.setProperty("role", "page")
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 4, 0)
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.back)
        head.addWidget(self.confirm)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(SideBySide(self.kit, main, side, t("The visit"), main_scrolls=True), 1)

    def _tell_early(self, session: Session) -> None:
        """Say that a visit which takes place before its day will be noted on the day of today."""
        today = self.kit.clock.today()
        early = session.state is SessionState.PLANNED and session.on > today
        day = self.kit.formats.weekday_date(today)
        self.early.setText(self.kit.t("Held before its day: it will be noted on {day}.", day=day) if early else "")
        self.early.setVisible(early)

    @Slot(str)
    def _decide(self, text: str) -> None:
        if self._session_id is not None:
            self.context.write(partial(loading.add_note, self._session_id, text, NoteKind.DECISION))

    @Slot(object)
    def _set_attendees(self, people: tuple[Participant, ...]) -> None:
        if self._session_id is not None:
            self.context.write(partial(loading.set_attendees, self._session_id, people))
