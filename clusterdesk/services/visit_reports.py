"""Filling visit reports from the store."""

from datetime import date
from uuid import UUID

from clusterdesk.domain.capture.proposals import without_promises
from clusterdesk.domain.records.sessions import Action, NoteKind, OwnerKind, Session, SessionKind
from clusterdesk.domain.views.edition import Edition, MarkedText, for_edition
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.domain.views.visit_report import (
    AttachedDocument,
    Attendee,
    NextStep,
    QuestionNote,
    ReportAction,
    VisitReport,
)
from clusterdesk.services.sheet_blocks import address_line
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.session_page import session_page

# Where people meet elsewhere than at a place.
_PLACELESS = frozenset({SessionKind.CALL, SessionKind.MAIL})


def visit_report_view(
    store: Store, session_id: UUID, *, author: str, house: str = "", edition: Edition = Edition.SHAREABLE
) -> VisitReport:
    """Return the report of a session; what the edition may not show is left out.

    Args:
        store: the binder.
        session_id: which session; it need not be closed, so that the report can be looked at before.
        author: who prints it; signs for us, and owes our promises, where the session names no colleague.
        house: the name of our organisation.
        edition: who will read it.

    Raises:
        KnownError: there is no such session.
    """
    with store.read() as connection:
        page = session_page(connection, session_id, store.clock.today())
    session, ours = page.session, page.in_charge or author
    promised = [one.text for one in page.promises]  # the table of promises tells them; the notes need not again
    report = VisitReport(
        organisation=page.organisation.organisation.name,
        footer=page_footer(store, author or page.in_charge, edition),
        on=session.on,
        kind=session.kind,
        starts_at=session.starts_at,
        minutes=session.minutes,
        place="" if session.kind in _PLACELESS else address_line(page.organisation, page.place),
        project=MarkedText(page.project.title) if page.project else None,
        attendees=_attendees(page, ours, house),
        notes=tuple(
            QuestionNote(one.question, text, one.visibility)
            for one in page.notes
            if one.kind is NoteKind.NOTE and (text := without_promises(one.text, promised, session.on))
        ),
        decisions=tuple(MarkedText(one.text.strip(), one.visibility) for one in page.decisions if one.text.strip()),
        actions=tuple(_action(page, one, ours, house) for one in sorted(page.promises, key=_due)),
        next_step=_next_step(session),
        documents=tuple(AttachedDocument(one.name, one.visibility) for one in page.documents),
        signatures=_signatures(page, ours, house),
    )
    return for_edition(report, edition)


def _due(action: Action) -> date:
    """Put promises in the order of their days, those without one last."""
    return action.due_on or date.max


def _next_step(session: Session) -> NextStep | None:
    if not session.next_step:
        return None
    return NextStep(session.next_step, session.next_step_on, session.next_step_visibility)


def _attendees(page: SessionPage, in_charge: str, house: str) -> tuple[Attendee, ...]:
    found = [Attendee(one.name, one.role, house if one.is_ours else one.side) for one in page.attendees]
    if in_charge and not any(one.is_ours for one in page.attendees):
        found.append(Attendee(in_charge, side=house))
    return tuple(found)


def _signatures(page: SessionPage, in_charge: str, house: str) -> tuple[str, ...]:
    """Name one person of each side, else the sides themselves."""
    theirs = next((one.name for one in page.attendees if one.side), page.organisation.organisation.name)
    ours = next((one.name for one in page.attendees if one.is_ours), in_charge or house)
    return tuple(name for name in (theirs, ours) if name)


def _action(page: SessionPage, action: Action, in_charge: str, house: str) -> ReportAction:
    match action.owner:
        case OwnerKind.US:
            owner = page.colleagues.get(action.profile_id, "") if action.profile_id else ""
            owner = owner or in_charge or house
        case OwnerKind.ORGANISATION:
            owner = page.organisation.organisation.name
        case OwnerKind.OTHER:
            people = {card.contact.id: card.contact.full_name for card in page.organisation.contacts}
            owner = action.owner_name or (people.get(action.contact_id, "") if action.contact_id else "")
    return ReportAction(action.text, owner, action.due_on, action.visibility)
