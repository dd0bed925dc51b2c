"""Working groups: members, meetings planned, held and called off, who came, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.groups.people import Who
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import MemberCategory, Presence


@dataclass(frozen=True, kw_only=True)
class AddMember(Command):
    """Let an organisation or a person sit in a group from a day on; without a category it follows from who it is."""

    LABEL: ClassVar[str] = N_("New member · {title} · {who}")
    group_id: UUID
    member: Who
    category: MemberCategory | None = None
    role: str = ""
    from_on: PartialDate | None = None
    to_on: PartialDate | None = None
    title: str = ""
    who: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the group and the member; the service fills them in."""
        return {"title": self.title, "who": self.who}


@dataclass(frozen=True, kw_only=True)
class PlanMeeting(Command):
    """Put a meeting of a group into the agenda; times are local."""

    LABEL: ClassVar[str] = N_("Plan meeting · {title}")
    group_id: UUID
    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    subject: str = ""
    place: str = ""
    agenda: str = ""
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the group; the service fills it in."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class _OfMeeting(Command):
    """An intent about one meeting; ``title`` is the name of its group, filled in by the service."""

    meeting_id: UUID
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the group."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class HoldMeeting(_OfMeeting):
    """The meeting took place."""

    LABEL: ClassVar[str] = N_("Meeting held · {title}")


@dataclass(frozen=True, kw_only=True)
class CancelMeeting(_OfMeeting):
    """The meeting was called off."""

    LABEL: ClassVar[str] = N_("Meeting called off · {title}")


@dataclass(frozen=True, kw_only=True)
class ReplanMeeting(_OfMeeting):
    """A meeting that was closed or called off is to come after all."""

    LABEL: ClassVar[str] = N_("Meeting planned again · {title}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """Whether somebody came to a meeting; ``remark`` of None stays as it is."""

    who: Who
    presence: Presence
    remark: str | None = None


@dataclass(frozen=True, kw_only=True)
class NoteAttendance(_OfMeeting):
    """Say of people whether they came; whom nothing is known of any more leaves the list."""

    LABEL: ClassVar[str] = N_("Attendance · {presence_label} · {who} · {title}")
    came: tuple[Came, ...]
    who: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the first one and what is said, and the group."""
        presence = self.came[0].presence if self.came else Presence.UNKNOWN
        return {"title": self.title, "who": self.who, "presence_label": choice_label(presence)}


@dataclass(frozen=True, kw_only=True)
class Decide(_OfMeeting):
    """Write down what a meeting decided."""

    LABEL: ClassVar[str] = N_("Decision · {text} · {title}")
    text: str
    visibility: Visibility = Visibility.SHAREABLE

    def label_values(self) -> Mapping[str, str]:
        """Say what was decided, and by which group."""
        return {"title": self.title, "text": self.text}
