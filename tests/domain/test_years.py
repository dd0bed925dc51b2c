"""Years outside 1990–2100 are refused in everything that coaching, figures and results write."""

from datetime import date

import pytest

from clusterdesk.domain.fields import Kind
from clusterdesk.domain.record_types import RECORD_TYPES

TYPES = (
    *("milestone", "funding_application", "diagnostic", "ledger", "annual_accounts", "scenario"),
    *("headcount", "mrl_assessment", "capacity_sheet", "result_event"),
)
KEPT_BY_THE_PROGRAM = {"recorded_on", "revoked_on"}


@pytest.mark.parametrize("key", TYPES)
def test_years_are_bounded(key: str) -> None:
    specs = [one for one in RECORD_TYPES[key].fields.values() if one.kind is Kind.DATE]
    dates = [one for one in specs if one.name not in KEPT_BY_THE_PROGRAM]
    assert dates
    for spec in dates:
        assert spec.rule is not None, spec.name
        assert not spec.rule.holds(date(1989, 12, 31)), spec.name
        assert not spec.rule.holds(date(2101, 1, 1)), spec.name
        assert spec.rule.holds(date(2026, 11, 23)), spec.name
