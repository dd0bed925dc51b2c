"""What happened to a record, in words: fields by their labels, values as people read them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.history import HistoryEntry
from clusterdesk.gui.forms.language_names import LANGUAGES
from clusterdesk.gui.forms.points import show_point
from clusterdesk.gui.kit import Kit
from clusterdesk.services.told_titles import told_operation, told_title

_LONGEST = 300
# What people are not interested in: where a record came from, and how a document is kept.
_UNTOLD = frozenset({"id", "external_id", "sha256", "position", "media_type", "size", "recorded_on"})
_BIN = {True: N_("Put into the bin"), False: N_("Taken out of the bin")}

Names = Mapping[UUID, str]


def references(entries: Sequence[HistoryEntry]) -> dict[str, set[UUID]]:
    """Return the ids of records that values point to, by their type: their names have to be looked up."""
    found: dict[str, set[UUID]] = {}
    for entry in entries:
        for spec, value in _values(entry):
            if spec.refers_to is not None and value is not None:
                found.setdefault(spec.refers_to, set()).add(UUID(str(value)))
    return found


def change_title(kit: Kit, entry: HistoryEntry, names: Names) -> str:
    """Return "Name: Atelier → Atelier Noord", or that the record was made."""
    t, kind = kit.t, RECORD_TYPES[entry.record_type]
    if entry.field is None:
        return t("New: {what}", what=_short(_born_title(entry)) or t(kind.label))
    if entry.field == "deleted":
        return t(_BIN[bool(entry.new)])
    spec = kind.fields[entry.field]
    if entry.erased:
        return t("{field}: erased", field=t(spec.label))
    old, new = value_text(kit, spec, entry.old, names), value_text(kit, spec, entry.new, names)
    return t("{field}: {old} → {new}", field=t(spec.label), old=_short(old), new=_short(new))


def change_body(kit: Kit, entry: HistoryEntry, names: Names) -> str:
    """Return who did it in which operation; for a new record also what it held."""
    t = kit.t
    who = entry.author or t("somebody without a name")
    time_of_day = kit.formats.time(entry.at)
    done = t(
        "{who} at {time} · {operation}",
        who=who,
        time=time_of_day,
        operation=told_operation(entry.operation, t, kit.formats),
    )
    if entry.field is not None:
        return done
    titled = RECORD_TYPES[entry.record_type].title_fields
    held = [
        t("{field}: {value}", field=t(spec.label), value=_short(value_text(kit, spec, value, names), 80))
        for spec, value in _values(entry)
        if _is_told(spec) and spec.name not in titled and value not in (None, "", [], ())
    ]
    return " · ".join([done, *held])


def value_text(kit: Kit, spec: FieldSpec, value: Any, names: Names) -> str:  # noqa: ANN401 - as varied as fields
    """Return a value in words; "–" for nothing."""
    t, formats = kit.t, kit.formats
    if value is None or value in ("", (), []):
        return "–"
    if spec.refers_to is not None or isinstance(value, UUID):
        name = names.get(UUID(str(value)), t("(unknown)"))
        return told_title(spec.refers_to or "", name, t, formats)
    if isinstance(value, Enum):
        return t(choice_label(value))
    if spec.name in ("language", "languages"):
        keys = (value,) if isinstance(value, str) else value
        return formats.joined([t(LANGUAGES[key]) if key in LANGUAGES else str(key) for key in keys])
    if isinstance(value, bool):
        return t("Yes") if value else t("No")
    if isinstance(value, datetime):
        return formats.instant(value)
    if isinstance(value, date):
        return formats.date(value)
    if isinstance(value, time):
        return formats.time(value)
    return _other_text(kit, spec, value)


def _other_text(kit: Kit, spec: FieldSpec, value: Any) -> str:  # noqa: ANN401
    formats = kit.formats
    if spec.kind is Kind.PARTIAL_DATE:
        return formats.partial(value)
    if spec.name == "minutes":
        return formats.duration(value)
    if spec.kind in (Kind.INTEGER, Kind.DECIMAL):
        return formats.number(value)
    if spec.kind is Kind.TEXTS:
        return formats.joined([str(each) for each in value])
    if spec.name == "enterprise_number":
        return show_enterprise_number(str(value))
    return show_point(str(value)) if spec.name == "value" else str(value)


def state_lines(kit: Kit, type_key: str, values: Mapping[str, Any], names: Names) -> Iterator[tuple[str, str]]:
    """Yield label and text of every field of a past state (JSON values) that holds something."""
    for name, spec in RECORD_TYPES[type_key].fields.items():
        if name in _UNTOLD or name == "deleted" or values.get(name) in (None, "", []):
            continue
        yield kit.t(spec.label), value_text(kit, spec, spec.from_plain(values[name]), names)


def end_of(day: date) -> datetime:
    """Return the last instant of a local day."""
    return datetime.combine(day, time.max).astimezone(UTC)


def state_references(type_key: str, values: Mapping[str, Any]) -> dict[str, set[UUID]]:
    """Return the ids a past state points to, by type."""
    found: dict[str, set[UUID]] = {}
    for spec in RECORD_TYPES[type_key].references:
        if values.get(spec.name):
            found.setdefault(str(spec.refers_to), set()).add(UUID(str(values[spec.name])))
    return found


def _born_title(entry: HistoryEntry) -> str:
    """Return the words a new record is known by; choices and dates are told among its fields."""
    kind = RECORD_TYPES[entry.record_type]
    texts = [dict(entry.new or {}).get(name) for name in kind.title_fields if kind.fields[name].kind is Kind.TEXT]
    return " ".join(str(text) for text in texts if text)


def _is_told(spec: FieldSpec) -> bool:
    """Tell whether a field of a new record says something that its title and the record it is a part of do not."""
    return spec.name not in _UNTOLD and spec.kind is not Kind.BOOLEAN and not spec.owned


def _values(entry: HistoryEntry) -> Iterator[tuple[FieldSpec, Any]]:
    specs = RECORD_TYPES[entry.record_type].fields
    if entry.field is None:
        for name, value in dict(entry.new or {}).items():
            spec = specs.get(name)
            if spec is not None:
                yield spec, spec.from_plain(value)
    else:
        yield specs[entry.field], entry.old
        yield specs[entry.field], entry.new


def _short(text: str, longest: int = _LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"
