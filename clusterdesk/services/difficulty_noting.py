"""What a difficulty begins with when it is noted from a note, a session, the page of an organisation."""

from dataclasses import dataclass
from uuid import UUID

from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import DifficultyTheme
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionNote
from clusterdesk.services.kept import kept_organisation
from clusterdesk.store.desk_store import Store

_STRICTNESS = {one: place for place, one in enumerate(Visibility)}


@dataclass(frozen=True, slots=True)
class Begun:
    """The organisation in front, if any, who may read what was selected, and the themes in use."""

    organisation: Organisation | None
    visibility: Visibility
    themes: tuple[DifficultyTheme, ...]


def begin_difficulty(store: Store, quote: str, organisation_id: UUID | None, session_id: UUID | None) -> Begun:
    """Return what a difficulty begins with; a session knows its organisation.

    A quote is read by whom the note it was taken from is: by nobody else unless somebody says so.
    """
    if organisation_id is None and session_id is not None:
        organisation_id = store.get(Session, session_id).organisation_id
    organisation = kept_organisation(store, organisation_id) if organisation_id is not None else None
    themes = sorted(store.find(DifficultyTheme, active=True), key=lambda one: (one.position, one.key))
    return Begun(organisation, quote_visibility(store, quote, session_id), tuple(themes))


def quote_visibility(store: Store, quote: str, session_id: UUID | None) -> Visibility:
    """Return who may read a quote: by the strictest of the notes that hold it; shareable where none does.

    What goes from one note of the session into the next is read by whom all of them are.
    """
    wanted = one_line(quote)
    if session_id is None or not wanted:
        return Visibility.SHAREABLE
    notes = sorted(store.find(SessionNote, session_id=session_id), key=_place)
    held = [one for one in notes if wanted in one_line(one.text)]
    if not held and wanted in " ".join(one_line(one.text) for one in notes):
        held = notes
    return max((one.visibility for one in held), key=_STRICTNESS.__getitem__, default=Visibility.SHAREABLE)


def _place(note: SessionNote) -> tuple[int, UUID]:
    return note.position, note.id
