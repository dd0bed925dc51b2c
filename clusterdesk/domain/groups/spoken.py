"""What a line typed in a meeting means: a decision, or a promise with who owes it and until when.

The marks are those of quick capture: "@Noord envoyer le plan ven." is a promise of the one organisation or person whose
name begins so; ``@nous`` is us, ``#Noord`` names the organisation, ``!`` begins a promise. A line without any is a
decision, and so is one that begins with ``@décision``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.line import Captured, capture
from clusterdesk.domain.capture.understood import Named, Owner, is_name, name_run, person_meant
from clusterdesk.domain.parsing.decision_mark import decided
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.sessions import OwnerKind


class LineKind(StrEnum):
    """What a line is."""

    DECISION = "decision"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Room:
    """Who may be meant: the organisations and people of the meeting, then our colleagues.

    ``home`` tells for which organisation a person is there.
    """

    organisations: tuple[Named, ...] = ()
    people: tuple[Owner, ...] = ()
    home: tuple[tuple[UUID, Named], ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line understood; ``owner`` and ``organisation`` say who owes a promise, ``unknown`` the name nobody bears."""

    kind: LineKind
    text: str
    owner: Owner = Owner()  # noqa: RUF009 - frozen
    organisation: Named | None = None
    due_on: date | None = None
    unknown: str = ""


def spoken(text: str, today: date, room: Room) -> Spoken:
    """Read a line; any text may be given, and none raises."""
    line = one_line(text)
    marked = decided(line)
    if marked is not None:
        return Spoken(LineKind.DECISION, marked)
    found = capture(line, today)
    promised = found.owner is not None or (found.kind_said and found.kind is CaptureKind.ACTION)
    if not promised:
        return Spoken(LineKind.DECISION, line)
    organisation, words = _marked(found, room.organisations)
    return _promise(found, organisation, words, room)


def _promise(found: Captured, organisation: Named | None, words: int, room: Room) -> Spoken:
    owner, unknown = Owner(found.owner or OwnerKind.US), ""
    if found.owner is OwnerKind.OTHER:
        owner, organisation, unknown = named_owner(found.owner_name, organisation, room)
    elif found.owner is None and organisation is not None:
        owner = Owner(OwnerKind.ORGANISATION)  # "!envoyer le plan #Noord"
    elif found.owner is OwnerKind.ORGANISATION and organisation is None:
        unknown = found.owner_name or found.line
    text = found.promise_text(words, with_day=found.due_on is None)
    return Spoken(LineKind.PROMISE, text, owner, organisation, found.due_on, unknown)


def named_owner(name: str, organisation: Named | None, room: Room) -> tuple[Owner, Named | None, str]:
    """Return who bears a name: a person of the room, else an organisation, else somebody we do not know."""
    person = person_meant(name, room.people)
    if person is not None:
        home = dict(room.home).get(person.contact_id) if person.contact_id is not None else None
        return person, organisation or home, ""
    meant = organisation_meant(tuple(name.split()), room.organisations)
    if meant is not None:
        return Owner(OwnerKind.ORGANISATION), meant, ""
    return Owner(OwnerKind.OTHER, name), organisation, name


def check_owner(said: Spoken) -> None:
    """Refuse a promise of an organisation that is not named.

    Raises:
        KnownError: asks for the name.
    """
    if said.owner.kind is OwnerKind.ORGANISATION and said.organisation is None:
        raise KnownError(
            "promise_owner",
            N_("“{text}” does not say who else owes it."),
            advice=N_("Give the name of the organisation or person."),
            text=said.text,
        )


def organisation_meant(words: tuple[str, ...], organisations: Sequence[Named]) -> Named | None:
    """Return the one organisation that typed words may mean: by the whole name, else by the words it begins with."""
    whole = [one for one in organisations if is_name(one.name, words)]
    begun = [one for one in organisations if words and name_run(one.name, words) == len(words)]
    found = whole or begun
    return found[0] if len(found) == 1 else None


def _marked(found: Captured, organisations: Sequence[Named]) -> tuple[Named | None, int]:
    """Return the organisation of a ``#`` mark, and how many words of the line name it."""
    mark = found.organisation
    if mark is None:
        return None, 0
    for count in range(len(mark.words), 0, -1):
        meant = organisation_meant(mark.words[:count], organisations)
        if meant is not None:
            return meant, count
    return None, 1
