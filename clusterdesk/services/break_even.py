"""Reading break-even: the figures of a ledger followed, the coaching around it, and what people decided."""

from uuid import UUID

from clusterdesk.domain.breakeven.proposals import rule_of
from clusterdesk.domain.breakeven.series import Rules
from clusterdesk.domain.figures.break_even import with_figures
from clusterdesk.domain.figures.followed import follow_ledger, stretches
from clusterdesk.domain.figures.judged import with_decisions
from clusterdesk.domain.figures.months import ledger_periods
from clusterdesk.domain.figures.scenarios import with_scenarios
from clusterdesk.domain.records.figures import Ledger
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.break_even import BreakEven, LedgerChoice
from clusterdesk.domain.views.edition import Edition
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.break_even import LedgerRecords, ledger_choices, ledger_records
from clusterdesk.store.queries.merged import family_ids

TRACK = "break_even"


def read_break_even(store: Store, ledger_id: UUID, edition: Edition | None = None) -> BreakEven:
    """Return break-even of a ledger as of today; ``edition``: from what such a page may show.

    Raises:
        KnownError: there is no such ledger.
    """
    ledger = store.get(Ledger, ledger_id)
    holder = store.get(Organisation, ledger.organisation_id)
    with store.read() as connection:
        kept = ledger_records(connection, ledger, TRACK, edition)
    today, rules = store.clock.today(), Rules()
    periods = ledger_periods(kept.cells, kept.closed, today)
    followed = follow_ledger(ledger, periods, rules)
    view = _begun(ledger, holder, kept, quarterly=followed.like.quarterly)
    view = with_figures(view, followed, today, rules)
    view = with_scenarios(view, kept.scenarios, followed)
    coached = (kept.file.first_action, kept.file.closed_on) if kept.file is not None else (None, None)
    known = stretches(ledger, periods, followed, kept.accounts)
    return with_decisions(view, followed, known, kept.results, coached, kept.evidence, kept.accounts)


def ledgers_of(store: Store, organisation_id: UUID) -> tuple[LedgerChoice, ...]:
    """Return the ledgers of an organisation, its own before those of its projects."""
    with store.read() as connection:
        return ledger_choices(connection, family_ids(connection, organisation_id))


def _begun(ledger: Ledger, holder: Organisation, kept: LedgerRecords, *, quarterly: bool) -> BreakEven:
    """Return a view that knows whose figures these are, and nothing of them yet."""
    file = kept.file
    return BreakEven(
        ledger_id=ledger.id,
        organisation_id=holder.id,
        organisation=holder.name,
        name=ledger.name or holder.name,
        currency=ledger.currency,
        cadence=ledger.cadence,
        seasonal=ledger.seasonal,
        rule=rule_of(seasonal=ledger.seasonal, quarterly=quarterly),
        project_id=ledger.project_id or (file.project_id if file is not None else None),
        project=file.project if file is not None else "",
        coaching_file_id=file.id if file is not None else None,
        target_on=file.target_on if file is not None else None,
        ledgers=kept.ledgers,
    )
