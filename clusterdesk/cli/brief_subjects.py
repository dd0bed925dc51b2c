"""Whom a brief is about: the session or the organisation that a REF means."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import printing, references
from clusterdesk.cli.context import Context
from clusterdesk.cli.printing import Wanted

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.domain.records.sessions import Session
    from clusterdesk.domain.views.edition import Edition
    from clusterdesk.domain.views.record_ref import RecordRef

VISIT, REPORT, DAY, WEEK, BREAK_EVEN, ATTESTATION, DIAGNOSTIC, REFERRAL, DIFFICULTY, DIFFICULTIES = KINDS = (
    "visit",
    "report",
    "day",
    "week",
    "breakeven",
    "attestation",
    "diagnostic",
    "referral",
    "difficulty",
    "difficulties",
)


def wanted(context: Context, kind: str, text: str, language: str) -> Wanted:
    """Find the session or organisation that is meant; a report of an organisation is that of its last visit."""
    ref = _meant(context, text)
    if ref.record_type == "session":
        return Wanted(session_id=ref.id, language=language)
    from clusterdesk.services.kept import kept_organisation

    organisation = kept_organisation(context.desk.store, ref.id)
    if kind == VISIT:
        return Wanted(organisation_id=organisation.id, language=language)
    return Wanted(session_id=_last_session(context, organisation.id, organisation.name), language=language)


def break_even_jobs(context: Context, refs: Iterable[str], language: str, edition: "Edition") -> "Iterator[BriefJob]":
    """Yield the break-even sheets of what is named: one of a ledger, those of all ledgers of an organisation."""
    from clusterdesk.services import break_even_sheets, lookup
    from clusterdesk.services.kept import kept_organisation

    store, settings = context.desk.store, context.settings
    for text in refs:
        ledgers = lookup.meant(store, text, ("ledger",))
        if len(ledgers) == 1:
            ids: tuple[UUID, ...] = (ledgers[0].id,)
        else:
            holder = kept_organisation(store, references.one(context, text, ("organisation",)).id)
            ids = break_even_sheets.ledger_ids_of(store, holder.id)
        for one in ids:
            spoken = language or break_even_sheets.language_of_ledger(store, one, settings.default_document_language)
            view = break_even_sheets.break_even_sheet_view(
                store, one, language=spoken, author=settings.profile_name, edition=edition
            )
            yield printing.job(context, view, spoken)


def diagnostic_jobs(context: Context, refs: Iterable[str], language: str, edition: "Edition") -> "Iterator[BriefJob]":
    """Yield the sheets of diagnostics: each named by its id, or the newest one of an organisation."""
    from clusterdesk.services import diagnostic_sheets as sheets
    from clusterdesk.services import lookup

    store, settings = context.desk.store, context.settings
    for text in refs:
        named = lookup.meant(store, text, ("diagnostic",))
        if len(named) == 1:
            one = named[0].id
        else:
            one = sheets.newest_diagnostic(store, references.target(context, text, "organisation"))
        spoken = language or sheets.language_of_diagnostic(store, one, settings.default_document_language)
        view = sheets.diagnostic_sheet_view(store, one, author=settings.profile_name, edition=edition)
        yield printing.job(context, view, spoken)


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
