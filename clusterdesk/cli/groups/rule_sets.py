"""rule-set difference, change: which results other rules would let appear or vanish; saving them as a version."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Block, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.domain.views.indicators import IndicatorLine
    from clusterdesk.domain.views.rule_difference import IndicatorDifference, RulesDifference

_RULES = RECORD_TYPES["rule_set"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with the rules of counting."""
    tell = actions.add("difference", t("which results would appear or vanish by other rules, by name"), tell_difference)
    change = actions.add("change", t("let results be counted by other rules from a day on"), change_to)
    for action in (tell, change):
        action.wanted.add_argument("file", metavar=t("FILE"), help=t("TOML whose keys change the newest rules"))
    tell.options.add_argument("--as-of", metavar=t("DATE"), help=t("as it was known on a day; else today"))
    change.options.add_argument("--valid-from", metavar=t("DATE"), help=t("from when they are valid; else today"))
    change.options.add_argument(
        "--owner", metavar=t("NAME"), default="", help=t("who answers for them; else the settings' name")
    )
    change.options.add_argument("--reason", metavar=t("TEXT"), required=True, help=t("why they are changed"))


def tell_difference(context: Context, options: Namespace) -> Answer:
    """Tell the difference; nothing is written."""
    from clusterdesk.services.indicators import rules_text
    from clusterdesk.services.rule_sets import rules_difference

    day = _day(context, "--as-of", options.as_of)
    text = rules_text(Path(options.file).expanduser())
    found = rules_difference(context.desk.store, text, day)
    return Answer(_document(found), _blocks(context, found))


def change_to(context: Context, options: Namespace) -> Answer:
    """Save the next version."""
    from clusterdesk.domain.commands.strategy import ChangeRules
    from clusterdesk.services.indicators import rules_text
    from clusterdesk.services.rule_sets import change_rules, rules_difference

    desk, text = context.desk, rules_text(Path(options.file).expanduser())
    since = _day(context, "--valid-from", options.valid_from)
    found = rules_difference(desk.store, text)
    command = ChangeRules(
        parameters=text,
        valid_from=since or desk.clock.today(),
        owner=options.owner or context.settings.profile_name,
        reason=options.reason,
    )
    made = change_rules(desk.store, command).output
    head: dict[str, Any] = {"id": str(made.id), "version": made.version, "valid_from": made.valid_from.isoformat()}
    t = context.t
    lines = [t("Version {version} of the rules is saved.", version=made.version)]
    dated_back = made.valid_from < desk.clock.today()
    if dated_back:
        day = context.formats.date(made.valid_from)
        lines.append(t("Reports from {day} on that are not frozen change; frozen ones keep their numbers.", day=day))
    head |= {"owner": made.owner, "dated_back": dated_back}
    return Answer({**head, **_document(found)}, [Lines(lines), *_blocks(context, found)])


def _day(context: Context, flag: str, text: str | None) -> date | None:
    day: date | None = values.read(context, _RULES["valid_from"], flag, text) if text else None
    return day


def _document(found: "RulesDifference") -> dict[str, Any]:
    return {
        "as_of": found.as_of.isoformat(),
        "changed": found.changed,
        "indicators": [_indicator(one) for one in found.indicators],
    }


def _indicator(one: "IndicatorDifference") -> dict[str, Any]:
    return {
        "key": one.rules.key,
        "total_before": one.total[0],
        "total_after": one.total[1],
        "provable_before": one.provable[0],
        "provable_after": one.provable[1],
        "appears": [_line(line) for line in one.appears],
        "vanishes": [_line(line) for line in one.vanishes],
        "moves": [{**_line(line.after), "date_before": line.before.on.isoformat()} for line in one.moves],
        "gains_proof": [_line(line) for line in one.gains_proof],
        "loses_proof": [_line(line) for line in one.loses_proof],
    }


def _line(line: "IndicatorLine") -> dict[str, Any]:
    return {"project": line.project, "organisation": line.organisation, "date": line.on.isoformat()}


def _blocks(context: Context, found: "RulesDifference") -> list[Block]:
    from clusterdesk.services.rule_words import difference_lines

    t = context.t
    lines = difference_lines(found, t, context.formats)
    if not found.changed:
        return [Lines([t("These rules count as the present ones do.")])]
    if not lines:
        return [Lines([t("The rules change, but no result appears or vanishes.")])]
    heads = [t("Indicator"), t("What changes"), t("Project"), t("Organisation"), t("Date")]
    return [Table(heads, [[one.indicator, one.change, one.project, one.organisation, one.on] for one in lines])]
