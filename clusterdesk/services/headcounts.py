"""Head counts noted, and split by kind of contract."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.employment import CatchHeadcount, ContractStaff, NoteHeadcount, SetContractStaff
from clusterdesk.domain.dated_steps import DayRefusal
from clusterdesk.domain.records.employment import Headcount, HeadcountPart
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.records import check_references
from clusterdesk.store.desk_store import Store

_AHEAD = DayRefusal(
    "headcount_ahead",
    N_("The staff of {day} cannot be counted yet."),
    N_("Give the day on which it was counted; a goal belongs to the target of the track."),
)


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
    _AHEAD.check_come(cmd.on, store.clock.today())
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


def catch_headcount(store: Store, cmd: CatchHeadcount) -> OpResult[Headcount]:
    """Note a head count said in a session on its day; the same session saying another number corrects the first.

    Raises:
        KnownError: one of that day is noted already by other means, or the session lies in the future.
    """
    session = store.get(Session, cmd.session_id)
    organisation = receiving_organisation(store, session.organisation_id)
    precision = Precision.ABOUT if cmd.about else Precision.EXACT
    said = store.find(Headcount, session_id=session.id, revoked_on=None)
    on = min(session.on, store.clock.today()) if session.state is SessionState.PLANNED else session.on
    titled = replace(cmd, title=organisation.name)
    if said:
        after = replace(said[0], fte=cmd.fte, precision=precision)
        return OpResult(after, store.apply(titled, differences(said[0], after)))
    noted = NoteHeadcount(
        organisation_id=organisation.id,
        on=on,
        fte=cmd.fte,
        source=FigureSource.ORAL,
        precision=precision,
        session_id=session.id,
    )
    headcount, changes, _title = headcount_changes(store, noted)
    return OpResult(headcount, store.apply(titled, changes))


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


def _check_day_free(store: Store, cmd: NoteHeadcount, organisation: Organisation) -> None:
    same_day = store.find(Headcount, organisation_id=organisation.id, on=cmd.on, revoked_on=None)
    known = [one for one in same_day if one.project_id == cmd.project_id]
    if cmd.precision is Precision.EXACT and all(one.precision is Precision.ABOUT for one in known):
        return  # the exact number is believed, the one that is about right stays beside it
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
