"""Filling the day on one A4 from the store."""

from datetime import date

from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.day_page import DayPage, DayStop
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.services import sheet_blocks
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.session_page import session_page
from clusterdesk.store.queries.visit_sheet import planned_between

_PLACELESS = frozenset({SessionKind.CALL, SessionKind.MAIL})
_AHEAD = 365


def day_page_view(store: Store, day: date, *, author: str, edition: Edition = Edition.SHAREABLE) -> DayPage:
    """Return the page of a day: what is planned, in the order of the agenda; possibly nothing."""
    today = store.clock.today()
    with store.read() as connection:
        planned = planned_between(connection, day, day)
        pages = [session_page(connection, one.session.id, today) for one in planned]
    page = DayPage(on=day, footer=page_footer(store, author, edition), stops=tuple(_stop(one, day) for one in pages))
    return for_edition(page, edition)


def next_day_out(store: Store) -> date:
    """Return the next day on which something is planned, today included; today where nothing is."""
    today = store.clock.today()
    with store.read() as connection:
        planned = planned_between(connection, today, date.fromordinal(today.toordinal() + _AHEAD))
    return planned[0].session.on if planned else today


def _stop(page: SessionPage, day: date) -> DayStop:
    organisation = page.organisation
    appointment = sheet_blocks.appointment(organisation, page)
    short = sheet_blocks.in_short(organisation, page, page.file, page.before, day)
    there = page.session.kind not in _PLACELESS
    return DayStop(
        organisation=organisation.organisation.name,
        kind=page.session.kind,
        code=page.code,
        starts_at=appointment.starts_at,
        minutes=appointment.minutes,
        address=appointment.address if there else "",
        access_note=appointment.access_note if there else None,
        contact=appointment.contact,
        next_step=short.next_step,
        promises=sheet_blocks.promises(organisation, day),
    )
