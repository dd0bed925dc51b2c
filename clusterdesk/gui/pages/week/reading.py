"""What the page asks the desk, in the desk's thread."""

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.views.week import Week, WeekQuestion

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpResult
    from clusterdesk.domain.records.sessions import Session


class ReadWeek:
    """Reads the page."""

    def __init__(self, question: WeekQuestion) -> None:
        """Ask for a week."""
        self._question = question

    def __call__(self, desk: "Desk") -> Week:
        """Read."""
        from clusterdesk.services.week import read_week

        return read_week(desk.store, self._question)


@dataclass(frozen=True, slots=True)
class PlanProposal:
    """Plans a visit with somebody who was proposed."""

    organisation_id: UUID
    on: date
    starts_at: time | None

    def __call__(self, desk: "Desk") -> "OpResult[Session]":
        """Write.

        Raises:
            KnownError: the organisation does not exist any more.
        """
        from clusterdesk.domain.commands.sessions import PlanSession
        from clusterdesk.services.week import plan_visit

        command = PlanSession(organisation_id=self.organisation_id, on=self.on, starts_at=self.starts_at)
        return plan_visit(desk.store, command)


@dataclass(frozen=True, slots=True)
class MoveVisit:
    """Gives a visit another day, or another hour; without one it keeps its own."""

    session_id: UUID
    on: date
    starts_at: time | None = None

    def __call__(self, desk: "Desk") -> "OpResult[Session]":
        """Write.

        Raises:
            KnownError: it was held or called off meanwhile.
        """
        from clusterdesk.domain.commands.sessions import MoveSession
        from clusterdesk.services.sessions import move_session

        command = MoveSession(session_id=self.session_id, on=self.on, starts_at=self.starts_at)
        return move_session(desk.store, command)


@dataclass(frozen=True, slots=True)
class CallOff:
    """Calls a visit off."""

    session_id: UUID

    def __call__(self, desk: "Desk") -> "OpResult[Session]":
        """Write.

        Raises:
            KnownError: it was held or called off meanwhile.
        """
        from clusterdesk.domain.commands.sessions import CancelSession
        from clusterdesk.services.sessions import cancel_session

        return cancel_session(desk.store, CancelSession(session_id=self.session_id))
