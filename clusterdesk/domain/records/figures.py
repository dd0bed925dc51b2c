"""Figures of organisations and projects: ledgers, months, amounts, annual accounts, scenarios."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import (
    AMOUNT,
    CURRENCY,
    DAY,
    FTE,
    GROWTH,
    MONTHS,
    OPTIONAL_PERIOD,
    PERIOD,
    QUANTITY,
    RATE,
    SHARE,
)
from clusterdesk.domain.fields import Calendar, attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility


class Cadence(StrEnum):
    """How often figures are due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUAL = "annual"
    NONE = "none"


class FigureSource(StrEnum):
    """Who gave a figure."""

    ORAL = "oral"
    COMPANY = "company"
    ACCOUNTANT = "accountant"
    FILED = "filed"


class Precision(StrEnum):
    """How exact a figure is; what is about right never completes a month."""

    EXACT = "exact"
    ABOUT = "about"


class FigureLine(StrEnum):
    """The lines of a ledger, as the calculation knows them; amounts ex VAT, accrual basis."""

    REVENUE = "revenue"
    TOTAL_COSTS = "total_costs"
    VARIABLE = "variable"
    SEMI_VARIABLE = "semi_variable"
    FIXED = "fixed"
    DEPRECIATION = "depreciation"
    OPERATING_SUBSIDY = "operating_subsidy"
    CAPITAL_SUBSIDY = "capital_subsidy"
    UNITS = "units"
    CASH_IN = "cash_in"
    CASH_OUT = "cash_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger(Record):
    """The figures of an organisation, or of one of its projects, in one currency.

    ``cadence`` and ``starts_on`` say what is due; ``seasonal`` has break-even judged on twelve months; ``vat_rate``
    (in percent) is offered when amounts are entered with VAT.
    """

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    project_id: UUID | None = refers("project", N_("Project"), None)
    name: str = attribute(N_("Name"), "")
    currency: str = attribute(N_("Currency"), "EUR", limit=3, rule=CURRENCY)
    cadence: Cadence = attribute(N_("Figures due"), Cadence.MONTHLY)
    seasonal: bool = attribute(N_("Seasonal"), default=False)
    starts_on: date | None = attribute(N_("Followed from"), None, rule=DAY, calendar=Calendar.MONTH)
    vat_rate: Decimal | None = attribute(N_("VAT rate (%)"), None, rule=RATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine(Record):
    """A line of its own in a ledger: semi-variable costs, of which ``share`` (0–1) varies with the sales."""

    ledger_id: UUID = refers("ledger", N_("Ledger of figures"), owned=True)
    name: str = attribute(N_("Name"))
    share: Decimal = attribute(N_("Variable share (0–1)"), Decimal(0), rule=SHARE)
    position: int = attribute(N_("Order"), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyFigures(DatedFact):
    """A period of a ledger – ``2026-10``, ``2026-Q3`` or ``2026`` –, closed or open; the id derives from both."""

    ledger_id: UUID = refers("ledger", N_("Ledger of figures"), owned=True)
    period: str = attribute(N_("Period"), limit=7, rule=PERIOD, calendar=Calendar.MONTH)
    closed_on: date | None = attribute(N_("Closed on"), None)
    closed_by: str = attribute(N_("Closed by"), "")
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(DatedFact):
    """An amount of a line in a period of a ledger; the id derives from these, ``amount`` of ``None`` was emptied.

    ``amount`` is ex VAT in the ledger's currency (whole units for ``units``). What was entered with VAT is kept as
    ``entered`` with its ``vat_rate`` in percent. ``own_line_id`` names the line of its own, for semi-variable costs.
    """

    ledger_id: UUID = refers("ledger", N_("Ledger of figures"), owned=True)
    period: str = attribute(N_("Period"), limit=7, rule=PERIOD, calendar=Calendar.MONTH)
    line: FigureLine = attribute(N_("Line"))
    own_line_id: UUID | None = refers("ledger_line", N_("Line of its own"), None)
    amount: Decimal | None = attribute(N_("Amount"), None, rule=AMOUNT)
    entered: Decimal | None = attribute(N_("Amount with VAT, as entered"), None, rule=AMOUNT)
    vat_rate: Decimal | None = attribute(N_("VAT rate (%)"), None, rule=RATE)
    source: FigureSource = attribute(N_("Source"), FigureSource.COMPANY)
    precision: Precision = attribute(N_("Precision"), Precision.EXACT)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualAccounts(DatedFact):
    """The accounts of a financial year, as filed or by the accountant; abridged ones have no turnover."""

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    document_id: UUID | None = refers("document", N_("Document"), None)
    from_on: date = attribute(N_("From"), rule=DAY, calendar=Calendar.YEAR)
    to_on: date = attribute(N_("Until"), rule=DAY, calendar=Calendar.YEAR)
    currency: str = attribute(N_("Currency"), "EUR", limit=3, rule=CURRENCY)
    turnover: Decimal | None = attribute(N_("Turnover"), None, rule=AMOUNT)
    gross_margin: Decimal | None = attribute(N_("Gross margin"), None, rule=AMOUNT)
    depreciation: Decimal | None = attribute(N_("Depreciation"), None, rule=AMOUNT)
    operating_subsidies: Decimal | None = attribute(N_("Operating subsidies"), None, rule=AMOUNT)
    operating_result: Decimal | None = attribute(N_("Operating result"), None, rule=AMOUNT)
    fte: Decimal | None = attribute(N_("FTE"), None, rule=FTE)
    filed_on: date | None = attribute(N_("Accounts filed on"), None, rule=DAY)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(DatedFact):
    """A what-if on the figures of a ledger, dated and kept: what a month would be like, and how it would grow.

    ``price`` and ``variable_cost`` are a unit's; ``fixed_costs`` a month's; ``units`` those of the first month
    (``base_period``); ``growth`` is the growth of the units in percent a month, over ``months`` months.
    """

    ledger_id: UUID = refers("ledger", N_("Ledger of figures"), owned=True)
    name: str = attribute(N_("Name"))
    on: date = attribute(N_("Date"), rule=DAY)
    base_period: str = attribute(N_("First month"), "", limit=7, rule=OPTIONAL_PERIOD, calendar=Calendar.MONTH)
    price: Decimal | None = attribute(N_("Price of a unit"), None, rule=QUANTITY)
    variable_cost: Decimal | None = attribute(N_("Variable cost of a unit"), None, rule=QUANTITY)
    fixed_costs: Decimal | None = attribute(N_("Fixed costs a month"), None, rule=QUANTITY)
    units: Decimal | None = attribute(N_("Units in the first month"), None, rule=QUANTITY)
    growth: Decimal | None = attribute(N_("Growth a month (%)"), None, rule=GROWTH)
    months: int = attribute(N_("Months looked ahead"), 24, rule=MONTHS)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)
