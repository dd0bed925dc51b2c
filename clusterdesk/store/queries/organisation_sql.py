"""Pieces of SQL that several lists share, as text: Today and the first rows are read before SQLAlchemy is there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlalchemy as sa

type Run = Callable[[str, Mapping[str, Any] | Sequence[Any]], Iterable[Any]]
"""Runs a statement with its values: the bare driver's ``execute``, or ``on`` a connection of SQLAlchemy's."""

# The plus keeps SQLite from starting with the index of merges, where nearly all rows are the same.
HERE = "o.deleted = 0 AND +o.merged_into IS NULL"
NEVER_MET = "s.last_contact_on IS NULL"
MET_LONG_AGO = "s.last_contact_on < :met_since"
PLANNED = "v.state = 'planned' AND v.deleted = 0 AND v.revoked_on IS NULL"
LATE = "s.next_due_on < :day"
OPEN_FILE = "c.deleted = 0 AND c.closed_on IS NULL AND c.revoked_on IS NULL AND p.deleted = 0"
_ANY_MERGED = "SELECT 1 FROM organisation WHERE merged_into > x'' LIMIT 1"
_FAMILY = (
    "WITH RECURSIVE family(kept, id) AS MATERIALIZED ("
    "SELECT merged_into, id FROM organisation WHERE merged_into > x''"
    " UNION SELECT k.merged_into, f.id FROM family f JOIN organisation k ON k.id = f.kept WHERE k.merged_into > x'') "
)
# A partial date compares as text: “2024” lies before every day of 2024, “2024~” after the last one.
_ENDED = "{row}.to_on || '~' < :day"
_LETTERS = {"a": "ÀÂÄÁÅ", "c": "Ç", "e": "ÉÈÊË", "i": "ÎÏÍ", "n": "Ñ", "o": "ÔÖÓ", "u": "ÛÜÙÚ"}


@dataclass(frozen=True, slots=True)
class Family:
    """How rows that belong to merged organisations are read as those of the kept one, called ``o`` in the statement.

    ``prefix`` stands before the statement. Without any merge in the binder all of this is plain equality.
    """

    merged: bool

    @property
    def prefix(self) -> str:
        """Return what the statement starts with."""
        return _FAMILY if self.merged else ""

    def own(self, column: str) -> str:
        """Return the condition that a row belongs to ``o``."""
        if not self.merged:
            return f"{column} = o.id"
        return f"{column} IN (SELECT o.id UNION ALL SELECT f.id FROM family f WHERE f.kept = o.id)"

    def root(self, column: str) -> str:
        """Return the organisation that the one named by a column is read as."""
        if not self.merged:
            return column
        return (
            "coalesce((SELECT f.kept FROM family f JOIN organisation k ON k.id = f.kept"
            f" WHERE f.id = {column} AND k.merged_into IS NULL), {column})"
        )


def on(connection: "sa.Connection") -> Run:
    """Return the runner of a connection, inside its transaction; rows are plain tuples."""
    driver: Any = connection.connection.driver_connection
    run: Run = driver.execute
    return run


def family(run: Run) -> Family:
    """Look whether any organisation was merged into another."""
    return Family(next(iter(run(_ANY_MERGED, {})), None) is not None)


def holds(row: str) -> str:
    """Return the condition that a dated row counts on ``:day``: not in the bin, not taken back, not ended."""
    return f"{row}.deleted = 0 AND {row}.revoked_on IS NULL AND ({row}.to_on IS NULL OR NOT {_ENDED.format(row=row)})"


def membership(kin: Family) -> str:
    """Return what ``o`` is to the cluster on ``:day``.

    The status begun last among those that have not ended; where all have ended, ``former`` for who was member or
    partner and nothing for who stayed a candidate.
    """
    ended = _ENDED.format(row="m")
    return (
        f"(SELECT CASE WHEN {ended} THEN CASE m.status WHEN 'candidate' THEN NULL ELSE 'former' END ELSE m.status END"
        f" FROM membership m WHERE {kin.own('m.organisation_id')} AND m.deleted = 0 AND m.revoked_on IS NULL"
        " AND (m.from_on IS NULL OR m.from_on <= :day)"
        f" ORDER BY coalesce({ended}, 0), m.from_on DESC, m.id DESC LIMIT 1)"
    )


def situation(kin: Family) -> str:
    """Return the legal situation of ``o`` on ``:day``, the one begun last; may be null."""
    return (
        f"(SELECT x.situation FROM organisation_status x WHERE {kin.own('x.organisation_id')} AND x.deleted = 0"
        " AND x.revoked_on IS NULL AND (x.from_on IS NULL OR x.from_on <= :day)"
        " ORDER BY x.from_on DESC, x.id DESC LIMIT 1)"
    )


def city(kin: Family) -> str:
    """Return where ``o`` is on ``:day``: the seat, else another address, else an establishment; may be null."""
    return (
        f"coalesce((SELECT a.city FROM address a WHERE {kin.own('a.organisation_id')} AND {holds('a')} AND a.city <> ''"
        " ORDER BY a.kind <> 'seat', a.kind = 'mail', a.from_on DESC, a.id DESC LIMIT 1),"
        f" (SELECT e.city FROM establishment e WHERE {kin.own('e.organisation_id')} AND {holds('e')} AND e.city <> ''"
        " ORDER BY e.from_on DESC, e.id DESC LIMIT 1))"
    )


def last_session(kin: Family, what: str = "h.id") -> str:
    """Return the id of the session held last with ``o``, or ``what`` of it, called ``h``."""
    return (
        f"(SELECT {what} FROM session h WHERE {kin.own('h.organisation_id')} AND h.deleted = 0 AND h.state = 'held'"
        ' AND h.revoked_on IS NULL ORDER BY h."on" DESC, h.id DESC LIMIT 1)'
    )


def with_open_file(kin: Family) -> str:
    """Return a select of the organisations that hold a project with an open coaching file."""
    return (
        f"SELECT {kin.root('p.organisation_id')} AS id FROM coaching_file c JOIN project p ON p.id = c.project_id"
        f" WHERE {OPEN_FILE} AND p.organisation_id IS NOT NULL"
    )


def lacks_next_step(kin: Family) -> str:
    """Return the condition that nothing is planned or agreed with ``o``, with its summary ``s``, from ``:day`` on."""
    planned = f'EXISTS (SELECT 1 FROM session v WHERE {kin.own("v.organisation_id")} AND {PLANNED} AND v."on" >= :day)'
    return (
        f"(s.next_visit_on IS NULL OR (s.next_visit_on < :day AND NOT {planned}))"
        f" AND NOT {_step_agreed(kin)} AND NOT {_step_of_file(kin)}"
    )


def _step_agreed(kin: Family) -> str:
    """Return the condition that a step still to come was agreed on the day ``o`` was met last; an index answers it."""
    return (
        f'EXISTS (SELECT 1 FROM session h WHERE {kin.own("h.organisation_id")} AND h."on" = s.last_contact_on'
        " AND h.state = 'held' AND h.deleted = 0 AND h.revoked_on IS NULL AND trim(h.next_step) <> ''"
        " AND (h.next_step_on IS NULL OR h.next_step_on >= :day))"
    )


def _step_of_file(kin: Family) -> str:
    """Return the condition that a coaching file of ``o`` names a next step; that of a closed one has a day to come."""
    return (
        "EXISTS (SELECT 1 FROM project q JOIN coaching_file w ON w.project_id = q.id"
        f" WHERE {kin.own('q.organisation_id')} AND q.deleted = 0 AND w.deleted = 0 AND w.revoked_on IS NULL"
        " AND trim(w.next_step) <> ''"
        " AND (w.next_step_on >= :day OR (w.next_step_on IS NULL AND w.closed_on IS NULL)))"
    )


def of_colleague(kin: Family) -> str:
    """Return a select of the organisations of the colleague ``:profile``: open files followed, visits to come."""
    return (
        f"SELECT {kin.root('p.organisation_id')} AS id FROM coaching_file_manager m"
        " JOIN coaching_file c ON c.id = m.coaching_file_id JOIN project p ON p.id = c.project_id"
        " WHERE m.profile_id = :profile AND m.deleted = 0 AND m.revoked_on IS NULL"
        f" AND (m.to_on IS NULL OR m.to_on >= :day) AND {OPEN_FILE} AND p.organisation_id IS NOT NULL"
        f" UNION SELECT {kin.root('v.organisation_id')} FROM session v"
        f' WHERE v.profile_id = :profile AND {PLANNED} AND v."on" >= :day'
    )


def silent(kin: Family) -> str:
    """Return the condition that ``o``, with its summary ``s``, is a member or candidate silent since ``:met_since``."""
    return f"({NEVER_MET} OR {MET_LONG_AGO}) AND {membership(kin)} IN ('member', 'candidate')"


def lacks_number() -> str:
    """Return the condition that ``o`` should have an enterprise number and has none: foreign ones need none."""
    return "o.enterprise_number IS NULL AND o.kind <> 'foreign'"


def folded(text: str) -> str:
    """Return a text without case and accents, as far as SQLite knows letters, for sorting."""
    for plain, accented in _LETTERS.items():
        for letter in accented:
            text = f"replace(replace({text}, '{letter}', '{plain}'), '{letter.lower()}', '{plain}')"
    return f"lower({text})"
