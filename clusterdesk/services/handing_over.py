"""Handing organisations over to a colleague: roles end and begin on a day, nothing is rewritten."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.coaching import HandOver
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, ManagerRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionState
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.sessions import open_file_ids


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What passed to the colleague: coaching files, open promises of ours, planned sessions."""

    files: int
    promises: int
    sessions: int


def hand_over(store: Store, cmd: HandOver) -> OpResult[HandedOver]:
    """Pass the open files, the open promises and the planned sessions of organisations to a colleague, in one step.

    The role of whoever hands over ends the day before and stays in the history; the colleague's begins on the day, with
    the same role. Without ``from_id`` the leads of the files hand over, and with them promises and sessions of nobody.

    Raises:
        KnownError: there is nothing to hand over, or somebody would hand over to himself.
    """
    new = store.get(Profile, cmd.to_id)
    if cmd.from_id == cmd.to_id:
        raise KnownError(
            "hand_over_to_self",
            N_("{name} cannot hand over to the same person."),
            advice=N_("Choose another colleague."),
            name=new.name,
        )
    with store.read() as connection:
        families = [family_ids(connection, one) for one in cmd.organisation_ids]
        file_ids = [file_id for one in cmd.organisation_ids for file_id in open_file_ids(connection, one)]
    organisations = {UUID(bytes=member) for family in families for member in family}
    leaving: set[UUID | None] = {cmd.from_id} if cmd.from_id is not None else {None, *_leads(store, file_ids)}
    files = [change for file_id in dict.fromkeys(file_ids) for change in _of_file(store, file_id, leaving, cmd)]
    promises = [
        change
        for one in store.find(Action, owner=OwnerKind.US, done_on=None, revoked_on=None)
        if one.organisation_id in organisations and one.profile_id in leaving
        for change in differences(one, replace(one, profile_id=cmd.to_id))
    ]
    sessions = [
        change
        for one in store.find(Session, state=SessionState.PLANNED)
        if one.organisation_id in organisations and one.profile_id in leaving and one.on >= cmd.on
        for change in differences(one, replace(one, profile_id=cmd.to_id))
    ]
    changes: list[Change] = [*files, *promises, *sessions]
    if not changes:
        raise KnownError(
            "nothing_to_hand_over",
            N_("There is nothing to hand over: no open file, promise or planned visit."),
            advice=N_("Choose who hands over, or open a coaching file first."),
        )
    output = HandedOver(sum(isinstance(one, Insert) for one in files), len(promises), len(sessions))
    return OpResult(output, store.apply(replace(cmd, title=new.name), changes))


def _leads(store: Store, file_ids: list[UUID]) -> Iterator[UUID]:
    for file_id in file_ids:
        for one in _present(store, file_id):
            if one.role is ManagerRole.LEAD:
                yield one.profile_id


def _of_file(store: Store, file_id: UUID, leaving: set[UUID | None], cmd: HandOver) -> Iterator[Change]:
    """Yield the end of the roles of those who leave, and their beginning for the colleague."""
    present = _present(store, file_id)
    taken = {one.role for one in present if one.profile_id == cmd.to_id}
    roles = []
    for one in present:
        if one.profile_id in leaving and one.profile_id != cmd.to_id:
            roles.append(one.role)
            yield from differences(one, replace(one, to_on=_last_day(one.from_on, cmd.on)))
    if cmd.from_id is None and not present:
        roles.append(ManagerRole.LEAD)
    for role in dict.fromkeys(roles):
        if role not in taken:
            opened = store.get(CoachingFile, file_id).opened_on
            begins = max(cmd.on, opened)
            yield Insert(CoachingFileManager(coaching_file_id=file_id, profile_id=cmd.to_id, role=role, from_on=begins))


def _present(store: Store, file_id: UUID) -> list[CoachingFileManager]:
    found = store.find(CoachingFileManager, coaching_file_id=file_id, revoked_on=None)
    return [one for one in found if one.to_on is None]


def _last_day(begun: date | None, on: date) -> date:
    last = on - timedelta(days=1)
    return max(last, begun) if begun is not None else last
