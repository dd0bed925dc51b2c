"""What a jotted line means in this binder, and where it goes."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from clusterdesk.domain.capture.line import Captured
from clusterdesk.domain.capture.proposals import headcounts
from clusterdesk.domain.employment.entry import Entry, read_entry
from clusterdesk.domain.exchanges.noted import ExchangeSaid
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.sessions import OwnerKind


class Destination(StrEnum):
    """Where a line goes."""

    PROMISE = "promise"
    HEADCOUNT = "headcount"
    EXCHANGE = "exchange"
    SESSION = "session"
    FIL = "fil"
    INBOX = "inbox"


class Unclear(StrEnum):
    """Why a line waits to be sorted."""

    NO_ORGANISATION = "no_organisation"
    SEVERAL_ORGANISATIONS = "several_organisations"
    UNKNOWN_ORGANISATION = "unknown_organisation"
    NO_SUCH_DAY = "no_such_day"
    KEPT_FOR_LATER = "kept_for_later"


class Named(NamedTuple):
    """An organisation by its name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owes a promise: us, the organisation or somebody else, and the person where one is named."""

    kind: OwnerKind = OwnerKind.US
    name: str = ""
    profile_id: UUID | None = None
    contact_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """Where a line is written: the organisation and the session in front, if any."""

    organisation: UUID | None = None
    session: UUID | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was said by hand, and holds whatever the line says.

    ``nobody``: on purpose without an organisation. ``due_said``: ``due_on`` holds, also when it is None.
    """

    kind: CaptureKind | None = None
    organisation: UUID | None = None
    nobody: bool = False
    owner: Owner | None = None
    due_on: date | None = None
    due_said: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """A line with its organisation, its owner and its day found out.

    ``candidates`` are the organisations its mark may mean, ``words`` how many words of the line name the one meant.
    ``people`` are those who may owe a promise. ``session`` is the session in front, of the same organisation.
    ``headcount`` is what a line says that is nothing but a head count, ``exchanges`` its offers and needs.
    """

    captured: Captured
    kind: CaptureKind
    owner: Owner
    due_on: date | None
    organisation: Named | None = None
    candidates: tuple[Named, ...] = ()
    words: int = 0
    people: tuple[Owner, ...] = ()
    nobody: bool = False
    session: UUID | None = None
    due_said: bool = False
    headcount: Entry | None = None
    exchanges: tuple[ExchangeSaid, ...] = ()

    @property
    def text(self) -> str:
        """Return what is kept: what is promised, looked for or offered; of anything else all that was written."""
        if self.destination is Destination.PROMISE:
            return self.captured.promise_text(self.words, with_day=self.due_on is None)
        if self.destination is Destination.EXCHANGE:
            return " – ".join(one.text for one in self.exchanges)
        return self.captured.note_text(self.words)

    @property
    def empty(self) -> bool:
        """Tell whether nothing is said."""
        if self.kind is CaptureKind.ACTION:
            return not self.captured.promise_text(self.words)
        return not self.text

    @property
    def destination(self) -> Destination:
        """Tell where the line goes."""
        if self.unclear is not None:
            return Destination.INBOX
        if self.kind is CaptureKind.ACTION:
            return Destination.PROMISE
        if self.headcount is not None:
            return Destination.HEADCOUNT
        if self.exchanges:
            return Destination.EXCHANGE
        return Destination.SESSION if self.session is not None else Destination.FIL

    @property
    def unclear(self) -> Unclear | None:
        """Tell why the line waits to be sorted; None where it does not."""
        if self.kind in {CaptureKind.DIFFICULTY, CaptureKind.REFERRAL}:
            return Unclear.KEPT_FOR_LATER
        if self.captured.no_day and not self.due_said and self.kind is CaptureKind.ACTION:
            return Unclear.NO_SUCH_DAY
        if self.organisation is not None or (self.nobody and self.kind is CaptureKind.ACTION):
            return None
        if self.captured.organisation is None or self.nobody:
            return Unclear.NO_ORGANISATION
        return Unclear.SEVERAL_ORGANISATIONS if self.candidates else Unclear.UNKNOWN_ORGANISATION


def headcount_meant(captured: Captured, words: int, today: date) -> Entry | None:
    """Return the head count that a line says, and nothing else: "#Noord 3,5 ETP 30/09"; None for any other line."""
    text = captured.note_text(words)
    if captured.kind_said or captured.owner_name or captured.offers or not headcounts(text):
        return None
    return read_entry(text, today).value


def name_run(name: str, words: tuple[str, ...]) -> int:
    """Return how many of the typed words follow each other in a name; the last one may be cut short."""
    parts, typed = _words(name), [" ".join(_words(word)) for word in words]
    best = 0
    for start in range(len(parts)):
        run = 0
        for part, word in zip(parts[start:], typed, strict=False):
            if not word or not part.startswith(word):
                break
            run += 1
            if part != word:
                break
        best = max(best, run)
    return best


def is_name(name: str, words: tuple[str, ...]) -> bool:
    """Tell whether typed words are a whole name, accents and case aside."""
    return _words(name) == _words(" ".join(words))


def person_meant(name: str, people: tuple[Owner, ...]) -> Owner | None:
    """Return the one person a name may mean: by the whole name, else by the beginning of one of its words."""
    typed = _words(name)
    whole = [one for one in people if _words(one.name) == typed]
    begun = [one for one in people if name_run(one.name, tuple(typed)) == len(typed)] if typed else []
    found = whole or begun
    return found[0] if len(found) == 1 else None


def owner_meant(captured: Captured, people: tuple[Owner, ...]) -> Owner:
    """Return who owes what a line promises: us, where it does not say."""
    if captured.owner is OwnerKind.OTHER:
        return person_meant(captured.owner_name, people) or Owner(OwnerKind.OTHER, captured.owner_name)
    return Owner(captured.owner or OwnerKind.US)


def corrected(found: Understood, by_hand: Corrections) -> Understood:
    """Return what was understood with what was said by hand in its place."""
    return replace(
        found,
        kind=by_hand.kind or found.kind,
        owner=by_hand.owner or found.owner,
        due_on=by_hand.due_on if by_hand.due_said else found.due_on,
        due_said=by_hand.due_said,
        nobody=by_hand.nobody,
    )


def still_said(by_hand: Corrections, before: Captured, now: Captured) -> Corrections:
    """Return what was said by hand and still holds: a part of the line that is written anew speaks for itself."""
    kept = by_hand
    if (before.kind, before.kind_said) != (now.kind, now.kind_said) and now.kind_said:
        kept = replace(kept, kind=None)
    if now.organisation is not None and _name(before) != _name(now):
        kept = replace(kept, organisation=None, nobody=False)
    if now.owner is not None and (before.owner, before.owner_name) != (now.owner, now.owner_name):
        kept = replace(kept, owner=None)
    if (now.due_on or now.no_day) and (before.due_on, before.no_day) != (now.due_on, now.no_day):
        kept = replace(kept, due_on=None, due_said=False)
    return kept


def _name(captured: Captured) -> str:
    return captured.organisation.words[0] if captured.organisation is not None else ""


def _words(text: str) -> list[str]:
    plain = even(text)
    return "".join(letter if letter.isalnum() else " " for letter in plain).split()
