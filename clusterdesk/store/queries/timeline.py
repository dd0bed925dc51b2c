"""The Fil of an organisation: one statement over all kinds, newest first, page by page."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.timeline import ReferralDay, TimelineEntry, TimelineKind, TimelineMark, TimelinePage
from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.organisation_results import of_family
from clusterdesk.store.queries.timeline_chains import chain_entries, exchange_entries, prospect_entries, stage_entries
from clusterdesk.store.queries.timeline_events import USES as EVENT_USES
from clusterdesk.store.queries.timeline_events import event_entries
from clusterdesk.store.queries.timeline_figures import figures_entries
from clusterdesk.store.queries.timeline_groups import group_entries, meeting_entries
from clusterdesk.store.queries.timeline_people import USES as PEOPLE_USES
from clusterdesk.store.queries.timeline_referrals import SELECTS, referral_days, told_days
from clusterdesk.store.tables import RECORD_TABLES

Column = sa.ColumnElement[Any]

PAGE = 50
_BODY_LENGTH = 600
_EMPTY: Column = sa.literal_column("''")
_NO: Column = sa.literal_column("0")
_ALL = tuple(TimelineKind)


def timeline(
    connection: sa.Connection,
    organisation_id: UUID,
    *,
    kinds: Collection[TimelineKind] | None = None,
    limit: int = PAGE,
    after: TimelineMark | None = None,
) -> TimelinePage:
    """Return a page of the Fil, of organisations merged into this one too.

    Args:
        connection: a snapshot of the store.
        organisation_id: whose Fil; that of the kept organisation where it was merged.
        kinds: only these; all when None. The counts are always of all kinds.
        limit: how many entries at most.
        after: where the page before ended.
    """
    family = family_ids(connection, organisation_id)
    chosen = tuple(kind for kind in _ALL if kinds is None or kind in kinds)
    if not chosen:
        return TimelinePage(counts=_counts(connection, family))
    text = _entries_text(chosen, len(family), limit + 1, with_mark=after is not None)
    parameters: list[Any] = [*family] * sum(_uses(kind) for kind in chosen)
    if after is not None:
        parameters += [after.on, after.on, after.id.bytes, after.id.bytes, after.detail]
    found = rows(connection, text, parameters)
    shown = found[:limit]
    bodies = _session_bodies(connection, family, [row for row in shown if row[0] == TimelineKind.SESSION.value])
    referred = [row for row in shown if row[0] == TimelineKind.REFERRAL.value]
    days = told_days(connection, referred) if referred else {}
    mark = None
    if len(found) > limit:
        mark = TimelineMark(shown[-1][2], UUID(bytes=shown[-1][1]), shown[-1][5])
    return TimelinePage(tuple(_entry(row, bodies, days) for row in shown), _counts(connection, family), mark)


def _entry(
    row: Sequence[Any], bodies: dict[bytes, tuple[str, int, int]], days: dict[tuple[bytes, str], ReferralDay]
) -> TimelineEntry:
    kind, key, day, title, body, detail, state, marked = row
    promises = documents = 0
    if key in bodies:
        body, promises, documents = bodies[key]
    return TimelineEntry(
        _KIND_OF[kind],
        UUID(bytes=key),
        _day_of(day) if day else None,
        title or "",
        body or "",
        detail or "",
        state or "",
        _MARK_OF[marked] if marked else None,
        promises,
        documents,
        days.get((key, day)) if days else None,
    )


_KIND_OF = {kind.value: kind for kind in TimelineKind}
_MARK_OF = {mark.value: mark for mark in Visibility}


@lru_cache(maxsize=8192)
def _day_of(text: str) -> PartialDate:
    """Read a day; the same few thousand days come again and again."""
    return PartialDate(text)


def _counts(connection: sa.Connection, family: Sequence[bytes]) -> dict[TimelineKind, int]:
    parameters = [*family] * _ALL_USES
    return {_KIND_OF[row[0]]: row[1] for row in rows(connection, _counts_text(len(family)), parameters)}


@cache
def _counts_text(count: int) -> str:
    union = sa.union_all(*(one for kind in _ALL for one in _selects(kind, count))).subquery()
    return compiled(sa.select(union.c.kind, sa.func.count()).group_by(union.c.kind))


@cache
def _entries_text(kinds: tuple[TimelineKind, ...], count: int, limit: int, *, with_mark: bool) -> str:
    # A limit that is a parameter makes SQLite plan the whole statement anew each time: it is part of the text.
    union = sa.union_all(*(one for kind in kinds for one in _selects(kind, count))).subquery()
    query = sa.select(union).order_by(union.c.day.desc(), union.c.id.desc(), union.c.detail)
    if with_mark:
        text, blob = sa.Text(), sa.LargeBinary()
        same_day = union.c.day == sa.bindparam(None, type_=text, unique=True, required=True)
        before = union.c.day < sa.bindparam(None, type_=text, unique=True, required=True)
        lower = union.c.id < sa.bindparam(None, type_=blob, unique=True, required=True)
        same = union.c.id == sa.bindparam(None, type_=blob, unique=True, required=True)
        after = union.c.detail > sa.bindparam(None, type_=text, unique=True, required=True)
        query = query.where(sa.or_(before, sa.and_(same_day, sa.or_(lower, sa.and_(same, after)))))
    return f"{compiled(query)}\n LIMIT {limit:d}"


def _uses(kind: TimelineKind) -> int:
    """Return how often the family's ids occur in the selects of a kind."""
    return _BY_HAND[kind].uses if kind in _BY_HAND else 1


def _selects(kind: TimelineKind, count: int) -> list[sa.Select[Any]]:
    if kind in _BY_HAND:
        return _BY_HAND[kind].selects(count)
    if kind in _OF_PROJECTS:
        return [_of_project(kind, count)]
    table = RECORD_TABLES[kind.value]
    columns = {part: table.c[name] for part, name in _COLUMNS[kind].items()}
    query = _row(kind, table, _day(kind, table), table.c.organisation_id.in_(places(count)), **columns)
    if kind in _ONCE:
        query = query.where(table.c[_ONCE[kind]].is_not(None))
    return [query]


# Kinds whose records are entries only once something was done with them: the column that says so.
_ONCE: Mapping[TimelineKind, str] = {TimelineKind.PROMISE_KEPT: "done_on", TimelineKind.NOTE: "filed_on"}
# Which columns stand for the parts of an entry.
_COLUMNS: Mapping[TimelineKind, Mapping[str, str]] = {
    TimelineKind.SESSION: {"title": "subject", "detail": "kind", "state": "state"},
    TimelineKind.ADVICE: {"title": "subject", "body": "answer", "detail": "kind", "marked": "visibility"},
    TimelineKind.DOCUMENT: {"title": "name", "body": "remark", "marked": "visibility"},
    TimelineKind.PROMISE_KEPT: {"title": "text", "detail": "owner", "marked": "visibility"},
    TimelineKind.MEMBERSHIP: {"title": "reason", "detail": "status"},
    TimelineKind.SITUATION: {"title": "source", "detail": "situation"},
    TimelineKind.NOTE: {"title": "text", "marked": "visibility"},
    TimelineKind.IMPORT_NOTE: {"title": "column", "body": "text", "detail": "topic"},
    TimelineKind.HEADCOUNT: {"body": "remark", "detail": "fte", "state": "precision", "marked": "visibility"},
    TimelineKind.ACCOUNTS: {
        "body": "remark",
        "detail": "operating_result",
        "state": "currency",
        "marked": "visibility",
    },
    TimelineKind.DIAGNOSTIC: {"body": "remark", "marked": "visibility"},
}


# Kinds whose records are of a project: the column that is their detail; the project gives the title.
_OF_PROJECTS: Mapping[TimelineKind, str] = {TimelineKind.MATURITY: "level", TimelineKind.CAPACITY: "product"}


def _day(kind: TimelineKind, table: sa.Table) -> Column:
    match kind:
        case TimelineKind.DOCUMENT:
            return sa.func.coalesce(table.c.on, table.c.recorded_on)
        case TimelineKind.IMPORT_NOTE:
            return sa.func.coalesce(table.c.on, sa.cast(table.c.year, sa.Text))
        case TimelineKind.PROMISE_KEPT:
            return table.c.done_on
        case TimelineKind.MEMBERSHIP | TimelineKind.SITUATION:
            return table.c.from_on
        case TimelineKind.ACCOUNTS:
            return table.c.to_on
        case _:
            return table.c.on


def _row(
    kind: TimelineKind, table: sa.Table, day: Column, mine: sa.ColumnElement[bool], **columns: Column
) -> sa.Select[Any]:
    query = sa.select(
        sa.literal_column(f"'{kind.value}'").label("kind"),
        table.c.id.label("id"),
        sa.func.coalesce(day, _EMPTY).label("day"),
        *(columns.get(name, _EMPTY).label(name) for name in ("title", "body", "detail", "state", "marked")),
    ).where(mine, table.c.deleted == _NO)
    return query.where(table.c.revoked_on.is_(None)) if "revoked_on" in table.c else query


def _results(count: int) -> sa.Select[Any]:
    result = RECORD_TABLES["result_event"]
    c = result.c
    state = sa.case(
        (c.validated_on.is_not(None), sa.literal_column("'validated'")),
        (c.confirmed_on.is_not(None), sa.literal_column("'confirmed'")),
        else_=sa.literal_column("'proposed'"),
    )
    return _row(TimelineKind.RESULT, result, c.on, of_family(result, count), body=c.remark, detail=c.kind, state=state)


def _evidence(count: int) -> sa.Select[Any]:
    """Return what was obtained; what is wanted has not happened yet."""
    evidence, result = RECORD_TABLES["evidence"], RECORD_TABLES["result_event"]
    c = evidence.c
    of_results = sa.select(result.c.id).where(of_family(result, count))
    mine = sa.or_(of_family(evidence, count), c.result_event_id.in_(of_results))
    columns = {"title": c.title, "body": c.remark, "detail": sa.cast(c.level, sa.Text), "marked": c.visibility}
    day = sa.func.coalesce(c.on, c.recorded_on)
    return _row(TimelineKind.EVIDENCE, evidence, day, mine, **columns).where(c.wanted == _NO)


def _files(count: int, what: str) -> sa.Select[Any]:
    file, project = RECORD_TABLES["coaching_file"], RECORD_TABLES["project"]
    day, body = (file.c.opened_on, file.c.plan) if what == "opened" else (file.c.closed_on, file.c.close_reason)
    mine = project.c.organisation_id.in_(places(count))
    detail: Column = sa.literal_column(f"'{what}'")
    query = _row(TimelineKind.FILE, file, day, mine, title=project.c.title, body=body, detail=detail)
    return query.join(project, project.c.id == file.c.project_id).where(day.is_not(None), project.c.deleted == _NO)


def _of_project(kind: TimelineKind, count: int) -> sa.Select[Any]:
    table, project = RECORD_TABLES[kind.value], RECORD_TABLES["project"]
    detail: Column = sa.cast(table.c[_OF_PROJECTS[kind]], sa.Text)
    mine = project.c.organisation_id.in_(places(count))
    columns = {"title": project.c.title, "body": table.c.remark, "detail": detail, "marked": table.c.visibility}
    query = _row(kind, table, table.c.on, mine, **columns)
    return query.join(project, project.c.id == table.c.project_id).where(project.c.deleted == _NO)


def _milestones(count: int) -> sa.Select[Any]:
    """Return the milestones that were reached; the project of the file is told with them."""
    milestone, file, project = (RECORD_TABLES[key] for key in ("milestone", "coaching_file", "project"))
    c = milestone.c
    mine = project.c.organisation_id.in_(places(count))
    query = _row(
        TimelineKind.MILESTONE, milestone, c.done_on, mine, title=c.title, body=project.c.title, marked=c.visibility
    )
    return (
        query.join(file, file.c.id == c.coaching_file_id)
        .join(project, project.c.id == file.c.project_id)
        .where(c.done_on.is_not(None), file.c.deleted == _NO, project.c.deleted == _NO)
    )


def _funding(count: int) -> sa.Select[Any]:
    """Return the requests that left, on the day they were decided on, else the day they left."""
    funding = RECORD_TABLES["funding_application"]
    c = funding.c
    day = sa.func.coalesce(c.decided_on, c.submitted_on)
    columns = {"title": c.funder, "body": c.scheme, "detail": c.decision, "marked": c.visibility}
    query = _row(TimelineKind.FUNDING, funding, day, c.organisation_id.in_(places(count)), **columns)
    return query.where(day.is_not(None))


def _scenarios(count: int) -> sa.Select[Any]:
    """Return the what-ifs that were kept; the ledger is told with them."""
    scenario, ledger = RECORD_TABLES["scenario"], RECORD_TABLES["ledger"]
    c = scenario.c
    mine = ledger.c.organisation_id.in_(places(count))
    columns = {"title": c.name, "body": c.remark, "detail": ledger.c.name, "marked": c.visibility}
    query = _row(TimelineKind.SCENARIO, scenario, c.on, mine, **columns)
    return query.join(ledger, ledger.c.id == c.ledger_id).where(ledger.c.deleted == _NO)


def _difficulties(count: int) -> sa.Select[Any]:
    """Return the difficulties that the organisation meets, on the day they were noted."""
    difficulty, met = RECORD_TABLES["difficulty"], RECORD_TABLES["difficulty_organisation"]
    c = difficulty.c
    theirs = sa.select(met.c.difficulty_id).where(met.c.organisation_id.in_(places(count)), met.c.deleted == _NO)
    columns = {"title": c.title, "body": c.happens, "state": c.state, "marked": c.visibility}
    return _row(TimelineKind.DIFFICULTY, difficulty, c.on, c.id.in_(theirs), **columns)


class _Selects(NamedTuple):
    """The selects of a kind that are no plain columns of one table, and how often the family's ids occur in them."""

    selects: Callable[[int], list[sa.Select[Any]]]
    uses: int = 1


_BY_HAND: Mapping[TimelineKind, _Selects] = {
    TimelineKind.RESULT: _Selects(lambda count: [_results(count)], 2),
    TimelineKind.EVIDENCE: _Selects(lambda count: [_evidence(count)], 4),
    TimelineKind.FILE: _Selects(lambda count: [_files(count, "opened"), _files(count, "closed")], 2),
    TimelineKind.MILESTONE: _Selects(lambda count: [_milestones(count)]),
    TimelineKind.FUNDING: _Selects(lambda count: [_funding(count)]),
    TimelineKind.FIGURES: _Selects(lambda count: [figures_entries(count)]),
    TimelineKind.SCENARIO: _Selects(lambda count: [_scenarios(count)]),
    TimelineKind.DIFFICULTY: _Selects(lambda count: [_difficulties(count)]),
    TimelineKind.REFERRAL: _Selects(referral_days, SELECTS),
    TimelineKind.EVENT: _Selects(lambda count: [event_entries(count)], EVENT_USES),
    TimelineKind.GROUP: _Selects(lambda count: [group_entries(count)], PEOPLE_USES),
    TimelineKind.GROUP_MEETING: _Selects(lambda count: [meeting_entries(count)], PEOPLE_USES),
    TimelineKind.CHAIN: _Selects(lambda count: [chain_entries(count)]),
    TimelineKind.COMMUNICATION: _Selects(lambda count: [_communications(count)]),
    TimelineKind.PRODUCTION: _Selects(lambda count: [stage_entries(count)], 2),
    TimelineKind.EXCHANGE: _Selects(lambda count: [exchange_entries(count)]),
    TimelineKind.PROSPECT: _Selects(lambda count: [prospect_entries(count)]),
}
_ALL_USES = sum(_uses(kind) for kind in _ALL)


def _communications(count: int) -> sa.Select[Any]:
    """Return what was published with the organisation in it; the channel is told with it."""
    item, feature, channel = (RECORD_TABLES[key] for key in ("communication_item", "feature", "communication_channel"))
    c = item.c
    theirs = sa.select(feature.c.communication_item_id).where(
        feature.c.organisation_id.in_(places(count)), feature.c.deleted == _NO
    )
    columns = {"title": c.title, "body": c.link, "detail": channel.c.name_fr}
    query = _row(TimelineKind.COMMUNICATION, item, c.on, c.id.in_(theirs), **columns)
    return query.outerjoin(channel, channel.c.id == c.channel_id)


def _session_bodies(
    connection: sa.Connection, family: Sequence[bytes], shown: Sequence[Any]
) -> dict[bytes, tuple[str, int, int]]:
    """Return the beginning of what was noted in sessions, and how many promises and documents they brought.

    They are found by organisation and day: looking each session up by its id takes three times as long.
    """
    if not shown:
        return {}
    texts: dict[bytes, list[str]] = {row[1]: [] for row in shown}
    oldest = min(row[2] for row in shown)
    for session_id, text in rows(connection, _notes_text(len(family)), [*family, oldest]):
        if session_id in texts:
            texts[session_id].append(text)
    promises = dict(rows(connection, _number_text("action", len(family)), family))
    documents = dict(rows(connection, _number_text("document", len(family)), family))
    return {
        one: ("\n".join(noted)[:_BODY_LENGTH], promises.get(one, 0), documents.get(one, 0))
        for one, noted in texts.items()
    }


@cache
def _notes_text(count: int) -> str:
    note, session = RECORD_TABLES["session_note"], RECORD_TABLES["session"]
    return compiled(
        sa.select(note.c.session_id, sa.func.substr(note.c.text, sa.text("1"), sa.text(str(_BODY_LENGTH))))
        .join(session, session.c.id == note.c.session_id)
        .where(
            session.c.organisation_id.in_(places(count)),
            session.c.on >= sa.bindparam(None, type_=sa.Text(), unique=True, required=True),
            note.c.deleted == _NO,
            note.c.revoked_on.is_(None),
            note.c.text != _EMPTY,
            note.c.visibility != sa.literal_column("'restricted'"),
        )
        .order_by(note.c.position, note.c.id)
    )


@cache
def _number_text(key: str, count: int) -> str:
    table = RECORD_TABLES[key]
    return compiled(
        sa.select(table.c.session_id, sa.func.count())
        .where(
            table.c.organisation_id.in_(places(count)),
            table.c.session_id.is_not(None),
            table.c.deleted == _NO,
            table.c.revoked_on.is_(None),
        )
        .group_by(table.c.session_id)
    )
