"""Counting a year: members and partners, coaching and advice, what was sent on, what was published."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import EARLIEST_YEAR, LATEST_YEAR
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.year_statistics import MemberMove, StatusCount, YearStatistics
from clusterdesk.domain.year.membership import Move, movements
from clusterdesk.services.printed_pages import PageWish, PrintedPage, Subject
from clusterdesk.services.sent_on import difficulties_of_year, participation_in, published_in, referrals_of_year
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.citation import citable
from clusterdesk.store.queries.coaching_actions import work_between
from clusterdesk.store.queries.merged import kept_ids


def printed_statistics(store: Store, subject: Subject, wish: PageWish) -> PrintedPage:
    """Return the language and the numbers of a year, as they are wished.

    Raises:
        KnownError: the subject is no year.
    """
    view = year_statistics(store, year_of(str(subject)), author=wish.author, edition=wish.edition)
    return wish.language or wish.usual, view


def year_of(text: str) -> int:
    """Read a year.

    Raises:
        KnownError: it is none.
    """
    word = text.strip()
    if not (word.isascii() and word.isdigit()) or not EARLIEST_YEAR <= int(word) <= LATEST_YEAR:
        raise KnownError(
            "no_year",
            N_("“{text}” is no year."),
            advice=N_("Write it with four digits, like 2026."),
            text=word[:20],
        )
    return int(word)


def year_statistics(
    store: Store, year: int, *, author: str = "", edition: Edition = Edition.INTERNAL, until: date | None = None
) -> YearStatistics:
    """Return a year in numbers, up to its last day, or to today while it is running, or ``until`` an earlier day.

    Raises:
        KnownError: the year has not begun.
    """
    first, today = date(year, 1, 1), store.clock.today()
    last = min(date(year, 12, 31), today, until or today)
    if first > today:
        raise KnownError(
            "year_to_come",
            N_("{year} has not begun."),
            advice=N_("Choose this year or an earlier one."),
            year=str(year),
        )
    with store.read() as connection:
        work, kept = work_between(connection, first, last), kept_ids(connection)
        allowed = citable(connection, today).organisations
    facts: dict[UUID, list[Membership]] = defaultdict(list)
    for fact in store.find(Membership, revoked_on=None):
        facts[kept.get(fact.organisation_id, fact.organisation_id)].append(fact)
    names = {one.id: one.name for one in store.find(Organisation)}
    known = {key: found for key, found in facts.items() if key in names}

    def counted(status: MembershipStatus) -> StatusCount:
        found = movements(known, status, first, last)

        def told(moves: tuple[Move, ...]) -> tuple[MemberMove, ...]:
            return tuple(
                MemberMove(one.organisation_id, names[one.organisation_id], one.on, one.reason,
                           one.organisation_id in allowed)
                for one in moves
            )  # fmt: skip

        return StatusCount(len(found.before), len(found.at_end), told(found.joined), told(found.left))

    files = [one for one in store.find(CoachingFile, revoked_on=None) if one.opened_on <= last]
    communications, featured = published_in(store, first, last)
    return YearStatistics(
        year,
        last,
        page_footer(store, author, edition),
        counted(MembershipStatus.MEMBER),
        counted(MembershipStatus.PARTNER),
        counted(MembershipStatus.CANDIDATE).at_end,
        participation_in(store, year, last),
        work.coaching,
        work.coached,
        sum(one.closed_on is None or one.closed_on > last for one in files),
        sum(one.opened_on >= first for one in files),
        sum(one.closed_on is not None and first <= one.closed_on <= last for one in files),
        work.advice,
        work.advised,
        referrals_of_year(store, year, last),
        difficulties_of_year(store, first, last),
        communications,
        featured,
    )
