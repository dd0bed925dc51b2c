"""The sample binder: shipped as an archive, moved to the current week when it is made."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from clusterdesk.base.errors import BugError
from clusterdesk.base.resources import resource
from clusterdesk.domain.changes import Insert, OpChanges, OpResult
from clusterdesk.domain.commands.archive import MakeSample
from clusterdesk.domain.record_types import type_of
from clusterdesk.exchange.archive.load import load
from clusterdesk.exchange.archive.shift import Shift
from clusterdesk.services.binders import create_binder
from clusterdesk.store.desk_store import Store

_META = "meta.toml"
_FILLED = "sample_weeks"
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """What the sample brought: how many new records of each type, and by how many weeks its dates moved."""

    counts: Mapping[str, int]
    weeks: int


def sample_folder() -> Path:
    """Return where the sample's data ship."""
    return resource("sample")


def reference_monday() -> date:
    """Return the Monday that the sample's dates are written against."""
    with (sample_folder() / _META).open("rb") as stream:
        monday = tomllib.load(stream)["reference_monday"]
    if not isinstance(monday, date) or monday.weekday() != 0:
        raise BugError("the sample's reference day is no Monday")
    return monday


def working_monday(today: date) -> date:
    """Return the Monday of the week people work in or, at the weekend, of the one they prepare."""
    weekend = today.weekday() >= _SATURDAY
    return today - timedelta(days=today.weekday()) + timedelta(weeks=1 if weekend else 0)


def weeks_to(today: date) -> int:
    """Return by how many whole weeks the sample moves so that its week is the working week of ``today``."""
    return (working_monday(today) - reference_monday()).days // 7


def make_sample_binder(path: Path, author: str) -> None:
    """Make the sample in a folder that holds no binder yet.

    Raises:
        KnownError: the folder is not local, or cannot be written.
    """
    store = create_binder(path, author=author, sample=True)
    try:
        make_sample(store, store.clock.today())
    finally:
        store.close()


def make_sample(store: Store, today: date) -> OpResult[SampleSummary]:
    """Fill a new sample binder, as one operation; one that was filled already is left as people have edited it.

    Args:
        store: a binder made with ``sample=True``; a user's own binder is never filled.
        today: the local day whose working week shall hold the sample's planned visits.

    Raises:
        BugError: the binder is not the sample, or the shipped data has a mistake.
    """
    if not store.is_sample:
        raise BugError("the sample never mixes with a user's binder")
    filled = store.fact(_FILLED)
    if filled is not None:
        return OpResult(SampleSummary({}, int(filled)), OpChanges())
    weeks = weeks_to(today)
    result = load(store, sample_folder(), MakeSample(), shift=Shift.between(reference_monday(), working_monday(today)))
    if result.output.refused:
        raise BugError(f"the sample has {len(result.output.refused)} mistakes")
    counts = Counter(type_of(change.record).key for change in result.output.changes if isinstance(change, Insert))
    store.remember(_FILLED, str(weeks))
    return OpResult(SampleSummary(dict(counts), weeks), result.changes)
