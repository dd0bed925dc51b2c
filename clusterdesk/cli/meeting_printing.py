"""The papers of meetings and events for the brief command: minutes, and sheets to sign."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context
from clusterdesk.cli.meeting_reference import meeting_meant
from clusterdesk.domain.parsing.text import folded

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def minutes_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the minutes of meetings, of a group those of its last one; of an event its report."""
    for ref in asked.refs:
        event = _event(context, ref)
        if event is not None:
            yield page_job(context, replace(asked, kind="event-minutes"), event)
        else:
            yield page_job(context, asked, meeting_meant(context, ref))


def signin_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the sheets to sign of events and meetings; of a group that of its next meeting."""
    for ref in asked.refs:
        yield page_job(context, asked, _event(context, ref) or meeting_meant(context, ref, coming=True))


def _event(context: Context, text: str) -> UUID | None:
    """Return the event that is meant, None where rather a meeting or a group is, or several events may be."""
    from clusterdesk.services import lookup

    store = context.desk.store
    found = lookup.meant(store, text, ("programme_event",))
    if len(found) != 1:
        return None
    named = folded(found[0].title) == folded(text)
    return found[0].id if named or not lookup.meant(store, text, ("meeting", "working_group")) else None
