"""What the binder knows that could tell who is meant: names, people, places, numbers, ways to reach somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_


class IdentifierKind(StrEnum):
    """What an identifier is; it decides how it is looked for and by what it is replaced."""

    COMPANY = "company"
    BODY = "body"
    PERSON = "person"
    INITIALS = "initials"
    PLACE = "place"
    PROJECT = "project"
    ADDRESS = "address"
    NUMBER = "number"
    PHONE = "phone"
    MAIL = "mail"
    WEB = "web"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A text that tells of somebody; ``owner`` is the organisation it tells of, where it is one.

    A WORD is one that a reader wants blocked, whatever it is.
    """

    text: str
    kind: IdentifierKind
    owner: UUID | None = None


@dataclass(frozen=True, slots=True)
class KnownIdentifiers:
    """All identifiers of a binder; ``everyday`` are words that identify nobody alone, folded.

    ``few`` are postcodes and words of municipalities, folded, in which too few organisations of the binder are.
    ``chains`` names the value chain of organisations, in the language of the page, where it hides enough of them.
    """

    identifiers: tuple[Identifier, ...] = ()
    everyday: frozenset[str] = frozenset()
    few: frozenset[str] = frozenset()
    chains: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Blocked:
    """A place of a text that identifies: from ``start`` to ``end``, what stands there, and of whom it tells."""

    start: int
    end: int
    text: str
    kind: IdentifierKind
    owners: frozenset[UUID] = frozenset()


KIND_LABELS: Mapping[IdentifierKind, str] = {
    IdentifierKind.COMPANY: N_("company"),
    IdentifierKind.BODY: N_("public body or partner"),
    IdentifierKind.PERSON: N_("person"),
    IdentifierKind.INITIALS: N_("initials"),
    IdentifierKind.PLACE: N_("site"),
    IdentifierKind.PROJECT: N_("project"),
    IdentifierKind.ADDRESS: N_("address"),
    IdentifierKind.NUMBER: N_("official number"),
    IdentifierKind.PHONE: N_("phone"),
    IdentifierKind.MAIL: N_("mail address"),
    IdentifierKind.WEB: N_("web site"),
    IdentifierKind.WORD: N_("word blocked by hand"),
}
