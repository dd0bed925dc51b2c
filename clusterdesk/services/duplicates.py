"""Looking for organisations that are entered twice."""

from collections.abc import Iterable

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.duplicates import Confidence, Match, NameCard, likely_duplicates
from clusterdesk.domain.views.duplicates import DuplicateGroup
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import duplicates


def find_duplicates(
    store: Store, *, at_least: Confidence = Confidence.LIKELY, progress: Progress = unheard
) -> list[DuplicateGroup]:
    """Return the groups of organisations that are probably the same, over the whole binder."""
    with store.read() as connection:
        return duplicates.duplicate_groups(connection, at_least=at_least, progress=progress)


def duplicates_of(
    store: Store, name: str, *, enterprise_number: str | None = None, postcodes: Iterable[str] = ()
) -> list[Match]:
    """Return the organisations that a new one may be, the surest first; the keys of their cards are ids."""
    candidate = NameCard(None, name, enterprise_number, frozenset(postcodes))
    with store.read() as connection:
        return likely_duplicates(candidate, duplicates.duplicate_index(connection))
