"""A series read from the rows of a table, as other programs write it: every row is a closed period."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.period import Period, read_period
from clusterdesk.domain.parsing.numbers import parse_decimal

COLUMNS = (
    *("month", "core", "revenue", "total_costs", "variable", "semi_variable", "semi_variable_share", "fixed"),
    *("depreciation", "operating_subsidy", "capital_subsidy", "currency"),
)
MOST_ROWS = 2_000
_LARGEST = Decimal(10) ** 15
_ADVICE = N_("Correct the file and try again; nothing was written.")

type Amount = Callable[[str], Decimal | None]


def read_series(rows: Iterable[Mapping[str, str]], columns: Iterable[str]) -> list[PeriodFigures]:
    """Return the figures of rows whose keys are column names; an empty cell is "".

    A missing column is zero; an empty core, revenue or cost needed for core makes the period incomplete; any other
    empty cell is zero.

    Raises:
        KnownError: a column is missing, a value cannot be read, a month comes twice, or the currencies differ.
    """
    known = {name.strip().casefold() for name in columns}
    if "month" not in known or not known & {"core", "revenue"}:
        raise _refused("series_columns", N_("The columns “month” and “core” or “revenue” are needed."))
    figures: dict[Period, PeriodFigures] = {}
    for line, row in enumerate(rows, start=2):
        if line > MOST_ROWS:
            raise _refused("series_long", N_("There are more than {n} rows."), n=MOST_ROWS)
        cells = {name.strip().casefold(): (value or "").strip() for name, value in row.items() if name}
        if not any(cells.values()):
            continue
        one = _figures(cells, known, line)
        if one.period in figures:
            raise _refused("month_twice", N_("{month} stands in two rows."), month=str(one.period))
        figures[one.period] = one
    _check(list(figures.values()))
    return list(figures.values())


def _figures(cells: Mapping[str, str], known: set[str], line: int) -> PeriodFigures:
    period = read_period(cells.get("month", ""))
    if period is None:
        text = cells.get("month", "")[:20]
        raise _refused("series_month", N_("Row {line}: “{text}” is no month like 2024-01."), line=line, text=text)

    def amount(name: str) -> Decimal | None:
        return _amount(cells.get(name, ""), name, line)

    if "core" in known:
        return PeriodFigures(
            period=period,
            core=amount("core"),
            operating_subsidy=amount("operating_subsidy") or Decimal(0),
            currency=cells.get("currency", "").upper(),
        )
    share = amount("semi_variable_share") or Decimal(0)
    if not 0 <= share <= 1:
        raise _refused("series_share", N_("Row {line}: a variable share lies between 0 and 1."), line=line)
    variable, fixed = _needed(amount, "variable", known), _needed(amount, "fixed", known)
    if (variable is not None and variable < 0) or (amount("semi_variable") or 0) < 0:
        raise KnownError(
            "negative_variable_cost", N_("Negative variable cost: to be corrected."), advice=_ADVICE, line=line
        )
    without_split = not known & {"variable", "fixed", "semi_variable"}
    return PeriodFigures(
        period=period,
        revenue=amount("revenue"),
        total=amount("total_costs"),
        variable=None if without_split and "total_costs" in known else variable,
        semi_variable=amount("semi_variable") or Decimal(0),
        share=share,
        fixed=None if without_split and "total_costs" in known else fixed,
        depreciation=amount("depreciation") or Decimal(0),
        operating_subsidy=amount("operating_subsidy") or Decimal(0),
        capital_subsidy=amount("capital_subsidy") or Decimal(0),
        currency=cells.get("currency", "").upper(),
    )


def _needed(amount: Amount, name: str, known: set[str]) -> Decimal | None:
    """Return a cost that core needs: zero without its column, nothing for an empty cell."""
    return amount(name) if name in known else Decimal(0)


def _amount(text: str, name: str, line: int) -> Decimal | None:
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        parsed = parse_decimal(text)
        if parsed.value is None or not parsed.clean:
            raise _unread(text, name, line) from None
        value = parsed.value
    if not value.is_finite() or not -_LARGEST <= value <= _LARGEST:
        raise _unread(text, name, line)
    return value


def _check(figures: list[PeriodFigures]) -> None:
    if len({one.currency for one in figures if one.currency}) > 1:
        raise _refused("two_currencies", N_("Several currencies: give the exchange rate and its date."))
    if len({one.period.quarterly for one in figures}) > 1:
        raise _refused("months_and_quarters", N_("Months and quarters stand in one file."))


def _unread(text: str, name: str, line: int) -> KnownError:
    return _refused(
        "series_amount", N_("Row {line}, {name}: “{text}” is no amount."), line=line, name=name, text=text[:20]
    )


def _refused(code: str, message: str, **parameters: Any) -> KnownError:  # noqa: ANN401 - as varied as messages
    return KnownError(code, message, advice=_ADVICE, **parameters)
