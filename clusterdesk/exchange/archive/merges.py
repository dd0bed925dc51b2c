"""``merge`` lines: two records of one organisation, said once; they live in the merged organisation itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import BugError
from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import specs_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.exchange.archive.building import MISSING_KEY, UNKNOWN_KEY
from clusterdesk.exchange.archive.identities import Identities
from clusterdesk.exchange.archive.problems import Problem, ProblemError, shown
from clusterdesk.exchange.archive.shift import Shift
from clusterdesk.exchange.archive.values import NOT_EMPTY, read_value

INTO_ITSELF = N_("An organisation cannot be merged into itself.")
KEYS = ("kept", "merged", "on", "cleared_on")
REQUIRED = ("kept", "merged", "on")


@dataclass(frozen=True, slots=True)
class Merge:
    """From a day on ``merged`` is read as ``kept``; ``cleared_on`` says that this was taken back."""

    kept: UUID
    merged: UUID
    on: date | None
    cleared_on: date | None = None

    def applied(self, record: Record) -> Record:
        """Return the merged organisation as it stands after the merge (and its end, where it ended)."""
        if not isinstance(record, Organisation):
            raise BugError("only organisations are merged")
        if self.cleared_on is not None:
            return replace(record, merged_into=None, merged_on=None)
        return replace(record, merged_into=self.kept, merged_on=self.on)


def read_merge(data: Mapping[str, Any], identities: Identities, shift: Shift, problems: list[Problem]) -> Merge:
    """Read a merge line; what is wrong with it goes to ``problems``, and then the result is not to be used."""
    values: dict[str, Any] = dict.fromkeys(KEYS)
    on = specs_of(Organisation)["merged_on"]
    for key, plain in data.items():
        try:
            if key not in KEYS:
                raise ProblemError(UNKNOWN_KEY, record_type="merge", value=shown(key))
            if plain is None and key in REQUIRED:
                raise ProblemError(NOT_EMPTY)
            by_id = key in {"kept", "merged"}
            values[key] = identities.resolve("organisation", plain) if by_id else read_value(on, plain, shift)
        except ProblemError as error:
            problems.append(error.at(key))
    problems.extend(Problem(key, MISSING_KEY) for key in REQUIRED if key not in data)
    if values["kept"] is not None and values["kept"] == values["merged"]:
        problems.append(Problem("merged", INTO_ITSELF))
    return Merge(**values)
