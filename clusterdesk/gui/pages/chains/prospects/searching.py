"""Searching KBO open data away from the window: reading the folder, comparing what was found with the binder."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.domain.chains.nace_list import nace_prefixes
from clusterdesk.exchange.kbo.candidates import Candidate, candidates
from clusterdesk.exchange.kbo.finding import Enterprise, find_enterprises
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


type Found = tuple[Enterprise, ...]
type Candidates = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class KboSearch:
    """Where to search, for which activities and postcodes, as typed; ``step`` names the work, translated."""

    folder: Path
    nace: str
    postcodes: str
    step: str

    def __call__(self, progress: Progress) -> Found:
        """Search.

        Raises:
            KnownError: the folder holds no KBO open data, or the postcodes are none.
        """
        progress(self.step)
        return find_enterprises(self.folder, nace_prefixes(self.nace), self.postcodes, progress.named(self.step))


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares what was found with the organisations and prospects of the binder."""

    found: Found
    lacking: Lacking

    def __call__(self, desk: "Desk") -> Candidates:
        """Compare."""
        return candidates(desk.store, self.found, link_id=self.lacking.link_id, project_id=self.lacking.project_id)
