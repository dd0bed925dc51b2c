"""The read model of the staff of an organisation: head counts, what each file makes of them, papers that prove it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.judging import Judgement
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.employment import ContractType, Headcount, HeadcountPart
from clusterdesk.domain.records.organisations import Organisation, OrganisationStatus
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence


@dataclass(frozen=True, slots=True)
class HeadcountLine:
    """A head count with its parts in the order of the kinds of contract, and the number that is judged of it."""

    record: Headcount
    count: Count
    parts: tuple[HeadcountPart, ...] = ()
    contradicted: bool = False


@dataclass(frozen=True, slots=True)
class EmploymentFile:
    """A coaching file and what the head counts say for it.

    ``track`` is its employment track, ``None`` where it has none; ``own`` tells that the project has head counts of
    its own, which are judged instead of those of the whole organisation.
    """

    file: CoachingFile
    project: Project
    judgement: Judgement
    proposal: ResultProposal
    track: CoachingFileTrack | None = None
    first_action: date | None = None
    own: bool = False

    @property
    def frozen(self) -> bool:
        """Tell whether the baseline was frozen."""
        return self.track is not None and self.track.baseline is not None


@dataclass(frozen=True, slots=True)
class EmploymentPage:
    """The staff of an organisation as of a day; ``lines`` newest first, files with an employment track first.

    ``plain`` judges the head counts of the organisation without any file: the staff as last known, and what misses.
    ``evidence`` proves growth, or is wanted for it.
    """

    organisation: Organisation
    today: date
    lines: tuple[HeadcountLine, ...]
    plain: Judgement
    files: tuple[EmploymentFile, ...] = ()
    statuses: tuple[OrganisationStatus, ...] = ()
    contract_types: tuple[ContractType, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def main(self) -> EmploymentFile | None:
        """Return the file one reads first: the first with an employment track, else the first."""
        return self.files[0] if self.files else None

    @property
    def tracked(self) -> tuple[EmploymentFile, ...]:
        """Return the files with an employment track."""
        return tuple(one for one in self.files if one.track is not None)

    def counts_of(self, file: EmploymentFile | None) -> tuple[Count, ...]:
        """Return the counts a file is judged by; without one those of the whole organisation."""
        project_id: UUID | None = file.project.id if file is not None and file.own else None
        return tuple(one.count for one in self.lines if one.record.project_id == project_id)
