"""What the page of break-even asks of the store, in the worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.break_even import KeepScenario
from clusterdesk.domain.records.figures import Scenario
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.views.break_even import BreakEven

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class PageData:
    """Break-even of the ledger shown – ``None`` where no figures are followed – and the names of the colleagues."""

    view: BreakEven | None
    colleagues: tuple[str, ...] = ()


def read(organisation_id: UUID, ledger_id: UUID | None, desk: "Desk") -> PageData:
    """Read a ledger of an organisation: the one asked for if it is one of its own, else the first."""
    from clusterdesk.services.break_even import ledgers_of, read_break_even

    ledgers = [one.id for one in ledgers_of(desk.store, organisation_id)]
    if not ledgers:
        return PageData(None)
    shown = ledger_id if ledger_id in ledgers else ledgers[0]
    names = sorted(one.name for one in desk.store.find(Profile))
    return PageData(read_break_even(desk.store, shown), tuple(names))


def keep_scenario(command: KeepScenario, desk: "Desk") -> OpResult[Scenario]:
    """Keep a what-if."""
    from clusterdesk.services import scenarios

    return scenarios.keep_scenario(desk.store, command)
