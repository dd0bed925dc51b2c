"""The editable lists of a cluster, its colleagues, and what is kept of its ways of importing and of looking."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import Record


class ProfileRole(StrEnum):
    """What a colleague does in the cluster."""

    MANAGER = "manager"
    LEAD = "lead"
    DIRECTOR = "director"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Record):
    """A row of an editable list, with its name in three languages and a key that stays."""

    key: str = attribute(N_("Key"))
    name_fr: str = attribute(N_("Name in French"))
    name_nl: str = attribute(N_("Name in Dutch"), "")
    name_en: str = attribute(N_("Name in English"), "")
    position: int = attribute(N_("Order"), 0)
    active: bool = attribute(N_("In use"), default=True)

    def name_in(self, language: str) -> str:
        """Return the name in ``fr``, ``nl`` or ``en``, French where it is missing."""
        names = {"fr": self.name_fr, "nl": self.name_nl, "en": self.name_en}
        return names.get(language) or self.name_fr


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChain(Named):
    """A value chain: wood, textile, bike, electrical equipment …; ``position`` is its rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularModel(Named):
    """A circular business model; ``confirmed`` is false until the cluster has confirmed its name."""

    confirmed: bool = attribute(N_("Confirmed by the cluster"), default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Named):
    """A subject a coaching file works on; ``indicator`` is the key of what it counts towards, if anything."""

    indicator: str | None = attribute(N_("Indicator"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Named):
    """A question of a template; its names are the wording in each language."""

    template: str = attribute(N_("Question template"))
    version: int = attribute(N_("Version"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """A free label."""

    name: str = attribute(N_("Name"), limit=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTag(Record):
    """A record bears a tag; the id derives from both."""

    tag_id: UUID = refers("tag", N_("Tag"), owned=True)
    record_type: str = attribute(N_("Kind of record"))
    record_id: UUID = attribute(N_("Record"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """A colleague of the team."""

    name: str = attribute(N_("Name"))
    initials: str = attribute(N_("Initials"), "")
    mail: str = attribute(N_("Mail"), "")
    phone: str = attribute(N_("Phone"), "")
    role: ProfileRole = attribute(N_("Role"), ProfileRole.MANAGER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter(Record):
    """A filter of the list of organisations kept under a name: ``criteria`` is its JSON, ``sort`` a column."""

    name: str = attribute(N_("Name"), limit=200)
    criteria: str = note(N_("Filter"))
    sort: str = attribute(N_("Sorted by"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMapping(Record):
    """How the columns of a kind of list are read, kept under a name; ``mapping`` is its JSON."""

    name: str = attribute(N_("Name"))
    target: str = attribute(N_("Import of"))
    mapping: str = note(N_("Mapping"))
