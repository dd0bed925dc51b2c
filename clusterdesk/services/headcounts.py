"""Head counts noted and split by kind of contract; the baseline of employment growth frozen."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.employment import ContractStaff, FollowEmployment, NoteHeadcount, SetContractStaff
from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.rules import TRACK_KEY
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.employment import Headcount, HeadcountPart
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.employment import read_employment
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.records import check_references
from clusterdesk.store.desk_store import Store

UNIT = "ETP"


def note_headcount(store: Store, cmd: NoteHeadcount) -> OpResult[Headcount]:
    """Note a head count with its parts, in one step.

    Raises:
        KnownError: it has no number, lies ahead, or one of that day is noted already.
    """
    headcount, changes, title = headcount_changes(store, cmd)
    return OpResult(headcount, store.apply(replace(cmd, title=title), changes))


def headcount_changes(store: Store, cmd: NoteHeadcount) -> tuple[Headcount, list[Change], str]:
    """Return a new head count, what makes it and its parts, and the name of its organisation.

    Raises:
        KnownError: as ``note_headcount``.
    """
    organisation = receiving_organisation(store, cmd.organisation_id)
    parts = [one for one in cmd.parts if one.fte is not None or one.persons is not None]
    if cmd.fte is None and cmd.persons is None and not parts:
        raise KnownError(
            "headcount_empty",
            N_("A head count needs a number: FTE, persons, or parts by kind of contract."),
            advice=N_("Type for instance 7,5."),
        )
    if cmd.on > store.clock.today():
        raise KnownError(
            "headcount_ahead",
            N_("The staff of {day} cannot be counted yet."),
            advice=N_("Give the day on which it was counted; a goal belongs to the target of the track."),
            day=cmd.on,
        )
    _check_day_free(store, cmd, organisation)
    headcount = Headcount(
        organisation_id=organisation.id,
        project_id=cmd.project_id,
        session_id=cmd.session_id,
        on=cmd.on,
        fte=cmd.fte,
        persons=cmd.persons,
        created=cmd.created,
        retained=cmd.retained,
        source=cmd.source,
        precision=cmd.precision,
        remark=cmd.remark,
        visibility=cmd.visibility,
    )
    check_references(store, headcount, set())
    return headcount, [Insert(headcount), *_new_parts(headcount, parts)], organisation.name


def set_contract_staff(store: Store, cmd: SetContractStaff) -> OpResult[HeadcountPart]:
    """Say how many work under a kind of contract; the part is made, changed, or goes where nothing is said."""
    headcount = store.get(Headcount, cmd.headcount_id)
    wanted = _part(headcount.id, cmd.staff)
    before = next(iter(store.find(HeadcountPart, deleted=None, id=wanted.id)), None)
    empty = cmd.staff.fte is None and cmd.staff.persons is None
    changes: list[Change] = []
    if before is None and not empty:
        check_references(store, wanted, set())
        changes.append(Insert(wanted))
    elif before is not None:
        wanted = replace(before, fte=cmd.staff.fte, persons=cmd.staff.persons)
        changes += differences(before, wanted)
        if before.deleted is not empty:
            changes.append(deletion("headcount_part", before.id, deleted=empty))
    title = store.get(Organisation, headcount.organisation_id).name
    return OpResult(replace(wanted, deleted=empty), store.apply(replace(cmd, title=title), changes))


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


def _check_day_free(store: Store, cmd: NoteHeadcount, organisation: Organisation) -> None:
    same_day = store.find(Headcount, organisation_id=organisation.id, on=cmd.on, revoked_on=None)
    known = [one for one in same_day if one.project_id == cmd.project_id]
    if not known:
        return
    said = known[0].fte if known[0].fte is not None else known[0].persons
    raise KnownError(
        "headcount_known",
        N_("A head count of {day} is noted already: {number}."),
        advice=N_("Correct that one, or give another day."),
        day=cmd.on,
        number=said if said is not None else "–",
    )


def _new_parts(headcount: Headcount, parts: Iterable[ContractStaff]) -> Iterator[Change]:
    made = {one.contract_type_id: one for one in parts}
    return (Insert(_part(headcount.id, one)) for one in made.values())


def _part(headcount_id: UUID, staff: ContractStaff) -> HeadcountPart:
    ends = {"headcount_id": headcount_id, "contract_type_id": staff.contract_type_id}
    return HeadcountPart(
        id=set_member_id("headcount_part", ends),
        headcount_id=headcount_id,
        contract_type_id=staff.contract_type_id,
        fte=staff.fte,
        persons=staff.persons,
    )
