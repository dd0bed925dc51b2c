"""Quick capture: what a jotted line means in this binder."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.domain.capture.line import Captured, capture
from clusterdesk.domain.capture.understood import (
    Around,
    Corrections,
    Named,
    Owner,
    Understood,
    corrected,
    headcount_meant,
    is_name,
    name_run,
    owner_meant,
    still_said,
)
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote
from clusterdesk.domain.records.sessions import OwnerKind, Session
from clusterdesk.services.kept import kept_organisation
from clusterdesk.services.list_views import match_organisations
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import capture as queries

_MOST_CANDIDATES = 12
_MOST_MATCHES = 200
_NOTHING = Around()
_AS_WRITTEN = Corrections()


def understand(
    store: Store,
    text: str,
    around: Around = _NOTHING,
    by_hand: Corrections = _AS_WRITTEN,
    *,
    today: date | None = None,
) -> Understood:
    """Find out what a line means; any text may be given. ``today`` is the local day it was written, now by default."""
    captured = capture(text, today or store.clock.today())
    around = _with_organisation(store, around)
    candidates, words = _candidates(store, captured)
    organisation = _organisation(store, captured, candidates, around, by_hand)
    with store.read() as connection:
        people = queries.people(connection, organisation.id if organisation else None, store.clock.today().isoformat())
    found = Understood(
        captured,
        captured.kind,
        owner_meant(captured, people),
        captured.due_on,
        organisation,
        candidates,
        _words_used(captured, organisation, words),
        people,
        session=_session(store, around, organisation),
    )
    told = corrected(found, by_hand)
    counted = headcount_meant(captured, told.words, today or store.clock.today()) if by_hand.kind is None else None
    if counted is None and by_hand.kind is None and captured.offers:
        return replace(told, kind=CaptureKind.NOTE, due_on=None, exchanges=captured.exchanges(told.words))
    if counted is None:
        return told
    return replace(told, kind=CaptureKind.NOTE, due_on=None, headcount=counted)


def understand_waiting(
    store: Store, note: QuickNote, text: str | None = None, by_hand: Corrections = _AS_WRITTEN
) -> Understood:
    """Find out what a waiting quick note means; what it was known to be holds where nothing else is said.

    ``text`` is what it says now, where somebody is changing it; days are counted from the day it was written.
    """
    written = capture(note.text, note.on)
    now = written if text is None else capture(text, note.on)
    stranger = written.owner is None and note.owner is not OwnerKind.US
    guessed = note.kind is written.kind or headcount_meant(written, 1, note.on) is not None
    known = Corrections(
        kind=None if guessed else note.kind,
        organisation=note.organisation_id,
        owner=Owner(note.owner, note.owner_name) if stranger else None,
        due_on=note.due_on,
        due_said=note.due_on is not None,
    )
    held = still_said(known, written, now)
    said = replace(
        by_hand,
        kind=by_hand.kind or held.kind,
        organisation=by_hand.organisation or (None if by_hand.nobody else held.organisation),
        owner=by_hand.owner or held.owner,
        due_on=by_hand.due_on if by_hand.due_said else held.due_on,
        due_said=by_hand.due_said or held.due_said,
    )
    return understand(store, now.line, by_hand=said, today=note.on)


def _candidates(store: Store, captured: Captured) -> tuple[tuple[Named, ...], int]:
    """Return the organisations the mark of a line may mean, and how many of its words name them."""
    mark = captured.organisation
    if mark is None:
        return (), 0
    found: list[Named] = []
    number = 0
    for count in range(1, len(mark.words) + 1):
        typed = mark.words[:count]
        matches = match_organisations(store, " ".join(typed), _MOST_MATCHES)
        # Of one word the search knows more than the name says: the old name of a merged one, its number.
        going_on = [one for one in matches if count == 1 or name_run(one.name, typed) == count]
        if not going_on:
            break
        found, number = [Named(one.id, one.name) for one in going_on], count
    if not found:
        with store.read() as connection:
            found = queries.similar_organisations(connection, mark.words[0], _MOST_CANDIDATES)
        number = 1 if found else 0
    found.sort(key=_by_beginning(mark.words[0]))
    whole = [one for one in found if is_name(one.name, mark.words[:number])]
    return tuple((whole if len(whole) == 1 else found)[:_MOST_CANDIDATES]), number


def _by_beginning(word: str) -> Callable[[Named], tuple[bool, str]]:
    """Return the order of candidates: those that begin with the word first, then by name."""
    begun = even(word)

    def order(one: Named) -> tuple[bool, str]:
        return not even(one.name).startswith(begun), even(one.name)

    return order


def _organisation(
    store: Store, captured: Captured, candidates: tuple[Named, ...], around: Around, by_hand: Corrections
) -> Named | None:
    """Return the organisation that is meant: as said by hand, as marked, else the one in front."""
    if by_hand.nobody:
        return None
    chosen = by_hand.organisation
    if chosen is None and captured.organisation is not None:
        return candidates[0] if len(candidates) == 1 else None
    chosen = chosen or around.organisation
    if chosen is None:
        return None
    kept = kept_organisation(store, chosen)
    return Named(kept.id, kept.name)


def _words_used(captured: Captured, organisation: Named | None, words: int) -> int:
    """Return how many words of the line name the organisation; a mark that led nowhere stays in the text."""
    if captured.organisation is None or organisation is None:
        return 0
    return max(words, 1)


def _with_organisation(store: Store, around: Around) -> Around:
    """Return where a line is written, the organisation of the session in front being in front as well."""
    if around.session is None or around.organisation is not None:
        return around
    return replace(around, organisation=store.get(Session, around.session).organisation_id)


def _session(store: Store, around: Around, organisation: Named | None) -> UUID | None:
    """Return the session in front, where the line is about its organisation."""
    if around.session is None or organisation is None:
        return None
    owner = kept_organisation(store, store.get(Session, around.session).organisation_id)
    return around.session if owner.id == organisation.id else None
