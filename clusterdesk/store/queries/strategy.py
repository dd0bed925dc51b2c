"""Everything that counting reads, as it was known on a day, in a few statements.

Results, coaching actions, evidence, head counts and referrals are known from the day they were recorded; places, files,
managers and legal situations by their own days. What was revoked by that day is left out, and so is the bin.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.coaching import COACHING_KINDS
from clusterdesk.domain.employment.counted import BELIEVED, Count, counted
from clusterdesk.domain.employment.quick import EXACT, Lines
from clusterdesk.domain.employment.rules import TRACK_KEY
from clusterdesk.domain.records.employment import Headcount, HeadcountPart
from clusterdesk.domain.records.organisations import OrganisationStatus
from clusterdesk.domain.strategy.facts import Fact, Facts, File, Handed, Key, Merged, Proof, Site, Staff
from clusterdesk.store.queries.children import rows
from clusterdesk.store.repositories.records import builder

_KINDS = ", ".join(f"'{one.value}'" for one in sorted(COACHING_KINDS))
_STANDS = "{0}deleted = 0 AND ({0}revoked_on IS NULL OR {0}revoked_on > ?1)"
_KNOWN = _STANDS + " AND ({0}recorded_on IS NULL OR {0}recorded_on <= ?1)"

# Greater than nothing rather than not null: only that finds the few by the index.
_MERGES = (
    "SELECT id, merged_into, merged_on FROM organisation"
    " WHERE merged_into > x'' AND (merged_on IS NULL OR merged_on <= ?1)"
)
_TITLES = (
    "SELECT id, title FROM project UNION ALL SELECT id, name FROM organisation UNION ALL SELECT id, name FROM profile"
)
_SITES = (
    "SELECT organisation_id, kind = 'seat', postcode, coalesce(from_on, ''), coalesce(to_on, '') FROM address"
    f" WHERE {_STANDS.format('')} AND kind IN ('seat', 'site') AND country IN ('BE', '')"
    " UNION ALL SELECT organisation_id, 0, postcode, coalesce(from_on, ''), coalesce(to_on, '') FROM establishment"
    f" WHERE {_STANDS.format('')} AND country IN ('BE', '')"
)
_PROJECTS = "SELECT id, organisation_id FROM project WHERE deleted = 0"
_PARTNERS = "SELECT project_id, organisation_id FROM project_partner WHERE deleted = 0 ORDER BY project_id, id"
_CHAINS = (
    "SELECT m.project_id, c.key FROM project_value_chain m JOIN value_chain c ON c.id = m.value_chain_id"
    " WHERE m.deleted = 0"
)
_HELD = f"s.deleted = 0 AND s.state = 'held' AND s.kind IN ({_KINDS}) AND s.\"on\" <= ?1 AND {_KNOWN.format('s.')}"
_WRITTEN = (
    "(EXISTS (SELECT 1 FROM session_note n WHERE n.session_id = s.id"
    f" AND {_STANDS.format('n.')} AND trim(n.text) <> '')"
    f" OR EXISTS (SELECT 1 FROM document d WHERE d.session_id = s.id AND {_STANDS.format('d.')}))"
)
# The limit that is none keeps the two selections apart: sorted first, notes are looked for up to the first act only.
_FILES = (
    'SELECT f.id, f.project_id, f.closed_on, (SELECT s."on" FROM (SELECT s.id, s."on" FROM session s'
    f' WHERE s.coaching_file_id = f.id AND {_HELD} ORDER BY s."on" LIMIT -1) s WHERE {_WRITTEN} LIMIT 1)'
    f" FROM coaching_file f WHERE {_STANDS.format('f.')}"
)
# Whom a file met matters where no single holder has it: those who share the project.
_MET = (
    "SELECT DISTINCT s.coaching_file_id, s.organisation_id FROM (SELECT project_id AS id FROM project_partner"
    " WHERE deleted = 0 UNION SELECT id FROM project WHERE organisation_id IS NULL AND deleted = 0) p"
    " CROSS JOIN coaching_file f ON f.project_id = p.id CROSS JOIN session s ON s.coaching_file_id = f.id"
    f" WHERE {_HELD} AND {_WRITTEN}"
)
_MANAGERS = (
    "SELECT coaching_file_id, profile_id FROM coaching_file_manager"
    f" WHERE {_STANDS.format('')} AND (from_on IS NULL OR from_on <= ?1) ORDER BY coaching_file_id, role, from_on, id"
)
_FACTS = (
    'SELECT id, kind, "on", project_id, organisation_id, coaching_file_id, ledger_id,'
    " (confirmed_by <> '' OR confirmed_on IS NOT NULL),"
    " (validated_by <> '' OR validated_on IS NOT NULL) AND (validated_on IS NULL OR validated_on <= ?1)"
    f" FROM result_event WHERE {_KNOWN.format('')}"
    ' AND ("on" <= ?1 OR (kind = \'job_growth\' AND "on" <= ?2))'
)
_PROOFS = (
    "SELECT result_event_id, level, wanted, title FROM evidence"
    f" WHERE result_event_id > x'' AND {_KNOWN.format('')} ORDER BY result_event_id, wanted, id"
)
_LEDGERS = "SELECT id, project_id FROM ledger WHERE deleted = 0"
# Days, FTE and how each head count is believed, in columns, as domain/employment/quick.py reads them.
_BELIEF = " + ".join(
    [f"{EXACT} * (precision = 'exact')", *(f"{n} * (source = '{one}')" for one, n in BELIEVED.items() if n)]
)
_COLUMNS = f"group_concat(\"on\"), group_concat(fte), group_concat({_BELIEF}, '')"
_STAFF = (
    f"SELECT organisation_id, NULL, {_COLUMNS} FROM headcount"
    f' WHERE {_KNOWN.format("")} AND "on" <= ?1 AND fte IS NOT NULL AND project_id IS NULL GROUP BY organisation_id'
)
_OF_PROJECTS = (
    f"SELECT organisation_id, project_id, {_COLUMNS} FROM headcount"
    f" WHERE project_id > x'' AND {_KNOWN.format('')} AND \"on\" <= ?1 AND fte IS NOT NULL"
    " GROUP BY organisation_id, project_id"
)
_WITH_PARTS = (
    "SELECT DISTINCT h.organisation_id FROM headcount_part p JOIN headcount h ON h.id = p.headcount_id"
    " WHERE p.deleted = 0 AND p.fte IS NOT NULL"
)
_COUNTS = f'SELECT * FROM headcount WHERE organisation_id = ?2 AND {_KNOWN.format("")} AND "on" <= ?1'
_PARTS = (
    "SELECT p.* FROM headcount_part p JOIN headcount h ON h.id = p.headcount_id"
    " WHERE h.organisation_id = ?1 AND p.deleted = 0"
)
_COUNTING = "SELECT id FROM contract_type WHERE counts = 1"
_BASELINES = (
    "SELECT m.coaching_file_id, m.baseline, m.baseline_on FROM coaching_file_track m JOIN track t ON t.id = m.track_id"
    f" WHERE t.key = '{TRACK_KEY}' AND m.deleted = 0 AND m.baseline IS NOT NULL AND m.baseline_on <= ?1"
)
_STATUSES = f"SELECT * FROM organisation_status WHERE {_STANDS.format('')}"
_MADE = "coalesce(handed_over_on, CASE WHEN state NOT IN ('draft', 'consent', 'withdrawn') THEN \"on\" END)"
_REFERRALS = (
    f"SELECT id, organisation_id, project_id, {_MADE}, state, state_on, outcome, outcome_on FROM referral"
    f" WHERE {_KNOWN.format('')} AND {_MADE} <= ?1"
)
_CLOSED = frozenset({"done", "declined", "withdrawn", "revoked"})


def facts_as_of(connection: sa.Connection, day: date) -> Facts:
    """Return what counting reads, as it was known on a day."""
    ask = partial(_ask, connection, day.isoformat())
    projects = dict(ask(_PROJECTS))
    facts = [
        Fact(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4], row[5], row[6], bool(row[7]), bool(row[8]))
        for row in ask(_FACTS, _end_of(day))
        if row[3] is None or row[3] in projects
    ]
    staff, handed = list(_staff(connection, ask)), [_handed(row, day) for row in ask(_REFERRALS)]
    if not (facts or staff or handed):
        # Nothing that could count: of whom, where and by which file it would be is of no use then.
        return Facts(day)
    return Facts(
        day=day,
        merges={row[0]: Merged(row[1], _day(row[2])) for row in ask(_MERGES)},
        sites=[Site(*row) for row in ask(_SITES)],
        projects=projects,
        partners=_grouped(ask(_PARTNERS)),
        chains={key: frozenset(found) for key, found in _grouped(ask(_CHAINS)).items()},
        files=[File(row[0], row[1], _day(row[2]), _day(row[3])) for row in ask(_FILES) if row[1] in projects],
        met=_grouped(ask(_MET)),
        managers=_grouped(ask(_MANAGERS)),
        facts=facts,
        proofs=_proofs(ask(_PROOFS)),
        ledgers=dict(ask(_LEDGERS)),
        staff=staff,
        baselines={row[0]: (Decimal(row[1]), date.fromisoformat(row[2])) for row in ask(_BASELINES)},
        statuses=_statuses(ask(_STATUSES)),
        referrals=handed,
    )


type _Ask = Callable[..., list[Any]]


def _ask(connection: sa.Connection, day: str, text: str, *more: object) -> list[Any]:
    """Run a statement with the day, as far as it asks for it, and what else it takes."""
    return rows(connection, text, [day, *more] if "?1" in text else [])


def _end_of(day: date) -> str:
    """Return the last day of the year: a result of this year that is dated later is provisional."""
    return f"{day.year}-12-31"


def _grouped(found: Sequence[Any]) -> dict[Key, list[Any]]:
    groups: dict[Key, list[Any]] = defaultdict(list)
    for key, value in found:
        groups[key].append(value)
    return dict(groups)


def _proofs(found: Sequence[Any]) -> dict[Key, Proof]:
    levels: dict[Key, int] = {}
    wanted: dict[Key, list[str]] = defaultdict(list)
    for key, level, still, title in found:
        if still:
            wanted[key].append(title)
        else:
            levels[key] = max(level, levels.get(key, level))
    return {key: Proof(levels.get(key), tuple(wanted.get(key, ()))) for key in {*levels, *wanted}}


def _staff(connection: sa.Connection, ask: _Ask) -> Iterator[Staff]:
    """Give the series; where parts by kind of contract are given, those that count make the number."""
    parted = {row[0] for row in ask(_WITH_PARTS)}
    counting = {UUID(bytes=row[0]) for row in ask(_COUNTING)} if parted else set()
    for organisation, project, days, ftes, beliefs in (*ask(_STAFF), *ask(_OF_PROJECTS)):
        if organisation not in parted:
            yield Staff(organisation, project, Lines(days.split(","), ftes.split(","), beliefs))
    for organisation in parted:
        yield from _parted(connection, organisation, ask(_COUNTS, organisation), counting)


def _parted(connection: sa.Connection, organisation: Key, found: Sequence[Any], counting: set[UUID]) -> Iterator[Staff]:
    build: Any = builder("headcount")
    make: Any = builder("headcount_part")
    parts: dict[UUID, list[HeadcountPart]] = defaultdict(list)
    for row in rows(connection, _PARTS, [organisation]):
        part: HeadcountPart = make(row)
        parts[part.headcount_id].append(part)
    counts: dict[UUID | None, list[Count]] = defaultdict(list)
    for row in found:
        one: Headcount = build(row)
        counts[one.project_id].append(counted(one, parts.get(one.id, ()), counting))
    for project, of in counts.items():
        yield Staff(organisation, project.bytes if project is not None else None, Lines.of(of))


def _statuses(found: Sequence[Any]) -> dict[Key, list[OrganisationStatus]]:
    build: Any = builder("organisation_status")
    groups: dict[Key, list[OrganisationStatus]] = defaultdict(list)
    for row in found:
        status: OrganisationStatus = build(row)
        groups[status.organisation_id.bytes].append(status)
    return dict(groups)


def _handed(row: Sequence[Any], day: date) -> Handed:
    key, organisation, project, made, state, state_on, outcome, outcome_on = row
    ended = _day(outcome_on) or _day(state_on)
    known = ended is None or ended <= day
    succeeded = (ended or date.fromisoformat(made)) if outcome not in (None, "none") and known else None
    closed = state in _CLOSED and succeeded is None and known
    return Handed(key, organisation, project, date.fromisoformat(made), succeeded, closed)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def titles_of(connection: sa.Connection) -> dict[Key, str]:
    """Return how projects, organisations and colleagues are called, those in the bin too."""
    return dict(rows(connection, _TITLES, []))
