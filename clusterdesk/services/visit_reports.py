"""Filling visit reports from the store."""

from uuid import UUID

from clusterdesk.domain.records.sessions import Action, NoteKind, OwnerKind, SessionKind
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
        author: who wrote it; signs for us, and owes our promises where no colleague is named.
        house: the name of our organisation.
        edition: who will read it.

    Raises:
        KnownError: there is no such session.
    """
    with store.read() as connection:
        page = session_page(connection, session_id, store.clock.today())
    session = page.session
    report = VisitReport(
        organisation=page.organisation.organisation.name,
        footer=page_footer(store, author, edition),
        on=session.on,
        kind=session.kind,
        starts_at=session.starts_at,
        minutes=session.minutes,
        place="" if session.kind in _PLACELESS else address_line(page.organisation, page.place),
        project=MarkedText(page.project.title) if page.project else None,
        attendees=_attendees(page, author, house),
        notes=tuple(
            QuestionNote(one.question, one.text.strip(), one.visibility)
            for one in page.notes
            if one.kind is NoteKind.NOTE and one.text.strip()
        ),
        decisions=tuple(MarkedText(one.text.strip(), one.visibility) for one in page.decisions if one.text.strip()),
        actions=tuple(_action(page, one, author, house) for one in page.promises),
        next_step=NextStep(session.next_step, session.next_step_on) if session.next_step else None,
        documents=tuple(AttachedDocument(one.name, one.visibility) for one in page.documents),
        signatures=_signatures(page, author, house),
    )
    return for_edition(report, edition)


def _attendees(page: SessionPage, author: str, house: str) -> tuple[Attendee, ...]:
    found = [Attendee(one.name, one.role, house if one.is_ours else one.side) for one in page.attendees]
    if author and not any(one.is_ours for one in page.attendees):
        found.append(Attendee(author, side=house))
    return tuple(found)


def _signatures(page: SessionPage, author: str, house: str) -> tuple[str, ...]:
    """Name one person of each side, else the sides themselves."""
    theirs = next((one.name for one in page.attendees if one.side), page.organisation.organisation.name)
    ours = next((one.name for one in page.attendees if one.is_ours), author or house)
    return tuple(name for name in (theirs, ours) if name)


def _action(page: SessionPage, action: Action, author: str, house: str) -> ReportAction:
    match action.owner:
        case OwnerKind.US:
            colleagues = {one.record.profile_id: one.name for one in page.attendees if one.is_ours}
            owner = colleagues.get(action.profile_id, "") if action.profile_id else ""
            owner = owner or author or house
        case OwnerKind.ORGANISATION:
            owner = page.organisation.organisation.name
        case OwnerKind.OTHER:
            people = {card.contact.id: card.contact.full_name for card in page.organisation.contacts}
            owner = action.owner_name or (people.get(action.contact_id, "") if action.contact_id else "")
    return ReportAction(action.text, owner, action.due_on, action.visibility)
