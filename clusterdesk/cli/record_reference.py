"""The part of docs/cli.md that is made from the table of record types.

``python -m clusterdesk.cli.record_reference docs/cli.md`` writes it anew between its two marks.
"""

import sys
from pathlib import Path

from clusterdesk.cli import record_options
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType

BEGIN = "<!-- made by: python -m clusterdesk.cli.record_reference docs/cli.md -->"
END = "<!-- end of what is made -->"
_WORDS = {
    Kind.TEXT: "text",
    Kind.NOTE: "text of several lines",
    Kind.INTEGER: "whole number",
    Kind.BOOLEAN: "yes or no",
    Kind.DECIMAL: "amount, as a string",
    Kind.DATE: "date",
    Kind.PARTIAL_DATE: "date, month or year",
    Kind.TIME: "hour `HH:MM`",
    Kind.INSTANT: "instant",
    Kind.ID: "id",
    Kind.TEXTS: "list of texts",
}


def reference() -> str:
    """Return the tables of all record types, in Markdown."""
    return "\n\n".join(_section(kind) for kind in RECORD_TYPES.values())


def _section(kind: RecordType) -> str:
    flags = {spec.name: flag for flag, spec in record_options.fields_of(kind).items()}
    lines = [f"#### `{kind.key.replace('_', '-')}` – {kind.plural}", "", "| key | option | value |", "|---|---|---|"]
    for spec in kind.fields.values():
        option = f"`{flags[spec.name]}`" if spec.name in flags else "–"
        if spec.name in flags and record_options.is_required(kind, spec):
            option += " (needed)"
        lines.append(f"| `{spec.name}` | {option} | {_value(spec)} |")
    for flag, (member, _, spec) in record_options.sets_of(kind).items():
        lines.append(f"| `parts.{member.key}` | `{flag}` (may be repeated) | {_set(spec)} |")
    return "\n".join(lines)


def _set(spec: FieldSpec) -> str:
    return f"set of `{spec.refers_to}`" if spec.refers_to else "countries: names, codes of two letters, groups"


def _value(spec: FieldSpec) -> str:
    if spec.refers_to is not None:
        return f"id of a `{spec.refers_to}`" + (" it is a part of" if spec.owned else "")
    if spec.choices is not None:
        return " · ".join(f"`{choice.value}`" for choice in spec.choices)
    return _WORDS[spec.kind]


def main(arguments: list[str]) -> int:
    """Write the tables into a file between the two marks."""
    path = Path(arguments[0])
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n\n{reference()}\n\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
