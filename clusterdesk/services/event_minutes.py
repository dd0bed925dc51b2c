"""The report of an event, read from the store: numbers, what was told and decided, what was thought of it."""

from uuid import UUID

from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.programme.opinions import QUESTIONS
from clusterdesk.domain.programme.told import noted
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.programme import ProgrammeEvent
from clusterdesk.domain.views.edition import MarkedText, for_edition
from clusterdesk.domain.views.event_minutes import Answered, CameCounts, CameLine, EventMinutes
from clusterdesk.domain.views.programme import EventPage
from clusterdesk.services.printed_pages import PageWish, PrintedPage
from clusterdesk.services.programme import check_may_leave
from clusterdesk.services.programme_views import read_event
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store

_OPINIONS = RECORD_TYPES["satisfaction"].fields


def printed_minutes(store: Store, event_id: UUID, wish: PageWish) -> PrintedPage:
    """Return the language and the minutes of an event, as they are wished.

    Raises:
        KnownError: there is none, or it is not for those who will read the page.
    """
    page = read_event(store, event_id)
    record = page.row.record
    check_may_leave(record, wish.edition)
    language = wish.language or wish.usual
    told = noted(record.minutes)
    came = [one for one in page.participants if one.is_expected and one.record.presence is Presence.PRESENT]
    organisations = sorted({one.organisation for one in came if one.organisation}, key=folded)
    view = EventMinutes(
        title=record.title,
        footer=page_footer(store, wish.author, wish.edition),
        on=record.on,
        to_on=record.to_on,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        kind=page.row.kind.name_in(language) if page.row.kind is not None else "",
        theme=page.row.theme.title if page.row.theme is not None else "",
        host=page.row.host,
        place=record.place,
        counts=_counts(page, len(organisations)),
        organisations=tuple(organisations),
        people=tuple(CameLine(one.name or one.organisation, one.organisation if one.name else "") for one in came),
        about=_marked(record.description, record),
        text=_marked(told.told, record),
        decisions=tuple(MarkedText(one, record.visibility) for one in told.decisions),
        answers=tuple(Answered(_OPINIONS[name].label, page.averages[name]) for name in QUESTIONS),
    )
    return language, for_edition(view, wish.edition)


def _counts(page: EventPage, organisations: int) -> CameCounts:
    found = page.presences
    return CameCounts(
        page.row.invited,
        page.row.registered,
        found[Presence.PRESENT],
        found[Presence.EXCUSED],
        found[Presence.ABSENT],
        organisations,
    )


def _marked(text: str, event: ProgrammeEvent) -> MarkedText | None:
    return MarkedText(text, event.visibility) if text.strip() else None
