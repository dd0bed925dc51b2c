"""The first screen is the same whoever reads it, and comes without SQLAlchemy."""

import shutil
import subprocess
import sys
from pathlib import Path

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.views.organisation_list import OrganisationFilter
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.store import first_rows as first
from clusterdesk.store import tables
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_list import organisation_page
from clusterdesk.store.queries.today import today
from tests.store.queries.world import DAY, a_world


def test_the_bare_driver_reads_what_the_store_reads(store: Store) -> None:
    store.apply(SeedBinder(), inserts(a_world(11).records))
    sooner: list[first.FirstRows] = []
    found = first.first_rows(store.folder.database, TodayQuestion(DAY), rows=5, language="nl", first=sooner.append)
    assert found is not None
    with store.read() as connection:
        assert found.today == today(connection, TodayQuestion(DAY))
        assert list(found.organisations) == organisation_page(
            connection, OrganisationFilter(DAY), limit=5, language="nl"
        )
    assert not found.empty
    (upper,) = sooner
    assert (upper.today.visits, upper.today.promises) == (found.today.visits, found.today.promises)
    assert not upper.today.silent
    assert found.today.silent
    assert not found.sample


def test_it_needs_no_sqlalchemy(binder: Path) -> None:
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from clusterdesk.store.first_rows import first_rows\n"
        "from clusterdesk.domain.views.today import TodayQuestion\n"
        "assert first_rows(Path(sys.argv[1]), TodayQuestion(date(2026, 11, 23))) is not None\n"
        "print(sorted({'sqlalchemy', 'alembic', 'PySide6', 'babel'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(binder / "binder.db")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_it_steps_back_where_the_store_must_judge(store: Store, tmp_path: Path) -> None:
    question = TodayQuestion(DAY)
    assert first.first_rows(tmp_path / "absent.db", question) is None
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"not a database at all" * 100)
    assert first.first_rows(damaged, question) is None
    with store.bookkeeping() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    newer = tmp_path / "newer.db"
    store.close()
    shutil.copyfile(store.folder.database, newer)
    assert first.first_rows(newer, question) is None


def test_it_knows_the_schema_of_today() -> None:
    assert (first.APPLICATION_ID, first.SCHEMA_VERSION) == (tables.APPLICATION_ID, tables.SCHEMA_VERSION)
