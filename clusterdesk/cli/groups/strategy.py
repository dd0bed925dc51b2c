"""strategy: objectives, indicators and action plan as a whole; brought in from a file, written into one."""

from argparse import Namespace
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.cli import writing
from clusterdesk.cli.answer import Answer, Block, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.measures import measure_label
from clusterdesk.domain.records.strategy import Indicator
from clusterdesk.domain.views.strategy import StrategyDesk, StrategyImport


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of strategy."""
    actions = parser.actions("what", t)
    actions.add("show", t("objectives, indicators, the plan of each year"), show)
    bring = actions.add("import", t("put the strategy of a file in the place of the present one"), bring_in)
    bring.wanted.add_argument("file", metavar=t("FILE"), help=t("a strategy file (TOML)"))
    bring.options.add_argument("--dry-run", action="store_true", help=t("only tell what would change"))
    give = actions.add("export", t("write the strategy into a file"), export)
    give.wanted.add_argument("file", metavar=t("FILE"), help=t("the file to write (TOML)"))


def show(context: Context, options: Namespace) -> Answer:
    """Show the strategy."""
    from clusterdesk.services.strategy import read_desk

    desk, t = read_desk(context.desk.store), context.t
    language = t.language
    operational = {one.id: one for one in desk.operational}
    rows = []
    for one in desk.indicators:
        parent = operational.get(one.operational_objective_id) if one.operational_objective_id else None
        label = parent.code if parent is not None else ""
        target = "" if one.target is None else str(one.target)
        plan = " · ".join(f"{each.year}: {each.expected}" for each in desk.years_of(one.id))
        rows.append([label, one.name_in(language), t(measure_label(one.measure)), target, plan])
    heads = [t("Objective"), t("Indicator"), t("Counts"), t("Target"), t("Plan by year")]
    points = [
        [str(one.year), one.text, _owner(desk, one.owner_name, one.profile_id), t(choice_label(one.state))]
        for one in desk.plan
    ]
    plan_heads = [t("Year"), t("What is done"), t("Who"), t("State")]
    blocks: list[Block] = [Table(heads, rows, frozenset({3})), Lines([""]), Table(plan_heads, points)]
    return Answer(_document(desk), blocks)


def bring_in(context: Context, options: Namespace) -> Answer:
    """Bring in a file, or only tell what that would change."""
    from clusterdesk.domain.commands.strategy import ImportStrategy
    from clusterdesk.services import strategy

    path = Path(options.file).expanduser()
    text, store = strategy.file_text(path), context.desk.store
    if options.dry_run:
        found = strategy.plan_import(store, text)
    else:
        found = strategy.import_strategy(store, ImportStrategy(text=text, name=path.name)).output
    t = context.t
    lines = [t("Nothing changes: the binder says the same already.")] if found.is_nothing else _lines(found, context)
    return Answer(
        {
            "dry_run": options.dry_run,
            "indicators": found.indicators,
            "added": list(found.added),
            "changed": list(found.changed),
            "removed": list(found.removed),
            "rules": found.rules.version if found.rules is not None else None,
        },
        [Lines(lines)],
    )


def export(context: Context, options: Namespace) -> Answer:
    """Write the strategy into a file."""
    from clusterdesk.services.strategy import export_strategy

    path = Path(options.file).expanduser()
    text = export_strategy(context.desk.store)
    writing.write(path, text.encode())
    return Answer({"path": str(path)}, [Lines([context.t("Strategy written: {path}", path=path)])])


def _lines(found: StrategyImport, context: Context) -> list[str]:
    t = context.t
    lines = [t("Added: {what}", what=name) for name in found.added]
    lines += [t("Changed: {what}", what=name) for name in found.changed]
    lines += [t("To the bin: {what}", what=name) for name in found.removed]
    if found.rules is not None:
        day = context.formats.date(found.rules.valid_from)
        lines.append(t("Rules: version {version}, valid from {day}", version=str(found.rules.version), day=day))
    return lines


def _owner(desk: StrategyDesk, name: str, profile_id: object) -> str:
    return name or next((one.name for one in desk.profiles if one.id == profile_id), "")


def _document(desk: StrategyDesk) -> dict[str, object]:
    keys = {one.id: one.key for one in (*desk.objectives, *desk.operational)}

    def of(one: Indicator) -> dict[str, object]:
        return {
            "id": str(one.id),
            "key": one.key,
            "operational": keys.get(one.operational_objective_id) if one.operational_objective_id else None,
            "name": one.name_fr,
            "measure": one.measure,
            "target": one.target,
            "start_on": one.start_on.isoformat() if one.start_on else None,
            "end_on": one.end_on.isoformat() if one.end_on else None,
            "expected": {str(each.year): str(each.expected) for each in desk.years_of(one.id)},
        }

    return {
        "objectives": [{"id": str(one.id), "key": one.key, "name": one.name_fr} for one in desk.objectives],
        "operational": [
            {
                "id": str(one.id),
                "key": one.key,
                "objective": keys.get(one.strategic_objective_id) if one.strategic_objective_id else None,
                "name": one.name_fr,
            }
            for one in desk.operational
        ],
        "indicators": [of(one) for one in desk.indicators],
        "plan": [
            {
                "id": str(one.id),
                "year": one.year,
                "text": one.text,
                "owner": _owner(desk, one.owner_name, one.profile_id),
                "due_on": one.due_on.isoformat() if one.due_on else None,
                "state": one.state.value,
            }
            for one in desk.plan
        ],
        "rules": [{"version": one.version, "valid_from": one.valid_from.isoformat()} for one in desk.rule_sets],
    }
