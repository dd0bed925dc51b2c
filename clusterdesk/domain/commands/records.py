"""The intents that exist for every record type."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record


@dataclass(frozen=True, kw_only=True)
class OfRecord(Command):
    """What is done to one record that exists; ``title`` is the name people know it by, ``title_label`` its msgid."""

    type_key: str
    record_id: UUID
    title: str = ""
    title_label: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the type and the record."""
        return _names(self.type_key, self.title, self.title_label)


@dataclass(frozen=True, kw_only=True)
class AddRecord(Command):
    """Add one record, possibly with parts of it (an address, a role …) in the same step."""

    LABEL: ClassVar[str] = N_("New · {type_label} · {title}")
    record: Record
    parts: tuple[Record, ...] = ()
    type_key: str = ""
    title: str = ""
    title_label: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the type and the record."""
        return _names(self.type_key, self.title, self.title_label)


@dataclass(frozen=True, kw_only=True)
class EditRecord(OfRecord):
    """Give fields of one record new values (typed as the record's fields)."""

    LABEL: ClassVar[str] = N_("Edit · {type_label} · {title} · {field_label}")
    values: Mapping[str, Any]

    def label_values(self) -> Mapping[str, str]:
        """Name the type, the record and the first field."""
        kind = RECORD_TYPES[self.type_key]
        first = next(iter(self.values), "")
        label = kind.fields[first].label if first in kind.fields else kind.label
        return {**_names(self.type_key, self.title, self.title_label), "field_label": label}


@dataclass(frozen=True, kw_only=True)
class DeleteRecord(OfRecord):
    """Put a record and its parts into the bin."""

    LABEL: ClassVar[str] = N_("To the bin · {type_label} · {title}")


@dataclass(frozen=True, kw_only=True)
class RestoreRecord(OfRecord):
    """Take a record and the parts that were deleted with it out of the bin."""

    LABEL: ClassVar[str] = N_("Out of the bin · {type_label} · {title}")


@dataclass(frozen=True, kw_only=True)
class RestoreValue(OfRecord):
    """Give a field the value it had after an earlier change."""

    LABEL: ClassVar[str] = N_("Earlier value back · {type_label} · {title} · {field_label}")
    field: str
    change_n: int

    def label_values(self) -> Mapping[str, str]:
        """Name the type, the record and the field."""
        kind = RECORD_TYPES[self.type_key]
        return {**_names(self.type_key, self.title, self.title_label), "field_label": kind.fields[self.field].label}


@dataclass(frozen=True, kw_only=True)
class ChangeSet(Command):
    """Make a set (value chains, tracks, countries …) of a record hold exactly these members: ids, or codes."""

    LABEL: ClassVar[str] = N_("Edit · {type_label} · {title}")
    type_key: str
    owner_field: str
    owner_id: UUID
    member_field: str
    members: tuple[UUID | str, ...]
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the set and the record."""
        return {"type_label": RECORD_TYPES[self.type_key].label, "title": self.title}


@dataclass(frozen=True, kw_only=True)
class RecoverDrafts(Command):
    """Turn texts that were typed but not finished before the last stop into changes."""

    LABEL: ClassVar[str] = N_("Recovered text")


@dataclass(frozen=True, kw_only=True)
class SeedBinder(Command):
    """Put the shipped lists (value chains, circular models, tracks, questions) into a new binder."""

    LABEL: ClassVar[str] = N_("Shipped lists")
    UNDOABLE: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class ErasePerson(Command):
    """Erase the data of a person from tables and journal; this cannot be undone."""

    LABEL: ClassVar[str] = N_("Erasure of a person’s data")
    UNDOABLE: ClassVar[bool] = False
    ERASES: ClassVar[bool] = True
    contact_id: UUID


@dataclass(frozen=True, kw_only=True)
class EraseTeamPerson(Command):
    """Erase the data of a person of a receiving team from tables and journal; this cannot be undone."""

    LABEL: ClassVar[str] = N_("Erasure of a person’s data")
    UNDOABLE: ClassVar[bool] = False
    ERASES: ClassVar[bool] = True
    hub_person_id: UUID


@dataclass(frozen=True, kw_only=True)
class Undo(Command):
    """Take back the last operation of this laptop; ``of_name`` and ``of_args`` say which, as journalled."""

    LABEL: ClassVar[str] = N_("Undo · {operation}")
    of_name: str
    of_args: str

    def label_values(self) -> Mapping[str, str]:
        """Name the operation taken back."""
        return {"of_name": self.of_name, "of_args": self.of_args}


@dataclass(frozen=True, kw_only=True)
class Redo(Undo):
    """Do again what was undone last."""

    LABEL: ClassVar[str] = N_("Redo · {operation}")


def _names(type_key: str, title: str, title_label: str) -> dict[str, str]:
    named = {"title_label": title_label} if title_label else {"title": title}
    return {"type_label": RECORD_TYPES[type_key].label, **named}
