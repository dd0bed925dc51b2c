"""breakeven: one calculation, or the events of a series, without a binder; and break-even of the ledgers of one."""

import codecs
import csv
import io
import json
import re
import sys
import tomllib
from argparse import Namespace
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Pairs, Table
from clusterdesk.cli.break_even_shapes import plain_amount
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups import break_even_ledgers, break_even_plan, break_even_questions
from clusterdesk.cli.parser import Parser

if TYPE_CHECKING:
    from clusterdesk.domain.breakeven.series import Rules, Series, Track

_LARGEST = 4_000_000
_SEPARATOR = re.compile(r"\Asep=.?\n", re.IGNORECASE)
_RULES = {
    "consecutive_months": "months",
    "consecutive_quarters": "quarters",
    "year_ends": "year_ends",
    "quarter_year_ends": "quarter_year_ends",
}


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of breakeven."""
    actions = parser.actions("what", t)
    actions.add("calc", t("one calculation: a JSON object on standard input, its answers on standard output"), calc)
    series = actions.add("series", t("when break-even was reached and lost in a series of months or quarters"), follow)
    series.wanted.add_argument("file", metavar=t("FILE"), help=t("csv with the columns month and core, or the costs"))
    series.options.add_argument("--seasonal", action="store_true", help=t("judge on twelve months"))
    series.options.add_argument("--rules", metavar=t("FILE"), help=t("TOML with [break_even]"))
    break_even_ledgers.add_actions(actions, t)
    break_even_plan.add_actions(actions, t)
    break_even_questions.add_actions(actions, t)


def calc(context: Context, options: Namespace) -> Answer:
    """Answer one JSON object by another."""
    from clusterdesk.domain.breakeven.calculate import calculate

    try:
        inputs = json.loads(sys.stdin.read(_LARGEST), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise _no_object() from error
    if not isinstance(inputs, dict):
        raise _no_object()
    document = calculate(inputs)
    return Answer(document, [Pairs([(name, _shown(value)) for name, value in document.items()])])


def follow(context: Context, options: Namespace) -> Answer:
    """Follow a series."""
    from clusterdesk.domain.breakeven import series
    from clusterdesk.domain.breakeven.table import read_series

    rows, columns = _rows(Path(options.file).expanduser())
    rules = _rules(Path(options.rules).expanduser()) if options.rules else None
    found = series.follow(read_series(rows, columns), seasonal=options.seasonal, rules=rules)
    document = {
        **_track(found.core),
        "missing": [str(one) for one in found.missing],
        "with_subsidies": _track(found.with_subsidies),
        "months": _months(found),
        "messages": [one.value for one in found.messages],
    }
    t = context.t
    heads = [t("Month"), t("Core result"), t("Last twelve months"), t("Break-even turnover"), t("Messages")]
    table = Table(heads, [_row(one) for one in document["months"]], frozenset({1, 2, 3}))
    events = [(t("Reached") if kind == "reached" else t("Lost"), month) for kind, month in document["events"]]
    return Answer(document, [Pairs(events), table])


def _track(track: "Track") -> dict[str, Any]:
    return {
        "first_non_negative_month": _text(track.first_non_negative),
        "events": [[change.value, str(period)] for change, period in track.events],
        "first_T12_non_negative": _text(track.first_t12_non_negative),
        "T12_confirmed": _text(track.t12_confirmed),
    }


def _months(found: "Series") -> list[dict[str, Any]]:
    sums = found.core.t12
    return [
        {
            "month": str(one.period),
            "core": plain_amount(one.core),
            "cm": plain_amount(one.cm),
            "cm_ratio": plain_amount(one.cm_ratio),
            "break_even_revenue": plain_amount(one.break_even_revenue),
            "t12": plain_amount(sums.get(one.period.index)),
            "messages": [message.value for message in one.messages],
        }
        for one in found.periods
    ]


def _row(month: Mapping[str, Any]) -> list[str]:
    shown = [month[name] or "" for name in ("month", "core", "t12", "break_even_revenue")]
    return [*shown, ", ".join(month["messages"])]


def _rows(path: Path) -> tuple[list[dict[str, str]], list[str]]:
    try:
        content = path.read_bytes()[: _LARGEST + 1]
    except OSError as error:
        raise KnownError(
            "file_unreadable",
            N_("“{name}” cannot be read."),
            advice=N_("Check the path, and that you may read the file."),
            name=path.name,
        ) from error
    if len(content) > _LARGEST:
        raise KnownError(
            "series_large",
            N_("“{name}” is too large for a series of months."),
            advice=N_("Give one ledger at a time."),
            name=path.name,
        )
    text = _text_of(content)
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", restval="")
    try:
        rows = [{key: value for key, value in row.items() if key} for row in reader]
    except csv.Error as error:
        raise KnownError(
            "series_damaged",
            N_("“{name}” cannot be read as a table."),
            advice=N_("Save it again as csv."),
            name=path.name,
        ) from error
    return rows, list(reader.fieldnames or [])


def _text_of(content: bytes) -> str:
    """Return the text of a table as spreadsheets save it: any of their encodings and line ends, without ``sep=;``."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    return _SEPARATOR.sub("", text, count=1).lstrip("\n")


def _rules(path: Path) -> "Rules":
    from clusterdesk.domain.breakeven.series import Rules

    try:
        with path.open("rb") as stream:
            given = tomllib.load(stream).get("break_even", {})
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnownError(
            "rules_unreadable",
            N_("“{name}” cannot be read as a file of rules."),
            advice=N_("It is TOML, with a part [break_even]."),
            name=path.name,
        ) from error
    wanted = {field: given[key] for key, field in _RULES.items() if key in given}
    if any(not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 60 for value in wanted.values()):
        raise KnownError(
            "rules_value",
            N_("A rule has a value that makes no sense."),
            advice=N_("Give whole numbers from 1 to 60 for: {keys}."),
            keys=", ".join(_RULES),
        )
    return Rules(**wanted)


def _text(value: object) -> str | None:
    return str(value) if value is not None else None


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return "–" if value is None else str(value)


def _no_object() -> KnownError:
    return KnownError(
        "no_json_object",
        N_("Standard input holds no JSON object."),
        advice=N_('Give one object, for example {{"kind": "single_product", "price": 24, …}}.'),
    )
