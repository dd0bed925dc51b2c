"""The named numbers a calculation is given: read exactly, refused where they make no sense."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.numbers import MONEY_UNITS, parse_decimal

_LARGEST = Fraction(10) ** 18
_SMALLEST, _GREATEST = -30, 18  # powers of ten
_ADVICE = N_("Correct it and try again; nothing was written.")
_EARLIEST, _LATEST = 1990, 2100


class Given:
    """Numbers by name. What was asked for is remembered, so that what nobody used can be told."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Take names and values; a value may be wrapped as ``{"value": …}``."""
        self._values = {name: _unwrapped(value) for name, value in values.items()}
        self._used: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    @property
    def unused(self) -> tuple[str, ...]:
        """The names that no calculation has asked for."""
        return tuple(name for name in self._values if name not in self._used)

    def get(self, *names: str) -> Fraction | None:
        """Return the first of these that is given, exactly; None where none is."""
        for name in names:
            self._used.add(name)
            if name in self:
                return number(name, self._values[name])
        return None

    def need(self, *names: str) -> Fraction:
        """Return the first of these that is given.

        Raises:
            KnownError: none is.
        """
        found = self.get(*names)
        if found is None:
            raise missing(*names)
        return found

    def not_negative(self, *names: str) -> Fraction | None:
        """Return the first of these that is given.

        Raises:
            KnownError: it is negative.
        """
        found = self.get(*names)
        if found is not None and found < 0:
            name = next(one for one in names if one in self)
            if name.startswith("variable"):
                raise KnownError(
                    "negative_variable_cost", N_("Negative variable cost: to be corrected."), advice=_ADVICE
                )
            raise senseless(name, self._values[name])
        return found

    def needed(self, *names: str) -> Fraction:
        """Return the first of these that is given, which may not be negative.

        Raises:
            KnownError: none is given, or it is negative.
        """
        found = self.not_negative(*names)
        if found is None:
            raise missing(*names)
        return found

    def percent(self, name: str) -> Fraction | None:
        """Return a percentage as a share."""
        found = self.get(name)
        return found / 100 if found is not None else None

    def numbers(self, name: str) -> list[Fraction]:
        """Return a list of numbers, empty where it is not given."""
        return [number(name, one) for one in self.items(name)]

    def pairs(self, name: str) -> Iterator[tuple[Fraction, Fraction]]:
        """Return a list of pairs."""
        for one in self.items(name):
            if not isinstance(one, Sequence) or isinstance(one, str) or len(one) != 2:
                raise senseless(name, one)
            yield number(name, one[0]), number(name, one[1])

    def items(self, name: str) -> list[Any]:
        """Return a list as it was given, empty where it is not; one number alone is a list of one."""
        self._used.add(name)
        found = self._values.get(name)
        if found is None:
            return []
        if isinstance(found, int | float | Decimal | str) and not isinstance(found, bool):
            return [found]
        if not isinstance(found, Sequence) or isinstance(found, str):
            raise senseless(name, found)
        return list(found)

    def years(self) -> list[int]:
        """Return the calendar years to date in."""
        found = self.numbers("years")
        for year in found:
            if year.denominator != 1 or not _EARLIEST <= year <= _LATEST:
                raise senseless("years", plain(year))
        return [int(year) for year in found]


def number(name: str, value: object) -> Fraction:
    """Return a number exactly; texts may be written as people write amounts: ``48 200,50``, ``(1.200,00)``.

    Raises:
        KnownError: it is no finite number, can be read in two ways, or is too large.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise senseless(name, value)
    decimal = _decimal(value)
    # The exponent is looked at first: abs() of what is beyond the arithmetic would fail itself.
    if decimal is None or not decimal.is_finite() or not _SMALLEST <= decimal.adjusted() <= _GREATEST:
        raise senseless(name, value)
    if abs(decimal) > _LARGEST:
        raise senseless(name, value)
    return Fraction(decimal)


def _decimal(value: float | str | Decimal) -> Decimal | None:
    text = str(value).strip()
    if isinstance(value, str) and text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        parsed = parse_decimal(str(value), units=MONEY_UNITS)
        return parsed.value if parsed.clean else None


def plain(value: Fraction) -> str:
    """Return a number as text, without trailing zeros, exact where it ends within twenty-four digits."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = len(str(abs(value.numerator) // value.denominator))
    if abs(value) < 1:
        digits -= len(str(value.denominator // abs(value.numerator)))
    places = max(24 - digits, 12)
    scaled = value * 10**places
    rounded = (abs(scaled.numerator) * 2 + scaled.denominator) // (2 * scaled.denominator)
    text = str(rounded).rjust(places + 1, "0")
    sign = "-" if value < 0 and rounded else ""
    return (sign + text[:-places] + "." + text[-places:]).rstrip("0").rstrip(".")


def missing(*names: str) -> KnownError:
    """Return the error that says which numbers are needed."""
    return KnownError(
        "missing_input",
        N_("A number is missing: {names}."),
        advice=N_("Give it and try again; nothing was written."),
        names=" / ".join(names),
    )


def senseless(name: str, value: object) -> KnownError:
    """Return the error that says which number makes no sense."""
    return KnownError(
        "senseless_input",
        N_("“{value}” makes no sense for {name}."),
        advice=_ADVICE,
        value=str(value)[:60],
        name=name,
    )


def contradiction(*names: str) -> KnownError:
    """Return the error that says which numbers cannot all be right."""
    return KnownError(
        "contradicting_inputs",
        N_("These numbers contradict each other: {names}."),
        advice=N_("Leave one of them out, or correct it, and try again; nothing was written."),
        names=", ".join(names),
    )


def cm_ratio(given: Given) -> Fraction | None:
    """Return the margin on variable costs as a share of the turnover, as it is given: itself, or the variable share.

    Raises:
        KnownError: it is above one – variable costs cannot be negative –, or both are given and contradict each other.
    """
    ratio, variable = given.get("cm_ratio"), given.not_negative("variable_ratio")
    if ratio is not None and ratio > 1:
        raise senseless("cm_ratio", plain(ratio))
    if ratio is not None and variable is not None and differ(ratio, 1 - variable):
        raise contradiction("cm_ratio", "variable_ratio")
    return 1 - variable if ratio is None and variable is not None else ratio


def differ(one: Fraction, other: Fraction) -> bool:
    """Tell whether two numbers that should be the same differ by more than rounding explains."""
    return abs(one - other) > max(abs(one), abs(other)) / 20 and abs(one - other) > Fraction(6, 1000)


def _unwrapped(value: object) -> object:
    return value["value"] if isinstance(value, Mapping) and "value" in value else value
