"""The baseline of employment growth, frozen in the employment track of a coaching file."""

from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.employment import FollowEmployment
from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.rules import TRACK_KEY
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.employment import read_employment
from clusterdesk.store.desk_store import Store

UNIT = "ETP"


def follow_employment(store: Store, cmd: FollowEmployment) -> OpResult[CoachingFileTrack]:
    """Freeze the baseline that the head counts propose in the employment track of a file; the track is made if need be.

    Raises:
        KnownError: nothing was known in time, or another baseline is frozen: changing that needs a reason.
    """
    file = store.get(CoachingFile, cmd.coaching_file_id)
    project = store.get(Project, file.project_id)
    before = _track(store, file)
    if before is not None and not before.deleted and before.baseline is not None:
        raise KnownError(
            "baseline_frozen",
            N_("The baseline is frozen at {fte} FTE."),
            advice=N_("Another baseline needs a reason: change it on the page Coaching."),
            fte=before.baseline,
        )
    proposed = _proposed(store, file, project)
    start = before or _new_track(store, file)
    after = replace(start, deleted=False, baseline=proposed.fte, baseline_on=proposed.on, unit=UNIT)
    changes: list[Change] = [Insert(after)] if before is None else differences(before, after)
    return OpResult(after, store.apply(replace(cmd, title=project.title), changes))


def _proposed(store: Store, file: CoachingFile, project: Project) -> Baseline:
    page = read_employment(store, project.organisation_id) if project.organisation_id is not None else None
    found = next((one for one in page.files if one.file.id == file.id), None) if page is not None else None
    proposed = found.judgement.proposed if found is not None else None
    if proposed is None:
        raise KnownError(
            "no_baseline",
            N_("No head count is known from when the coaching of this file began."),
            advice=N_("Note the staff on or before the first coaching action, or within the 90 days after it."),
        )
    return proposed


def _track(store: Store, file: CoachingFile) -> CoachingFileTrack | None:
    ids = [one.id for one in store.find(Track) if one.key == TRACK_KEY]
    found = store.find(CoachingFileTrack, deleted=None, coaching_file_id=file.id)
    return next((one for one in found if one.track_id in ids), None)


def _new_track(store: Store, file: CoachingFile) -> CoachingFileTrack:
    track = next((one for one in store.find(Track) if one.key == TRACK_KEY), None)
    if track is None:
        raise KnownError(
            "no_employment_track",
            N_("The list of tracks has no track for employment."),
            advice=N_("Take it out of the bin in the settings, under Lists of the cluster."),
        )
    member = set_member_id("coaching_file_track", {"coaching_file_id": file.id, "track_id": track.id})
    return CoachingFileTrack(id=member, coaching_file_id=file.id, track_id=track.id)
