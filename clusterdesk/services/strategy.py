"""The strategy of a cluster: read as a whole, brought in from a file, written into one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain import strategy_text
from clusterdesk.domain.changes import Change, Insert, OpChanges, OpResult, deletion, differences
from clusterdesk.domain.commands.strategy import ImportStrategy, PlanYear
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import Named, Profile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.strategy import (
    BoardFreeze,
    BoardRemark,
    Indicator,
    IndicatorYear,
    OperationalObjective,
    PlanItem,
    RuleSet,
    StrategicObjective,
)
from clusterdesk.domain.strategy_file import StrategyFile, read_strategy
from clusterdesk.domain.views.strategy import StrategyDesk, StrategyImport
from clusterdesk.store.desk_store import Store

_LARGEST = 4_000_000
# What a file replaces as a whole: what it does not name goes into the bin.
_WHOLE: tuple[type[Record], ...] = (StrategicObjective, OperationalObjective, Indicator, IndicatorYear)


def read_all(store: Store) -> StrategyDesk:
    """Return the strategy with what goes to the board beside its numbers: messages and frozen quarters."""
    remarks = sorted(store.find(BoardRemark), key=lambda one: (one.period, -one.position), reverse=True)
    freezes = sorted(store.find(BoardFreeze, revoked_on=None), key=lambda one: one.period, reverse=True)
    names = sorted(
        ((one.id, one.name) for one in store.find(Organisation, merged_into=None)), key=lambda one: folded(one[1])
    )
    return replace(read_desk(store), remarks=tuple(remarks), freezes=tuple(freezes), organisations=tuple(names))


def read_desk(store: Store) -> StrategyDesk:
    """Return the strategy, each kind of record in its order."""
    operational = {one.id: number for number, one in enumerate(_ranked(store, OperationalObjective))}
    plan = sorted(
        store.find(PlanItem),
        key=lambda one: (one.year, operational.get(one.operational_objective_id or one.id, 99), one.position, one.text),
    )
    return StrategyDesk(
        objectives=_ranked(store, StrategicObjective),
        operational=_ranked(store, OperationalObjective),
        indicators=_ranked(store, Indicator),
        years=tuple(store.find(IndicatorYear)),
        plan=tuple(plan),
        rule_sets=tuple(sorted(store.find(RuleSet), key=lambda one: (one.valid_from, one.version))),
        profiles=tuple(sorted(store.find(Profile), key=lambda one: one.name.casefold())),
    )


def export_strategy(store: Store) -> str:
    """Return the strategy as the text of a file, with the newest rules."""
    desk = read_desk(store)
    names = {one.id: one.name for one in desk.profiles}
    plan = tuple(
        replace(one, owner_name=one.owner_name or (names.get(one.profile_id, "") if one.profile_id else ""))
        for one in desk.plan
    )
    rules = desk.rule_sets[-1] if desk.rule_sets else None
    return strategy_text.write_strategy(
        StrategyFile(desk.objectives, desk.operational, desk.indicators, desk.years, plan, rules),
    )


def counting_text(store: Store, day: date) -> str:
    """Return what counts on a day, as TOML: the indicators with the rules in force on it, before them the first."""
    desk = read_desk(store)
    rules = desk.rules_on(day) or next(iter(desk.rule_sets), None)
    return strategy_text.counting_text(StrategyFile(indicators=desk.indicators, rule_set=rules))


def file_text(path: Path) -> str:
    """Return the text of a strategy file.

    Raises:
        KnownError: it cannot be read, is no text, or far too large.
    """
    try:
        if path.stat().st_size <= _LARGEST:
            return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        pass
    raise KnownError(
        "strategy_unreadable",
        N_("“{name}” cannot be read as a strategy file."),
        advice=N_("Check that the file is there, and that it is saved as text in UTF-8."),
        name=path.name or path,
    )


def plan_import(store: Store, text: str) -> StrategyImport:
    """Return what an import of a file would do; nothing is written.

    Raises:
        KnownError: the file cannot be used.
    """
    return _Import(store, read_strategy(text)).summary()


def import_strategy(store: Store, cmd: ImportStrategy) -> OpResult[StrategyImport]:
    """Put the strategy of a file in the place of the present one, in one step that can be undone.

    What the file does not name goes into the bin; points of the action plan stay with their objective. Other rules
    than those of the newest version become a version of their own: reports that stand on an older one keep it.

    Raises:
        KnownError: the file cannot be used.
    """
    done = _Import(store, read_strategy(cmd.text))
    changes = done.changes()
    if not changes:
        return OpResult(done.summary(), OpChanges())
    return OpResult(done.summary(), store.apply(replace(cmd, text=""), changes))


def plan_year(store: Store, cmd: PlanYear) -> OpResult[UUID]:
    """Say how much of an indicator is to be reached by the end of a year; None takes the year out of its plan."""
    indicator = store.get(Indicator, cmd.indicator_id)
    made = derived_id("indicator_year", indicator.id, str(cmd.year))
    before = next(iter(store.find(IndicatorYear, deleted=None, id=made)), None)
    after = IndicatorYear(id=made, indicator_id=indicator.id, year=cmd.year, expected=cmd.expected)
    changes: list[Change] = []
    if cmd.expected is None:
        changes = [deletion("indicator_year", made)] if before is not None and not before.deleted else []
    elif before is None:
        changes = [Insert(after)]
    else:
        changes = differences(before, replace(before, expected=cmd.expected, deleted=False))
    if not changes:
        return OpResult(made, OpChanges())
    return OpResult(made, store.apply(replace(cmd, title=indicator.name_fr), changes))


@dataclass(frozen=True, slots=True)
class _Step:
    before: Record | None
    after: Record | None


class _Import:
    """What a file changes, record by record; records are found again by their key, wherever their id came from."""

    def __init__(self, store: Store, wanted: StrategyFile) -> None:
        self._store = store
        self._ids: dict[UUID, UUID] = {}  # of the file → of the binder
        self._wanted = wanted
        self._steps = [*self._whole(), *self._plan(), *self._rules()]

    def changes(self) -> list[Change]:
        found: list[Change] = []
        for step in self._steps:
            if step.before is None and step.after is not None:
                found.append(Insert(step.after))
            elif step.before is not None and step.after is not None:
                found += differences(step.before, step.after)
            elif step.before is not None:
                found.append(deletion(type_of(step.before).key, step.before.id))
        return found

    def summary(self) -> StrategyImport:
        names: dict[str, list[str]] = {"added": [], "changed": [], "removed": []}
        rules: RuleSet | None = None
        for step in self._steps:
            shown = step.after or step.before
            assert shown is not None
            if isinstance(shown, RuleSet):
                rules = shown
                continue
            back = step.before is None or (step.before.deleted and step.after is not None)
            kind = "removed" if step.after is None else "added" if back else "changed"
            if step.before != step.after and not isinstance(shown, IndicatorYear):
                names[kind].append(type_of(shown).title(shown))
            elif step.before != step.after and isinstance(shown, IndicatorYear):
                names["changed"].append(self._year_name(shown))
        changed = tuple(dict.fromkeys(name for name in names["changed"] if name not in names["added"]))
        changed = tuple(name for name in changed if name not in names["removed"])
        indicators = len(self._wanted.indicators)
        return StrategyImport(tuple(names["added"]), changed, tuple(names["removed"]), indicators, rules)

    def _year_name(self, year: IndicatorYear) -> str:
        for one in (*self._wanted.indicators, *self._store.find(Indicator, deleted=None)):
            if self._ids.get(one.id, one.id) == year.indicator_id:
                return one.name_fr
        return str(year.year)

    def _whole(self) -> Iterator[_Step]:
        for cls in _WHOLE:
            present = {one.id: one for one in self._store.find(cls, deleted=None)}
            by_key = {one.key: one.id for one in present.values() if isinstance(one, Named) and not one.deleted}
            kept: set[UUID] = set()
            for one in self._wanted.records():
                if type(one) is not cls:
                    continue
                after = self._placed(one, by_key)
                kept.add(after.id)
                yield _Step(present.get(after.id), after)
            for one in sorted(present.values(), key=_place):
                if one.id not in kept and not one.deleted:
                    yield _Step(one, None)

    def _placed(self, one: Record, by_key: dict[str, UUID]) -> Record:
        """Return a record of the file with the ids it has in the binder."""
        if isinstance(one, Named):
            self._ids[one.id] = by_key.get(one.key, one.id)
            one = replace(one, id=self._ids[one.id])
        if isinstance(one, OperationalObjective):
            one = replace(one, strategic_objective_id=self._of(one.strategic_objective_id))
        if isinstance(one, Indicator | PlanItem):
            one = replace(one, operational_objective_id=self._of(one.operational_objective_id))
        if isinstance(one, IndicatorYear):
            indicator = self._ids.get(one.indicator_id, one.indicator_id)
            made = derived_id("indicator_year", indicator, str(one.year))
            one = replace(one, id=made, indicator_id=indicator)
        return one

    def _of(self, reference: UUID | None) -> UUID | None:
        return None if reference is None else self._ids.get(reference, reference)

    def _plan(self) -> Iterator[_Step]:
        present = {one.id: one for one in self._store.find(PlanItem, deleted=None)}
        same = {(one.operational_objective_id, one.year, one.text): one for one in present.values() if not one.deleted}
        profiles = {folded(one.name): one.id for one in self._store.find(Profile)}
        for wanted in self._wanted.plan:
            after = self._placed(wanted, {})
            assert isinstance(after, PlanItem)
            before = same.get((after.operational_objective_id, after.year, after.text)) or present.get(after.id)
            if before is not None:  # who does it, when it is known by profile, stays
                name = "" if before.profile_id else after.owner_name
                after = replace(after, id=before.id, profile_id=before.profile_id, owner_name=name)
                after = replace(after, recorded_on=before.recorded_on, revoked_on=before.revoked_on)
            elif profile := profiles.get(folded(after.owner_name)):
                after = replace(after, profile_id=profile, owner_name="")
            yield _Step(before, after)

    def _rules(self) -> Iterator[_Step]:
        wanted = self._wanted.rule_set
        if wanted is None:
            return
        known = sorted(self._store.find(RuleSet), key=lambda one: (one.valid_from, one.version))
        if known and known[-1].parameters == wanted.parameters:
            return
        version = max((one.version for one in self._store.find(RuleSet, deleted=None)), default=0) + 1
        version = version if known else wanted.version
        present = {one.id: one for one in self._store.find(RuleSet, deleted=None)}
        made = replace(wanted, version=version, id=derived_id("rule_set", str(version)))
        if known:
            made = replace(made, valid_from=max(made.valid_from, known[-1].valid_from))
        yield _Step(present.get(made.id), made)


def _place(record: Record) -> tuple[int, str]:
    return (record.position, record.key) if isinstance(record, Named) else (0, str(record.id))


def _ranked[T: Named](store: Store, cls: type[T]) -> tuple[T, ...]:
    return tuple(sorted(store.find(cls), key=lambda one: (one.position, one.key)))
