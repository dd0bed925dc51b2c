"""The quick judgement of many series says what the judgement of one says, whatever the head counts are."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.judging import Case, Judgement, judge
from clusterdesk.domain.employment.quick import SCALE, Known, Lines, QuickCase, latest_millionths, quick_years
from clusterdesk.domain.employment.rules import Rules
from clusterdesk.domain.records.organisations import LegalSituation, OrganisationStatus
from tests.domain.employment.making import START, situation
from tests.domain.employment.test_properties import a_count

frozen_ones = st.one_of(
    st.none(),
    st.decimals(0, 20, places=4).map(lambda fte: Baseline(fte, START, frozen=True)),
)
situations = st.lists(
    st.tuples(st.integers(-100, 700), st.sampled_from(LegalSituation)).map(
        lambda one: situation((START + timedelta(days=one[0])).isoformat(), one[1])
    ),
    max_size=2,
)
rule_sets = st.builds(
    Rules,
    growth=st.sampled_from([Decimal("0.05"), Decimal("1.00"), Decimal("2.5")]),
    quarters_needed=st.integers(1, 4),
    days_after_start=st.sampled_from([0, 30, 90]),
    days_before_end=st.sampled_from([None, 0, 20]),
    about_counts=st.booleans(),
)


@given(st.lists(a_count(), max_size=16), frozen_ones, situations, rule_sets, st.integers(0, 700), st.randoms())
def test_both_judge_alike(
    made: list[Count],
    frozen: Baseline | None,
    statuses: list[OrganisationStatus],
    rules: Rules,
    number: int,
    random: object,
) -> None:
    today = START + timedelta(days=number)
    slow = judge(Case(tuple(made), tuple(statuses), START, None, frozen), today, rules)
    random.shuffle(made)  # type: ignore[attr-defined]
    known = _known([one for one in made if one.on <= today], rules)
    case = QuickCase(known, START, frozen, tuple(statuses))
    assert _said(slow) == {
        one.year: (one.state, one.known, one.mean, one.difference, one.baseline_fte, one.baseline_on, one.running)
        for one in quick_years(case, today, rules)
    }
    if slow.latest is not None:
        assert latest_millionths(case, today, rules) == slow.latest.fte * SCALE


def _known(counts: list[Count], rules: Rules) -> Known:
    return Known.read(Lines.of(counts), rules)


def _said(slow: Judgement) -> dict[int, tuple[object, ...]]:
    return {
        one.year: (
            one.state,
            one.known,
            one.mean,
            one.difference,
            one.baseline.fte,
            one.baseline.on,
            one.running,
        )
        for one in slow.years
        if one.known and one.baseline is not None
    }


def test_only_the_years_asked_for_are_judged() -> None:
    counts = [replace(a, fte=Decimal(7)) for a in _every_quarter()]
    case = QuickCase(_known(counts, Rules()), START)
    found = [one.year for one in quick_years(case, date(2026, 12, 31), Rules(), range(2026, 2027))]
    assert found == [2026]


def _every_quarter() -> list[Count]:
    from tests.domain.employment.making import count

    return [count(f"{year}-{end}", "5") for year in (2025, 2026) for end in ("03-31", "06-30", "09-30", "12-31")]
