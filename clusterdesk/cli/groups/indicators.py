"""indicators: how many count as of a day, by which rules, why, and what nearly counts."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Block, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.domain.strategy.rules import CountingRules
    from clusterdesk.domain.views.indicators import IndicatorBoard, IndicatorLine, IndicatorView

_DAY = RECORD_TYPES["session"].fields["on"]


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add what may be given."""
    options = parser.options
    options.add_argument("--as-of", metavar=t("DATE"), help=t("as it was known on a day; else today"))
    options.add_argument("--since", metavar=t("DATE"), help=t("by how much the report of an earlier day is restated"))
    options.add_argument("--rules", metavar=t("FILE"), help=t("TOML whose keys change the rules in force"))
    options.add_argument("--explain", action="store_true", help=t("list what counts and why, and what nearly counts"))
    parser.set_defaults(handler=indicators)


def indicators(context: Context, options: Namespace) -> Answer:
    """Count the indicators."""
    from clusterdesk.services.indicators import read_indicators, restated

    store = context.desk.store
    day = _day(context, "--as-of", options.as_of) or context.desk.clock.today()
    rules = rules_meant(context, options, day)
    board = read_indicators(store, day, rules)
    document: dict[str, Any] = {
        "as_of": day.isoformat(),
        "rules": board.rules.version,
        "indicators": [_document(context, one) for one in board.indicators],
    }
    blocks: list[Block] = [_table(context, board)]
    since = _day(context, "--since", options.since)
    if since is not None:
        changes = restated(read_indicators(store, since, rules), board).changes
        document["restated"] = {key: {str(year): n for year, n in years.items()} for key, years in changes.items()}
        blocks += _restated(context, board, since, changes)
    if options.explain:
        for one in board.indicators:
            blocks += _explained(context, one)
    return Answer(document, blocks)


def rules_meant(context: Context, options: Namespace, day: date) -> "CountingRules":
    """Return the rules in force on a day, changed by the file that is given."""
    from clusterdesk.services.indicators import rules_from_file, rules_in_force

    base = rules_in_force(context.desk.store, day)
    return rules_from_file(Path(options.rules).expanduser(), base) if options.rules else base


def _day(context: Context, flag: str, text: str | None) -> date | None:
    day: date | None = values.read(context, _DAY, flag, text) if text else None
    return day


def _document(context: Context, one: "IndicatorView") -> dict[str, object]:
    return {
        "key": one.rules.key,
        "target": one.rules.target,
        "unit": one.rules.unit.value,
        "total": one.total,
        "provable": one.provable,
        "still_holding": one.still_holding,
        "provisional": len(one.provisional),
        "per_year": {str(year): n for year, n in one.per_year.items()},
        "counted": [_line(context, line) for line in one.counted],
        "nearly": [_line(context, line) for line in (*one.provisional, *one.nearly)],
    }


def _line(context: Context, line: "IndicatorLine") -> dict[str, object]:
    from clusterdesk.services.indicator_words import because_document

    return {
        "project": line.project,
        "project_id": str(line.project_id) if line.project_id else None,
        "organisation": line.organisation,
        "organisation_id": str(line.organisation_id) if line.organisation_id else None,
        "date": line.on.isoformat(),
        "evidence": line.evidence,
        "provable": line.provable,
        "still_holding": line.holds,
        "managers": list(line.managers),
        "why": [because_document(because, context.t, context.formats) for because in line.why],
        "missing": [because_document(because, context.t, context.formats) for because in line.missing],
    }


def _table(context: Context, board: "IndicatorBoard") -> Table:
    t, number = context.t, context.formats.number
    years = sorted({year for one in board.indicators for year in one.per_year})
    heads = [t("Indicator"), t("Target"), t("Total"), t("Provable"), t("Still holding"), t("Provisional")]
    rows = [
        [
            one.rules.name_in(t.language),
            number(one.rules.target) if one.rules.target is not None else "–",
            *(number(n) for n in (one.total, one.provable, one.still_holding, len(one.provisional))),
            *(number(one.per_year[year]) if year in one.per_year else "" for year in years),
        ]
        for one in board.indicators
    ]
    return Table([*heads, *map(str, years)], rows, frozenset(range(1, len(heads) + len(years))))


def _restated(
    context: Context, board: "IndicatorBoard", since: date, changes: Mapping[str, Mapping[int, int]]
) -> list[Block]:
    t, day = context.t, context.formats.date(since)
    if not changes:
        return [Lines(["", t("Nothing that the report of {day} said is restated.", day=day)])]
    names = {one.rules.key: one.rules.name_in(t.language) for one in board.indicators}
    rows = [[names[key], str(year), f"{n:+d}"] for key, years in changes.items() for year, n in years.items()]
    head = Lines(["", t("Restated since the report of {day}:", day=day)])
    return [head, Table([t("Indicator"), t("Year"), t("Change")], rows, frozenset({1, 2}))]


def _explained(context: Context, one: "IndicatorView") -> list[Block]:
    from clusterdesk.services.indicator_words import because_sentences

    t, formats = context.t, context.formats
    blocks: list[Block] = []
    for title, lines in (
        (t("{indicator}: what counts", indicator=one.rules.name_in(t.language)), one.counted),
        (
            t("{indicator}: what nearly counts", indicator=one.rules.name_in(t.language)),
            (*one.provisional, *one.nearly),
        ),
    ):
        if not lines:
            continue
        rows = [
            [
                formats.date(line.on),
                line.project,
                line.organisation,
                " ".join(because_sentences(line.why, t, formats)),
                " ".join(because_sentences(line.missing, t, formats)),
            ]
            for line in lines
        ]
        heads = [t("Date"), t("Project"), t("Organisation"), t("Why it counts"), t("What is missing")]
        blocks += [Lines(["", title]), Table(heads, rows)]
    return blocks
