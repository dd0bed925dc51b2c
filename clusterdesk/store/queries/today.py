"""What the page Today shows, in a few statements whose cost does not grow with the number of organisations met.

Free of SQLAlchemy, so that the first screen can be read before it is imported.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.domain.session_kinds import OwnerKind, SessionKind
from clusterdesk.domain.views.today import (
    MOST_COUNTED,
    NamedOrganisation,
    Promise,
    SheetGap,
    SilentOrganisation,
    Today,
    TodayCounts,
    TodayQuestion,
    Visit,
    gaps_that_matter,
)
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.organisation_sql import Family, Run

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clusterdesk.domain.views.inbox import WaitingNote

_PLANNED = sql.PLANNED
_OPEN = "a.done_on IS NULL AND a.deleted = 0 AND a.revoked_on IS NULL"
_OURS = "a.owner = 'us' AND (:profile IS NULL OR a.profile_id IS NULL OR a.profile_id = :profile)"
_NOT_OURS = "a.owner <> 'us'"


def today(connection: "sa.Connection", question: TodayQuestion) -> Today:
    """Return what the page Today shows on a local day."""
    return read_today(sql.on(connection), question)


def read_today(run: Run, question: TodayQuestion) -> Today:
    """Return the page by any runner of statements; see ``today``."""
    reading = TodayReading(run, question)
    return reading.whole(reading.upper())


class TodayReading:
    """Reads the parts of the page one after the other, in one snapshot of the caller's."""

    def __init__(self, run: Run, question: TodayQuestion) -> None:
        """Prepare to read by a runner of statements."""
        self._run, self._day, self._most = run, question.day, question.most
        self._kin = sql.family(run)
        self._values: Mapping[str, Any] = {
            "day": question.day.isoformat(),
            "last_day": (question.day + timedelta(days=question.days_ahead)).isoformat(),
            "met_since": (question.day - timedelta(days=question.silent_after_days)).isoformat(),
            "profile": question.profile_id.bytes if question.profile_id else None,
            "most": question.most,
            "counted": MOST_COUNTED,
        }

    def upper(self) -> Today:
        """Read visits, promises and what waits to be sorted: what stands first on the page."""
        coming, passed = 'v."on" BETWEEN :day AND :last_day', 'v."on" < :day'
        waiting, waiting_count = self._waiting()
        return Today(
            day=self._day,
            visits=self._visits(coming, 'v."on", v.starts_at IS NULL, v.starts_at, v.id'),
            unfinished=self._visits(passed, 'v."on" DESC, v.starts_at DESC, v.id'),
            promises=self._promises(_OURS),
            owed=self._promises(_NOT_OURS),
            waiting=waiting,
            counts=TodayCounts(
                visits=self._count("session v", f"{_PLANNED} AND {coming}"),
                unfinished=self._count("session v", f"{_PLANNED} AND {passed}"),
                promises=self._count("action a", f"{_OPEN} AND {_OURS}"),
                promises_late=self._count("action a", f"{_OPEN} AND {_OURS} AND a.due_on < :day"),
                owed=self._count("action a", f"{_OPEN} AND {_NOT_OURS}"),
                owed_late=self._count("action a", f"{_OPEN} AND {_NOT_OURS} AND a.due_on < :day"),
                waiting=waiting_count,
            ),
        )

    def whole(self, upper: Today) -> Today:
        """Add the organisations that want attention, for which many are looked at."""
        quiet, silent_count = self._silent()
        adrift, adrift_count = self._without_next_step()
        return replace(
            upper,
            silent=quiet,
            without_number=self._without_number(),
            without_next_step=adrift,
            counts=replace(
                upper.counts,
                silent=silent_count,
                without_number=self._count("organisation o", f"{sql.HERE} AND {sql.lacks_number()}"),
                without_next_step=adrift_count,
            ),
        )

    def _waiting(self) -> "tuple[tuple[WaitingNote, ...], int]":
        """Read the quick notes to be sorted by their own index; mostly there is none, and nothing to import."""
        count = self._count("quick_note n", "n.filed_on IS NULL AND n.deleted = 0")
        if not count:
            return (), 0
        from clusterdesk.store.queries.inbox import waiting_notes

        return waiting_notes(self._run, self._kin, self._most), count

    def _rows(self, statement: str) -> Iterator[Sequence[Any]]:
        yield from self._run(self._kin.prefix + statement, self._values)

    def _count(self, source: str, where: str) -> int:
        return int(next(self._rows(f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {where} LIMIT :counted)"))[0])

    def _visits(self, when: str, order: str) -> tuple[Visit, ...]:
        kin = self._kin
        reached = (
            f"SELECT r.contact_id FROM contact_role r WHERE {kin.own('r.organisation_id')} AND r.deleted = 0"
            " AND (r.to_on IS NULL OR r.to_on || '~' >= :day)"
            " UNION ALL SELECT t.contact_id FROM session_attendee t WHERE t.session_id = v.id AND t.deleted = 0"
            " AND t.contact_id IS NOT NULL"
        )
        called = "p.kind = 'phone' AND p.deleted = 0"
        statement = (
            'SELECT v.id, o.id, o.name, v.kind, v."on", v.starts_at, v.minutes, v.subject, v.coaching_file_id,'
            f" trim(o.summary) <> '' AND o.summary_visibility = 'shareable', EXISTS ({reached}),"
            f" EXISTS (SELECT 1 FROM contact_point p WHERE {kin.own('p.organisation_id')} AND {called})"
            f" OR EXISTS (SELECT 1 FROM contact_point p WHERE p.contact_id IN ({reached}) AND {called}),"
            " e.name, e.street, e.city, "
            f"{_place(kin)}"
            f" FROM session v JOIN organisation o ON o.id = {kin.root('v.organisation_id')}"
            " LEFT JOIN establishment e ON e.id = v.establishment_id AND e.deleted = 0"
            f" WHERE {_PLANNED} AND {when} AND o.deleted = 0 ORDER BY {order} LIMIT :most"
        )
        return tuple(_visit(row) for row in self._rows(statement))

    def _promises(self, whose: str) -> tuple[Promise, ...]:
        """Read promises with a due date by its index, then, while there is room, those without."""
        found: list[Promise] = []
        for due in ("a.due_on IS NOT NULL", "a.due_on IS NULL"):
            statement = (
                "SELECT a.id, a.text, a.owner, a.owner_name, o.id, o.name, a.due_on, a.profile_id,"
                ' coalesce((SELECT g."on" FROM session g WHERE g.id = a.session_id), a.recorded_on) FROM action a'
                f" LEFT JOIN organisation o ON o.id = {self._kin.root('a.organisation_id')}"
                f" WHERE {_OPEN} AND {whose} AND {due} ORDER BY a.due_on, a.id LIMIT :most"
            )
            if len(found) < self._most:
                found += [self._promise(row) for row in self._rows(statement)]
        return tuple(found[: self._most])

    def _promise(self, row: Sequence[Any]) -> Promise:
        one, text, owner, owner_name, organisation_id, organisation, due, profile, made = row
        due_on = _day(due)
        return Promise(
            action_id=UUID(bytes=one),
            text=text,
            owner=OwnerKind(owner),
            owner_name=owner_name,
            organisation_id=_id(organisation_id),
            organisation=organisation or "",
            due_on=due_on,
            days_late=max(0, (self._day - due_on).days) if due_on else 0,
            profile_id=_id(profile),
            made_on=_day(made),
        )

    def _silent(self) -> tuple[tuple[SilentOrganisation, ...], int]:
        """Read who was met longest ago by the index of that day, then, while there is room, who never was."""
        source = "organisation_summary s CROSS JOIN organisation o ON o.id = s.organisation_id"
        where = f"{sql.HERE} AND {sql.membership(self._kin)} IN ('member', 'candidate')"
        found: list[SilentOrganisation] = []
        count = 0
        for condition in (sql.MET_LONG_AGO, sql.NEVER_MET):
            count += self._count(source, f"{where} AND {condition}")
            if len(found) < self._most:
                rows = self._rows(
                    f"SELECT o.id, o.name, s.last_contact_on, s.next_visit_on FROM {source} WHERE {where}"
                    f" AND {condition} ORDER BY s.last_contact_on, s.sort_name LIMIT :most"
                )
                found += [self._quiet(row) for row in rows]
        return tuple(found[: self._most]), min(count, MOST_COUNTED)

    def _quiet(self, row: Sequence[Any]) -> SilentOrganisation:
        last = _day(row[2])
        return SilentOrganisation(
            UUID(bytes=row[0]), row[1], (self._day - last).days if last else None, last, _day(row[3])
        )

    def _without_number(self) -> tuple[NamedOrganisation, ...]:
        statement = (
            "SELECT o.id, o.name, s.last_contact_on FROM organisation o"
            " JOIN organisation_summary s ON s.organisation_id = o.id"
            f" WHERE {sql.HERE} AND {sql.lacks_number()} ORDER BY s.sort_name, o.id LIMIT :most"
        )
        return tuple(_named(row) for row in self._rows(statement))

    def _without_next_step(self) -> tuple[tuple[NamedOrganisation, ...], int]:
        """Read them sorted and counted: while a window is being made, each row more would stop its thread."""
        statement = (
            "SELECT x.id, x.name, x.last_contact_on, count(*) OVER () FROM ("
            "SELECT o.id, o.name, s.last_contact_on FROM coaching_file c CROSS JOIN project p ON p.id = c.project_id"
            f" CROSS JOIN organisation_summary s ON s.organisation_id = {self._kin.root('p.organisation_id')}"
            " CROSS JOIN organisation o ON o.id = s.organisation_id"
            f" WHERE {sql.OPEN_FILE} AND {sql.HERE} AND {sql.lacks_next_step(self._kin)}"
            " ORDER BY c.id DESC LIMIT :counted) x"
            " GROUP BY x.id ORDER BY coalesce(x.last_contact_on, ''), x.name, x.id LIMIT :most"
        )
        rows = list(self._rows(statement))
        return tuple(map(_named, rows)), rows[0][3] if rows else 0


def _place(kin: Family) -> str:
    """Return the columns of where ``o`` is found when a session names no establishment: street and city as one text."""
    return (
        "coalesce((SELECT a.street || char(31) || a.city FROM address a"
        f" WHERE {kin.own('a.organisation_id')} AND {sql.holds('a')} AND a.kind <> 'mail'"
        " AND (a.street <> '' OR a.city <> '') ORDER BY a.kind <> 'site', a.from_on DESC, a.id DESC LIMIT 1),"
        " (SELECT b.street || char(31) || b.city FROM establishment b"
        f" WHERE {kin.own('b.organisation_id')} AND {sql.holds('b')}"
        " AND (b.street <> '' OR b.city <> '') ORDER BY b.from_on DESC, b.id DESC LIMIT 1))"
    )


def _visit(row: Sequence[Any]) -> Visit:
    one, owner, name, kind_text, on, starts, minutes, subject, file, summary, contact, phone = row[:12]
    own_place, other_place = [part for part in (row[12] or row[13], row[14]) if part], row[15]
    place = own_place or [part for part in (other_place or "").split("\x1f") if part]
    kind = SessionKind(kind_text)
    known = {
        SheetGap.CONTACT: contact,
        SheetGap.PLACE: place,
        SheetGap.PHONE: phone,
        SheetGap.HOUR: starts,
        SheetGap.SUMMARY: summary,
    }
    return Visit(
        session_id=UUID(bytes=one),
        organisation_id=UUID(bytes=owner),
        organisation=name,
        kind=kind,
        on=date.fromisoformat(on),
        starts_at=time.fromisoformat(starts) if starts else None,
        minutes=minutes,
        subject=subject,
        place=", ".join(place),
        coaching_file_id=_id(file),
        gaps=gaps_that_matter(kind, [gap for gap, there in known.items() if not there]),
    )


def _named(row: Sequence[Any]) -> NamedOrganisation:
    return NamedOrganisation(UUID(bytes=row[0]), row[1], _day(row[2]))


def _id(stored: bytes | None) -> UUID | None:
    return UUID(bytes=stored) if stored else None


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
