"""Of which day a report to the Advisory Board is, for whom, and what it is called after."""

from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.board.quarters import closed_quarters, is_quarter, quarter_of
from clusterdesk.domain.figures.periods import first_day, last_day
from clusterdesk.domain.views.board import Board
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store


def report_edition(edition: Edition) -> Edition:
    """Return which of the two editions of the report is meant: what may leave is the board's, what stays has names."""
    return {Edition.SHAREABLE: Edition.ADVISORY, Edition.INTERNAL: Edition.DIRECTION}.get(edition, edition)


def day_of(store: Store, text: str) -> date:
    """Return the day a report is of: the end of a quarter, or a day; of nothing, the end of the last quarter.

    A quarter that is running ends today.

    Raises:
        KnownError: it is neither, or has not come yet.
    """
    today, word = store.clock.today(), text.strip().upper()
    if not word:
        return last_day(closed_quarters(today, 1)[0])
    try:
        first, last = (first_day(word), last_day(word)) if is_quarter(word) else (date.fromisoformat(word),) * 2
    except ValueError:
        raise KnownError(
            "report_day",
            N_("“{text}” is neither a quarter nor a day."),
            advice=N_("Write a quarter as 2026-Q3, a day as 2026-09-30."),
            text=text.strip()[:20],
        ) from None
    if first > today:
        raise KnownError(
            "report_to_come",
            N_("{day} has not come yet: there is nothing to report of it."),
            advice=N_("Choose a quarter that has begun, or an earlier day."),
            day=first,
        )
    return min(last, today)


def still_running(board: Board, today: date) -> date | None:
    """Return when the quarter of a board ends, None where it is over: until then its numbers are provisional."""
    end = last_day(board.quarter)
    return end if end >= today else None


def report_name(board: Board, language: str, edition: Edition, today: date) -> str:
    """Return what a report is called after: its quarter or day, provisional or not, and whether it has names."""
    t, formats = Translator(language), Formats(language)
    whole = board.as_of == last_day(quarter_of(board.as_of))
    when = formats.partial(board.quarter) if whole else formats.date(board.as_of)
    if still_running(board, today) is not None:
        quarter, day = formats.partial(board.quarter), formats.date(board.as_of)
        when = t("{quarter}, provisional as of {day}", quarter=quarter, day=day)
    return t("{quarter}, with names (direction)", quarter=when) if edition is Edition.DIRECTION else when
