"""What the page of the bin asks the desk, in the desk's thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.bin import BinItem, UnbinRecords
from clusterdesk.domain.commands.records import RestoreRecord
from clusterdesk.domain.views.bin import BinGroup

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_bin(desk: "Desk") -> Sequence[BinGroup]:
    """Read what lies in the bin, the last step first."""
    from clusterdesk.services.bin import bin_groups

    return bin_groups(desk.store)


class PutBack:
    """Writes it: one record by its own name, several in one step."""

    def __init__(self, items: tuple[BinItem, ...]) -> None:
        """Say what is to come back."""
        self._items = items

    def __call__(self, desk: "Desk") -> OpResult[Any]:
        """Write."""
        from clusterdesk.services.bin import unbin_records
        from clusterdesk.services.records import restore_record

        if len(self._items) == 1:
            item = self._items[0]
            return restore_record(desk.store, RestoreRecord(type_key=item.record_type, record_id=item.id))
        return unbin_records(desk.store, UnbinRecords(items=self._items))
