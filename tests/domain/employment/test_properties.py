"""What always holds of employment growth, whatever the head counts are."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.judging import judge
from clusterdesk.domain.employment.years import YearState
from clusterdesk.domain.records.figures import FigureSource, Precision
from tests.domain.employment.making import START, TODAY, case, count

STEP = Decimal("0.05")
ftes = st.integers(0, 400).map(lambda steps: steps * STEP)
days = st.integers(-200, 620).map(lambda number: START + timedelta(days=number))


@st.composite
def a_count(draw: st.DrawFn) -> Count:
    """Return any head count around the coaching."""
    made = count(draw(days).isoformat(), str(draw(ftes)))
    return replace(made, precision=draw(st.sampled_from(Precision)), source=draw(st.sampled_from(FigureSource)))


counts = st.lists(a_count(), max_size=14)


@given(counts, st.randoms(use_true_random=False))
def test_the_order_of_entry_is_irrelevant(made: list[Count], random: object) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert judge(case(*shuffled), TODAY) == judge(case(*made), TODAY)


@given(counts, ftes)
def test_as_many_more_everywhere_change_no_difference(made: list[Count], more: Decimal) -> None:
    raised = [replace(one, fte=one.fte + more) for one in made if one.fte is not None]
    before, after = judge(case(*made), TODAY), judge(case(*raised), TODAY)
    assert [(one.state, one.difference) for one in after.years] == [(one.state, one.difference) for one in before.years]
    assert after.difference == before.difference


@given(counts.filter(bool), st.data())
def test_a_head_count_less_never_makes_an_event_while_the_baseline_stays(
    made: list[Count], data: st.DataObject
) -> None:
    frozen = judge(case(*made), TODAY).proposed
    gone = data.draw(st.sampled_from(made))
    left = [one for one in made if one is not gone]
    before, after = judge(case(*made, frozen=frozen), TODAY), judge(case(*left, frozen=frozen), TODAY)
    same = {one.year: one for one in before.years}
    for year in after.years:
        if year.running or year.known == same[year.year].known:
            continue  # an earlier head count of the same quarter stands in: the mean may move either way
        if same[year.year].state is YearState.TOO_FEW:
            assert year.state is YearState.TOO_FEW


@given(counts)
def test_what_is_shown_never_says_more_than_what_is_judged(made: list[Count]) -> None:
    for year in judge(case(*made), TODAY).years:
        if year.mean is not None and year.threshold is not None and year.state is not YearState.TOO_FEW:
            assert (year.mean >= year.threshold) is (year.state is YearState.QUALIFIES)
        assert year.known + len(year.missing) + sum(one.ahead for one in year.quarters) == 4


@given(counts, st.integers(0, 700))
def test_the_future_changes_nothing(made: list[Count], number: int) -> None:
    today = START + timedelta(days=number)
    known = [one for one in made if one.on <= today]
    assert judge(case(*made), today) == judge(case(*known), today)


@given(counts)
def test_a_year_that_is_over_stays_judged_by_its_own_quarters(made: list[Count]) -> None:
    later = judge(case(*made), date(2028, 5, 1))
    first = judge(case(*made), TODAY)
    frozen_first = {one.year: one.quarters for one in first.years if not one.running}
    for year in later.years:
        if year.year in frozen_first:
            assert year.quarters == frozen_first[year.year]
