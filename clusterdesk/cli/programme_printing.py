"""What the brief command prints of the programme: plans of years, badges of events."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterdesk.cli import references
from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context
from clusterdesk.cli.years import year_given

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def year_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the plans of years; without any that of this one."""
    for year in [year_given(one) for one in asked.refs] or [context.desk.clock.today().year]:
        yield page_job(context, asked, str(year))


def event_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield a page of each event."""
    for text in asked.refs:
        yield page_job(context, asked, references.target(context, text, "programme_event"))
