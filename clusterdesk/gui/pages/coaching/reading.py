"""What the coaching plan asks of the store, in the worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.coaching import CloseCoachingFile, ReopenCoachingFile
from clusterdesk.domain.commands.plans import AddMilestones, FreezeBaseline, ReachMilestone, ReopenMilestone
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate
from clusterdesk.domain.views.coaching import CoachingPage
from clusterdesk.gui.pages.organisation.loading import Lists, read_lists

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class CoachingData:
    """What the page shows: the plans, and the lists its fields choose from."""

    page: CoachingPage
    lists: Lists


def read_page(organisation_id: UUID, desk: "Desk") -> CoachingData:
    """Read the plans of an organisation."""
    from clusterdesk.services.coaching_views import read_coaching

    return CoachingData(read_coaching(desk.store, organisation_id), read_lists(desk))


def offered(file_id: UUID, language: str, desk: "Desk") -> tuple[MilestoneTemplate, ...]:
    """Read the milestones that templates offer for a file."""
    from clusterdesk.services.plans import offered_templates

    return offered_templates(desk.store, file_id, language)


def add_milestones(command: AddMilestones, desk: "Desk") -> OpResult[tuple[Milestone, ...]]:
    """Put milestones of templates into a plan."""
    from clusterdesk.services import plans

    return plans.add_milestones(desk.store, command)


def freeze_baseline(command: FreezeBaseline, desk: "Desk") -> OpResult[CoachingFileTrack]:
    """Freeze where a track starts from."""
    from clusterdesk.services import plans

    return plans.freeze_baseline(desk.store, command)


def reach(milestone_id: UUID, desk: "Desk", *, reached: bool) -> OpResult[Milestone]:
    """Say that a milestone was reached today, or was not after all."""
    from clusterdesk.services import plans

    if reached:
        return plans.reach_milestone(desk.store, ReachMilestone(milestone_id=milestone_id))
    return plans.reopen_milestone(desk.store, ReopenMilestone(milestone_id=milestone_id))


def close_file(command: CloseCoachingFile, desk: "Desk") -> OpResult[CoachingFile]:
    """Close a file."""
    from clusterdesk.services.file_closing import close_coaching_file

    return close_coaching_file(desk.store, command)


def reopen_file(file_id: UUID, desk: "Desk") -> OpResult[CoachingFile]:
    """Take a file up again."""
    from clusterdesk.services.file_closing import reopen_coaching_file

    return reopen_coaching_file(desk.store, ReopenCoachingFile(coaching_file_id=file_id))
