"""Short words for head counts in tests."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.judging import Case
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.organisations import LegalSituation, OrganisationStatus

SPACE = UUID("6f9619ff-8b86-4011-b42d-00cf4fc964ff")
TODAY = date(2026, 11, 23)
START = date(2025, 2, 10)


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


def count(on: str, fte: str, precision: Precision = Precision.EXACT) -> Count:
    """Return a head count of a day."""
    return Count(uuid5(SPACE, f"{on} {fte}"), day(on), Decimal(fte), Decimal(fte), precision)


def situation(on: str, what: LegalSituation) -> OrganisationStatus:
    """Return a legal situation from a day on."""
    return OrganisationStatus(organisation_id=SPACE, situation=what, from_on=PartialDate(on))


def case(*counts: Count, first_action: date | None = START, **values: object) -> Case:
    """Return a file whose coaching began on 10 February 2025."""
    return Case(counts, first_action=first_action, **values)  # type: ignore[arg-type]


ENDS_2025 = ("2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31")


def a_year(*numbers: str) -> tuple[Count, ...]:
    """Return the quarter ends of 2025; an empty text is a missing one."""
    return tuple(count(on, number) for on, number in zip(ENDS_2025, numbers, strict=True) if number)
