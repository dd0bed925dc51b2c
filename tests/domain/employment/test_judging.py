"""Employment growth: baseline, quarter ends, the year that qualifies – exact, net of losses, never interpolated."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.judging import judge
from clusterdesk.domain.employment.rules import Rules
from clusterdesk.domain.employment.years import YearState
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.domain.records.organisations import LegalSituation
from tests.domain.employment.making import START, TODAY, a_year, case, count, day, situation

BEFORE = count("2024-12-31", "5.5")


def _state(*numbers: str, baseline: str = "5.5") -> tuple[YearState, str | None]:
    judged = judge(case(count("2024-12-31", baseline), *a_year(*numbers)), TODAY)
    year = judged.years[0]
    return year.state, str(year.mean) if year.mean is not None else None


def test_a_year_qualifies_at_exactly_one_fte_more_in_the_mean_of_its_quarter_ends() -> None:
    assert _state("6.00", "6.50", "6.50", "7.00") == (YearState.QUALIFIES, "6.50")
    assert _state("6.00", "6.50", "6.50", "6.95") == (YearState.BELOW, "6.48")
    assert _state("5.50", "5.50", "5.50", "9.50") == (YearState.QUALIFIES, "6.50")


def test_three_known_quarter_ends_are_enough_and_two_are_not() -> None:
    assert _state("6.50", "", "6.50", "6.50") == (YearState.QUALIFIES, "6.50")
    assert _state("", "", "9.00", "9.00") == (YearState.TOO_FEW, "9.00")
    # 2.05 + 2.05 + 1.95 = 6.05: a mean of 2.01666… over a threshold of 2.00 qualifies, 5.95 / 3 does not.
    assert _state("2.05", "2.05", "1.95", "", baseline="1.00") == (YearState.QUALIFIES, "2.01")
    assert _state("2.00", "2.00", "1.95", "", baseline="1.00") == (YearState.BELOW, "1.98")


def test_a_quarter_end_is_known_by_the_last_head_count_within_the_quarter() -> None:
    counts = (count("2025-01-31", "5"), count("2025-04-01", "6"), count("2025-06-12", "7"), count("2025-10-01", "9"))
    first, second, third, fourth = judge(case(BEFORE, *counts), TODAY).years[0].quarters
    assert (first.fte, first.counted_on) == (Decimal(5), day("2025-01-31"))
    assert (second.fte, second.counted_on) == (Decimal(7), day("2025-06-12"))
    assert third.missing  # nothing is carried over from June, nothing taken back from October
    assert (fourth.fte, fourth.missing) == (Decimal(9), False)
    narrow = judge(case(BEFORE, *counts), TODAY, Rules(days_before_end=30)).years[0].quarters
    assert [one.fte for one in narrow] == [None, Decimal(7), None, None]


def test_the_baseline_is_the_last_on_or_before_the_first_action_else_the_first_within_ninety_days() -> None:
    on_the_day = judge(case(count("2024-12-31", "4"), count("2025-02-10", "5"), count("2025-02-11", "9")), TODAY)
    assert on_the_day.baseline == Baseline(Decimal(5), START)
    late = judge(case(count("2025-05-11", "6"), count("2025-06-30", "9")), TODAY)
    assert late.baseline == Baseline(Decimal(6), day("2025-05-11"), afterwards=True)
    too_late = judge(case(count("2025-05-12", "6")), TODAY)
    assert too_late.baseline is None
    assert judge(case(count("2025-05-12", "6")), TODAY, Rules(days_after_start=91)).baseline is not None
    assert judge(case(BEFORE, first_action=None), TODAY).baseline is None


def test_without_a_baseline_or_a_coaching_action_nothing_is_reached() -> None:
    judged = judge(case(*a_year("", "6", "7", "8")), TODAY)
    assert judged.years[0].state is YearState.NO_BASELINE
    assert judge(case(BEFORE, *a_year("9", "9", "9", "9"), first_action=None), TODAY).reached is None


def test_a_frozen_baseline_follows_no_later_entry() -> None:
    frozen = Baseline(Decimal("5.5"), day("2024-12-31"), frozen=True)
    corrected = (count("2024-12-31", "6.5"), *a_year("", "6.5", "6.5", "6.5"))
    judged = judge(case(*corrected, frozen=frozen), TODAY)
    assert (judged.baseline, judged.proposed) == (frozen, Baseline(Decimal("6.5"), day("2024-12-31")))
    assert judged.reached is not None
    assert judge(case(*corrected), TODAY).reached is None


def test_the_running_year_is_provisional_and_never_reached() -> None:
    counts = (BEFORE, count("2026-03-31", "7"), count("2026-06-30", "8"), count("2026-11-02", "8"))
    judged = judge(case(*counts), TODAY)
    year = judged.running
    assert year is not None
    assert (year.year, year.known, year.state, year.running) == (2026, 2, YearState.QUALIFIES, True)
    assert [one.ahead for one in year.quarters] == [False, False, False, True]
    assert judged.reached is None
    after = judge(case(*counts), date(2026, 12, 31))
    assert after.reached is not None
    assert (after.reached.year, after.reached.on) == (2026, date(2026, 12, 31))


def test_a_later_fall_does_not_remove_it_and_is_told() -> None:
    grown = a_year("6", "7", "8", "8")
    fall = (count("2026-03-31", "5"), count("2026-06-30", "4"), count("2026-09-30", "4"))
    judged = judge(case(BEFORE, *grown, *fall), TODAY)
    assert judged.reached is not None
    assert judged.reached.year == 2025
    assert judged.fallen
    assert judged.difference == Decimal("-1.5")
    assert not judge(case(BEFORE, *grown), TODAY).fallen


def test_a_bankrupt_company_counts_nothing_from_that_day_on() -> None:
    bankrupt = situation("2025-08-20", LegalSituation.BANKRUPT)
    judged = judge(replace(case(BEFORE, *a_year("9", "9", "9", "9")), statuses=(bankrupt,)), TODAY)
    year = judged.years[0]
    assert [one.fte for one in year.quarters] == [Decimal(9), Decimal(9), Decimal(0), Decimal(0)]
    assert (year.mean, year.state) == (Decimal("4.50"), YearState.BELOW)
    assert judged.latest is not None
    assert (judged.latest.fte, judged.latest.without_staff) == (Decimal(0), True)
    taken_over = situation("2025-09-01", LegalSituation.ACTIVE)
    later = judge(replace(case(BEFORE, *a_year("9", "9", "9", "9")), statuses=(bankrupt, taken_over)), TODAY)
    assert later.reached is not None


def test_the_fact_is_of_the_31_december_within_the_attribution_of_the_file() -> None:
    grown = (BEFORE, *a_year("7", "7", "7", "7"))
    assert judge(case(*grown, closed_on=day("2024-12-31")), TODAY).reached is not None  # up to the same day next year
    assert judge(case(*grown, closed_on=day("2024-12-30")), TODAY).reached is None
    assert judge(case(BEFORE, *grown[1:], first_action=day("2025-12-31")), TODAY).reached is None


def test_what_is_only_about_right_is_not_known() -> None:
    about = replace(count("2025-09-30", "7"), precision=Precision.ABOUT)
    counts = (BEFORE, count("2025-06-30", "7"), about, count("2025-12-31", "7"))
    strict = judge(case(*counts), TODAY)
    assert strict.years[0].quarters[2].missing
    loose = judge(case(*counts), TODAY, Rules(about_counts=True))
    assert loose.years[0].known == 3


def test_of_two_numbers_of_one_day_the_better_source_then_the_lower_one_is_believed() -> None:
    low, high = count("2025-06-30", "6"), count("2025-06-30", "8")
    for order in ((low, high), (high, low)):
        judged = judge(case(BEFORE, *order), TODAY)
        assert judged.years[0].quarters[1].fte == Decimal(6)
        assert judged.contradicted == (day("2025-06-30"),)
    filed = replace(high, source=FigureSource.FILED)
    assert judge(case(BEFORE, low, filed), TODAY).years[0].quarters[1].fte == Decimal(8)


@pytest.mark.parametrize("needed", [1, 2, 3, 4])
def test_every_threshold_is_a_rule(needed: int) -> None:
    judged = judge(
        case(BEFORE, *a_year("", "6", "", "6")), TODAY, Rules(quarters_needed=needed, growth=Decimal("0.30"))
    )
    assert judged.years[0].state is (YearState.QUALIFIES if needed <= 2 else YearState.TOO_FEW)
