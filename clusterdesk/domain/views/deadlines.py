"""The read model of what falls due in coaching: deadlines of funding, next steps of files, milestones."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

FUNDING_DAYS = 30  # a request takes time to write
OTHER_DAYS = 7


class DeadlineKind(StrEnum):
    """What falls due."""

    FUNDING = "funding_application"
    NEXT_STEP = "coaching_file"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that falls due soon, or is late: ``days`` until then, negative where it is late.

    ``text`` is what people wrote: whom a request asks, a next step, a milestone.
    """

    kind: DeadlineKind
    record_id: UUID
    organisation_id: UUID
    organisation: str
    text: str
    on: date
    days: int
