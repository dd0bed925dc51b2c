"""What the cells of a column say about it, whatever its header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clusterdesk.domain.identifiers import parse_enterprise_number, parse_establishment_number
from clusterdesk.domain.parsing.dates import parse_partial_date
from clusterdesk.domain.parsing.numbers import MONEY_UNITS, parse_decimal
from clusterdesk.exchange.mapping.target import ValueKind

_DIGIT_RICH = re.compile(r"(?:[^\d]*\d){8,11}[^\d]*")
_MAIL = re.compile(r"\S+@\S+\.\S+")
_SITE = re.compile(
    r"(?:https?://|www\.)\S+|[\w\-]+(?:\.[\w\-]+)*\.(?:be|com|org|eu|net|brussels|example|nl|fr|io|coop)(?:/\S*)?", re.I
)
_PHONE = re.compile(r"(?:\+|00|0)\d[\d ./()\-\u00a0]{7,18}")
_POSTCODE = re.compile(r"[1-9]\d{3}")
_YEARS = range(1980, 2036)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How large a part of a column's values reads as each kind, from 0 to 1; ``count`` values were looked at."""

    count: int
    shares: dict[ValueKind, float]

    def share(self, kind: ValueKind) -> float:
        """Return the part of the values that reads as this kind."""
        return self.shares.get(kind, 0.0)


def look_at(values: Sequence[str]) -> Evidence:
    """Read a sample of non-empty values in all the ways that can be told apart."""
    count = len(values)
    if not count:
        return Evidence(0, {})
    rich = [value for value in values if _DIGIT_RICH.fullmatch(value.strip())]
    shares = {
        ValueKind.ENTERPRISE_NUMBER: sum(parse_enterprise_number(value).value is not None for value in rich),
        ValueKind.ESTABLISHMENT_NUMBER: sum(parse_establishment_number(value).value is not None for value in rich),
        ValueKind.MAIL: sum(_MAIL.search(value) is not None for value in values),
        ValueKind.SITE: sum(_SITE.fullmatch(value.strip()) is not None for value in values),
        ValueKind.PHONE: sum(_PHONE.match(value.strip()) is not None for value in values),
        ValueKind.POSTCODE: sum(_is_postcode(value) for value in values),
        ValueKind.PARTIAL_DATE: sum(parse_partial_date(value).value is not None for value in values),
        ValueKind.DECIMAL: sum(parse_decimal(value, units=MONEY_UNITS).value is not None for value in values),
    }
    return Evidence(count, {kind: found / count for kind, found in shares.items()})


def _is_postcode(value: str) -> bool:
    text = value.strip()
    return _POSTCODE.fullmatch(text) is not None and int(text) not in _YEARS
