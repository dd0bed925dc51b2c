"""What counting reads, as it was known on a day: rows of the store, ids as they are stored.

A fact that was recorded later than that day, or revoked by then, is not among them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clusterdesk.domain.employment.quick import Lines
from clusterdesk.domain.records.organisations import OrganisationStatus

type Key = bytes
"""An id as it is stored."""


class Site(NamedTuple):
    """A seat or another place of work; the days may be known to the month or year only (``2024-05``), empty: open."""

    organisation: Key
    seat: bool
    postcode: str
    begins: str
    ends: str


class File(NamedTuple):
    """A coaching file: ``first_action`` is the day of its earliest coaching action, ``None`` without one."""

    key: Key
    project: Key
    closed: date | None
    first_action: date | None


class Fact(NamedTuple):
    """A result that was noted; ``confirmed`` by a person, ``validated`` by a second one."""

    key: Key
    kind: str
    on: date
    project: Key | None
    organisation: Key | None
    file: Key | None
    ledger: Key | None
    confirmed: bool
    validated: bool


class Proof(NamedTuple):
    """What proves a fact: the strongest evidence there is, and the titles of what is still to obtain."""

    level: int | None = None
    wanted: tuple[str, ...] = ()


class Handed(NamedTuple):
    """A referral: handed over on a day, and what came of it; ``closed`` without a positive outcome."""

    key: Key
    organisation: Key
    project: Key | None
    made: date
    succeeded: date | None
    closed: bool


class Merged(NamedTuple):
    """From a day on an organisation is read as another one."""

    into: Key
    on: date | None


class Staff(NamedTuple):
    """The head counts of an organisation, or of one of its projects."""

    organisation: Key
    project: Key | None
    lines: Lines


@dataclass(slots=True)
class Facts:
    """Everything that counting reads, as of ``day``.

    ``projects``: the holder of each; ``partners``, ``chains``: of projects; ``met``: the organisations that had a
    coaching action of a file, where a file has no single holder; ``managers``: of files; ``ledgers``: the project of
    each, ``None`` for those of a whole organisation; ``baselines``: the frozen ones, FTE and day, of files.
    """

    day: date
    merges: Mapping[Key, Merged] = field(default_factory=dict)
    sites: Sequence[Site] = ()
    projects: Mapping[Key, Key | None] = field(default_factory=dict)
    partners: Mapping[Key, Sequence[Key]] = field(default_factory=dict)
    chains: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    files: Sequence[File] = ()
    met: Mapping[Key, Sequence[Key]] = field(default_factory=dict)
    managers: Mapping[Key, Sequence[Key]] = field(default_factory=dict)
    facts: Sequence[Fact] = ()
    proofs: Mapping[Key, Proof] = field(default_factory=dict)
    ledgers: Mapping[Key, Key | None] = field(default_factory=dict)
    staff: Sequence[Staff] = ()
    baselines: Mapping[Key, tuple[Decimal, date]] = field(default_factory=dict)
    statuses: Mapping[Key, Sequence[OrganisationStatus]] = field(default_factory=dict)
    referrals: Sequence[Handed] = ()
