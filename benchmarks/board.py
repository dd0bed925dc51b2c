"""The board: every indicator of 5,000 projects over five years, by the counting rules, beside SQL that counts the same.

The yardstick is one statement an indicator on the bare driver and the same indexes: merges, first coaching action, time
of attribution, Region, each project once, job growth from quarter ends, what can be proved. Both must say the same, and
that is checked; ours knows more rules (bankruptcies, losses, referrals, frozen baselines) and keeps why results count.
"""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.raw_reading import bare, opened
from clusterdesk.base.ids import derived_id
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.domain.records.projects import Project, ProjectPartner, ProjectValueChain
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionNote, SessionState
from clusterdesk.services.indicators import read_indicators
from clusterdesk.services.shipped_lists import shipped_rows
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import create_store

NAME = "Board"
BOARD = "board, 5,000 projects x 5 years, counting rules"
TARGETS = {BOARD: 1.5}

_PROJECTS, _FIRST_YEAR, _YEARS, _SESSIONS, _BATCH, _MERGED = 5_000, 2024, 5, 4, 500, 50
_DAY = date(2028, 12, 31)
_KINDS = {
    "industrialised": ResultKind.INDUSTRIALISED,
    "break_even": ResultKind.BREAK_EVEN_REACHED,
    "new_production": ResultKind.PRODUCTION_STARTED,
}


def run() -> list[BenchRow]:
    """Count by both."""
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as folder:
        root = Path(folder) / "binder"
        fill(root)
        with opened(root) as store, bare(root) as connection:
            mine, plain = _count(store), _count_plainly(connection)
            assert mine == plain, (mine, plain)
            assert min(sum(years.values()) for years, _ in plain.values()) > 0
            return [
                compared(BOARD, lambda: _count(store), lambda: _count_plainly(connection), TARGETS[BOARD], rounds=9)
            ]


type Numbers = dict[str, tuple[dict[int, int], int]]
"""How many count by year, and how many of all can be proved."""


def _count(store: Store) -> Numbers:
    """Count as the board does."""
    board = read_indicators(store, _DAY)
    return {
        one.rules.key: ({year: n for year, n in one.per_year.items() if n}, one.provable)
        for one in board.indicators
        if one.rules.key in {*_KINDS, "job_growth"}
    }


def fill(root: Path, projects: int = _PROJECTS) -> None:
    """Make a binder with so many projects in an empty folder."""
    chance = random.Random(20_281_231)
    store = create_store(root, "bench", author="Bench", clock=dataset.BenchClock())
    try:
        team = [Profile(name=f"Collègue {number}") for number in range(10)]
        store.apply(SeedBinder(), inserts([*shipped_rows(), *team]))
        kept: Organisation | None = None
        for start in range(0, projects, _BATCH):
            made: list[Record] = []
            for number in range(start, min(start + _BATCH, projects)):
                holder = dataset.organisation_of(number, chance)
                if number % _MERGED == 1 and kept is not None:
                    holder = replace(holder, merged_into=kept.id, merged_on=date(2026, 1, 1))
                else:
                    kept = holder
                made += [holder, *_project(number, holder, chance, team)]
            store.apply(SeedBinder(), inserts(made))
    finally:
        store.close()


def _project(number: int, holder: Organisation, chance: random.Random, team: list[Profile]) -> Iterator[Record]:
    moved = number % 7 == 0
    begun, left = PartialDate("2015-01-01"), PartialDate("2026-05-31")
    yield Address(
        organisation_id=holder.id,
        postcode="1070",
        from_on=begun,
        to_on=left if moved else None,
        recorded_on=date(2024, 1, 1),
    )
    if moved:
        yield Address(
            organisation_id=holder.id, postcode="1800", from_on=PartialDate("2026-06-01"), recorded_on=date(2026, 6, 1)
        )
    project = Project(title=f"Projet {number}", organisation_id=holder.id)
    yield project
    chain = derived_id("value_chain", chance.choice(("wood", "textile", "bike")))
    yield ProjectValueChain(
        id=derived_id("project_value_chain", project.id, chain), project_id=project.id, value_chain_id=chain
    )
    if number % 10 == 0:
        yield ProjectPartner(project_id=project.id, organisation_id=holder.id, role="production")
    opened_on = _day(chance, _FIRST_YEAR, 3)
    closed = (
        opened_on + timedelta(days=chance.randint(200, 900)) if chance.random() < 0.5 and number % _MERGED > 1 else None
    )
    file = CoachingFile(project_id=project.id, opened_on=opened_on, closed_on=closed, recorded_on=opened_on)
    yield file
    who = chance.choice(team).id
    yield CoachingFileManager(coaching_file_id=file.id, profile_id=who, from_on=opened_on, recorded_on=opened_on)
    for nth in range(_SESSIONS):
        yield from _session(holder.id, file, opened_on + timedelta(days=30 * nth + chance.randint(0, 20)), chance)
    for kind in _KINDS.values():
        if chance.random() < 0.6:
            yield from _result(kind, holder.id, project, file, chance)
    yield from _staff(holder.id, chance)


def _day(chance: random.Random, year: int, years: int) -> date:
    return date(year, 1, 1) + timedelta(days=chance.randrange(365 * years))


def _session(owner: UUID, file: CoachingFile, on: date, chance: random.Random) -> Iterator[Record]:
    kind = chance.choice((SessionKind.VISIT, SessionKind.CALL, SessionKind.MAIL))
    one = Session(
        organisation_id=owner,
        coaching_file_id=file.id,
        on=on,
        kind=kind,
        state=SessionState.HELD,
        subject="Suivi",
        recorded_on=on,
    )
    yield one
    yield SessionNote(session_id=one.id, text="La scie tourne, le tri des clous prend trois heures.", recorded_on=on)


def _result(
    kind: ResultKind, owner: UUID, project: Project, file: CoachingFile, chance: random.Random
) -> Iterator[Record]:
    on = _day(chance, _FIRST_YEAR, _YEARS)
    result = ResultEvent(
        kind=kind,
        on=on,
        organisation_id=owner,
        project_id=project.id,
        coaching_file_id=file.id,
        confirmed_by="Claire",
        validated_by="Benoît" if chance.random() < 0.5 else "",
        recorded_on=on,
    )
    yield result
    level = EvidenceLevel(chance.randrange(5))
    yield Evidence(result_event_id=result.id, level=level, title="Comptes", on=on, recorded_on=on)


def _staff(owner: UUID, chance: random.Random) -> Iterator[Record]:
    fte = Decimal(chance.randint(20, 200)) / 20
    yield Headcount(organisation_id=owner, on=date(2023, 12, 31), fte=fte, recorded_on=date(2023, 12, 31))
    for year in range(_FIRST_YEAR, _FIRST_YEAR + _YEARS):
        for month, last in ((3, 31), (6, 30), (9, 30), (12, 31)):
            fte = max(Decimal(0), fte + Decimal(chance.randint(-6, 7)) / 20)
            if chance.random() < 0.9:
                on = date(year, month, last)
                yield Headcount(organisation_id=owner, on=on, fte=fte, recorded_on=on)


# Merged organisations are read as the kept one; a file belongs to whoever its holder is read as.
_KIN = """kin(id, root) AS MATERIALIZED (SELECT id, CASE WHEN merged_on <= :day THEN merged_into ELSE id END
  FROM organisation WHERE deleted = 0)"""
_FILES = """c(file, project, owner, closed, first) AS MATERIALIZED (SELECT f.id, f.project_id, k.root, f.closed_on,
  (SELECT s."on" FROM session s WHERE s.coaching_file_id = f.id AND s.deleted = 0 AND s.state = 'held'
     AND s.kind IN ('visit', 'meeting', 'call') AND s."on" <= :day AND s.recorded_on <= :day
     AND (s.revoked_on IS NULL OR s.revoked_on > :day)
     AND EXISTS (SELECT 1 FROM session_note n WHERE n.session_id = s.id AND n.deleted = 0 AND trim(n.text) <> '')
     ORDER BY s."on" LIMIT 1)
  FROM coaching_file f JOIN project p ON p.id = f.project_id JOIN kin k ON k.id = p.organisation_id
  WHERE f.deleted = 0 AND (f.revoked_on IS NULL OR f.revoked_on > :day))"""
_INSIDE = """EXISTS (SELECT 1 FROM kin m JOIN address a ON a.organisation_id = m.id WHERE m.root = c.owner
  AND a.deleted = 0 AND a.kind IN ('seat', 'site') AND a.postcode BETWEEN '1000' AND '1299'
  AND (a.from_on IS NULL OR a.from_on <= {0}) AND (a.to_on IS NULL OR a.to_on >= {0}))"""
_WINDOW = "{0} > c.first AND (c.closed IS NULL OR {0} <= date(c.closed, '+1 year'))"
_PROVED = """e.validated_by <> '' AND (SELECT max(v.level) FROM evidence v WHERE v.result_event_id = e.id
  AND v.deleted = 0 AND v.wanted = 0 AND v.recorded_on <= :day) >= 2"""
_EVENTS = f"""WITH {_KIN}, {_FILES},
  fit AS (SELECT e.project_id, min(e."on") AS day, {_PROVED} AS proved FROM result_event e
    JOIN c ON c.project = e.project_id
    WHERE e.kind = :kind AND e.deleted = 0 AND e.recorded_on <= :day AND (e.revoked_on IS NULL OR e.revoked_on > :day)
      AND e."on" BETWEEN '2024-01-01' AND :day AND {_WINDOW.format('e."on"')} AND {_INSIDE.format('e."on"')}
    GROUP BY e.project_id)
  SELECT substr(day, 1, 4), count(*), sum(proved) FROM fit GROUP BY 1"""
# A partner is attributable by any of its files.
_STARTS = _EVENTS.replace(
    "JOIN c ON c.project = e.project_id", "JOIN kin k ON k.id = e.organisation_id JOIN c ON c.owner = k.root"
)
_GROWTH = f"""WITH {_KIN}, {_FILES},
  h AS MATERIALIZED (SELECT k.root AS owner, n."on" AS day, min(CAST(n.fte AS REAL)) AS fte FROM headcount n
    JOIN kin k ON k.id = n.organisation_id
    WHERE n.deleted = 0 AND n."on" <= :day AND n.recorded_on <= :day AND (n.revoked_on IS NULL OR n.revoked_on > :day)
      AND n.precision = 'exact' AND n.fte IS NOT NULL AND n.project_id IS NULL GROUP BY k.root, n."on"),
  start AS MATERIALIZED (SELECT owner, min(first) AS first FROM c GROUP BY owner),
  base AS (SELECT h.owner, h.fte, max(h.day) FROM start s JOIN h ON h.owner = s.owner WHERE h.day <= s.first
    GROUP BY h.owner),
  ends AS (SELECT owner, substr(day, 1, 4) AS year, fte, max(day) FROM h
    GROUP BY owner, year, (CAST(substr(day, 6, 2) AS INTEGER) - 1) / 3),
  years AS (SELECT owner, year, count(*) AS known, sum(fte) AS total FROM ends GROUP BY owner, year),
  fit AS (SELECT c.owner, min(y.year) AS year FROM years y JOIN c ON c.owner = y.owner JOIN base b ON b.owner = y.owner
    WHERE y.year BETWEEN '2024' AND '2028' AND y.known >= 3 AND y.total >= (b.fte + 1.0) * y.known - 0.000001
      AND {_WINDOW.format("(y.year || '-12-31')")} AND {_INSIDE.format("(y.year || '-12-31')")}
    GROUP BY c.owner)
  SELECT year, count(*), 0 FROM fit GROUP BY 1"""


def _count_plainly(connection: Any) -> Numbers:  # noqa: ANN401 - a bare driver connection
    day = _DAY.isoformat()
    found = {"job_growth": _numbers(connection, _GROWTH, {"day": day})}
    for key, kind in _KINDS.items():
        text = _STARTS if kind is ResultKind.PRODUCTION_STARTED else _EVENTS
        found[key] = _numbers(connection, text, {"day": day, "kind": kind.value})
    return found


def _numbers(connection: Any, text: str, values: dict[str, str]) -> tuple[dict[int, int], int]:  # noqa: ANN401
    rows = connection.execute(text, values).fetchall()
    return {int(year): n for year, n, _ in rows}, sum(proved for _, _, proved in rows)
