"""What the page of data health asks of the store, in the worker."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.health import HealthKey
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.views.health import HealthRow
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

PAGE = 30


@dataclass(frozen=True, slots=True)
class HealthData:
    """Rows of a check, who may be chosen as an owner, and the evidence that rows speak of."""

    key: HealthKey
    rows: tuple[HealthRow, ...]
    colleagues: tuple[Profile, ...] = ()
    evidence: Mapping[UUID, Evidence] = field(default_factory=dict)


def read_rows(key: HealthKey, offset: int, desk: "Desk") -> HealthData:
    """Read a page of rows."""
    from clusterdesk.services.health import health_rows

    return _with_choices(key, health_rows(desk.store, key, limit=PAGE, offset=offset), desk)


def read_again(key: HealthKey, ids: Collection[UUID], desk: "Desk") -> HealthData:
    """Read those of the rows on the page that still need mending."""
    from clusterdesk.services.health import still_unwell

    return _with_choices(key, still_unwell(desk.store, key, ids), desk)


def read_counts(desk: "Desk") -> Mapping[HealthKey, int]:
    """Count the rows of every check but duplicates."""
    from clusterdesk.services.health import count_health

    return count_health(desk.store)


class FindPairs:
    """Compares all organisations with each other."""

    def __init__(self, step: str) -> None:
        """``step`` names the work, translated."""
        self._step = step

    def __call__(self, desk: "Desk", progress: Progress) -> tuple[HealthRow, ...]:
        """Compare; a cancelled one stops before the next organisation."""
        from clusterdesk.services.health import read_duplicates

        return read_duplicates(desk.store, progress.named(self._step))


def _with_choices(key: HealthKey, rows: tuple[HealthRow, ...], desk: "Desk") -> HealthData:
    store = desk.store
    colleagues = tuple(store.find(Profile)) if key is HealthKey.PROMISE_OWNER else ()
    ids = [row.id for row in rows]
    evidence = {one.id: one for one in store.find(Evidence, id=ids)} if key is HealthKey.EVIDENCE else {}
    return HealthData(key, rows, tuple(sorted(colleagues, key=_name)), evidence)


def _name(profile: Profile) -> str:
    return profile.name.casefold()
