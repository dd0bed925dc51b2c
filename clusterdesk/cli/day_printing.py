"""Briefs about days: the day on one page, with the sheets of its visits where wanted, and the weekly note."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from clusterdesk.cli import printing, values
from clusterdesk.cli.context import Context
from clusterdesk.cli.printing import Wanted
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.working_days import monday_of

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.cli.brief_jobs import Asked
    from clusterdesk.domain.views.edition import Edition


def week_jobs(context: Context, asked: "Asked") -> "list[BriefJob]":
    """Return the notes of the weeks that the days named lie in; without any, of this week."""
    days = [_day(context, text) for text in asked.refs] or [context.desk.clock.today()]
    weeks = dict.fromkeys(monday_of(day) for day in days)
    return [_note(context, monday, asked.language, asked.edition) for monday in weeks]


def day_jobs(context: Context, asked: "Asked") -> "list[BriefJob]":
    """Return the pages of the days named; without any, of the next day on which something is planned."""
    from clusterdesk.services.day_pages import next_day_out

    days = list(dict.fromkeys(_day(context, text) for text in asked.refs))
    found: list[BriefJob] = []
    for day in days or [next_day_out(context.desk.store)]:
        found.append(_page(context, day, asked.language, asked.edition))
        if asked.sheets:
            found += _sheets(context, day, asked.language, asked.edition)
    return found


def _day(context: Context, text: str) -> date:
    day: date = values.read(context, RECORD_TYPES["session"].fields["on"], "DATE", text)
    return day


def _page(context: Context, day: date, language: str, edition: "Edition") -> "BriefJob":
    from clusterdesk.services.day_pages import day_page_view

    view = day_page_view(context.desk.store, day, author=context.settings.profile_name, edition=edition)
    return printing.job(context, view, language or context.settings.default_document_language)


def _note(context: Context, monday: date, language: str, edition: "Edition") -> "BriefJob":
    from clusterdesk.services.week_notes import week_note_view

    view = week_note_view(context.desk.store, monday, author=context.settings.profile_name, edition=edition)
    return printing.job(context, view, language or context.settings.default_document_language)


def _sheets(context: Context, day: date, language: str, edition: "Edition") -> "Iterator[BriefJob]":
    from clusterdesk.services.visit_sheets import upcoming_visits

    planned = upcoming_visits(context.desk.store, day, days=1)
    wanted = [Wanted(session_id=one.session.id, language=language) for one in planned]
    return printing.sheet_jobs(context, wanted, edition)
