"""What a calendar file would change: shown before anything is written, then written as one operation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.agenda import USUAL_MINUTES
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.imports import ImportCalendar
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.domain.views.calendar import (
    FOREIGN,
    OUR_UIDS,
    Appointment,
    CalendarChange,
    CalendarEntry,
    CalendarPlan,
    ChangeKind,
    Ignored,
)
from clusterdesk.exchange.calendar.read import read_calendar
from clusterdesk.exchange.calendar.recognise import Recogniser, recogniser
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.calendar import entries_by_uid, planned_days
from clusterdesk.store.queries.sessions import open_file_ids

_LONGEST_SUBJECT = 200


def plan_calendar(store: Store, path: Path) -> CalendarPlan:
    """Read a file and say what it would change; nothing is written.

    Raises:
        KnownError: it cannot be read, is too big, or is no calendar.
    """
    found, unreadable = read_calendar(path)
    plan = plan_appointments(store, found, path.name)
    if unreadable:
        return replace(plan, ignored={**plan.ignored, Ignored.UNREADABLE: unreadable})
    return plan


def plan_appointments(store: Store, found: Sequence[Appointment], file: str) -> CalendarPlan:
    """Say what appointments would change; of two with one identifier the last one counts."""
    today = store.clock.today()
    known = _known(store, found, today)
    others = recogniser(store, found, today)
    with store.read() as connection:
        planned = planned_days(connection, today)
    changes: list[CalendarChange] = []
    ignored: Counter[Ignored] = Counter()
    for one in _last_of_each(found):
        entry = known.get(one.uid)
        if entry is not None:
            verdict: CalendarChange | Ignored = _of_known(one, entry)
        elif one.uid.endswith(OUR_UIDS):
            verdict = Ignored.UNKNOWN  # of another binder, or deleted here
        else:
            verdict = _of_new(one, others, planned, today)
        if isinstance(verdict, Ignored):
            ignored[verdict] += 1
        else:
            changes.append(verdict)
    changes.sort(key=_place)
    return CalendarPlan(file, tuple(changes), dict(ignored))


def import_calendar(store: Store, file: str, changes: Iterable[CalendarChange]) -> OpResult[int]:
    """Write proposed changes as one operation; what was held or changed hands meanwhile is left alone."""
    written: list[Change] = []
    count = 0
    for one in changes:
        made = _new(store, one) if one.session_id is None else _changed(store, one, one.session_id)
        written += made
        count += bool(made)
    return OpResult(count, store.apply(ImportCalendar(file=file, count=count), written))


def _last_of_each(found: Sequence[Appointment]) -> list[Appointment]:
    kept = {(one.uid or str(number), one.on if one.recurring else None): one for number, one in enumerate(found)}
    return list(kept.values())


def _known(store: Store, found: Iterable[Appointment], day: date) -> dict[str, CalendarEntry]:
    ours: list[UUID] = []
    foreign: list[str] = []
    for one in found:
        text = one.uid.removesuffix(OUR_UIDS)
        try:
            ours += [UUID(text)] if text != one.uid else []
        except ValueError:
            continue
        foreign += [one.uid] if text == one.uid and one.uid else []
    with store.read() as connection:
        entries = entries_by_uid(connection, ours, foreign, day)
    return {entry.uid: entry for entry in entries}


def _of_known(one: Appointment, entry: CalendarEntry) -> CalendarChange | Ignored:
    if entry.state is not SessionState.PLANNED:
        return Ignored.HELD if entry.state is SessionState.HELD else Ignored.UNCHANGED
    # A whole day says nothing of the hour: the visit keeps its own.
    hour = entry.starts_at if one.starts_at is None else one.starts_at
    minutes = entry.minutes if one.starts_at is None or one.minutes is None else one.minutes
    same = (one.on, hour, minutes or USUAL_MINUTES) == (entry.on, entry.starts_at, entry.minutes or USUAL_MINUTES)
    if same and not one.cancelled:
        return Ignored.UNCHANGED
    return CalendarChange(
        kind=ChangeKind.CANCELLED if one.cancelled else ChangeKind.MOVED,
        uid=one.uid,
        organisation_id=entry.organisation_id,
        organisation=entry.organisation,
        on=entry.on if one.cancelled else one.on,
        starts_at=entry.starts_at if one.cancelled else hour,
        minutes=entry.minutes if one.cancelled or same else minutes,
        session_id=entry.session_id,
        before=(entry.on, entry.starts_at),
        summary=one.summary,
    )


def _of_new(
    one: Appointment, others: Recogniser, planned: set[tuple[UUID, date]], today: date
) -> CalendarChange | Ignored:
    if one.recurring:
        return Ignored.RECURRING
    if one.on < today:
        return Ignored.PAST
    if one.cancelled:
        return Ignored.UNCHANGED
    found, told_by = others.find(one)
    if len(found) != 1:
        return Ignored.AMBIGUOUS if found else Ignored.UNKNOWN
    (owner,) = found
    if (owner, one.on) in planned:
        return Ignored.PLANNED
    return CalendarChange(
        kind=ChangeKind.NEW,
        uid=one.uid,
        organisation_id=owner,
        organisation=others.names[owner],
        on=one.on,
        starts_at=one.starts_at,
        minutes=one.length,
        summary=one.summary,
        told_by=told_by,
    )


def _new(store: Store, one: CalendarChange) -> list[Change]:
    with store.read() as connection:
        files = open_file_ids(connection, one.organisation_id)
    session = Session(
        organisation_id=one.organisation_id,
        coaching_file_id=files[0] if len(files) == 1 else None,
        on=one.on,
        starts_at=one.starts_at,
        minutes=one.minutes,
        subject=one.summary[:_LONGEST_SUBJECT],
    )
    if one.uid:
        session = replace(session, id=derived_id("session", FOREIGN + one.uid), external_id=FOREIGN + one.uid)
    if store.find(Session, deleted=None, id=session.id):
        return []
    return [Insert(session)]


def _changed(store: Store, one: CalendarChange, session_id: UUID) -> list[Change]:
    before = store.get(Session, session_id)
    if before.state is not SessionState.PLANNED:
        return []
    if one.kind is ChangeKind.CANCELLED:
        return [*differences(before, replace(before, state=SessionState.CANCELLED))]
    after = replace(before, on=one.on, starts_at=one.starts_at, minutes=one.minutes)
    return [*differences(before, after)]


def _place(one: CalendarChange) -> tuple[date, str, str]:
    return one.on, one.starts_at.isoformat() if one.starts_at else "", one.organisation
