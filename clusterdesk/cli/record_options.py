"""The options of record commands, made from the fields of the records themselves."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import country_values, references, values
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RecordType, owned_types

# Names that are taken by the options that exist everywhere.
_TAKEN = frozenset({"binder", "language", "json", "yes", "quiet", "help", "file"})
# Written by their own commands (delete, merge), by the store, or made of the file that is given.
_ELSEWHERE: Mapping[str, frozenset[str]] = {
    "organisation": frozenset({"merged_into", "merged_on"}),
    "document": frozenset({"sha256", "size", "media_type"}),
}
_ALWAYS_ELSEWHERE = frozenset({"id", "deleted"})
_YES = "yes"


def fields_of(kind: RecordType) -> dict[str, FieldSpec]:
    """Return the fields that options write, by the name of the option (with its dashes)."""
    hidden = _ALWAYS_ELSEWHERE | _ELSEWHERE.get(kind.key, frozenset())
    return {flag_of(kind, spec): spec for spec in kind.fields.values() if spec.name not in hidden}


def flag_of(kind: RecordType, spec: FieldSpec) -> str:
    """Return the option that writes a field: ``organisation_id`` is ``--organisation``."""
    name = spec.name.removesuffix("_id") if spec.kind is Kind.ID else spec.name
    if name in _TAKEN:
        name = f"{kind.key}_{name}"
    return "--" + name.replace("_", "-")


def sets_of(kind: RecordType) -> dict[str, tuple[RecordType, FieldSpec, FieldSpec]]:
    """Return the sets of a record by option: the type of a member, the field of the owner, that of the member."""
    found = {}
    for member_kind, owner in owned_types(kind.key):
        others = [spec for spec in member_kind.references if spec.name != owner.name]
        if not member_kind.member_of_set or member_kind.measured:
            continue
        if len(others) == 1:
            found["--" + str(others[0].refers_to).replace("_", "-")] = (member_kind, owner, others[0])
        elif not others and "country" in member_kind.fields:
            found["--country"] = (member_kind, owner, member_kind.fields["country"])
    return found


def is_required(kind: RecordType, spec: FieldSpec) -> bool:
    """Tell whether a new record needs this field; what a document needs is read from its file."""
    return spec.default is MISSING and not spec.optional and kind.key != "document"


def add_field_options(parser: Parser, t: Translate, kind: RecordType, *, new: bool) -> None:
    """Add an option for every field and every set of a record."""
    for flag, spec in fields_of(kind).items():
        more: dict[str, Any] = {"nargs": "?", "const": _YES} if spec.kind is Kind.BOOLEAN else {}
        if spec.kind is Kind.TEXTS:
            more = {"action": "append"}
        parser.options.add_argument(
            *_spellings(flag, spec),
            dest=_slot(spec.name),
            metavar=_metavar(t, spec),
            required=new and is_required(kind, spec),
            help=_help(t, spec),
            **more,
        )
    for flag, (member, _, spec) in sets_of(kind).items():
        parser.options.add_argument(
            flag, dest=_slot(member.key), metavar=_set_metavar(t, spec), action="append", help=_set_help(t, spec)
        )


def _spellings(flag: str, spec: FieldSpec) -> tuple[str, ...]:
    """Let a reference be given under its full name too."""
    full = "--" + spec.name.replace("_", "-")
    return (flag,) if flag == full or spec.name in ("language",) else (flag, full)


def _slot(name: str) -> str:
    return f"field_{name}"


def _metavar(t: Translate, spec: FieldSpec) -> str:
    if spec.kind is Kind.ID:
        return "REF"
    if spec.choices is not None:
        return "|".join(str(choice.value) for choice in spec.choices)
    return {
        Kind.INTEGER: t("NUMBER"),
        Kind.DECIMAL: t("NUMBER"),
        Kind.BOOLEAN: t("yes|no"),
        Kind.DATE: t("DATE"),
        Kind.PARTIAL_DATE: t("DATE"),
        Kind.TIME: t("HH:MM"),
    }.get(spec.kind, t("TEXT"))


def _help(t: Translate, spec: FieldSpec) -> str:
    label = t(spec.label)
    if spec.kind is Kind.TEXTS:
        label = t("{label} (may be repeated)", label=label)
    return label


def _set_metavar(t: Translate, spec: FieldSpec) -> str:
    return "REF" if spec.refers_to is not None else t("COUNTRY|GROUP")


def _set_help(t: Translate, spec: FieldSpec) -> str:
    return t("{label} (may be repeated)", label=t(spec.label))


def given_fields(context: Context, kind: RecordType, options: Namespace) -> dict[str, Any]:
    """Return the values of the fields that were given, read.

    Raises:
        WrongUseError: a value cannot be read.
        KnownError: a reference leads nowhere.
    """
    found: dict[str, Any] = {}
    for flag, spec in fields_of(kind).items():
        text = getattr(options, _slot(spec.name), None)
        if text is None:
            continue
        if isinstance(text, list):
            text = ", ".join(text)
        if (kind.key, spec.name) == ("record_tag", "record_id"):
            found[spec.name] = _tagged(context, text, found.get("record_type", ""))
        elif (kind.key, spec.name) == ("record_tag", "record_type"):
            found[spec.name] = references.record_type(text)
        else:
            found[spec.name] = values.read(context, spec, flag, text)
    return found


def _tagged(context: Context, text: str, key: str) -> UUID:
    if not key:
        raise WrongUseError(N_("Something is missing: {names}."), names="--record-type")
    return references.target(context, text, key)


def given_sets(
    context: Context, kind: RecordType, options: Namespace
) -> Iterator[tuple[RecordType, FieldSpec, FieldSpec, tuple[UUID | str, ...]]]:
    """Yield the sets that were given, with the ids or countries they hold; one empty text means an empty set."""
    for flag, (member, owner, spec) in sets_of(kind).items():
        texts = getattr(options, _slot(member.key), None)
        if texts is not None:
            yield member, owner, spec, _members(context, spec, flag, texts)


def _members(context: Context, spec: FieldSpec, flag: str, texts: Sequence[str]) -> tuple[UUID | str, ...]:
    if spec.refers_to is None:
        return country_values.several_countries(context, flag, texts)
    ids = [references.target(context, text, spec.refers_to) for text in texts if text.strip()]
    return tuple(dict.fromkeys(ids))
