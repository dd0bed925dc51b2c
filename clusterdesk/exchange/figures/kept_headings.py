"""What the headings of a sheet of figures are, kept in the binder under a name and used again for the next one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.parsing.text import match_key
from clusterdesk.domain.records.lists import NamedMapping
from clusterdesk.exchange.importing.named import keep_plain, named_mappings
from clusterdesk.store.desk_store import Store

TARGET = "figures"


@dataclass(frozen=True, slots=True)
class KeptHeadings:
    """Headings as they were corrected once: each is a line, the name of a line of its own, ``STAFF`` or ``SKIP``."""

    name: str
    lines: Mapping[str, str]

    def fits(self, headings: Iterable[str]) -> bool:
        """Tell whether a sheet has all of them: then it is most likely the same sheet, later."""
        here = {match_key(one) for one in headings}
        return bool(self.lines) and all(match_key(one) in here for one in self.lines)


def headings_of(record: NamedMapping) -> KeptHeadings | None:
    """Read kept headings; ``None`` where they are another kind of mapping, or cannot be read any more."""
    if record.target != TARGET:
        return None
    try:
        lines = json.loads(record.mapping)["lines"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(lines, dict) or not all(isinstance(one, str) for one in lines.values()):
        return None
    return KeptHeadings(record.name, lines)


def kept_headings(store: Store) -> tuple[KeptHeadings, ...]:
    """Return all that were kept, by name."""
    read = (headings_of(one) for one in named_mappings(store, TARGET))
    return tuple(one for one in read if one is not None)


def kept_under(store: Store, name: str) -> KeptHeadings:
    """Return the headings kept under a name.

    Raises:
        KnownError: there are none.
    """
    for one in kept_headings(store):
        if one.name.casefold() == name.strip().casefold():
            return one
    raise KnownError(
        "no_such_headings",
        N_("No headings are kept under “{name}”."),
        advice=N_("Import once with --line and keep what the headings are: --save-mapping NAME."),
        name=name[:60],
    )


def fitting(kept: Iterable[KeptHeadings], headings: Iterable[str]) -> KeptHeadings | None:
    """Return the kept headings that a sheet has all of; of several those that know most of it."""
    here = list(headings)
    return max((one for one in kept if one.fits(here)), key=lambda one: len(one.lines), default=None)


def keep_headings(store: Store, name: str, lines: Mapping[str, str]) -> OpResult[NamedMapping]:
    """Keep what headings are under a name; what had that name is replaced.

    Raises:
        KnownError: nothing was corrected.
    """
    check_corrected(lines)
    return keep_plain(store, name.strip(), TARGET, {"lines": dict(lines)})


def check_corrected(lines: Mapping[str, str]) -> None:
    """Refuse to keep nothing.

    Raises:
        KnownError: no heading was corrected.
    """
    if not lines:
        raise KnownError(
            "no_headings_corrected",
            N_("No heading was corrected: there is nothing to keep."),
            advice=N_("Say what at least one heading is, then keep it."),
        )
