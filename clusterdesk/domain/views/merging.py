"""The read model of a merge before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass

from clusterdesk.domain.merging import FieldChoice
from clusterdesk.domain.records.organisations import Organisation


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two organisations side by side. ``parts`` counts, by record type, what will be read with the kept one.

    ``two_numbers``: both have an enterprise number and they differ; then they are probably not the same.
    """

    kept: Organisation
    absorbed: Organisation
    fields: tuple[FieldChoice, ...]
    parts: Mapping[str, int]

    @property
    def two_numbers(self) -> bool:
        """Tell whether both have an enterprise number, and not the same."""
        ours, theirs = self.kept.enterprise_number, self.absorbed.enterprise_number
        return bool(ours and theirs and ours != theirs)
