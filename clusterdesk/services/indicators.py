"""The indicators of the strategy, counted as of a day by the rules in force, each number with what stands behind it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.garbage import collector_asleep
from clusterdesk.base.marks import N_
from clusterdesk.config.paths import resource
from clusterdesk.domain.strategy.counting import count_all
from clusterdesk.domain.strategy.reading_rules import read_rules
from clusterdesk.domain.strategy.rules import CountingRules
from clusterdesk.domain.views.indicators import IndicatorBoard, IndicatorView, Restated
from clusterdesk.services.strategy import counting_text
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.strategy import facts_as_of, titles_of

_LARGEST = 1_000_000


def read_indicators(store: Store, as_of: date | None = None, rules: CountingRules | None = None) -> IndicatorBoard:
    """Return the indicators as of a day (``None``: today), by the rules in force on it unless others are given."""
    day = as_of or store.clock.today()
    by = rules or rules_in_force(store, day)
    with store.read() as connection, collector_asleep():
        counts = count_all(facts_as_of(connection, day), by)
        titles = titles_of(connection)
    return IndicatorBoard(day, by, tuple(IndicatorView(one, titles) for one in counts))


def restated(earlier: IndicatorBoard, later: IndicatorBoard) -> Restated:
    """Return by how much a later report changes the years that an earlier one told of."""
    changes: dict[str, Mapping[int, int]] = {}
    for one in later.indicators:
        before = earlier.of(one.rules.key)
        if before is None:
            continue
        told = range(one.rules.start.year, earlier.as_of.year + 1)
        moved = {
            year: change
            for year, n in one.per_year.items()
            if year in told and (change := n - before.per_year.get(year, 0) - _later(one, earlier.as_of, year)) != 0
        }
        if moved:
            changes[one.rules.key] = moved
    return Restated(earlier.as_of, changes)


def rules_in_force(store: Store, day: date) -> CountingRules:
    """Return the rules by which a report as of a day counts."""
    return read_rules(counting_text(store, day))


@cache
def shipped_rules() -> CountingRules:
    """Return the rules of the strategy that is shipped."""
    return read_rules(resource("strategy", "cluster.toml").read_text(encoding="utf-8"))


def rules_from_file(path: Path, base: CountingRules) -> CountingRules:
    """Return ``base`` changed by what a file of rules says.

    Raises:
        KnownError: the file cannot be read, or says what makes no sense.
    """
    text = rules_text(path)
    found = read_rules(text, base)
    if found.version != base.version:
        return found
    return replace(found, version=f"{found.version} + {path.name}")


def rules_text(path: Path) -> str:
    """Return the text of a file of rules.

    Raises:
        KnownError: it cannot be read.
    """
    try:
        if not path.exists():
            raise KnownError(
                "rules_file",
                N_("There is no file “{name}”."),
                advice=N_("Give the path of a text in TOML and UTF-8."),
                name=path,
            )
        if path.stat().st_size > _LARGEST:
            raise ValueError(path)
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise KnownError(
            "rules_file",
            N_("“{name}” cannot be read as a file of rules."),
            advice=N_("Give the path of a text in TOML and UTF-8."),
            name=path.name or path,
        ) from error


def _later(view: IndicatorView, earlier: date, year: int) -> int:
    """Return how many results of a year were dated after the earlier report: news of the year, no restatement."""
    return sum(one.on.year == year and one.on > earlier for one in view.counted)
