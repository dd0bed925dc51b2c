"""What came in since the last working day: documents, mails, whole lists."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.commands.base import Label


class ArrivalKind(StrEnum):
    """What something that came in is."""

    DOCUMENT = "document"
    MAIL = "mail"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that came in at an instant; ``text`` is its name or subject, ``operation`` names an import."""

    kind: ArrivalKind
    at: datetime
    text: str = ""
    organisation_id: UUID | None = None
    organisation: str = ""
    session_id: UUID | None = None
    operation: Label | None = None


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The newest first, at most as many as asked for; ``count`` is how many there are since ``since``."""

    since: date
    newest: tuple[Arrival, ...] = ()
    count: int = 0
