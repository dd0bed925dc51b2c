"""What a head count says for the indicator: the number that is judged, and which one of a day is believed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.employment.rules import Rules
from clusterdesk.domain.records.employment import Headcount, HeadcountPart
from clusterdesk.domain.records.figures import FigureSource, Precision

BELIEVED = {FigureSource.FILED: 3, FigureSource.ACCOUNTANT: 2, FigureSource.COMPANY: 1, FigureSource.ORAL: 0}


@dataclass(frozen=True, slots=True)
class Count:
    """A head count as it is judged.

    ``fte`` is the judged number, ``None`` where only persons are known; ``stated`` the total that was entered.
    ``from_parts``: the parts by kind of contract that count made the number; ``left_out`` are the FTE of those that do
    not. ``parts_sum`` is the sum of all parts, ``None`` without any.
    """

    headcount_id: UUID
    on: date
    fte: Decimal | None
    stated: Decimal | None = None
    precision: Precision = Precision.EXACT
    source: FigureSource = FigureSource.COMPANY
    from_parts: bool = False
    left_out: Decimal = Decimal(0)
    parts_sum: Decimal | None = None

    @property
    def parts_differ(self) -> bool:
        """Tell whether the parts do not add up to the total that was entered."""
        return self.parts_sum is not None and self.stated is not None and self.parts_sum != self.stated


def counted(headcount: Headcount, parts: Iterable[HeadcountPart], counting: Collection[UUID]) -> Count:
    """Return what is judged of a head count; ``counting`` are the kinds of contract that count.

    Where parts with FTE are given, those that count make the number, whatever the total says; else the total does.
    """
    known = [(one, one.fte) for one in parts if one.fte is not None and not one.deleted]
    if not known:
        return Count(headcount.id, headcount.on, headcount.fte, headcount.fte, headcount.precision, headcount.source)
    inside = sum((fte for one, fte in known if one.contract_type_id in counting), Decimal(0))
    whole = sum((fte for _, fte in known), Decimal(0))
    return Count(
        headcount.id,
        headcount.on,
        inside,
        headcount.fte,
        headcount.precision,
        headcount.source,
        from_parts=True,
        left_out=whole - inside,
        parts_sum=whole,
    )


def is_known(count: Count, rules: Rules) -> bool:
    """Tell whether a head count is a known number of FTE: "about 7" is kept and shown, but proves nothing."""
    return count.fte is not None and (rules.about_counts or count.precision is Precision.EXACT)


def by_day(counts: Iterable[Count], rules: Rules) -> dict[date, Count]:
    """Return the known head count of each day, in the order of the days.

    Of several of one day the exact one is believed, then the one of the better source, then the lower number: the
    order in which they were entered decides nothing.
    """
    best: dict[date, Count] = {}
    for count in counts:
        if is_known(count, rules) and (count.on not in best or _belief(count) > _belief(best[count.on])):
            best[count.on] = count
    return dict(sorted(best.items()))


def contradicted(counts: Iterable[Count], rules: Rules) -> tuple[date, ...]:
    """Return the days for which two different numbers are known."""
    said: dict[date, set[Decimal]] = {}
    for count in counts:
        if is_known(count, rules) and count.fte is not None:
            said.setdefault(count.on, set()).add(count.fte)
    return tuple(sorted(day for day, numbers in said.items() if len(numbers) > 1))


def _belief(count: Count) -> tuple[bool, int, Decimal]:
    assert count.fte is not None
    return count.precision is Precision.EXACT, BELIEVED[count.source], -count.fte
