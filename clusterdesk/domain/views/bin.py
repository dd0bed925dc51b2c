"""What lies in the bin, by the operation that put it there."""

from dataclasses import dataclass

from clusterdesk.domain.views.history import OperationView
from clusterdesk.domain.views.record_ref import RecordRef


@dataclass(frozen=True, slots=True)
class BinGroup:
    """What one operation put into the bin.

    ``records`` are those that can be restored each; ``parts`` counts what went along as a part of a record that lies
    in the bin as well, and comes back with it.
    """

    operation: OperationView
    records: tuple[RecordRef, ...]
    parts: int
