"""Data health: the rows of a check."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.session_kinds import SessionKind


@dataclass(frozen=True, slots=True)
class SessionChoice:
    """A session held with the organisation that belongs to no file yet, and has a written trace."""

    id: UUID
    on: date
    kind: SessionKind
    subject: str = ""


@dataclass(frozen=True, slots=True)
class HealthRow:
    """Something to put right: a record of ``record_type``, whose it is, and what is known of it.

    ``title`` names the record, ``on`` dates it; ``detail`` is what mending has to know: who owes a promise, the type of
    a session (a stable key). ``other_id`` is the second one of a pair, ``other`` its name; ``reason`` (a msgid) says
    why both may be the same. ``sessions`` may become the first action of a file.
    """

    record_type: str
    id: UUID
    organisation_id: UUID | None
    organisation: str
    title: str = ""
    on: date | None = None
    detail: str = ""
    other_id: UUID | None = None
    other: str = ""
    reason: str = ""
    sessions: tuple[SessionChoice, ...] = ()
