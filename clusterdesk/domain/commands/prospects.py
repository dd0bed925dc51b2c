"""Prospects: found, moved from state to state, joined."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.records.prospects import Prospect, ProspectState


@dataclass(frozen=True, kw_only=True)
class TakeProspects(Command):
    """Take over prospects that were found, in one step; those known already are left out."""

    LABEL: ClassVar[str] = N_("Prospects found · {count}")
    prospects: tuple[Prospect, ...]
    count: int = 0

    def label_values(self) -> Mapping[str, str]:
        """Say how many; the service counts them."""
        return {"count": str(self.count)}


@dataclass(frozen=True, kw_only=True)
class MoveProspect(Command):
    """Let a prospect reach a state on a day; ``remark`` is what was said, or why it declined.

    ``next_step`` and its day replace those of before; both are cleared where nothing is given.
    """

    LABEL: ClassVar[str] = N_("Prospect · {state_label} · {name}")
    prospect_id: UUID
    state: ProspectState
    on: date | None = None
    by: str = ""
    remark: str = ""
    next_step: str = ""
    next_step_on: date | None = None
    name: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name state and prospect; the service fills the name in."""
        return {"state_label": choice_label(self.state), "name": self.name}


@dataclass(frozen=True, kw_only=True)
class JoinProspect(Command):
    """Let a prospect join: it becomes an organisation, or is one that is known already, and takes its place.

    Where ``organisation_id`` is given it is that one; else one is made, ``anew`` even where one like it is known. Its
    place is at the link of the chain and, with ``role``, in the project that lacked it. ``membership`` is what it
    becomes to the cluster, nothing by itself.
    """

    LABEL: ClassVar[str] = N_("Prospect · joined · {name}")
    prospect_id: UUID
    organisation_id: UUID | None = None
    anew: bool = False
    on: date | None = None
    by: str = ""
    remark: str = ""
    role: str = ""
    membership: MembershipStatus | None = None
    name: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the prospect; the service fills it in."""
        return {"name": self.name}


@dataclass(frozen=True, kw_only=True)
class EraseProspectPerson(Command):
    """Erase who is to be spoken to at a prospect: name, phone and mail, in the journal as well."""

    LABEL: ClassVar[str] = N_("Contact person of a prospect erased")
    UNDOABLE: ClassVar[bool] = False
    ERASES: ClassVar[bool] = True
    prospect_id: UUID
