"""Whom a brief is about: the session or the organisation that a REF means."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import printing, references
from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context
from clusterdesk.cli.printing import Wanted
from clusterdesk.cli.years import year_given

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.domain.records.sessions import Session
    from clusterdesk.domain.views.record_ref import RecordRef


def visit_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the visit sheets of sessions, or of whatever comes next with organisations."""
    wanted = [_wanted(context, asked, ref) for ref in asked.refs]
    return printing.sheet_jobs(context, dict.fromkeys(wanted), asked.edition)


def report_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the reports of sessions; of an organisation that of its last one."""
    wanted = [_wanted(context, asked, ref) for ref in asked.refs]
    return printing.report_jobs(context, dict.fromkeys(wanted), asked.edition)


def break_even_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the break-even sheets of what is named: one of a ledger, those of all ledgers of an organisation."""
    from clusterdesk.services import break_even_sheets, lookup
    from clusterdesk.services.kept import kept_organisation

    store = context.desk.store
    for text in asked.refs:
        ledgers = lookup.meant(store, text, ("ledger",))
        if len(ledgers) == 1:
            ids: tuple[UUID, ...] = (ledgers[0].id,)
        else:
            holder = kept_organisation(store, references.one(context, text, ("organisation",)).id)
            ids = break_even_sheets.ledger_ids_of(store, holder.id)
        yield from (page_job(context, asked, one) for one in ids)


def diagnostic_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the sheets of diagnostics: each named by its id, or the newest one of an organisation."""
    from clusterdesk.services import diagnostic_sheets as sheets
    from clusterdesk.services import lookup

    store = context.desk.store
    for text in asked.refs:
        named = lookup.meant(store, text, ("diagnostic",))
        if len(named) == 1:
            one = named[0].id
        else:
            one = sheets.newest_diagnostic(store, references.target(context, text, "organisation"))
        yield page_job(context, asked, one)


def dossier_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the papers of vision dossiers."""
    for text in asked.refs:
        yield page_job(context, asked, references.target(context, text, "vision_dossier"))


def member_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the sheets of members."""
    for text in asked.refs:
        yield page_job(context, asked, references.target(context, text, "organisation"))


def statistics_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the numbers of years; without any, of this one."""
    for year in [year_given(one) for one in asked.refs] or [context.desk.clock.today().year]:
        yield page_job(context, asked, str(year))


def _wanted(context: Context, asked: Asked, text: str) -> Wanted:
    """Find the session or organisation that is meant; a report of an organisation is that of its last visit."""
    ref = _meant(context, text)
    if ref.record_type == "session":
        return Wanted(session_id=ref.id, language=asked.language)
    from clusterdesk.services.kept import kept_organisation

    organisation = kept_organisation(context.desk.store, ref.id)
    if asked.kind == "visit":
        return Wanted(organisation_id=organisation.id, language=asked.language)
    return Wanted(session_id=_last_session(context, organisation.id, organisation.name), language=asked.language)


def _meant(context: Context, text: str) -> "RecordRef":
    """Return the organisation or session; a name is first that of an organisation."""
    from clusterdesk.services import lookup

    for keys in (("organisation",), ("session",)):
        found = lookup.meant(context.desk.store, text, keys)
        if len(found) > 1:
            raise references.several(context, text, found)
        if found:
            return found[0]
    return references.one(context, text, ("organisation",))


def _last_session(context: Context, organisation_id: UUID, name: str) -> UUID:
    from clusterdesk.domain.records.organisations import Organisation
    from clusterdesk.domain.records.sessions import Session, SessionState

    store = context.desk.store
    family = [organisation_id, *(one.id for one in store.find(Organisation, merged_into=organisation_id))]
    held = [one for one in store.find(Session, organisation_id=family) if one.state is SessionState.HELD]
    if not held:
        raise KnownError(
            "no_session_held",
            N_("No session with {name} was held yet, so there is nothing to report."),
            advice=N_("Close the session first, or name a session by its id."),
            name=name,
        )
    return max(held, key=_when).id


def _when(session: "Session") -> tuple[date, str, UUID]:
    return session.on, session.starts_at.isoformat() if session.starts_at else "", session.id
