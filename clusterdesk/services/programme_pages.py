"""Reading what is printed of the programme: the plan of a year, the name badges of an event."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.programme import ProgrammeYear
from clusterdesk.domain.views.programme_pages import Badge, Badges, YearPlan
from clusterdesk.services.printed_pages import PageWish
from clusterdesk.services.programme import check_may_leave
from clusterdesk.services.programme_views import read_event, read_year
from clusterdesk.store.desk_store import Store


def printed_year_plan(store: Store, subject: UUID | str, wish: PageWish) -> tuple[str, YearPlan]:
    """Return the plan of a year on A4.

    Raises:
        KnownError: it is no year of a programme.
    """
    return _plan(store, subject, wish, large=False)


def printed_large_year_plan(store: Store, subject: UUID | str, wish: PageWish) -> tuple[str, YearPlan]:
    """Return the plan of a year on A3.

    Raises:
        KnownError: it is no year of a programme.
    """
    return _plan(store, subject, wish, large=True)


def printed_badges(store: Store, subject: UUID | str, wish: PageWish) -> tuple[str, Badges]:
    """Return the badges of whoever is registered for an event and did not cancel, nor is excused.

    Raises:
        KnownError: there is no such event, it is not for those who will read the page, or nobody is registered.
    """
    page = read_event(store, UUID(str(subject)))
    check_may_leave(page.row.record, wish.edition)
    coming = [
        Badge(one.name or one.organisation, one.organisation if one.name else "")
        for one in page.participants
        if one.record.registered_on is not None
        and one.record.cancelled_on is None
        and one.record.presence is not Presence.EXCUSED
        and (one.name or one.organisation)
    ]
    if not coming:
        raise KnownError(
            "nobody_registered",
            N_("Nobody is registered for “{title}” yet."),
            advice=N_("Register participants first; each gets a badge."),
            title=page.row.record.title,
        )
    record = page.row.record
    ordered = tuple(sorted(coming, key=lambda one: (folded(one.name), folded(one.organisation))))
    return _language(wish), Badges(record.title, record.on, ordered, _footer(store, wish))


def _plan(store: Store, subject: UUID | str, wish: PageWish, *, large: bool) -> tuple[str, YearPlan]:
    text = str(subject)
    year = read_year(store, int(text) if text.isascii() and text.isdigit() else 0)
    return _language(wish), YearPlan(_admitted(year, wish.edition), _footer(store, wish), large)


def _admitted(year: ProgrammeYear, edition: Edition) -> ProgrammeYear:
    """Return a year without the events that the edition may not tell of."""
    kinds = tuple(
        replace(kind, events=tuple(one for one in kind.events if edition.admits(one.record.visibility)))
        for kind in year.kinds
    )
    coming = year.next_event
    shown = coming if coming is not None and edition.admits(coming.record.visibility) else None
    return replace(year, kinds=kinds, next_event=shown)


def _language(wish: PageWish) -> str:
    return wish.language or wish.usual


def _footer(store: Store, wish: PageWish) -> PageFooter:
    now = store.clock.now().astimezone()
    return PageFooter(now, now, wish.author, wish.edition)
