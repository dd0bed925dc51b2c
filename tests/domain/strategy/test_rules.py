"""Rules of counting are read from TOML: what they change, and how what makes no sense is refused."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.config.paths import resource
from clusterdesk.domain.measures import MEASURES
from clusterdesk.domain.records.organisations import LegalSituation
from clusterdesk.domain.strategy.reading_rules import read_rules
from clusterdesk.domain.strategy.rules import CountingRules, IndicatorRules, Measure, Unit, Validation


@pytest.fixture(scope="module")
def shipped() -> CountingRules:
    """Return the rules of the strategy that is shipped."""
    return read_rules(resource("strategy", "cluster.toml").read_text(encoding="utf-8"))


def _of(rules: CountingRules, key: str) -> IndicatorRules:
    found = rules.of(key)
    assert found is not None
    return found


def test_the_shipped_strategy_counts_as_the_product_says(shipped: CountingRules) -> None:
    targets = {one.key: one.target for one in shipped.indicators}
    assert targets == {
        "industrialised": 30,
        "break_even": 10,
        "job_growth": 20,
        "new_production": 5,
        "referral_made": None,
        "referral_succeeded": None,
    }
    for one in shipped.indicators:
        assert (one.start, one.end, one.unit) == (date(2024, 1, 1), date(2028, 12, 31), Unit.PROJECT)
        assert (one.months_after_closing, one.region, one.region_test) == (12, ((1000, 1299),), True)
        assert (one.evidence_level, one.validation) == (2, Validation.RECOMMENDED)
        assert all(one.names[language] for language in ("fr", "nl", "en"))
    assert _of(shipped, "new_production").value_chains == ("wood", "textile", "bike", "eee")
    staff = _of(shipped, "job_growth").employment
    assert (staff.growth, staff.quarters_needed, staff.days_after_start) == (Decimal("1.00"), 3, 90)


def test_a_few_keys_change_the_rules_and_nothing_else(shipped: CountingRules) -> None:
    found = read_rules(
        '\ufeff[break_even]\nunit = "organisation"\nconsecutive_months = 4\n'
        '[job_growth]\ngrowth = 0.5\nwithout_staff = ["bankrupt", "dissolved"]\n'
        '[counting]\nregion = ["1000-1299", "1930"]\nvalidation = "off"\nevidence_level = 3\n'
        '[plan]\nend = "2027-12-31"\n',
        shipped,
    )
    assert _of(found, "break_even").unit is Unit.ORGANISATION
    assert _of(found, "industrialised").unit is Unit.PROJECT
    staff = _of(found, "job_growth").employment
    assert (staff.growth, staff.quarters_needed) == (Decimal("0.5"), 3)
    assert staff.without_staff == {LegalSituation.BANKRUPT, LegalSituation.DISSOLVED}
    for one in found.indicators:
        assert (one.region, one.validation, one.evidence_level) == (
            ((1000, 1299), (1930, 1930)),
            Validation.OFF,
            3,
        )
        assert (one.start, one.end) == (date(2024, 1, 1), date(2027, 12, 31))
    assert found.version == shipped.version
    assert read_rules("", shipped) == shipped


def test_another_cluster_has_other_indicators() -> None:
    found = read_rules(
        "version = 3\n[plan]\nstart = 2025-07-01\nend = 2030-06-30\n[counting]\nregion_test = false\n"
        '[jobs_in_food]\nmeasure = "job_growth"\nunit = "organisation"\ntarget = 12\nvalue_chains = ["food"]\n'
        'name_fr = "Emplois"\nquarters_needed = 4\n'
    )
    (one,) = found.indicators
    assert (found.version, one.key, one.measure, one.target) == ("3", "jobs_in_food", Measure.JOB_GROWTH, 12)
    assert (one.start, one.region_test, one.value_chains) == (date(2025, 7, 1), False, ("food",))
    assert (one.employment.quarters_needed, one.name_in("nl")) == (4, "Emplois")
    assert list(one.years) == list(range(2025, 2031))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[break_evn]\nunit = "project"', "break_evn"),
        ('[break_even]\nunits = "project"', "break_even.units"),
        ("[counting]\ngrace = 12", "counting.grace"),
        ("[plan]\nuntil = 2028-12-31", "plan.until"),
        ("[industrialised]\ngrowth = 1", "industrialised.growth"),
        ("unit = 'organisation'", "unit"),
    ],
)
def test_an_unknown_key_is_refused_by_name(text: str, key: str, shipped: CountingRules) -> None:
    with pytest.raises(KnownError) as caught:
        read_rules(text, shipped)
    assert (caught.value.code, caught.value.params["key"]) == ("rules_unknown_key", key)
    sentences = caught.value.texts(lambda message, /, **values: message.format(**values))
    assert key in sentences.message
    assert sentences.safe
    assert sentences.advice


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[break_even]\nunit = "company"', "break_even.unit"),
        ("[break_even]\nunit = 1", "break_even.unit"),
        ("[break_even]\ntarget = -1", "break_even.target"),
        ("[break_even]\ntarget = true", "break_even.target"),
        ("[break_even]\ntarget = '10'", "break_even.target"),
        ("[counting]\nmonths_after_closing = 12.5", "counting.months_after_closing"),
        ("[counting]\nregion_test = 'yes'", "counting.region_test"),
        ("[counting]\nregion = []", "counting.region"),
        ("[counting]\nregion = ['1299-1000']", "counting.region"),
        ("[counting]\nregion = '1000-1299'", "counting.region"),
        ("[counting]\nevidence_level = 5", "counting.evidence_level"),
        ("[counting]\nvalidation = 'maybe'", "counting.validation"),
        ("[plan]\nstart = '2024-02-30'", "plan.start"),
        ("[plan]\nstart = 2024-01-01T00:00:00", "plan.start"),
        ("[plan]\nstart = 0024-01-01", "plan.start"),
        ("[job_growth]\ngrowth = nan", "job_growth.growth"),
        ("[job_growth]\ngrowth = 0", "job_growth.growth"),
        ("[job_growth]\nquarters_needed = 5", "job_growth.quarters_needed"),
        ("[job_growth]\nwithout_staff = ['gone']", "job_growth.without_staff"),
        ("[new_production]\nvalue_chains = 'wood'", "new_production.value_chains"),
        ("[new]\nmeasure = 'happiness'", "new.measure"),
        ("plan = 1", "plan"),
        ("version = true", "version"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_with_what_is_wanted(
    text: str, key: str, shipped: CountingRules
) -> None:
    with pytest.raises(KnownError) as caught:
        read_rules(text, shipped)
    assert (caught.value.code, caught.value.params["key"]) == ("rules_value", key)
    advice = caught.value.texts(lambda message, /, **values: message.format(**values)).advice
    assert advice
    assert "{" not in advice


def test_whoever_counts_something_unknown_reads_all_that_can_be_counted(shipped: CountingRules) -> None:
    with pytest.raises(KnownError) as caught:
        read_rules("[new]\nmeasure = 'happiness'", shipped)
    advice = caught.value.texts(lambda message, /, **values: message.format(**values)).advice
    assert all(one in advice for one in MEASURES)


@pytest.mark.parametrize("text", ["[break_even", "a = ", "[a]\n[a]\n", "\x00"])
def test_what_is_no_toml_is_refused(text: str, shipped: CountingRules) -> None:
    with pytest.raises(KnownError) as caught:
        read_rules(text, shipped)
    assert caught.value.code == "rules_unreadable"


def test_a_plan_does_not_end_before_it_starts(shipped: CountingRules) -> None:
    for text in ("[plan]\nend = 2023-12-31", "[break_even]\nstart = 2029-01-01", "[plan]\nend = 2090-01-01"):
        with pytest.raises(KnownError) as caught:
            read_rules(text, shipped)
        assert caught.value.code == "rules_plan"
