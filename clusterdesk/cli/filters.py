"""Which records a list shows: --filter, --sort, --limit, --offset."""

import re
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import country_values, references, values
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.record_options import sets_of
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RecordType

if TYPE_CHECKING:
    from clusterdesk.domain.views.record_ref import RecordFilter

_EQUALS = re.compile(r"([a-z][a-z_-]*)=(.*)", re.DOTALL)
_DESCENDING = ":desc"


def add_list_options(parser: Parser, t: Translate) -> None:
    """Add what a list can be asked."""
    parser.options.add_argument("--limit", metavar=t("NUMBER"), help=t("show at most so many"))
    parser.options.add_argument("--offset", metavar=t("NUMBER"), default="0", help=t("leave out the first so many"))
    parser.options.add_argument(
        "--filter",
        metavar=t("TEXT"),
        action="append",
        default=[],
        help=t("only those that contain TEXT, or FIELD=VALUE; may be repeated"),
    )
    parser.options.add_argument(
        "--save", metavar=t("FILE"), help=t("write the list into a file, .xlsx or .csv, instead of showing it")
    )
    parser.options.add_argument(
        "--sort", metavar=t("FIELD"), help=t("order by a field; FIELD:desc the other way round")
    )


def wanted_records(context: Context, kind: RecordType, options: Namespace) -> "RecordFilter":
    """Return which records are wanted.

    Raises:
        WrongUseError: a number or a field is not understood.
    """
    from clusterdesk.domain.views.record_ref import InSet, RecordFilter

    sets = sets_of(kind)
    in_sets: list[InSet] = []
    equals: dict[str, Any] = {}
    texts: list[str] = []
    for text in options.filter:
        found = _EQUALS.fullmatch(text)
        if found is None:
            texts += text.split()
            continue
        joined = sets.get("--" + found[1].replace("_", "-"))
        if joined is not None and found[2].strip():
            member_kind, owner, member = joined
            chosen = _joined(context, member, found[1], found[2])
            in_sets.append(InSet(member_kind.key, owner.name, member.name, chosen))
            continue
        spec = _field(kind, found[1], [name[2:].replace("-", "_") for name in sets])
        flag = f"--filter {spec.name}"
        empty = not found[2].strip()
        equals[spec.name] = None if empty and spec.optional else values.read(context, spec, flag, found[2])
    sort, descending = _order(kind, options.sort)
    return RecordFilter(
        texts=tuple(texts),
        equals=equals,
        sets=tuple(in_sets),
        sort=sort,
        descending=descending,
        limit=None if options.limit is None else count("--limit", options.limit),
        offset=count("--offset", options.offset),
    )


def _joined(context: Context, member: FieldSpec, name: str, text: str) -> UUID | str:
    if member.refers_to is None:
        return country_values.one_country(f"--filter {name}", text)
    return references.target(context, text, member.refers_to)


def _order(kind: RecordType, text: str | None) -> tuple[str, bool]:
    if not text:
        return "", False
    descending = text.startswith("-") or text.lower().endswith(_DESCENDING)
    name = text.lstrip("-+").removesuffix(_DESCENDING).removesuffix(":asc")
    return _field(kind, name).name, descending


def _field(kind: RecordType, name: str, others: Sequence[str] = ()) -> FieldSpec:
    """Find a field by its name or by its option; ``others`` may be named there, too."""
    wanted = name.strip().lower().replace("-", "_")
    for spec in kind.fields.values():
        if wanted in {spec.name, spec.name.removesuffix("_id") if spec.kind is Kind.ID else spec.name}:
            return spec
    raise WrongUseError(
        N_("There is no field “{name}” here. Use one of: {fields}."),
        code="unknown_field",
        name=name,
        fields=", ".join([*kind.fields, *others]),
        command=f"clusterdesk {kind.key.replace('_', '-')} list",
    )


def count(flag: str, text: str) -> int:
    """Read how many.

    Raises:
        WrongUseError: it is no whole number from 0.
    """
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise WrongUseError(
            N_("“{value}” does not fit {name}."),
            code="unreadable_value",
            value=text,
            name=flag,
            advice=N_("Give a whole number from 0."),
        )
    return number
