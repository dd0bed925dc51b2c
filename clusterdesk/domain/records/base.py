"""What all records share."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.ids import new_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import attribute


class Visibility(StrEnum):
    """Who may read a note, a figure or a document."""

    SHAREABLE = "shareable"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row that is journalled: an id made on the client, and where it came from.

    ``deleted`` is a register: the row stays and travels, screens leave it out.
    """

    id: UUID = field(default_factory=new_id, metadata={"label": N_("Identifier")})
    external_id: str | None = attribute(N_("External identifier"), None)
    deleted: bool = attribute(N_("In the bin"), default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFact(Record):
    """A fact that may be known later than it happened, and may be taken back.

    A report as of a date uses what was recorded on or before it and not yet revoked then.
    """

    recorded_on: date | None = attribute(N_("Recorded on"), None)
    revoked_on: date | None = attribute(N_("Revoked on"), None)
