"""A difficulty seen while a note is typed (« @difficulté délai du permis »): taken, it is noted with its session."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from clusterdesk.domain.capture.proposals import Proposal
from clusterdesk.domain.commands.difficulties import NoteDifficulty
from clusterdesk.domain.records.sessions import SessionNote
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.difficulties import jobs


class DifficultyCatch(QObject):
    """Notes the difficulties that are taken from one note; who may read the note may read them."""

    def __init__(self, context: Context, fields: RecordFields) -> None:
        """Catch what is written in the note that ``fields`` shows."""
        super().__init__(fields)
        self._context, self._fields = context, fields

    @Slot(object)
    def take(self, found: Proposal) -> None:
        """Note a difficulty as a draft; the organisation of the session meets it."""
        note = self._fields.record
        if isinstance(note, SessionNote):
            command = NoteDifficulty(title=found.text, session_id=note.session_id, visibility=note.visibility)
            toast = self._context.kit.t("Difficulty noted: {title}", title=found.text)
            self._context.write(partial(jobs.note, command), toast=toast)
