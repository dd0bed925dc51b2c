"""What participants thought of an event: averages of three questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.domain.records.programme import Satisfaction

QUESTIONS = ("useful", "well_organised", "recommended")


@dataclass(frozen=True, slots=True)
class Average:
    """The average answer to a question, 1 to 5, and how many answered; None where nobody did."""

    value: Decimal | None
    answers: int


def averages(opinions: Iterable[Satisfaction]) -> dict[str, Average]:
    """Return the averages of the three questions, in their order."""
    rows = list(opinions)
    return {name: _average([getattr(row, name) for row in rows]) for name in QUESTIONS}


def _average(answers: list[int | None]) -> Average:
    given = [one for one in answers if one is not None]
    value = Decimal(sum(given)) / len(given) if given else None
    return Average(value, len(given))
