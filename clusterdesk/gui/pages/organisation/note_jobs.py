"""Keeping a quick note: as a draft while it is written, as a session or as advice in the end."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.coaching import GiveAdvice
from clusterdesk.domain.commands.sessions import LogSession, NewNote
from clusterdesk.domain.exchanges.noted import exchanges_of
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.sessions import SessionKind

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_LONGEST_SUBJECT = 80


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to whom on a day; ``kind`` is that of a session or of one-off advice."""

    organisation_id: UUID
    kind: str
    on: date
    text: str
    visibility: Visibility


def note_down(said: Said, desk: "Desk") -> OpResult[Record]:
    """Write down what was just said, in one step with the offers and needs it says; its draft has done its work."""
    from clusterdesk.services.drafts import drop_draft

    result = _advice(said, desk) if said.kind in set(AdviceKind) else _session(said, desk)
    drop_draft(desk.store, *quick_note_place(said.organisation_id))
    return result


def keep_quick_note(organisation_id: UUID, text: str, desk: "Desk") -> None:
    """Keep what is being written, although its session does not exist yet; empty text is forgotten."""
    from clusterdesk.services.drafts import drop_draft, save_draft

    place = quick_note_place(organisation_id)
    if text.strip():
        save_draft(desk.store, *place, text)
    else:
        drop_draft(desk.store, *place)


def quick_note_place(organisation_id: UUID) -> tuple[str, UUID, str]:
    """Return where the draft of an organisation's quick note is kept: under an id no note will ever have."""
    return "session_note", derived_id("quick_note", organisation_id), "text"


def _session(said: Said, desk: "Desk") -> OpResult[Record]:
    from clusterdesk.services.session_closing import log_session

    note = NewNote(text=said.text, visibility=said.visibility)
    command = LogSession(
        organisation_id=said.organisation_id,
        on=said.on,
        kind=SessionKind(said.kind),
        notes=(note,),
        exchanges=exchanges_of(said.text),
    )
    result = log_session(desk.store, command)
    return OpResult(result.output, result.changes)


def _advice(said: Said, desk: "Desk") -> OpResult[Record]:
    """Give advice: the first line is its subject, all that is written its answer where there is more."""
    from clusterdesk.services.coaching import give_advice

    first, _, rest = said.text.partition("\n")
    short = not rest.strip() and len(first) <= _LONGEST_SUBJECT
    command = GiveAdvice(
        organisation_id=said.organisation_id,
        on=said.on,
        kind=AdviceKind(said.kind),
        subject=first if len(first) <= _LONGEST_SUBJECT else f"{first[:_LONGEST_SUBJECT]}…",
        answer="" if short else said.text,
        visibility=said.visibility,
        exchanges=exchanges_of(said.text),
    )
    result = give_advice(desk.store, command)
    return OpResult(result.output, result.changes)
