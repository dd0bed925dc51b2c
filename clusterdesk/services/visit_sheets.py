"""Filling visit sheets from the store."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from clusterdesk.base.errors import BugError
from clusterdesk.domain.question_templates import questions_of, suggested_template
from clusterdesk.domain.records.coaching import ManagerRole
from clusterdesk.domain.records.lists import Question
from clusterdesk.domain.views.edition import Edition, MarkedText, for_edition
from clusterdesk.domain.views.organisation_page import FileCard, OrganisationPage
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.session_page import PastSessionLine, SessionPage, UpcomingVisit
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.i18n.translator import LANGUAGES, Translator
from clusterdesk.services import sheet_blocks
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_page import organisation_page
from clusterdesk.store.queries.session_page import past_sessions, session_page
from clusterdesk.store.queries.visit_sheet import last_written, next_planned, planned_between

MOST_QUESTIONS = 5


def visit_sheet_view(
    store: Store,
    *,
    session_id: UUID | None = None,
    organisation_id: UUID | None = None,
    language: str,
    author: str,
    edition: Edition = Edition.SHAREABLE,
) -> VisitSheet:
    """Return the visit sheet of a session, or of the next one planned with an organisation.

    An organisation without a planned session gives a sheet without date. What the edition may not show is left out.

    Args:
        store: the binder.
        session_id: which session; or
        organisation_id: with whom.
        language: of the page: ``fr``, ``nl`` or ``en``.
        author: whose name stands at the foot; where it is empty, the colleague in charge.
        edition: who will read it.

    Raises:
        KnownError: there is no such session or organisation.
    """
    today = store.clock.today()
    with store.read() as connection:
        if session_id is None:
            if organisation_id is None:
                raise BugError("a sheet is of a session or of an organisation")
            page = organisation_page(connection, organisation_id, today)
            family = [page.organisation.id.bytes, *(one.id.bytes for one in page.merged)]
            session_id = next_planned(connection, family, today)
        if session_id is None:
            return _filled(store, page, None, past_sessions(connection, page), language, author, edition)
        session = session_page(connection, session_id, today)
    return _filled(store, session.organisation, session, session.before, language, author, edition)


def visit_sheet_views(
    store: Store,
    session_ids: Iterable[UUID],
    *,
    language: str | None = None,
    default_language: str = "fr",
    author: str,
    edition: Edition = Edition.SHAREABLE,
) -> Iterator[tuple[str, VisitSheet]]:
    """Yield (language, sheet) for several sessions, one at a time; in the receiver's language unless one is set."""
    for one in session_ids:
        with store.read() as connection:
            session = session_page(connection, one, store.clock.today())
        page = session.organisation
        chosen = language or document_language(page, default_language)
        yield chosen, _filled(store, page, session, session.before, chosen, author, edition)


def upcoming_visits(store: Store, from_day: date, days: int = 7) -> list[UpcomingVisit]:
    """Return the planned sessions of so many days from ``from_day`` on, in the order of the agenda."""
    with store.read() as connection:
        return planned_between(connection, from_day, from_day + timedelta(days=days - 1))


def document_language(page: OrganisationPage, default: str = "fr") -> str:
    """Return the language of what an organisation receives: its first, else its main contact's, else the default."""
    if page.organisation.languages:
        return _known(page.organisation.languages[0], default)
    contact = sheet_blocks.main_contact(page)
    return _known(contact.contact.language or default, default) if contact else default


def language_of_session(store: Store, session_id: UUID, default: str = "fr") -> str:
    """Return the language of the sheet or report of a session."""
    with store.read() as connection:
        return document_language(session_page(connection, session_id, store.clock.today()).organisation, default)


def language_of_organisation(store: Store, organisation_id: UUID, default: str = "fr") -> str:
    """Return the language of what an organisation receives."""
    with store.read() as connection:
        return document_language(organisation_page(connection, organisation_id, store.clock.today()), default)


def page_footer(store: Store, author: str, edition: Edition) -> PageFooter:
    """Return the foot of a page printed now: local times, the data as of the last change."""
    now = store.clock.now()
    with store.read() as connection:
        written = last_written(connection)
    return PageFooter(now.astimezone(), (written or now).astimezone(), author, edition)


def _filled(
    store: Store,
    page: OrganisationPage,
    session: SessionPage | None,
    last: Sequence[PastSessionLine],
    language: str,
    author: str,
    edition: Edition,
) -> VisitSheet:
    day = session.session.on if session else page.today
    file = _file_of(page, session)
    sheet = VisitSheet(
        header=sheet_blocks.header(page, session, file, language),
        footer=page_footer(store, author or _in_charge(session, file, page.today), edition),
        appointment=sheet_blocks.appointment(page, session),
        in_short=sheet_blocks.in_short(page, session, file, last, day),
        last_sessions=sheet_blocks.past(last),
        promises=sheet_blocks.promises(page, day),
        figures=sheet_blocks.figures(store, page, file, _translator(language), edition),
        missing_evidence=sheet_blocks.missing_evidence(page, _translator(language)),
        under_way=sheet_blocks.under_way(store, page, language),
        questions=tuple(_questions(store, page, session, file, language)),
    )
    return for_edition(sheet, edition)


def _questions(
    store: Store, page: OrganisationPage, session: SessionPage | None, file: FileCard | None, language: str
) -> Iterator[MarkedText]:
    asked = store.find(Question, active=True)
    template = session.session.template if session else ""
    if not template:
        keys = [track.key for track in file.tracks] if file else []
        template = suggested_template(keys, page.held_sessions, {one.template for one in asked})
    event = sheet_blocks.event_question(store, page, _translator(language))
    for one in questions_of(asked, template)[: MOST_QUESTIONS - (event is not None)]:
        yield MarkedText(one.name_in(language))
    if event is not None:
        yield event


def _in_charge(session: SessionPage | None, file: FileCard | None, today: date) -> str:
    """Return whose session it is, else who leads the file today."""
    if session is not None and session.in_charge:
        return session.in_charge
    leads = (one for one in file.managers if one.record.role is ManagerRole.LEAD) if file else ()
    return next((one.name for one in leads if (one.record.to_on or today) >= today), "")


def _file_of(page: OrganisationPage, session: SessionPage | None) -> FileCard | None:
    """Return the file of the session, else the one open file there is."""
    if session is not None and session.file is not None:
        return session.file
    return page.open_files[0] if len(page.open_files) == 1 else None


@cache
def _translator(language: str) -> Translator:
    """Return the translator of a language; reading its catalogue for every sheet would take most of the time."""
    return Translator(language)


def _known(language: str, default: str) -> str:
    return language if language in LANGUAGES else default
