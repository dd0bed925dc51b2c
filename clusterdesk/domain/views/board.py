"""The board as people read it: objectives, their indicators, how far each is, what is expected, what was frozen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.board.expected import whole
from clusterdesk.domain.records.strategy import BoardFreeze, Indicator, OperationalObjective, StrategicObjective
from clusterdesk.domain.strategy.rules import Validation
from clusterdesk.domain.views.board_beside import Beside
from clusterdesk.domain.views.indicators import IndicatorLine, IndicatorView

NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An indicator as of a day.

    ``expected`` is reached if it comes evenly, ``planned`` by the plan of its years; ``trend`` is what this quarter has
    brought; ``view`` holds the results behind the number, None for what is only counted; ``per_year`` has the years of
    the plan. ``frozen`` is the number that was frozen for the same day, None where nothing is; ``beside`` tells more.
    """

    indicator: Indicator
    total: int
    trend: int
    provable: int | None = None
    still_holding: int | None = None
    expected: Decimal | None = None
    planned: Decimal | None = None
    per_year: Mapping[int, int] = field(default_factory=dict)
    view: IndicatorView | None = None
    frozen: int | None = None
    beside: Beside = NOTHING_BESIDE

    @property
    def wanted(self) -> int | None:
        """Return the whole number that is expected: by the plan, else evenly."""
        amount = self.planned if self.planned is not None else self.expected
        return None if amount is None else whole(amount)

    @property
    def ahead(self) -> int | None:
        """Return by how many it is ahead; negative: behind."""
        return None if self.wanted is None else self.total - self.wanted

    @property
    def restated(self) -> int:
        """Return by how much today's count of the same day differs from what was frozen."""
        return 0 if self.frozen is None else self.total - self.frozen

    @property
    def unproven(self) -> tuple[IndicatorLine, ...]:
        """Return what counts and cannot be proved yet."""
        return () if self.view is None else tuple(one for one in self.view.counted if not one.provable)

    @property
    def to_validate(self) -> tuple[IndicatorLine, ...]:
        """Return what counts and lacks nothing but the validation by a second person."""
        return tuple(one for one in self.unproven if one.lacks_only_validation)

    @property
    def to_prove(self) -> tuple[IndicatorLine, ...]:
        """Return what counts and lacks a proof, or a name that confirms it."""
        return tuple(one for one in self.unproven if not one.lacks_only_validation)

    @property
    def validation_required(self) -> bool:
        """Tell whether the rules require the validation that they else recommend."""
        return self.view is not None and self.view.rules.validation is Validation.REQUIRED


@dataclass(frozen=True, slots=True)
class BoardSection:
    """The indicators of one operational objective, under the strategic one; both may be missing."""

    objective: StrategicObjective | None
    operational: OperationalObjective | None
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All indicators as of a day.

    ``quarter`` is the one the day lies in; ``freezes`` are all that were frozen, newest first, ``frozen`` that of the
    quarter. ``visits`` are the next visits this month, by organisation.
    """

    as_of: date
    quarter: str
    rules: str
    sections: tuple[BoardSection, ...] = ()
    visits: Mapping[UUID, date] = field(default_factory=dict)
    freezes: tuple[BoardFreeze, ...] = ()
    frozen: BoardFreeze | None = None

    def rows(self) -> Iterator[BoardRow]:
        """Yield every indicator."""
        return (row for section in self.sections for row in section.rows)

    def of(self, key: str) -> BoardRow | None:
        """Return an indicator by its key."""
        return next((row for row in self.rows() if row.indicator.key == key), None)

    def visited(self, row: BoardRow) -> int:
        """Return how many of the organisations whose results lack a proof are visited this month."""
        return sum(one.organisation_id in self.visits for one in row.to_prove)
