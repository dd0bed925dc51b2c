"""The read model of a ledger's break-even: what the screen, the sheet on paper and the command line show of it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.breakeven.cost_split import CostSplit
from clusterdesk.domain.breakeven.level import Level
from clusterdesk.domain.breakeven.levers import GrowthNeeded, Lever
from clusterdesk.domain.breakeven.outlook import Outlook
from clusterdesk.domain.breakeven.payback import Payback
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.proposals import Rule
from clusterdesk.domain.breakeven.said import Said
from clusterdesk.domain.breakeven.series import Change, Track
from clusterdesk.domain.breakeven.start_state import Start
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.domain.breakeven.year_point import YearPoint
from clusterdesk.domain.figures.months import Lack
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.domain.records.figures import Cadence, Scenario


@dataclass(frozen=True, slots=True)
class LedgerChoice:
    """A ledger of the organisation, to choose from: what people call it, and the project it is of, if any."""

    id: UUID
    name: str
    project: str = ""


@dataclass(frozen=True, slots=True)
class BreakEvenMonth:
    """A period of the ledger: the amounts as they are known, and what follows from them where the period counts.

    ``variable`` and ``fixed`` hold their part of the semi-variable costs, ``charges`` are all operating costs without
    depreciation. ``core``, ``with_subsidies`` and ``with_all`` are ``None`` in a period that does not count: ``lacks``
    says why. ``about``: an amount is only about right.
    """

    period: Period
    revenue: Decimal | None = None
    charges: Decimal | None = None
    variable: Decimal | None = None
    fixed: Decimal | None = None
    operating_subsidy: Decimal = Decimal(0)
    capital_subsidy: Decimal = Decimal(0)
    depreciation: Decimal = Decimal(0)
    units: Decimal | None = None
    core: Decimal | None = None
    with_subsidies: Decimal | None = None
    with_all: Decimal | None = None
    cm_ratio: Decimal | None = None
    threshold: Decimal | None = None
    twelve_months: Decimal | None = None
    lacks: tuple[Lack, ...] = ()
    about: bool = False
    said: tuple[Said, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether it counts."""
        return self.core is not None


@dataclass(frozen=True, slots=True)
class Compared:
    """A period of a kept scenario beside what happened; ``None`` where the period does not count (yet)."""

    period: Period
    planned_revenue: Decimal
    planned_core: Decimal
    revenue: Decimal | None = None
    core: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KeptScenario:
    """A what-if that was kept: when it says break-even is reached, and what happened since it was made."""

    scenario: Scenario
    assumptions: Assumptions | None
    reached_in: Period | None = None
    compared: tuple[Compared, ...] = ()

    @property
    def revenue_off(self) -> Decimal | None:
        """What the turnover was above the scenario's in the periods that are known; ``None`` where none is."""
        pairs = [(one.revenue, one.planned_revenue) for one in self.compared if one.revenue is not None]
        return sum((real - plan for real, plan in pairs), Decimal(0)) if pairs else None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Break-even of one ledger as of a day.

    ``last`` is the level of the last complete period, ``year`` that of the last twelve months where all of them count;
    ``core`` and ``helped`` say when break-even was reached without and with operating subsidies. ``base`` is where a
    what-if begins: the last kept scenario, else the last complete period with the growth of the past.
    ``split_hint`` estimates the split of costs where only totals are known, ``year_point`` says on which day of the
    last whole year the threshold was passed.
    ``said`` is what is to be said of the ledger as a whole.
    """

    ledger_id: UUID
    organisation_id: UUID
    organisation: str
    name: str
    as_of: date = date.min
    currency: str = "EUR"
    project: str = ""
    project_id: UUID | None = None
    coaching_file_id: UUID | None = None
    cadence: Cadence = Cadence.MONTHLY
    seasonal: bool = False
    rule: Rule = Rule.R3
    run: int = 3
    months: tuple[BreakEvenMonth, ...] = ()
    core: Track | None = None
    helped: Track | None = None
    last: Level | None = None
    year: Level | None = None
    payback: Payback | None = None
    year_point: YearPoint | None = None
    split_hint: CostSplit | None = None
    start: Start | None = None
    levers: tuple[Lever, ...] = ()
    growths: tuple[GrowthNeeded, ...] = ()
    outlook: Outlook | None = None
    base: Assumptions | None = None
    today_base: Assumptions | None = None
    scenarios: tuple[KeptScenario, ...] = ()
    proposals: tuple[ResultProposal, ...] = ()
    said: tuple[Said, ...] = ()
    target_on: date | None = None
    ledgers: tuple[LedgerChoice, ...] = field(default=())

    @property
    def reached_since(self) -> Period | None:
        """The period in which break-even was reached, where it was not lost since."""
        if self.core is None or not self.core.events:
            return None
        change, period = self.core.events[-1]
        return period if change is Change.REACHED else None

    @property
    def annual(self) -> bool:
        """Whether only whole years are known."""
        return bool(self.months) and self.months[-1].period.annual

    @property
    def complete(self) -> int:
        """How many periods count."""
        return sum(one.complete for one in self.months)

    @property
    def judged(self) -> Level | None:
        """The level that the ledger is judged by: twelve months where it is seasonal, else the last complete period."""
        return self.year if self.seasonal and self.year is not None else self.last
