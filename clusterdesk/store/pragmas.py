"""The settings of every connection, and the versions of SQLite that may be used; free of SQLAlchemy."""

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_

# With FAST the words of somebody who was erased stay in pages that are free again; writing costs the same with ON.
ON_CONNECT = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -64000",
    "PRAGMA mmap_size = 0",
    "PRAGMA secure_delete = ON",
    "PRAGMA wal_autocheckpoint = 1000",
)
# For a connection that only reads what has no key: the system keeps the pages of the file anyway, ours would be a copy.
# Where there is a key, pages kept spare deciphering; where one writes, going to the disk before the end.
SMALL_CACHE = "PRAGMA cache_size = -16000"
# The write-ahead log of other versions between 3.7.0 and 3.51.2 can be corrupted by a race at its reset.
_REPAIRED_BRANCHES: dict[tuple[int, ...], int] = {(3, 50): 7, (3, 44): 6}
_REPAIRED_SINCE = (3, 51, 3)


def check_version(version: tuple[int, ...]) -> None:
    """Refuse a SQLite library whose write-ahead log can be corrupted.

    Raises:
        KnownError: the version is inside the range of the defect.
    """
    if version >= _REPAIRED_SINCE:
        return
    if version[2] >= _REPAIRED_BRANCHES.get(version[:2], 1_000):
        return
    raise KnownError(
        "sqlite_defective",
        N_("This computer’s SQLite {version} has a defect that can damage a binder."),
        advice=N_("Install ClusterDesk again with its own libraries (python3 dev.py setup)."),
        version=".".join(map(str, version)),
    )
