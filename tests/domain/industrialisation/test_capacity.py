"""What follows from a capacity sheet, and that nothing of it is ever negative or divided by zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.industrialisation.capacity import Derived, derived_values, remarks
from clusterdesk.domain.records.industrialisation import CapacitySheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.proposal_words import sentence_words
from tests.domain.industrialisation.making import PROJECT, sheet

FULL = {
    "units_now": 120,
    "units_target": 180,
    "takt_seconds": 900,
    "hours": 38,
    "square_metres": 240,
    "people": "4.5",
}


def _values(made: CapacitySheet) -> dict[Derived, Decimal | None]:
    return {one.key: one.value for one in derived_values(made)}


def test_the_values_of_a_full_sheet() -> None:
    values = _values(sheet(**FULL))
    assert values[Derived.POSSIBLE_UNITS] == 152  # 38 × 3600 ÷ 900
    assert values[Derived.GAP_UNITS] == 60
    assert values[Derived.GAP_PERCENT] == 50
    assert values[Derived.HOURS_FOR_TARGET] == 45  # 180 × 900 ÷ 3600
    assert values[Derived.UNITS_PER_SQUARE_METRE] == Decimal("0.5")
    per_person, load = values[Derived.UNITS_PER_PERSON], values[Derived.LOAD]
    assert per_person is not None
    assert load is not None
    assert round(per_person, 2) == Decimal("26.67")
    assert round(load, 1) == Decimal("78.9")


def test_a_possible_unit_is_a_whole_one() -> None:
    assert _values(sheet(hours=1, takt_seconds=1000))[Derived.POSSIBLE_UNITS] == 3


def test_the_arithmetic_is_shown_in_the_language_of_the_reader() -> None:
    possible = derived_values(sheet(**FULL))[0]
    assert possible.arithmetic is not None
    words = sentence_words(possible.arithmetic, Translator("en"), Formats("fr"))
    assert words == "38 h × 3600 s ÷ 900 s, rounded down"


@pytest.mark.parametrize("name", list(FULL))
def test_what_is_missing_is_said_and_never_taken_for_zero(name: str) -> None:
    made = sheet(**{**FULL, name: None})
    silent = [one for one in derived_values(made) if one.value is None]
    assert silent
    assert all(one.missing for one in silent)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("takt_seconds", Derived.POSSIBLE_UNITS),
        ("people", Derived.UNITS_PER_PERSON),
        ("square_metres", Derived.UNITS_PER_SQUARE_METRE),
        ("units_now", Derived.GAP_PERCENT),
        ("hours", Derived.LOAD),
    ],
)
def test_nothing_is_divided_by_zero(name: str, key: Derived) -> None:
    value = next(one for one in derived_values(sheet(**{**FULL, name: 0})) if one.key is key)
    assert value.value is None
    assert value.missing


def test_a_target_that_is_passed_leaves_no_negative_gap() -> None:
    values = _values(sheet(**{**FULL, "units_target": 100}))
    assert values[Derived.GAP_UNITS] == values[Derived.GAP_PERCENT] == 0


def test_what_does_not_fit_together_is_told() -> None:
    assert [one.message for one in remarks(sheet(**FULL))] == [
        "Takt and hours allow {possible} units a week; {target} needs a shorter takt or more hours."
    ]
    assert len(remarks(sheet(**{**FULL, "units_now": 200, "units_target": 100}))) == 2
    assert remarks(CapacitySheet(project_id=PROJECT, on=sheet().on)) == ()


_numbers = st.none() | st.decimals(0, Decimal("999999999999999"), allow_nan=False, allow_infinity=False, places=6)


@given(_numbers, _numbers, _numbers, _numbers, _numbers, _numbers)
def test_no_value_is_ever_negative_and_each_is_there_or_says_what_is_missing(
    now: Decimal | None,
    target: Decimal | None,
    takt: Decimal | None,
    hours: Decimal | None,
    space: Decimal | None,
    people: Decimal | None,
) -> None:
    made = sheet(units_now=now, units_target=target, takt_seconds=takt, hours=hours, square_metres=space, people=people)
    for one in derived_values(made):
        assert (one.value is None) == bool(one.missing)
        if one.value is not None:
            assert one.value >= 0
            assert one.value.is_finite()
            assert one.arithmetic is not None
    remarks(made)
