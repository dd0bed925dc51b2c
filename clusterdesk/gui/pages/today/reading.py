"""What the page asks the desk, in the desk's thread."""

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.session_kinds import SessionKind
from clusterdesk.domain.views.today import Today, TodayQuestion

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpResult
    from clusterdesk.domain.records.sessions import Action, Session, SessionNote
    from clusterdesk.domain.views.arrivals import Arrivals


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """The page, and whether there is any organisation at all."""

    today: Today
    empty_binder: bool


class ReadToday:
    """Reads the page."""

    def __init__(self, question: TodayQuestion) -> None:
        """Ask for a local day."""
        self._question = question

    def __call__(self, desk: "Desk") -> TodayFacts:
        """Read; the binder is asked whether it is empty only where the page is."""
        from clusterdesk.domain.views.organisation_list import OrganisationFilter
        from clusterdesk.services.list_views import list_organisations, read_today

        today = read_today(desk.store, self._question)
        empty = False
        if not (today.visits or today.promises or today.silent or today.without_number or today.waiting):
            empty = not list_organisations(desk.store, OrganisationFilter(self._question.day))
        return TodayFacts(today, empty)


class ReadArrivals:
    """Reads what came in."""

    def __init__(self, day: date) -> None:
        """Ask for a local day."""
        self._day = day

    def __call__(self, desk: "Desk") -> "Arrivals":
        """Read."""
        from clusterdesk.services.list_views import read_arrivals

        return read_arrivals(desk.store, self._day)


class KeepPromise:
    """Marks a promise as kept, or as open again."""

    def __init__(self, action_id: UUID, *, kept: bool) -> None:
        """Say which."""
        self._action_id, self._kept = action_id, kept

    def __call__(self, desk: "Desk") -> "OpResult[Action]":
        """Write."""
        from clusterdesk.domain.commands.actions import CompleteAction, ReopenAction
        from clusterdesk.services import actions

        if self._kept:
            return actions.complete_action(desk.store, CompleteAction(action_id=self._action_id))
        return actions.reopen_action(desk.store, ReopenAction(action_id=self._action_id))


class PutOff:
    """Gives a promise another day."""

    def __init__(self, action_id: UUID, due_on: date | None) -> None:
        """``None`` takes the day away."""
        self._action_id, self._due_on = action_id, due_on

    def __call__(self, desk: "Desk") -> "OpResult[Action]":
        """Write."""
        from clusterdesk.domain.commands.actions import PostponeAction
        from clusterdesk.services import actions

        return actions.postpone_action(desk.store, PostponeAction(action_id=self._action_id, due_on=self._due_on))


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """What a person says who plans a session; times are local."""

    organisation_id: UUID
    on: date
    starts_at: time | None = None
    kind: SessionKind = SessionKind.VISIT
    subject: str = ""


class Plan:
    """Puts a session into the agenda."""

    def __init__(self, plan: VisitPlan) -> None:
        """Take what was said."""
        self._plan = plan

    def __call__(self, desk: "Desk") -> "OpResult[Session]":
        """Write; it belongs to the coaching file where exactly one is open.

        Raises:
            KnownError: the organisation does not exist any more.
        """
        from clusterdesk.domain.commands.sessions import PlanSession
        from clusterdesk.services.page_views import read_organisation
        from clusterdesk.services.sessions import plan_session

        plan = self._plan
        files = read_organisation(desk.store, plan.organisation_id).open_files
        return plan_session(
            desk.store,
            PlanSession(
                organisation_id=plan.organisation_id,
                on=plan.on,
                starts_at=plan.starts_at,
                kind=plan.kind,
                subject=plan.subject,
                coaching_file_id=files[0].file.id if len(files) == 1 else None,
            ),
        )


class Start:
    """Opens the notes of a session of a day."""

    def __init__(self, organisation_id: UUID, kind: SessionKind, language: str, on: date) -> None:
        """``language`` is that of the questions."""
        self._organisation_id, self._kind, self._language, self._on = organisation_id, kind, language, on

    def __call__(self, desk: "Desk") -> "OpResult[tuple[Session, tuple[SessionNote, ...]]]":
        """Write.

        Raises:
            KnownError: the organisation does not exist any more.
        """
        from clusterdesk.domain.commands.sessions import StartSession
        from clusterdesk.services.sessions import start_session

        return start_session(
            desk.store,
            StartSession(organisation_id=self._organisation_id, kind=self._kind, language=self._language, on=self._on),
        )
