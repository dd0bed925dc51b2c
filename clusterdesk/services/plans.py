"""The coaching plan of a file: baselines frozen, milestones from templates, reached, open again."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult, differences, inserts
from clusterdesk.domain.coaching_plan.milestones import planned_milestones, templates_for
from clusterdesk.domain.commands.plans import AddMilestones, FreezeBaseline, ReachMilestone, ReopenMilestone
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate
from clusterdesk.services.coaching import project_title
from clusterdesk.services.frozen_fields import check_frozen
from clusterdesk.store.desk_store import Store


def freeze_baseline(store: Store, cmd: FreezeBaseline) -> OpResult[CoachingFileTrack]:
    """Write down the baseline of a track; once dated it is frozen, and changes with a reason only.

    Raises:
        KnownError: it says nothing, or another one stands and no reason is given.
    """
    before = store.get(CoachingFileTrack, cmd.file_track_id)
    if cmd.baseline is None and not one_line(cmd.remark):
        raise KnownError(
            "baseline_empty",
            N_("A baseline is a number, or at least a sentence."),
            advice=N_("Say where the track starts from."),
        )
    after = replace(
        before,
        baseline=cmd.baseline,
        baseline_on=cmd.on or store.clock.today(),
        unit=one_line(cmd.unit),
        baseline_remark=one_line(cmd.remark),
        baseline_reason=one_line(cmd.reason) if before.baseline_on is not None else before.baseline_reason,
    )
    check_frozen(before, after, {"baseline_reason": cmd.reason})
    if not differences(before, replace(after, baseline_reason=before.baseline_reason)):
        return OpResult(before, store.apply(cmd, []))
    title = project_title(store, store.get(CoachingFile, before.coaching_file_id))
    return OpResult(after, store.apply(replace(cmd, title=title), differences(before, after)))


def templates_by_key(store: Store) -> dict[str, MilestoneTemplate]:
    """Return every milestone template by its key."""
    return {one.key: one for one in store.find(MilestoneTemplate)}


def offered_templates(store: Store, file_id: UUID, language: str) -> tuple[MilestoneTemplate, ...]:
    """Return the templates for the tracks of a file that are not in its plan yet."""
    members = {one.track_id for one in store.find(CoachingFileTrack, coaching_file_id=file_id)}
    tracks = sorted((one for one in store.find(Track) if one.id in members), key=lambda one: (one.position, one.id))
    there = store.find(Milestone, coaching_file_id=file_id)
    return templates_for(tracks, store.find(MilestoneTemplate), there, language)


def add_milestones(store: Store, cmd: AddMilestones) -> OpResult[tuple[Milestone, ...]]:
    """Put milestones of templates into the plan of a file, all in one step.

    Raises:
        KnownError: none was chosen, or a template does not exist.
    """
    file = store.get(CoachingFile, cmd.coaching_file_id)
    chosen = [store.get(MilestoneTemplate, one) for one in dict.fromkeys(cmd.template_ids)]
    if not chosen:
        raise KnownError(
            "no_milestone_chosen",
            N_("No milestone was chosen."),
            advice=N_("Tick at least one."),
        )
    tracks = {one.key: one.id for one in store.find(Track)}
    members = {one.track_id for one in store.find(CoachingFileTrack, coaching_file_id=file.id)}
    last = max((one.position for one in store.find(Milestone, coaching_file_id=file.id)), default=0)
    own = {key: one for key, one in tracks.items() if one in members}
    made = planned_milestones(file.id, cmd.from_on or file.opened_on, own, chosen, cmd.language, last)
    titled = replace(cmd, title=project_title(store, file))
    return OpResult(tuple(made), store.apply(titled, inserts(made)))


def reach_milestone(store: Store, cmd: ReachMilestone) -> OpResult[Milestone]:
    """Say that a milestone was reached; a value given is the value reached, else the one noted before stays."""
    before = store.get(Milestone, cmd.milestone_id)
    value = before.reached_value if cmd.value is None else cmd.value
    after = replace(before, done_on=cmd.on or store.clock.today(), reached_value=value)
    return OpResult(after, store.apply(replace(cmd, title=before.title), differences(before, after)))


def reopen_milestone(store: Store, cmd: ReopenMilestone) -> OpResult[Milestone]:
    """Say that a milestone was not reached; the value noted stays."""
    before = store.get(Milestone, cmd.milestone_id)
    after = replace(before, done_on=None)
    return OpResult(after, store.apply(replace(cmd, title=before.title), differences(before, after)))


def file_track(store: Store, file_id: UUID, track_id: UUID) -> CoachingFileTrack:
    """Return a track of a file.

    Raises:
        KnownError: the file does not work on it.
    """
    found = store.find(CoachingFileTrack, coaching_file_id=file_id, track_id=track_id)
    if not found:
        raise KnownError(
            "track_not_in_file",
            N_("The file does not work on the track “{track}”."),
            advice=N_("Add the track to the file first."),
            track=store.get(Track, track_id).name_fr,
        )
    return found[0]
