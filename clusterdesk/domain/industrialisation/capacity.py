"""What follows from a capacity sheet, each value with its arithmetic; missing where something it needs is missing.

Nothing here is negative and nothing is divided by zero: a takt of 0 seconds, or 0 people, gives no value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from types import MappingProxyType

from clusterdesk.base.marks import N_
from clusterdesk.domain.proposals.proposal import Sentence
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.industrialisation import CapacitySheet

_SECONDS = 3600
_HUNDRED = Decimal(100)


class Derived(StrEnum):
    """What is worked out."""

    POSSIBLE_UNITS = "possible_units"
    LOAD = "load_percent"
    GAP_UNITS = "gap_units"
    GAP_PERCENT = "gap_percent"
    HOURS_FOR_TARGET = "hours_for_target"
    UNITS_PER_PERSON = "units_per_person"
    UNITS_PER_SQUARE_METRE = "units_per_square_metre"


DERIVED_LABELS: Mapping[Derived, str] = MappingProxyType(
    {
        Derived.POSSIBLE_UNITS: N_("Possible units a week"),
        Derived.LOAD: N_("Capacity used"),
        Derived.GAP_UNITS: N_("Missing to the target"),
        Derived.GAP_PERCENT: N_("Growth to the target"),
        Derived.HOURS_FOR_TARGET: N_("Hours a week for the target"),
        Derived.UNITS_PER_PERSON: N_("Units a week per person"),
        Derived.UNITS_PER_SQUARE_METRE: N_("Units a week per m²"),
    }
)


@dataclass(frozen=True, slots=True)
class CapacityValue:
    """A derived value: None where ``missing`` names the fields (as msgids) that are empty or zero and must not be.

    ``arithmetic`` shows how the value comes about.
    """

    key: Derived
    value: Decimal | None = None
    arithmetic: Sentence | None = None
    missing: tuple[str, ...] = ()

    @property
    def is_percent(self) -> bool:
        """Whether the value is in percent."""
        return self.key in (Derived.LOAD, Derived.GAP_PERCENT)


def derived_values(sheet: CapacitySheet) -> tuple[CapacityValue, ...]:
    """Return all values that follow from a sheet, those that cannot be worked out too."""
    return (
        _possible(sheet),
        _load(sheet),
        _gap(sheet),
        _growth(sheet),
        _hours(sheet),
        _share(sheet, Derived.UNITS_PER_PERSON, "people"),
        _share(sheet, Derived.UNITS_PER_SQUARE_METRE, "square_metres"),
    )


def remarks(sheet: CapacitySheet) -> tuple[Sentence, ...]:
    """Return what does not fit together in a sheet, or is worth saying."""
    found = []
    possible = _possible(sheet).value
    now, target = sheet.units_now, sheet.units_target
    if possible is not None and now is not None and now > possible:
        found.append(
            Sentence(
                N_("More is made ({now}) than takt and hours allow ({possible}): one of the three is not right."),
                {"now": now, "possible": possible},
            )
        )
    if possible is not None and target is not None and target > possible:
        found.append(
            Sentence(
                N_("Takt and hours allow {possible} units a week; {target} needs a shorter takt or more hours."),
                {"possible": possible, "target": target},
            )
        )
    if now is not None and target is not None and now >= target > 0:
        found.append(Sentence(N_("The target is reached.")))
    return tuple(found)


def _possible(sheet: CapacitySheet) -> CapacityValue:
    hours, takt = sheet.hours, sheet.takt_seconds
    missing = _absent(sheet, "hours") + _absent(sheet, "takt_seconds", not_zero=True)
    if missing or hours is None or takt is None:
        return CapacityValue(Derived.POSSIBLE_UNITS, missing=missing)
    # A maximum: the last unit has to be finished within the hours.
    units = (hours * _SECONDS / takt).to_integral_value(ROUND_FLOOR)
    words = Sentence(N_("{hours} h × 3600 s ÷ {takt} s, rounded down"), {"hours": hours, "takt": takt})
    return CapacityValue(Derived.POSSIBLE_UNITS, units, words)


def _load(sheet: CapacitySheet) -> CapacityValue:
    possible, now = _possible(sheet), sheet.units_now
    missing = _absent(sheet, "units_now") + possible.missing
    if not missing and not possible.value:
        missing = (_label("hours"),)
    if missing or now is None or not possible.value:
        return CapacityValue(Derived.LOAD, missing=missing)
    words = Sentence("{now} ÷ {possible} × 100", {"now": now, "possible": possible.value})
    return CapacityValue(Derived.LOAD, now / possible.value * _HUNDRED, words)


def _gap(sheet: CapacitySheet) -> CapacityValue:
    now, target = sheet.units_now, sheet.units_target
    missing = _absent(sheet, "units_now") + _absent(sheet, "units_target")
    if missing or now is None or target is None:
        return CapacityValue(Derived.GAP_UNITS, missing=missing)
    if now >= target:
        words = Sentence(N_("{now} are made, {target} are wanted"), {"now": now, "target": target})
        return CapacityValue(Derived.GAP_UNITS, Decimal(0), words)
    return CapacityValue(Derived.GAP_UNITS, target - now, Sentence("{target} − {now}", {"now": now, "target": target}))


def _growth(sheet: CapacitySheet) -> CapacityValue:
    gap, now, target = _gap(sheet), sheet.units_now, sheet.units_target
    missing = _absent(sheet, "units_now", not_zero=True) + _absent(sheet, "units_target")
    if missing or not now or target is None or gap.value is None:
        return CapacityValue(Derived.GAP_PERCENT, missing=missing)
    words = gap.arithmetic
    if gap.value:
        words = Sentence("({target} − {now}) ÷ {now} × 100", {"now": now, "target": target})
    return CapacityValue(Derived.GAP_PERCENT, gap.value / now * _HUNDRED, words)


def _hours(sheet: CapacitySheet) -> CapacityValue:
    target, takt = sheet.units_target, sheet.takt_seconds
    missing = _absent(sheet, "units_target") + _absent(sheet, "takt_seconds", not_zero=True)
    if missing or target is None or takt is None:
        return CapacityValue(Derived.HOURS_FOR_TARGET, missing=missing)
    words = Sentence("{target} × {takt} s ÷ 3600", {"target": target, "takt": takt})
    return CapacityValue(Derived.HOURS_FOR_TARGET, target * takt / _SECONDS, words)


def _share(sheet: CapacitySheet, key: Derived, name: str) -> CapacityValue:
    now, over = sheet.units_now, getattr(sheet, name)
    missing = _absent(sheet, "units_now") + _absent(sheet, name, not_zero=True)
    if missing or now is None or not over:
        return CapacityValue(key, missing=missing)
    return CapacityValue(key, now / over, Sentence("{now} ÷ {over}", {"now": now, "over": over}))


def _absent(sheet: CapacitySheet, name: str, *, not_zero: bool = False) -> tuple[str, ...]:
    value = getattr(sheet, name)
    return (_label(name),) if value is None or (not_zero and value == 0) else ()


def _label(name: str) -> str:
    return RECORD_TYPES["capacity_sheet"].fields[name].label
