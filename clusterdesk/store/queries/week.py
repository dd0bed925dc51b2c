"""The visits of a week, and what is known of the organisations that might be seen in it.

Candidates come from what wants attention – silence, late promises, open files, evidence wanted, figures due –, so
that the cost follows that and not the number of organisations.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.sessions import SessionKind, SessionState
from clusterdesk.domain.views.today import MOST_COUNTED
from clusterdesk.domain.views.week import WeekQuestion, WeekVisit
from clusterdesk.domain.visit_proposals import Candidate
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.figures_due import figures_due

_TWO_YEARS = timedelta(days=730)
_AHEAD = timedelta(days=14)  # who has a visit this long after the week is not proposed either
_CHUNK = 400
_OPEN = "a.done_on IS NULL AND a.deleted = 0 AND a.revoked_on IS NULL"


def week_visits(connection: sa.Connection, first: date, last: date) -> tuple[WeekVisit, ...]:
    """Return the sessions planned or held between two days, in the order of the agenda; mails are none."""
    run = sql.on(connection)
    kin = sql.family(run)
    statement = (
        'SELECT v.id, o.id, o.name, v.kind, v.state, v."on", v.starts_at, v.minutes, v.subject,'
        f" e.postcode, e.city, {_place(kin)} FROM session v"
        f" JOIN organisation o ON o.id = {kin.root('v.organisation_id')}"
        " LEFT JOIN establishment e ON e.id = v.establishment_id AND e.deleted = 0"
        " WHERE v.\"on\" BETWEEN :first AND :last AND v.state IN ('planned', 'held') AND v.kind <> 'mail'"
        " AND v.deleted = 0 AND v.revoked_on IS NULL AND o.deleted = 0"
        ' ORDER BY v."on", v.starts_at IS NULL, v.starts_at, v.id'
    )
    values = {"first": first.isoformat(), "last": last.isoformat(), "day": first.isoformat()}
    return tuple(_visit(row) for row in run(kin.prefix + statement, values))


def week_candidates(connection: sa.Connection, question: WeekQuestion) -> list[Candidate]:
    """Return what is known of those who might be seen; who has a visit ahead or is closed down is left out."""
    found = _Found()
    for ledger in figures_due(connection, question.today):
        found.figures[ledger.organisation_id.bytes].append(ledger.period)
    return _Reading(connection, question).candidates(found)


@dataclass
class _Late:
    """The late promises of one organisation."""

    ours: int = 0
    theirs: int = 0
    oldest: str = "9999"


@dataclass
class _Found:
    """What brought organisations into the list, by their id."""

    late: dict[bytes, _Late] = field(default_factory=lambda: defaultdict(_Late))
    evidence: dict[bytes, list[str]] = field(default_factory=lambda: defaultdict(list))
    figures: dict[bytes, list[str]] = field(default_factory=lambda: defaultdict(list))
    with_file: set[bytes] = field(default_factory=set)
    silent: set[bytes] = field(default_factory=set)

    def ids(self) -> list[bytes]:
        return sorted({*self.late, *self.evidence, *self.figures, *self.with_file, *self.silent})


class _Reading:
    """Reads the sources one after the other, in one snapshot of the caller's."""

    def __init__(self, connection: sa.Connection, question: WeekQuestion) -> None:
        self._run = sql.on(connection)
        self._kin = sql.family(self._run)
        self._values: Mapping[str, Any] = {
            "day": question.today.isoformat(),
            "met_since": (question.today - timedelta(days=question.silent_after_days)).isoformat(),
            "recent": (question.today - _TWO_YEARS).isoformat(),
            "horizon": (max(question.sunday, question.today) + _AHEAD).isoformat(),
            "counted": MOST_COUNTED,
        }

    def candidates(self, found: _Found) -> list[Candidate]:
        self._read_late(found)
        self._read_evidence(found)
        self._read_files(found)
        self._read_silent(found)
        ids = found.ids()
        made: list[Candidate] = []
        for start in range(0, len(ids), _CHUNK):
            made += [self._candidate(row, found) for row in self._facts(ids[start : start + _CHUNK])]
        return made

    def _rows(self, statement: str, more: Mapping[str, Any] | None = None) -> Iterable[Sequence[Any]]:
        return self._run(self._kin.prefix + statement, {**self._values, **(more or {})})

    def _read_late(self, found: _Found) -> None:
        statement = (
            f"SELECT {self._kin.root('a.organisation_id')}, a.owner = 'us', a.due_on FROM action a"
            f" WHERE {_OPEN} AND a.due_on < :day AND a.organisation_id IS NOT NULL ORDER BY a.due_on LIMIT :counted"
        )
        for owner, ours, due in self._rows(statement):
            late = found.late[owner]
            late.ours += bool(ours)
            late.theirs += not ours
            late.oldest = min(late.oldest, due)

    def _read_evidence(self, found: _Found) -> None:
        owner = self._kin.root("coalesce(e.organisation_id, p.organisation_id, r.organisation_id)")
        statement = (
            f"SELECT {owner}, e.title FROM evidence e LEFT JOIN result_event r ON r.id = e.result_event_id"
            " LEFT JOIN project p ON p.id = coalesce(e.project_id, r.project_id)"
            " WHERE e.wanted = 1 AND e.deleted = 0 AND e.revoked_on IS NULL AND e.visibility <> 'restricted'"
            " ORDER BY e.id LIMIT :counted"
        )
        for owner_id, title in self._rows(statement):
            if owner_id is not None:
                found.evidence[owner_id].append(title)

    def _read_files(self, found: _Found) -> None:
        statement = (
            f"SELECT {self._kin.root('p.organisation_id')} FROM coaching_file c"
            f" CROSS JOIN project p ON p.id = c.project_id WHERE {sql.OPEN_FILE} AND p.organisation_id IS NOT NULL"
            " ORDER BY c.id DESC LIMIT :counted"
        )
        found.with_file |= {row[0] for row in self._rows(statement)}

    def _read_silent(self, found: _Found) -> None:
        for condition in (sql.MET_LONG_AGO, sql.NEVER_MET):
            statement = (
                "SELECT o.id FROM organisation_summary s CROSS JOIN organisation o ON o.id = s.organisation_id"
                f" WHERE {sql.HERE} AND {sql.membership(self._kin)} IN ('member', 'candidate') AND {condition}"
                " ORDER BY s.last_contact_on, s.sort_name LIMIT :counted"
            )
            found.silent |= {row[0] for row in self._rows(statement)}

    def _facts(self, ids: Sequence[bytes]) -> Iterable[Sequence[Any]]:
        kin = self._kin
        held = (
            f"FROM session h WHERE {kin.own('h.organisation_id')} AND h.deleted = 0 AND h.state = 'held'"
            " AND h.revoked_on IS NULL AND h.\"on\" >= :recent AND h.kind <> 'mail'"
        )
        planned = (
            f"EXISTS (SELECT 1 FROM session v WHERE {kin.own('v.organisation_id')} AND v.state = 'planned'"
            ' AND v.deleted = 0 AND v.revoked_on IS NULL AND v."on" BETWEEN :day AND :horizon)'
        )
        names = ", ".join(f":i{number}" for number in range(len(ids)))
        step = "h.next_step || char(31) || coalesce(h.next_step_on, '')"
        statement = (
            f"SELECT o.id, o.name, {_place(kin)}, {sql.membership(kin)}, s.last_contact_on,"
            f' (SELECT min(h."on") {held}), (SELECT count(*) {held}), {sql.last_session(kin, step)}'
            " FROM organisation o JOIN organisation_summary s ON s.organisation_id = o.id"
            f" WHERE o.id IN ({names}) AND {sql.HERE} AND NOT {planned}"
            f" AND coalesce({sql.situation(kin)}, '') NOT IN ('bankrupt', 'dissolved')"
        )
        return self._rows(statement, {f"i{number}": one for number, one in enumerate(ids)})

    def _candidate(self, row: Sequence[Any], found: _Found) -> Candidate:
        one, name, place, membership, last, first, contacts, agreed = row
        postcode, city = _parted(place)
        step, step_on = _parted(agreed)
        late = found.late.get(one, _Late())
        return Candidate(
            organisation_id=UUID(bytes=one),
            name=name,
            postcode=postcode,
            city=city,
            has_open_file=one in found.with_file,
            is_member=membership in ("member", "candidate"),
            last_contact_on=_day(last),
            first_contact_on=_day(first),
            contacts=contacts,
            next_step=step,
            next_step_on=_day(step_on),
            we_owe=late.ours,
            they_owe=late.theirs,
            oldest_due_on=_day(late.oldest) if late.ours or late.theirs else None,
            evidence=tuple(found.evidence.get(one, ())),
            figures=tuple(sorted(found.figures.get(one, ()))),
        )


def _place(kin: sql.Family) -> str:
    """Return the column of where ``o`` is visited: postcode and city as one text, a place of work before a seat."""
    return (
        "coalesce((SELECT b.postcode || char(31) || b.city FROM establishment b"
        f" WHERE {kin.own('b.organisation_id')} AND {sql.holds('b')} AND (b.postcode <> '' OR b.city <> '')"
        " ORDER BY b.from_on DESC, b.id DESC LIMIT 1),"
        " (SELECT a.postcode || char(31) || a.city FROM address a"
        f" WHERE {kin.own('a.organisation_id')} AND {sql.holds('a')} AND a.kind <> 'mail'"
        " AND (a.postcode <> '' OR a.city <> '') ORDER BY a.kind <> 'site', a.from_on DESC, a.id DESC LIMIT 1))"
    )


def _visit(row: Sequence[Any]) -> WeekVisit:
    one, owner, name, kind, state, on, starts, minutes, subject, own_postcode, own_city, other = row
    postcode, city = _parted(other)
    return WeekVisit(
        session_id=UUID(bytes=one),
        organisation_id=UUID(bytes=owner),
        organisation=name,
        kind=SessionKind(kind),
        state=SessionState(state),
        on=date.fromisoformat(on),
        starts_at=time.fromisoformat(starts) if starts else None,
        minutes=minutes,
        subject=subject,
        postcode=own_postcode or postcode,
        city=own_city or city,
    )


def _parted(text: str | None) -> tuple[str, str]:
    one, _, other = (text or "").partition("\x1f")
    return one, other


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
