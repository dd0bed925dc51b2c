"""An offer or a need seen while a note is typed (« #cherche 200 m² »): taken, it is noted with its session."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from clusterdesk.domain.capture.proposals import Proposal
from clusterdesk.domain.commands.exchange import NoteExchanges
from clusterdesk.domain.records.exchange import ExchangeSide
from clusterdesk.domain.records.sessions import SessionNote
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.exchanges import reading


class ExchangeCatch(QObject):
    """Notes what is taken from one note for the organisation of its session; who may read the note may read it."""

    def __init__(self, context: Context, fields: RecordFields) -> None:
        """Catch what is written in the note that ``fields`` shows."""
        super().__init__(fields)
        self._context, self._fields = context, fields

    @Slot(object)
    def take(self, found: Proposal) -> None:
        """Note an offer or a need."""
        note, said = self._fields.record, found.exchange
        if isinstance(note, SessionNote) and said is not None:
            t = self._context.kit.t
            command = NoteExchanges(said=(said,), session_id=note.session_id, visibility=note.visibility)
            need = said.side is ExchangeSide.NEED
            toast = t("Looks for: {text}", text=said.text) if need else t("Offers: {text}", text=said.text)
            self._context.write(partial(reading.note, command), toast=toast)
