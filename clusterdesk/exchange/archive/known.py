"""What a binder already knows, as an import looks at it: records by type and id, read when first asked for."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import Named, Tag
from clusterdesk.store.desk_store import Store


class Known:
    """The records of a binder, those in the bin included."""

    def __init__(
        self,
        binder_id: UUID,
        today: date,
        load: Callable[[str], Iterable[Record]],
        has_document: Callable[[str], bool],
    ) -> None:
        """Ask ``load`` for all records of a type once, ``has_document`` whether a checksum is kept."""
        self.binder_id = binder_id
        self.today = today
        self.has_document = has_document
        self._load = load
        self._records: dict[str, Mapping[UUID, Record]] = {}
        self._by_external_id: dict[str, Mapping[str, UUID]] = {}

    @classmethod
    def of(cls, store: Store) -> "Known":
        """Look at an open binder."""
        return cls(
            store.binder_id,
            store.clock.today(),
            lambda key: store.find(RECORD_TYPES[key].cls, deleted=None),
            lambda sha256: store.documents.path(sha256).is_file(),
        )

    def records(self, record_type: str) -> Mapping[UUID, Record]:
        """Return the records of a type by id."""
        if record_type not in self._records:
            self._records[record_type] = {record.id: record for record in self._load(record_type)}
        return self._records[record_type]

    def by_external_id(self, record_type: str, external_id: str) -> UUID | None:
        """Return the one record that came with this foreign id; ``None`` where there is none, or several."""
        if record_type not in self._by_external_id:
            found: dict[str, UUID | None] = {}
            for record in self.records(record_type).values():
                if record.external_id is not None:
                    found[record.external_id] = None if record.external_id in found else record.id
            self._by_external_id[record_type] = {key: one for key, one in found.items() if one is not None}
        return self._by_external_id[record_type].get(external_id)

    def tag_ids(self) -> dict[str, UUID]:
        """Return the tags that are in use, by name."""
        tags = self.records("tag").values()
        return {tag.name: tag.id for tag in tags if isinstance(tag, Tag) and not tag.deleted}

    def by_key(self, record_type: str, key: str) -> UUID | None:
        """Return the row of an editable list that has a key (``wood``), one in use before one in the bin."""
        rows = [row for row in self.records(record_type).values() if isinstance(row, Named) and row.key == key]
        rows.sort(key=lambda row: (row.deleted, row.id))
        return rows[0].id if rows else None
