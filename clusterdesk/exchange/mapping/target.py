"""What an import aims at: kinds of lists, their fields, and the patterns of headers that mean them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from clusterdesk.domain.parsing.text import match_key


class ImportKind(StrEnum):
    """The kinds of lists that can be imported."""

    ORGANISATIONS = "organisations"
    CONTACTS = "contacts"
    MEMBERSHIPS = "memberships"
    PROJECTS = "projects"
    FILES = "files"
    SESSIONS = "sessions"
    ADVICE = "advice"
    ACTIONS = "actions"
    RESULTS = "results"
    HUB_TEAMS = "hub-teams"
    REGISTRATIONS = "registrations"
    VOTES = "votes"
    PROSPECTS = "prospects"


class ValueKind(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    NOTE = "note"
    LABELS = "labels"
    ENTERPRISE_NUMBER = "enterprise_number"
    ESTABLISHMENT_NUMBER = "establishment_number"
    DECIMAL = "decimal"
    MONEY = "money"
    PARTIAL_DATE = "partial_date"
    DAY = "day"
    TIME = "time"
    MINUTES = "minutes"
    DAYS = "days"
    BOOLEAN = "boolean"
    MAIL = "mail"
    PHONE = "phone"
    SITE = "site"
    IBAN = "iban"
    POSTCODE = "postcode"
    COUNTRY = "country"
    NACE = "nace"
    LANGUAGES = "languages"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class TargetField:
    """A field that a column can be mapped to.

    Attributes:
        key: stable name in the values of a row.
        label: English msgid shown in the wizard.
        kind: how its cells are read.
        patterns: headers that mean it, as sets of concepts (see ``concepts``).
        weak: headers that may mean it when nothing says it better.
        beside: concept that another column has to stand for, or the weak headers do not count.
        many: several columns, or several values in a cell, are kept.
        verbatim: the cell is also kept word for word as a note; one that cannot be read then refuses nothing.
        lenient: a cell that cannot be read is an error to show, yet does not refuse the row.
        words: for a choice, match key of a label -> value.
        hour: for a day, the field that takes the hour written with it.
    """

    key: str
    label: str
    kind: ValueKind
    patterns: tuple[frozenset[str], ...]
    weak: tuple[frozenset[str], ...] = ()
    beside: str = ""
    many: bool = False
    verbatim: bool = False
    lenient: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    hour: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """At least one of these fields has to have a value; else the row is refused with the message (an English msgid)."""

    any_of: tuple[str, ...]
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """One kind of list: its label (English msgid), its fields in the order shown, and what a row needs."""

    kind: ImportKind
    label: str
    fields: tuple[TargetField, ...]
    needs: tuple[Need, ...]

    def field_of(self, key: str) -> TargetField | None:
        """Return a field by its key."""
        return next((each for each in self.fields if each.key == key), None)


def means(text: str) -> tuple[frozenset[str], ...]:
    """Write the patterns of a field: concepts parted by spaces, patterns by bars: ``number company | bce``."""
    return tuple(frozenset(part.split()) for part in text.split("|"))


def words(**labels: str) -> Mapping[str, str]:
    """Write the labels of a choice: value = labels parted by bars."""
    return {match_key(label): value for value, text in labels.items() for label in text.split("|")}
