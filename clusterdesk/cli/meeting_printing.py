"""The papers of meetings for the brief command: minutes, and sheets to sign."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context
from clusterdesk.cli.meeting_reference import meeting_meant

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def minutes_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the minutes of meetings; of a group those of its last one."""
    return (page_job(context, asked, meeting_meant(context, ref)) for ref in asked.refs)


def signin_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the sheets to sign of meetings; of a group that of its next one."""
    return (page_job(context, asked, meeting_meant(context, ref, coming=True)) for ref in asked.refs)
