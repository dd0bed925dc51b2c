"""What the page of the strategy asks of the store, in the worker."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.strategy import ImportStrategy, PlanYear
from clusterdesk.domain.views.strategy import StrategyDesk, StrategyImport

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(desk: "Desk") -> StrategyDesk:
    """Read the strategy."""
    from clusterdesk.services.strategy import read_all

    return read_all(desk.store)


def plan_year(command: PlanYear, desk: "Desk") -> OpResult[UUID]:
    """Say how much is to be reached by the end of a year."""
    from clusterdesk.services import strategy

    return strategy.plan_year(desk.store, command)


def try_import(path: Path, desk: "Desk") -> tuple[ImportStrategy, StrategyImport]:
    """Read a file and tell what its import would do."""
    from clusterdesk.services.strategy import file_text, plan_import

    command = ImportStrategy(text=file_text(path), name=path.name)
    return command, plan_import(desk.store, command.text)


def bring_in(command: ImportStrategy, desk: "Desk") -> OpResult[StrategyImport]:
    """Put the strategy of a file in the place of the present one."""
    from clusterdesk.services.strategy import import_strategy

    return import_strategy(desk.store, command)


def write(path: Path, desk: "Desk") -> Path:
    """Write the strategy into a file."""
    from clusterdesk.base.told_file import write_file
    from clusterdesk.services.strategy import export_strategy

    write_file(path, export_strategy(desk.store).encode())
    return path
