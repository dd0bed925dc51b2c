"""Choosing, field by field, what two merged organisations are read as."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import FieldSpec, Kind, specs_of
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.organisations import Organisation

# What stays with each record: its identity, and the merge itself.
_OWN = frozenset({"id", "external_id", "deleted", "merged_into", "merged_on"})
# Who may read a text goes with the text: an internal sentence stays internal, whichever is chosen.
_GOES_WITH = {"summary_visibility": "summary"}


class Side(StrEnum):
    """Whose value a field keeps; ``both`` joins notes and languages."""

    KEPT = "kept"
    ABSORBED = "absorbed"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """Both values of a field side by side. ``label`` is a msgid, ``allowed`` are the sides a person can choose."""

    field: str
    label: str
    kept: Any
    absorbed: Any
    suggested: Side
    allowed: tuple[Side, ...]

    @property
    def differs(self) -> bool:
        """Tell whether there is anything to choose."""
        return bool(self.kept != self.absorbed)


def field_choices(kept: Organisation, absorbed: Organisation) -> tuple[FieldChoice, ...]:
    """Return the fields of two organisations that hold anything, with a suggestion for each."""
    found = []
    for name, spec in specs_of(Organisation).items():
        ours, theirs = getattr(kept, name), getattr(absorbed, name)
        if name not in {*_OWN, *_GOES_WITH} and not (_is_empty(spec, ours) and _is_empty(spec, theirs)):
            allowed = (Side.KEPT, Side.ABSORBED, Side.BOTH) if _joins(spec) else (Side.KEPT, Side.ABSORBED)
            found.append(FieldChoice(name, spec.label, ours, theirs, _suggested(spec, ours, theirs), allowed))
    return tuple(found)


def chosen(kept: Organisation, absorbed: Organisation, choices: Mapping[str, Side]) -> Organisation:
    """Return the kept organisation with the values chosen; a field not named follows the suggestion.

    Raises:
        KnownError: a field cannot be chosen, or its values cannot be joined.
    """
    offered = {one.field: one for one in field_choices(kept, absorbed)}
    for name, side in choices.items():
        _check(name, side, offered.get(name))
    values: dict[str, Any] = {}
    for name, one in offered.items():
        side = choices.get(name, one.suggested)
        if side is Side.ABSORBED:
            values[name] = one.absorbed
        elif side is Side.BOTH:
            values[name] = _joined(one.kept, one.absorbed)
    for name, text in _GOES_WITH.items():
        if text in offered and choices.get(text, offered[text].suggested) is Side.ABSORBED:
            values[name] = getattr(absorbed, name)
    return replace(kept, **values)


def _check(name: str, side: Side, offered: FieldChoice | None) -> None:
    if name not in specs_of(Organisation) or name in {*_OWN, *_GOES_WITH}:
        raise KnownError(
            "merge_field",
            N_("“{field}” is no field that can be chosen when organisations are merged."),
            advice=N_("Choose among the fields of the preview."),
            field=name,
        )
    if offered is not None and side not in offered.allowed:
        raise KnownError(
            "merge_both",
            N_("The two values of “{field_label}” cannot both be kept."),
            advice=N_("Choose one of the two; the other stays readable on the absorbed organisation."),
            field_label=offered.label,
        )


def _suggested(spec: FieldSpec, kept: Any, absorbed: Any) -> Side:  # noqa: ANN401 - values are as varied as fields
    if kept == absorbed or _is_empty(spec, absorbed):
        return Side.KEPT
    if _is_empty(spec, kept):
        return Side.ABSORBED
    if _joins(spec):
        return Side.BOTH
    if isinstance(kept, PartialDate) and isinstance(absorbed, PartialDate):
        finer = len(absorbed.text) > len(kept.text) and absorbed.text.startswith(kept.text)
        return Side.ABSORBED if finer else Side.KEPT
    return Side.KEPT


def _joins(spec: FieldSpec) -> bool:
    return spec.kind in {Kind.NOTE, Kind.TEXTS} and spec.name != "summary"


def _joined(kept: Any, absorbed: Any) -> Any:  # noqa: ANN401
    if isinstance(kept, tuple):
        return tuple(dict.fromkeys((*kept, *absorbed)))
    if absorbed in kept:
        return kept
    return f"{kept}\n\n{absorbed}" if kept else absorbed


def _is_empty(spec: FieldSpec, value: Any) -> bool:  # noqa: ANN401
    return value in (None, "", ()) or (value == spec.default and spec.name != "kind")
