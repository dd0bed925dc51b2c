"""Months, quarters and years as people type them."""

import pytest

from clusterdesk.domain.figures.typed_periods import read_typed_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-10", "2026-10"),
        ("10/2026", "2026-10"),
        ("oct. 2026", "2026-10"),
        ("Octobre 2026", "2026-10"),
        ("okt 2026", "2026-10"),
        ("2026-Q3", "2026-Q3"),
        ("T3 2026", "2026-Q3"),
        ("K3 2026", "2026-Q3"),
        ("q3/2026", "2026-Q3"),
        ("2026 T3", "2026-Q3"),
        ("3e trimestre 2026", "2026-Q3"),
        ("2026", "2026"),
        ("T5 2026", None),
        ("1989-12", None),
        ("2101", None),
        ("13/2026", None),
        ("23/11/2026", None),
        ("", None),
        ("hier", None),
    ],
)
def test_periods_are_read(text: str, period: str | None) -> None:
    assert read_typed_period(text) == period
