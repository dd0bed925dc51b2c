"""What belongs to the ledgers of an organisation besides their figures: scenarios, results, accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.figures.months import KnownCell
from clusterdesk.domain.records.figures import AnnualAccounts, Ledger, Scenario
from clusterdesk.domain.records.results import Evidence, ResultEvent, ResultKind
from clusterdesk.domain.views.break_even import LedgerChoice
from clusterdesk.domain.views.edition import Edition
from clusterdesk.store.queries.children import compiled, parts, places, rows
from clusterdesk.store.queries.coaching_starts import FileStart, file_starts
from clusterdesk.store.queries.ledgers import known_cells
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.organisation_results import results_and_evidence
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import RECORD_TABLES

_NO = sa.text("0")
_KINDS = (ResultKind.BREAK_EVEN_REACHED, ResultKind.BREAK_EVEN_LOST)


@dataclass(frozen=True, slots=True)
class LedgerRecords:
    """A ledger as it is kept: its cells, the days its periods were closed on, and what belongs to it.

    ``file`` is the coaching file that works on its break-even, else the first one of its project or organisation.
    """

    cells: list[KnownCell]
    closed: dict[str, date | None]
    file: FileStart | None
    scenarios: list[Scenario]
    accounts: list[AnnualAccounts]
    results: list[ResultEvent]
    evidence: tuple[Evidence, ...]
    ledgers: tuple[LedgerChoice, ...]


def ledger_records(
    connection: sa.Connection, ledger: Ledger, track_key: str, edition: Edition | None = None
) -> LedgerRecords:
    """Return all that break-even of a ledger is read from; ``edition``: what such a page may show."""
    cells, closed = known_cells(connection, ledger.id, edition)
    family = family_ids(connection, ledger.organisation_id)
    file = next(iter(file_starts(connection, family, ledger.project_id, track_key)), None)
    project_id = ledger.project_id or (file.project_id if file is not None else None)
    return LedgerRecords(
        cells,
        closed,
        file,
        [one for one in scenarios_of(connection, ledger.id) if edition is None or edition.admits(one.visibility)],
        accounts_of(connection, family),
        break_even_results(connection, ledger, project_id),
        _evidence(connection, family),
        ledger_choices(connection, family),
    )


def ledger_choices(connection: sa.Connection, family: Sequence[bytes]) -> tuple[LedgerChoice, ...]:
    """Return the ledgers of an organisation in the order they were opened; its own before those of its projects."""
    found = rows(connection, _ledgers_text(len(family)), family)
    return tuple(LedgerChoice(UUID(bytes=row[0]), row[1] or "", row[2] or "") for row in found)


def scenarios_of(connection: sa.Connection, ledger_id: UUID) -> list[Scenario]:
    """Return the kept scenarios of a ledger, the newest first."""
    found: list[Scenario] = parts(connection, "scenario", "ledger_id", [ledger_id.bytes], "-on")
    return found


def accounts_of(connection: sa.Connection, family: Sequence[bytes]) -> list[AnnualAccounts]:
    """Return the annual accounts of an organisation."""
    found: list[AnnualAccounts] = parts(connection, "annual_accounts", "organisation_id", family)
    return found


def break_even_results(connection: sa.Connection, ledger: Ledger, project_id: UUID | None) -> list[ResultEvent]:
    """Return the break-even results of a ledger, and those of its project that name no ledger; none revoked."""
    build = builder("result_event")
    ids = [ledger.id.bytes, project_id.bytes if project_id is not None else b""]
    found: list[Any] = [build(row) for row in rows(connection, _results_text(), ids)]
    return found


def _evidence(connection: sa.Connection, family: Sequence[bytes]) -> tuple[Evidence, ...]:
    cards, loose = results_and_evidence(connection, family)
    return (*(one for card in cards for one in card.evidence), *loose)


@cache
def _ledgers_text(count: int) -> str:
    ledger, project = RECORD_TABLES["ledger"], RECORD_TABLES["project"]
    return compiled(
        sa.select(ledger.c.id, ledger.c.name, project.c.title)
        .outerjoin_from(ledger, project, project.c.id == ledger.c.project_id)
        .where(ledger.c.organisation_id.in_(places(count)), ledger.c.deleted == _NO)
        .order_by(ledger.c.project_id.is_not(None), ledger.c.id)
    )


@cache
def _results_text() -> str:
    result = RECORD_TABLES["result_event"]
    kinds = sa.text("result_event.kind IN ({})".format(", ".join(f"'{kind.value}'" for kind in _KINDS)))
    mine = sa.or_(
        result.c.ledger_id.in_(places(1)), sa.and_(result.c.project_id.in_(places(1)), result.c.ledger_id.is_(None))
    )
    return compiled(
        sa.select(result)
        .where(mine, kinds, result.c.deleted == _NO, result.c.revoked_on.is_(None))
        .order_by(result.c.on, result.c.id)
    )
