"""What the dialog of the rules asks of the store, in the worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.strategy import ChangeRules
from clusterdesk.domain.records.strategy import RuleSet
from clusterdesk.domain.strategy.rule_form import RuleGroup, rule_groups
from clusterdesk.domain.views.rule_difference import RulesDifference

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class RulesForm:
    """The newest rules as groups of fields, the number of their version, and the value chains to choose from."""

    groups: tuple[RuleGroup, ...]
    version: int
    chains: tuple[tuple[str, str], ...]


def read(language: str, desk: "Desk") -> RulesForm:
    """Read the newest rules."""
    from clusterdesk.domain.records.lists import ValueChain
    from clusterdesk.services.rule_sets import newest_rules, newest_tables

    chains = sorted(desk.store.find(ValueChain), key=lambda one: (one.position, one.key))
    versions = [one.version for one in desk.store.find(RuleSet, deleted=None)]
    named = tuple((one.key, one.name_in(language)) for one in chains)
    return RulesForm(rule_groups(newest_rules(desk.store), newest_tables(desk.store)), max(versions, default=0), named)


def compare(text: str, desk: "Desk") -> RulesDifference:
    """Tell what a text of rules would change."""
    from clusterdesk.services.rule_sets import rules_difference

    return rules_difference(desk.store, text)


def save(command: ChangeRules, desk: "Desk") -> OpResult[RuleSet]:
    """Save the next version."""
    from clusterdesk.services.rule_sets import change_rules

    return change_rules(desk.store, command)
