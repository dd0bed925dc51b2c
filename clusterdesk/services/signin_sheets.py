"""The sheet that people sign when they come: to a meeting, or to an event."""

from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.programme import ProgrammeEvent
from clusterdesk.domain.views.minutes import SignInPart, SignInRow, SignInSheet
from clusterdesk.domain.views.programme import ParticipantLine
from clusterdesk.services.meeting_papers import printed_signin as printed_meeting_signin
from clusterdesk.services.printed_pages import PageWish, PrintedPage
from clusterdesk.services.programme import check_may_leave
from clusterdesk.services.programme_views import read_event
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store

_BLANKS = 3  # at least so many, then the last page is filled with them


def printed_signin(store: Store, subject_id: UUID, wish: PageWish) -> PrintedPage:
    """Return the language and the sheet to sign of a meeting, or of an event.

    Raises:
        KnownError: there is neither, or it is not for those who will read the page.
    """
    if store.find(ProgrammeEvent, id=subject_id, deleted=None):
        return _signin(store, subject_id, wish)
    return printed_meeting_signin(store, subject_id, wish)


def _signin(store: Store, event_id: UUID, wish: PageWish) -> PrintedPage:
    page = read_event(store, event_id)
    record = page.row.record
    check_may_leave(record, wish.edition)
    expected = [one for one in page.participants if one.is_expected and (one.name or one.organisation)]
    rows = tuple(_row(one) for one in sorted(expected, key=lambda one: (folded(one.name), folded(one.organisation))))
    view = SignInSheet(
        about=record.title,
        footer=page_footer(store, wish.author, wish.edition),
        on=record.on,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        place=record.place if record.place == page.row.host else ", ".join(filter(None, (page.row.host, record.place))),
        title=page.row.kind.name_in(wish.language or wish.usual) if page.row.kind is not None else "",
        parts=(SignInPart("", rows),) if rows else (),
        blanks=_BLANKS,
        fills=True,
    )
    return wish.language or wish.usual, view


def _row(line: ParticipantLine) -> SignInRow:
    note = choice_label(Presence.EXCUSED) if line.record.presence is Presence.EXCUSED else ""
    return SignInRow(line.name or line.organisation, line.organisation if line.name else "", note)
