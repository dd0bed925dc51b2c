"""The rules of counting by version: what another version would change, by name, and saving it as one step."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Insert, OpResult
from clusterdesk.domain.commands.strategy import ChangeRules
from clusterdesk.domain.records.strategy import RuleSet
from clusterdesk.domain.strategy.reading_rules import read_rules
from clusterdesk.domain.strategy.rule_text import merged_text, tables_of
from clusterdesk.domain.strategy.rules import CountingRules
from clusterdesk.domain.strategy_file import OWN, PLAN, StrategyFile
from clusterdesk.domain.strategy_text import counting_text
from clusterdesk.domain.views.rule_difference import RulesDifference, difference
from clusterdesk.services.indicators import read_indicators, rules_in_force
from clusterdesk.services.strategy import read_desk
from clusterdesk.store.desk_store import Store


def newest_rules(store: Store) -> CountingRules:
    """Return the rules of the newest version, which the next one changes."""
    newest = _newest(store)
    return rules_in_force(store, newest.valid_from if newest is not None else store.clock.today())


def newest_tables(store: Store) -> Mapping[str, Mapping[str, Any]]:
    """Return the parameters of the newest version as they are written, by table."""
    newest = _newest(store)
    return _parameters(newest.parameters) if newest is not None else {}


def rules_difference(store: Store, text: str, as_of: date | None = None) -> RulesDifference:
    """Return which results would appear or vanish, by name, if a text of rules changed the newest ones.

    Raises:
        KnownError: the text says what makes no sense.
    """
    day, present = as_of or store.clock.today(), newest_rules(store)
    before = read_indicators(store, day, present)
    return difference(before, read_indicators(store, day, _changed(store, text, present)))


def change_rules(store: Store, cmd: ChangeRules) -> OpResult[RuleSet]:
    """Save the next version of the rules; older reports keep theirs, and undo brings the present ones back.

    Raises:
        KnownError: the rules make no sense or change nothing, or it is not said who wants them, why and from when.
    """
    present, newest = newest_rules(store), _newest(store)
    _check_parameters(cmd.parameters)
    if _changed(store, cmd.parameters, present).indicators == present.indicators:
        raise KnownError(
            "rules_unchanged",
            N_("These rules count as the present ones do."),
            advice=N_("Change a parameter, or leave the rules as they are."),
        )
    if not cmd.owner.strip() or not cmd.reason.strip():
        raise KnownError(
            "rules_unexplained",
            N_("It is not said who changes the rules and why."),
            advice=N_("Give the name of who answers for the rules, and the reason: the board will ask."),
        )
    if newest is not None and cmd.valid_from < newest.valid_from:
        raise KnownError(
            "rules_too_early",
            N_("The new rules cannot be valid from {day}: version {version} is valid from {since} on."),
            advice=N_("Choose that day or a later one; reports of earlier days keep their rules."),
            day=cmd.valid_from,
            version=newest.version,
            since=newest.valid_from,
        )
    versions = [one.version for one in store.find(RuleSet, deleted=None)]
    made = RuleSet(
        version=max(versions, default=0) + 1,
        valid_from=cmd.valid_from,
        owner=cmd.owner.strip(),
        reason=cmd.reason.strip(),
        parameters=_merged(newest, cmd.parameters),
        recorded_on=store.clock.today(),
    )
    titled = replace(cmd, version=made.version, parameters="")
    return OpResult(made, store.apply(titled, [Insert(made)]))


def _check_parameters(text: str) -> None:
    """Refuse what is no rule but belongs to the indicator itself: target, plan, names."""
    tables = tables_of(text)
    wrong = [f"{name}.{key}" for name, table in tables.items() for key in table if key in OWN or name == PLAN]
    if wrong:
        raise KnownError(
            "rules_of_indicator",
            N_("“{key}” is no rule of counting: it belongs to the indicator itself."),
            advice=N_("Change it at the indicator, on the page of the strategy, or import a strategy file."),
            key=wrong[0],
        )


def _parameters(text: str) -> Mapping[str, Mapping[str, Any]]:
    return {name: table for name, table in tables_of(text).items() if isinstance(table, dict)}


def _changed(store: Store, text: str, present: CountingRules) -> CountingRules:
    """Return the rules as they would be read once saved: what an indicator says itself goes before what is for all."""
    read_rules(text, present)
    desk, newest = read_desk(store), _newest(store)
    version = replace(newest, parameters=_merged(newest, text)) if newest is not None else None
    if version is None:
        return read_rules(text, present)
    return read_rules(counting_text(StrategyFile(indicators=desk.indicators, rule_set=version)))


def _merged(newest: RuleSet | None, text: str) -> str:
    return merged_text(newest.parameters if newest is not None else "", _parameters(text))


def _newest(store: Store) -> RuleSet | None:
    return max(store.find(RuleSet), key=lambda one: (one.valid_from, one.version), default=None)
