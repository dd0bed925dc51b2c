"""The two long texts of a meeting: the agenda before it, the minutes while it lasts and after."""

from functools import partial

from PySide6.QtCore import Signal, Slot

from clusterdesk.domain.capture.proposals import Proposal
from clusterdesk.domain.commands.difficulties import NoteDifficulty
from clusterdesk.domain.records.exchange import ExchangeSide
from clusterdesk.domain.records.groups import Meeting
from clusterdesk.domain.views.groups import MeetingPage
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.difficulties import jobs as difficulty_jobs
from clusterdesk.gui.pages.groups import reading
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.note_proposals import NoteProposals

_AGENDA_LINES, _MINUTES_LINES = (3, 14), (6, 40)


class TextCard(FormCard):
    """Agenda and minutes; promises, difficulties, offers and needs seen in the minutes are taken with Tab.

    Signals:
        kept: what is being typed is safe.
        finished: Ctrl+Enter in one of the texts.
        promised: a promise seen in the minutes was taken (a NewPromise).
    """

    kept = Signal()
    finished = Signal()
    promised = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make empty texts."""
        t = context.kit.t
        super().__init__(t("Agenda and minutes"))
        self.context, self.kit = context, context.kit
        self.fields = RecordFields(context, "meeting", self)
        self.fields.kept.connect(self._tell)
        self.fields.saved.connect(self._tell)
        least, most = _AGENDA_LINES
        self.agenda = self.fields.bind(
            "agenda",
            GrowingNote(self.kit, t("Agenda"), placeholder=t("A line for each point"), least=least, most=most),
        )
        least, most = _MINUTES_LINES
        self.minutes = self.fields.bind(
            "minutes",
            GrowingNote(
                self.kit, t("Minutes"), placeholder=t("What was said, in the order it was said"), least=least, most=most
            ),
        )
        self.minutes.set_large()
        for text in (self.agenda, self.minutes):
            text.finished.connect(self.finished)
        self.proposals = NoteProposals(self.kit, self.minutes.edit, exchanges=True)
        self.proposals.exchanged.connect(self._exchanged)
        self.proposals.taken.connect(self.promised)
        self.proposals.hindered.connect(self._hindered)
        self.add(self.agenda, self.minutes)

    def show_page(self, page: MeetingPage) -> None:
        """Show the texts of a meeting; typed text stays."""
        self.fields.show(page.row.record)

    @Slot()
    def _tell(self) -> None:
        self.kept.emit()

    @Slot(object)
    def _exchanged(self, found: Proposal) -> None:
        meeting, said = self.fields.record, found.exchange
        if isinstance(meeting, Meeting) and said is not None:
            line = self.minutes.edit.textCursor().block().text()
            need = said.side is ExchangeSide.NEED
            t = self.kit.t
            toast = t("Looks for: {text}", text=said.text) if need else t("Offers: {text}", text=said.text)
            job = partial(reading.note_exchange, meeting, line, said)
            self.context.write(job, None, self.context.shell.show_error, toast=toast, owner=self)

    @Slot(object)
    def _hindered(self, found: Proposal) -> None:
        meeting = self.fields.record
        if isinstance(meeting, Meeting):
            command = NoteDifficulty(title=found.text, on=meeting.on, visibility=meeting.visibility)
            toast = self.kit.t("Difficulty noted: {title}", title=found.text)
            self.context.write(partial(difficulty_jobs.note, command), toast=toast)
