"""Messages with their parameters: what is said about a period, a stretch of periods, or a ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from clusterdesk.domain.breakeven.figures import PeriodFigures, PeriodResult
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period

type SaidValue = Decimal | int | Period


@dataclass(frozen=True, slots=True)
class Said:
    """A message and its values by the names of its placeholders: amounts, counts, periods."""

    code: Message
    values: Mapping[str, SaidValue] = field(default_factory=dict)


def said_of(figures: PeriodFigures, result: PeriodResult) -> tuple[Said, ...]:
    """Return the messages of a judged period with their parameters filled."""
    return tuple(Said(code, _values(code, figures, result)) for code in result.messages)


def _values(code: Message, figures: PeriodFigures, result: PeriodResult) -> dict[str, SaidValue]:
    match code:
        case Message.NO_SALES:
            return {"amount": (fixed_of(figures) or Decimal(0)) / result.period.months}
        case Message.MISSING_MONTH:
            return {"month": result.period}
        case Message.THANKS_TO_SUBSIDIES:
            assert result.core is not None
            return {"g": figures.operating_subsidy, "x": -result.core}
        case Message.PARTS_DIFFER:
            assert figures.total is not None
            parts = (figures.variable or Decimal(0)) + figures.semi_variable + (figures.fixed or Decimal(0))
            return {"x": parts, "y": figures.total}
        case _:
            return {}


def variable_of(figures: PeriodFigures) -> Decimal | None:
    """Return the variable costs with their part of the semi-variable ones; ``None`` where the split is unknown."""
    if figures.variable is None or figures.fixed is None:
        return None
    return figures.variable + figures.share * figures.semi_variable


def fixed_of(figures: PeriodFigures) -> Decimal | None:
    """Return the fixed costs with their part of the semi-variable ones; ``None`` where the split is unknown."""
    if figures.variable is None or figures.fixed is None:
        return None
    return figures.fixed + (1 - figures.share) * figures.semi_variable


def charges_of(figures: PeriodFigures) -> Decimal | None:
    """Return all operating costs without depreciation, the typed total before the sum of the parts."""
    if figures.total is not None:
        return figures.total
    if figures.variable is None or figures.fixed is None:
        return None
    return figures.variable + figures.semi_variable + figures.fixed
