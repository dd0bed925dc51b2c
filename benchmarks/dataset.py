"""Binders of any size, the same at every run: made once through the store's own writer, then kept in the cache folder.

A tenth of a year's work of a region: companies, their people and places, coaching files, sessions with notes, promises.
"""

import hashlib
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import batched
from pathlib import Path

from benchmarks.vocabulary import CITIES, FAMILIES, FIRST_NAMES, PLACES, TRADES, Prose
from clusterdesk.base.ids import derived_id
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationKind,
    OrganisationValueChain,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionKind, SessionNote, SessionState
from clusterdesk.services.shipped_lists import shipped_rows
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import create_store, open_store
from clusterdesk.store.tables import SCHEMA_VERSION, extra_ddl, whole_schema

DAY = date(2026, 11, 23)
FULL = 10_000
SESSIONS_EACH = 20
_BATCH = 20_000
_YEARS = 5


class BenchClock:
    """A clock that stands still on the reference day."""

    def now(self) -> datetime:
        """Return noon of the reference day."""
        return datetime.combine(DAY, time(12), UTC)

    def today(self) -> date:
        """Return the reference day."""
        return DAY


def binder(organisations: int = FULL) -> Path:
    """Return the folder of a binder with so many organisations, made at the first call; never write to it."""
    root = _cache() / f"binder-{organisations}"
    if not (root / "complete").exists():
        shutil.rmtree(root, ignore_errors=True)
        print(f"making a binder of {organisations} organisations …", file=sys.stderr, flush=True)
        fill(root, organisations)
        (root / "complete").touch()
    return root


def copied(organisations: int, target: Path) -> Path:
    """Copy a binder to a folder where it may be written to."""
    shutil.copytree(binder(organisations), target)
    return target


def opened(root: Path) -> Store:
    """Open a binder of this package."""
    return open_store(root, "bench", author="Bench", clock=BenchClock())


def _cache() -> Path:
    text = [(Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("dataset.py", "vocabulary.py")]
    text += [str(SCHEMA_VERSION), *extra_ddl()]
    for table in whole_schema().sorted_tables:
        text += [f"{column.name} {column.type}" for column in table.columns]
        text += sorted(f"{index.name} {index.dialect_options['sqlite']['where']}" for index in table.indexes)
    digest = hashlib.sha256("\n".join(text).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / "clusterdesk-benchmarks" / digest


def fill(root: Path, organisations: int) -> None:
    """Make a binder with so many organisations in an empty folder."""
    store = create_store(root, "bench", author="Bench", clock=BenchClock())
    try:
        store.apply(SeedBinder(), inserts(shipped_rows()))
        for batch in batched(_records(organisations), _BATCH):
            store.apply(SeedBinder(), inserts(batch))
    finally:
        store.close()


def _records(organisations: int) -> Iterator[Record]:
    chance = random.Random(organisations)
    prose = Prose(chance)
    for number in range(organisations):
        organisation = organisation_of(number, chance)
        yield organisation
        yield from _identity(organisation, number, chance)
        file = None
        if number % 3 == 0:
            project = Project(title=f"{prose.line(4)} {number}", organisation_id=organisation.id)
            file = CoachingFile(project_id=project.id, opened_on=_past(chance), plan=prose.text(40))
            yield from (project, file)
        for nth in range(SESSIONS_EACH):
            yield from _session(organisation, file, nth, chance, prose)
        for nth in range(3):
            yield _action(organisation, nth, chance, prose)


def organisation_of(number: int, chance: random.Random) -> Organisation:
    """Return the organisation of a number: a name like “Menuiserie Canal 0042”, mostly with an enterprise number."""
    root = 400_000_000 + number * 97 % 99_999_900
    digits = f"0{root // 100 % 10_000_000:07d}"
    check = 97 - int(digits) % 97
    return Organisation(
        name=f"{chance.choice(TRADES)} {chance.choice(PLACES)} {chance.choice(FAMILIES)} {number:05d}",
        kind=OrganisationKind.COMPANY if number % 5 else OrganisationKind.NON_PROFIT,
        enterprise_number=f"{digits}{check:02d}" if number % 50 else None,
        languages=("fr",) if number % 3 else ("nl", "fr"),
        summary="Atelier de réemploi ; cherche des locaux." if number % 2 else "",
        external_id=f"bench-{number}",
    )


def _identity(organisation: Organisation, number: int, chance: random.Random) -> Iterator[Record]:
    own = organisation.id
    street = f"Rue {chance.choice(PLACES)} {number % 300}"
    yield Address(organisation_id=own, street=street, postcode=f"{1000 + number % 90 * 10}", city=chance.choice(CITIES))
    status = (MembershipStatus.MEMBER, MembershipStatus.CANDIDATE, MembershipStatus.PARTNER)[number % 3]
    yield Membership(organisation_id=own, status=status, from_on=PartialDate(f"{2020 + number % 6}"))
    for key in chance.sample(("wood", "textile", "bike"), chance.randint(1, 2)):
        chain = derived_id("value_chain", key)
        yield OrganisationValueChain(
            id=derived_id("organisation_value_chain", own, chain), organisation_id=own, value_chain_id=chain
        )
    person = Contact(first_name=chance.choice(FIRST_NAMES), last_name=f"{chance.choice(FAMILIES)} {number % 977}")
    yield person
    yield ContactRole(contact_id=person.id, organisation_id=own, role="gérant", main=True)
    yield ContactPoint(contact_id=person.id, value=f"+322{number:07d}")


def _session(
    organisation: Organisation, file: CoachingFile | None, nth: int, chance: random.Random, prose: Prose
) -> Iterator[Record]:
    planned = nth == 0 and chance.random() < 0.05
    session = Session(
        organisation_id=organisation.id,
        coaching_file_id=file.id if file else None,
        kind=chance.choice((SessionKind.VISIT, SessionKind.MEETING, SessionKind.CALL)),
        state=SessionState.PLANNED if planned else SessionState.HELD,
        on=DAY + timedelta(days=chance.randint(0, 60)) if planned else _past(chance),
        starts_at=time(chance.randint(8, 17)) if chance.random() < 0.8 else None,
        minutes=60,
        subject=prose.line(3),
        next_step=prose.line(3) if chance.random() < 0.3 else "",
    )
    yield session
    if not planned:
        yield SessionNote(session_id=session.id, question="", text=prose.text(50))


def _action(organisation: Organisation, nth: int, chance: random.Random, prose: Prose) -> Action:
    due = DAY + timedelta(days=chance.randint(-700, 40))
    done = due < DAY and chance.random() < 0.97
    return Action(
        organisation_id=organisation.id,
        text=prose.line(6),
        owner=OwnerKind.US if nth else OwnerKind.ORGANISATION,
        due_on=due,
        done_on=due if done else None,
    )


def _past(chance: random.Random) -> date:
    return DAY - timedelta(days=int(chance.triangular(1, 365 * _YEARS, 200)))
