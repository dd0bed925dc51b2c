"""What another version of the rules would change, by name, before it is saved."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.strategy.rules import REFERRALS, CountingRules, IndicatorRules, Unit
from clusterdesk.domain.views.indicators import IndicatorBoard, IndicatorLine, IndicatorView


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A result that counts by both rules, on another day."""

    before: IndicatorLine
    after: IndicatorLine


@dataclass(frozen=True, slots=True)
class IndicatorDifference:
    """What changes for one indicator; ``total`` and ``provable`` are how many by the present rules and by the new ones.

    ``appears`` would count, ``vanishes`` would count no more, ``moves`` would count on another day; ``loses_proof``
    and ``gains_proof`` count by both, and would be provable no more, or from then on.
    """

    rules: IndicatorRules
    total: tuple[int, int]
    provable: tuple[int, int]
    appears: tuple[IndicatorLine, ...] = ()
    vanishes: tuple[IndicatorLine, ...] = ()
    moves: tuple[MovedLine, ...] = ()
    gains_proof: tuple[IndicatorLine, ...] = ()
    loses_proof: tuple[IndicatorLine, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Tell whether no result is touched."""
        return not (self.appears or self.vanishes or self.moves or self.gains_proof or self.loses_proof)


@dataclass(frozen=True, slots=True)
class RulesDifference:
    """What changes as of a day, indicator by indicator; ``changed`` tells whether the rules differ at all."""

    as_of: date
    rules: CountingRules
    changed: bool
    indicators: tuple[IndicatorDifference, ...]

    @property
    def is_nothing(self) -> bool:
        """Tell whether no result is touched."""
        return all(one.is_nothing for one in self.indicators)


def difference(before: IndicatorBoard, after: IndicatorBoard) -> RulesDifference:
    """Return what the rules of ``after`` change against those of ``before``, as of the same day."""
    found = tuple(_difference(before.of(one.rules.key), one) for one in after.indicators)
    gone = tuple(_gone(one) for one in before.indicators if after.of(one.rules.key) is None)
    return RulesDifference(after.as_of, after.rules, before.rules.indicators != after.rules.indicators, (*found, *gone))


def _difference(before: IndicatorView | None, after: IndicatorView) -> IndicatorDifference:
    old = _by_unit(before, after.rules) if before is not None else {}
    new = _by_unit(after, after.rules)
    both = [(old[key], new[key]) for key in new if key in old]
    return IndicatorDifference(
        after.rules,
        (before.total if before is not None else 0, after.total),
        (before.provable if before is not None else 0, after.provable),
        appears=tuple(line for key, line in new.items() if key not in old),
        vanishes=tuple(_vanished(old, new, before)),
        moves=tuple(MovedLine(was, now) for was, now in both if was.on != now.on),
        gains_proof=tuple(now for was, now in both if now.provable and not was.provable),
        loses_proof=tuple(now for was, now in both if was.provable and not now.provable),
    )


def _gone(before: IndicatorView) -> IndicatorDifference:
    return IndicatorDifference(before.rules, (before.total, 0), (before.provable, 0), vanishes=before.counted)


def _vanished(
    old: Mapping[object, IndicatorLine], new: Mapping[object, IndicatorLine], before: IndicatorView | None
) -> Iterator[IndicatorLine]:
    """Give what counts no more; of several projects that would count as one organisation, all but the first."""
    kept = {id(old[key]) for key in new if key in old}
    return (line for line in (before.counted if before is not None else ()) if id(line) not in kept)


def _by_unit(view: IndicatorView, rules: IndicatorRules) -> dict[object, IndicatorLine]:
    """Return the lines by what the new rules count once; the first of each. Referrals are their own."""
    found: dict[object, IndicatorLine] = {}
    if rules.measure in REFERRALS:
        seen: Counter[object] = Counter()
        for line in view.counted:
            same = line.organisation_id, line.on
            found[same, seen[same]] = line
            seen[same] += 1
        return found
    for line in view.counted:
        found.setdefault(_unit(line, rules), line)
    return found


def _unit(line: IndicatorLine, rules: IndicatorRules) -> UUID | str:
    first, other = line.project_id, line.organisation_id
    if rules.unit is Unit.ORGANISATION:
        first, other = other, first
    return first or other or line.result_id or line.name
