"""Annual accounts: begun for the year that is due, proved by the document that was filed."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from clusterdesk.domain.changes import Insert, OpResult, differences
from clusterdesk.domain.commands.accounts import AttachAccounts
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import AnnualAccounts
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.services.documents import content_of, document_once
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids

INDICATOR = "break_even"


def accounts_of(store: Store, organisation_id: UUID) -> list[AnnualAccounts]:
    """Return the annual accounts of an organisation, the newest year first."""
    with store.read() as connection:
        family = [UUID(bytes=one) for one in family_ids(connection, organisation_id)]
    found = [one for one in store.find(AnnualAccounts, organisation_id=family) if one.revoked_on is None]
    return sorted(found, key=lambda one: (one.to_on, one.id), reverse=True)


def next_year(store: Store, organisation_id: UUID) -> AnnualAccounts:
    """Return accounts that begin the day after the newest ones end, else those of the last calendar year."""
    known = accounts_of(store, organisation_id)
    last = store.clock.today().year - 1
    start = known[0].to_on + timedelta(days=1) if known else date(last, 1, 1)
    end = _a_year_on(start) - timedelta(days=1)
    return AnnualAccounts(
        organisation_id=organisation_id, from_on=start, to_on=end, currency=known[0].currency if known else "EUR"
    )


def attach_accounts(store: Store, cmd: AttachAccounts, *, limit_mb: int) -> OpResult[Evidence]:
    """Keep the filed document of annual accounts, and let it prove them: evidence of level 3, all in one step.

    Evidence of accounts that was wanted is obtained; else it is new. Where break-even was noted already it is its
    evidence. ``limit_mb`` is the setting ``document_size_limit_mb``.

    Raises:
        KnownError: the file cannot be read, is too large, empty, or a program.
    """
    accounts = store.get(AnnualAccounts, cmd.accounts_id)
    name, content = content_of(cmd.source, limit_mb)
    attaching = AttachDocument(
        source=cmd.source, organisation_id=accounts.organisation_id, on=accounts.filed_on or accounts.to_on
    )
    document, changes = document_once(store, attaching, name, content)
    changes += differences(accounts, replace(accounts, document_id=document.id))
    before = _evidence(store, accounts)
    after = replace(
        before or _new_evidence(store, accounts, cmd.name),
        document_id=document.id,
        level=EvidenceLevel.DOCUMENT,
        wanted=False,
        on=accounts.filed_on or accounts.to_on,
    )
    changes += [Insert(after)] if before is None else differences(before, after)
    title = store.get(Organisation, accounts.organisation_id).name
    return OpResult(after, store.apply(replace(cmd, title=title), changes))


def _evidence(store: Store, accounts: AnnualAccounts) -> Evidence | None:
    """Return the evidence these accounts have already, else that of accounts which is still wanted."""
    found = store.find(Evidence, organisation_id=accounts.organisation_id, indicator=INDICATOR, revoked_on=None)
    mine = [one for one in found if accounts.document_id is not None and one.document_id == accounts.document_id]
    wanted = [one for one in found if one.wanted and one.level is EvidenceLevel.DOCUMENT]
    return next(iter((*mine, *wanted)), None)


def _new_evidence(store: Store, accounts: AnnualAccounts, name: str) -> Evidence:
    kind = ResultKind.BREAK_EVEN_REACHED
    results = store.find(ResultEvent, organisation_id=accounts.organisation_id, kind=kind, revoked_on=None)
    shown = [one for one in results if accounts.from_on <= one.on <= accounts.to_on]
    result = next(iter(shown), None)
    return Evidence(
        organisation_id=accounts.organisation_id,
        result_event_id=result.id if result is not None else None,
        project_id=result.project_id if result is not None else None,
        level=EvidenceLevel.DOCUMENT,
        title=name,
        indicator=INDICATOR,
        visibility=Visibility.INTERNAL,
    )


def _a_year_on(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)
