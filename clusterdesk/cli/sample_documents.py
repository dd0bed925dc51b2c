"""The documents that come with the sample: the visit sheets of the working week and one report."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.cli import printing, writing
from clusterdesk.cli.context import Context
from clusterdesk.cli.printing import Wanted

if TYPE_CHECKING:
    from clusterdesk.domain.records.sessions import Session


def print_all(context: Context) -> list[Path]:
    """Write the visit sheets of the working week and the report of the last visit, over those of an earlier call."""
    from clusterdesk.briefs.batch import print_briefs
    from clusterdesk.domain.records.lists import Profile
    from clusterdesk.domain.records.sessions import Session, SessionKind, SessionState
    from clusterdesk.domain.views.edition import Edition
    from clusterdesk.exchange.sample import working_monday
    from clusterdesk.services import visit_sheets

    store = context.desk.store
    profiles = store.find(Profile)
    if not context.settings.profile_name and profiles:
        context.settings = replace(context.settings, profile_name=profiles[0].name)
    today = store.clock.today()
    visits = [Wanted(session_id=one.session.id) for one in visit_sheets.upcoming_visits(store, working_monday(today))]
    visited = store.find(Session, state=SessionState.HELD, kind=SessionKind.VISIT)
    held = [one for one in visited if one.on <= today]
    reports = [Wanted(session_id=max(held, key=_when).id)] if held else []
    jobs = [
        *printing.sheet_jobs(context, visits, Edition.SHAREABLE),
        *printing.report_jobs(context, reports, Edition.SHAREABLE),
    ]
    context.progress(context.t.n("Printing {n} document …", "Printing {n} documents …", n=len(jobs)))
    written = []
    for brief in print_briefs(jobs, printing.house_of(context)):
        path = store.folder.outbox / brief.filename
        writing.write(path, brief.pdf)
        written.append(path)
    return written


def _when(session: "Session") -> tuple[date, UUID]:
    return session.on, session.id
