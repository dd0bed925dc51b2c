"""The lists every binder starts with: value chains, tracks, questions, and others."""

import json
from collections.abc import Iterator
from dataclasses import replace

from clusterdesk.base.ids import derived_id
from clusterdesk.config.paths import resource
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.directory import HubTeam
from clusterdesk.domain.records.programme import EventKind
from clusterdesk.domain.records.strategy import RuleSet
from clusterdesk.domain.strategy_file import read_strategy
from clusterdesk.services.shipped_teams import shipped_team
from clusterdesk.store.desk_store import Store

_SHIPPED = (
    "value_chains",
    "circular_models",
    "tracks",
    "questions",
    "contract_types",
    "mrl_questions",
    "diagnostic_criteria",
    "milestone_templates",
    "referral_kinds",
    "country_groups",
    "readiness_questions",
    "difficulty_themes",
    "difficulty_recipients",
    "communication_channels",
    "hub_teams",
    "chain_links",
    "event_kinds",
)
_LATEST = (HubTeam, RuleSet, ChainLink, EventKind)  # lists that came later: an older binder has nothing of them
_CHAIN = "value_chain"


def shipped_rows() -> Iterator[Record]:
    """Yield the rows every new binder starts with; ids derive from type and key, so that all laptops agree."""
    for name in _SHIPPED:
        for line in resource("templates", f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            if line.strip():
                plain = json.loads(line)
                kind = RECORD_TYPES[plain.pop("type")]
                if kind.cls is HubTeam:
                    yield from shipped_team(plain)
                    continue
                if _CHAIN in plain:
                    plain[f"{_CHAIN}_id"] = str(derived_id(_CHAIN, plain.pop(_CHAIN)))
                yield kind.from_plain({"id": str(derived_id(kind.key, plain["key"])), **plain})
    yield from shipped_strategy()


def shipped_strategy() -> Iterator[Record]:
    """Yield the strategy every new binder starts with; its rules are known since they are valid, on every laptop."""
    text = resource("strategy", "cluster.toml").read_text(encoding="utf-8")
    for one in read_strategy(text).records():
        yield replace(one, recorded_on=one.valid_from) if isinstance(one, RuleSet) else one


def seed(store: Store) -> None:
    """Put the lists into a new binder."""
    store.apply(SeedBinder(), inserts(shipped_rows()))


def complete(store: Store) -> None:
    """Put into an older binder the lists it has nothing of, because they came later; all of them in one step."""
    if store.data_version() == 0:
        seed(store)  # the program was stopped between making the binder and writing its lists
    elif not all(store.find(cls, deleted=None) for cls in _LATEST):
        rows = list(shipped_rows())
        empty = {cls for cls in {type(row) for row in rows} if not store.find(cls, deleted=None)}
        store.apply(SeedBinder(), inserts(row for row in rows if type(row) in empty))
