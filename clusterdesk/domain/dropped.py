"""What a dropped file tells about itself: the codes on it, when it was taken, the mail it is."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from clusterdesk.domain.short_codes import ALPHABET, LENGTH, read_code

_WORD = re.compile(rf"(?<![0-9A-Za-z])[{ALPHABET}{ALPHABET.lower()}ILOilo]{{{LENGTH}}}(?![0-9A-Za-z])")


class DroppedKind(StrEnum):
    """What a dropped file is."""

    PICTURE = "picture"
    PDF = "pdf"
    MAIL = "mail"
    OTHER = "other"


class DropUse(StrEnum):
    """What a dropped file is good for."""

    FILE = "file"  # put in its place: with a visit, or an organisation
    LIST = "list"  # imported
    CALENDAR = "calendar"  # read by Week
    FOLDER = "folder"  # nothing: what is in it is dropped instead


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the head of a mail; the name may be empty."""

    mailbox: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class MailPart:
    """A file that came with a mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DroppedMail:
    """A mail: local day and time it was sent (where it says), who wrote to whom, its plain text and what came with it.

    ``key`` is the same for the same mail wherever it is saved.
    """

    key: str
    on: date | None
    at: time | None
    subject: str
    sender: Person
    receivers: tuple[Person, ...]
    body: str
    parts: tuple[MailPart, ...] = ()


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file and what it tells. ``codes`` are short codes of sessions, the surest first; ``taken_at`` is local."""

    name: str
    kind: DroppedKind
    content: bytes
    codes: tuple[str, ...] = ()
    taken_at: datetime | None = None
    mail: DroppedMail | None = None


def codes_in(text: str) -> tuple[str, ...]:
    """Return the words of a text that may be short codes; only a look at the sessions tells whether one is.

    A word without a digit is none that anybody printed on purpose: names of files are full of words.
    """
    words = dict.fromkeys(word.upper() for word in _WORD.findall(text))
    return tuple(word for word in words if any(letter.isdigit() for letter in word) and read_code(word) is not None)
