"""What a frozen report said, and by how much the years it told of have changed since."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from clusterdesk.domain.views.indicators import IndicatorView


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """The numbers of one indicator as they were frozen."""

    total: int
    provable: int | None = None
    still_holding: int | None = None
    expected: Decimal | None = None
    planned: Decimal | None = None
    per_year: Mapping[int, int] = field(default_factory=dict)


def frozen_rows(content: str) -> Mapping[str, FrozenRow]:
    """Return what a frozen content says, by the key of the indicator; nothing where it cannot be read."""
    try:
        return {str(one["key"]): _row(one) for one in json.loads(content)["indicators"]}
    except (ValueError, KeyError, TypeError, InvalidOperation):
        return {}


def restated_years(then: FrozenRow, frozen_on: date, now: IndicatorView) -> Mapping[int, int]:
    """Return by how much the years told of differ now; what was dated after the frozen day is news, no restatement."""
    news = [one.on.year for one in now.counted if one.on > frozen_on]
    changes = {
        year: number - then.per_year.get(year, 0) - news.count(year)
        for year, number in now.per_year.items()
        if year <= frozen_on.year
    }
    return {year: change for year, change in changes.items() if change}


def _row(plain: Mapping[str, Any]) -> FrozenRow:
    return FrozenRow(
        int(plain["total"]),
        _whole(plain.get("provable")),
        _whole(plain.get("still_holding")),
        _amount(plain.get("expected")),
        _amount(plain.get("planned")),
        {int(year): int(number) for year, number in plain.get("per_year", {}).items()},
    )


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))


def _amount(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
