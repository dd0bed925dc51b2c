"""Writing figures into a file, and asking a company for them: what is done in the worker."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.exchange.figures.export_table import ExportLayout
    from clusterdesk.exchange.figures.requests.sending import SentRequest
    from clusterdesk.services.figure_requests import FigureRequest


@dataclass(frozen=True, slots=True)
class WriteFigures:
    """Writes the figures of a ledger, csv or xlsx by the name of the file."""

    ledger_id: UUID
    path: Path
    layout: "ExportLayout"
    edition: Edition
    t: Translator

    def __call__(self, desk: "Desk") -> tuple[Path, int]:
        """Write; return the file and how many amounts are in it.

        Raises:
            KnownError: it cannot be written.
        """
        from clusterdesk.exchange.figures.export import export_figures

        count = export_figures(desk.store, self.ledger_id, self.path, self.layout, self.t, self.edition)
        return self.path, count


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """Reads what would be asked of a company."""

    ledger_id: UUID

    def __call__(self, desk: "Desk") -> "FigureRequest":
        """Read.

        Raises:
            KnownError: nothing is missing.
        """
        from clusterdesk.services.figure_requests import figure_request

        return figure_request(desk.store, self.ledger_id, default=desk.settings.default_document_language)


@dataclass(frozen=True, slots=True)
class SendRequest:
    """Makes workbook and draft, and notes the promise; its output is what was made."""

    request: "FigureRequest"
    due_on: date
    author: str
    t: Translator

    def __call__(self, desk: "Desk") -> "OpResult[SentRequest]":
        """Make them.

        Raises:
            KnownError: a file cannot be written, or an address is none.
        """
        from clusterdesk.exchange.figures.requests.sending import send_request

        folder = desk.store.folder.outbox / "mail"
        author = self.author or desk.store.author
        return send_request(desk.store, self.request, folder, author, self.t, self.due_on)
