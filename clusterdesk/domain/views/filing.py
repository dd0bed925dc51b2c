"""Where a dropped file may belong, and why."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.records.sessions import SessionKind


class Reason(StrEnum):
    """What a proposal rests on, the surest first."""

    CODE = "code"  # a code on the sheet, in the file's name or in the subject
    HOUR = "hour"  # the picture was taken during the session
    DAY = "day"  # there was one session that day
    MAILBOX = "mailbox"  # somebody known wrote it or received it
    DOMAIN = "domain"  # somebody of the same mail domain is known
    CHOSEN = "chosen"  # a person said so


@dataclass(frozen=True, slots=True)
class FilingPlace:
    """A place for a file: a session, evidence that waits for it, or an organisation only.

    Merged organisations are given as the kept one; ``title`` is that of the evidence.
    """

    organisation_id: UUID
    organisation: str
    reason: Reason
    session_id: UUID | None = None
    kind: SessionKind | None = None
    on: date | None = None
    starts_at: time | None = None
    contact_id: UUID | None = None
    evidence_id: UUID | None = None
    title: str = ""
