"""The kinds of sessions, of what is written in them, and of who owes what; the first screen needs no more of them."""

from enum import StrEnum


class SessionKind(StrEnum):
    """How people met."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    MAIL = "mail"


class SessionState(StrEnum):
    """Whether a session is to come, took place, or was called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class NoteKind(StrEnum):
    """What a written line of a session is."""

    NOTE = "note"
    DECISION = "decision"


class OwnerKind(StrEnum):
    """Who owes an action."""

    US = "us"
    ORGANISATION = "organisation"
    OTHER = "other"
