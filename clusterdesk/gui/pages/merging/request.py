"""What is to be merged."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MergeRequest:
    """An organisation to keep, and the one to merge into it where that is known already.

    ``back_to_list``: the list of duplicates is shown again afterwards, instead of the page of the kept one.
    """

    kept_id: UUID
    absorbed_id: UUID | None = None
    back_to_list: bool = False
