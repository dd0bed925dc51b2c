"""Looking at every row before anything is written, in the desk's thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.gui.pages.importing.reading import Watch, stopping
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.exchange.archive.plan import ArchivePlan
    from clusterdesk.exchange.importing.plan import ImportPlan


class PlanList:
    """Decides about every row."""

    def __init__(self, opened: OpenedList, step: str) -> None:
        """``step`` names the work, translated."""
        self._opened, self._step = opened, step

    def __call__(self, desk: "Desk", progress: Progress) -> "ImportPlan":
        """Decide."""
        from clusterdesk.exchange.importing.plan import plan_import

        watch = Watch(progress, self._step)
        with stopping():
            return plan_import(desk.store, self._opened, watch, watch)


class PlanArchive:
    """Looks at every line of an archive."""

    def __init__(self, path: Path, step: str) -> None:
        """Name the archive; ``step`` names the work, translated."""
        self._path, self._step = path, step

    def __call__(self, desk: "Desk", progress: Progress) -> "ArchivePlan":
        """Look."""
        from clusterdesk.exchange.archive.load import plan_archive

        return plan_archive(desk.store, self._path, progress=progress.named(self._step))


def is_stale(version: int, desk: "Desk") -> bool:
    """Tell whether the binder has changed since a plan was made."""
    return desk.store.data_version() != version
