"""What people read for the choices of what is measured: states, sources, lines of figures … English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.coaching import TrackOutcome, TrackStatus
from clusterdesk.domain.records.diagnostics import DiagnosticArea
from clusterdesk.domain.records.figures import Cadence, FigureLine, FigureSource, Precision
from clusterdesk.domain.records.industrialisation import MrlReply
from clusterdesk.domain.records.plan import FundingDecision

MEASURED_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    TrackStatus: {
        TrackStatus.PLANNED: N_("To come"),
        TrackStatus.ACTIVE: N_("In progress"),
        TrackStatus.PAUSED: N_("On hold"),
        TrackStatus.ENDED: N_("Ended"),
    },
    TrackOutcome: {
        TrackOutcome.ACHIEVED: N_("Achieved"),
        TrackOutcome.PARTLY: N_("Achieved in part"),
        TrackOutcome.NOT_ACHIEVED: N_("Not achieved"),
        TrackOutcome.ABANDONED: N_("Given up"),
    },
    FundingDecision: {
        FundingDecision.PREPARED: N_("In preparation"),
        FundingDecision.SUBMITTED: N_("Submitted"),
        FundingDecision.GRANTED: N_("Granted"),
        FundingDecision.REFUSED: N_("Turned down"),
        FundingDecision.WITHDRAWN: N_("Withdrawn"),
    },
    DiagnosticArea: {
        DiagnosticArea.BUSINESS: N_("Business"),
        DiagnosticArea.CIRCULAR: N_("Circularity"),
    },
    Cadence: {
        Cadence.MONTHLY: N_("Every month"),
        Cadence.QUARTERLY: N_("Every quarter"),
        Cadence.ANNUAL: N_("Every year"),
        Cadence.NONE: N_("Nothing due"),
    },
    FigureSource: {
        FigureSource.ORAL: N_("Said"),
        FigureSource.COMPANY: N_("The company"),
        FigureSource.ACCOUNTANT: N_("The accountant"),
        FigureSource.FILED: N_("Filed accounts"),
    },
    Precision: {
        Precision.EXACT: N_("Exact"),
        Precision.ABOUT: N_("About"),
    },
    FigureLine: {
        FigureLine.REVENUE: N_("Turnover"),
        FigureLine.TOTAL_COSTS: N_("Total costs"),
        FigureLine.VARIABLE: N_("Variable costs"),
        FigureLine.SEMI_VARIABLE: N_("Semi-variable costs"),
        FigureLine.FIXED: N_("Fixed costs"),
        FigureLine.DEPRECIATION: N_("Depreciation"),
        FigureLine.OPERATING_SUBSIDY: N_("Operating subsidies"),
        FigureLine.CAPITAL_SUBSIDY: N_("Capital subsidies"),
        FigureLine.UNITS: N_("Units sold"),
        FigureLine.CASH_IN: N_("Cash received"),
        FigureLine.CASH_OUT: N_("Cash paid"),
    },
    MrlReply: {
        MrlReply.YES: N_("Yes"),
        MrlReply.NO: N_("No"),
        MrlReply.UNKNOWN: N_("Not known yet"),
        MrlReply.NOT_APPLICABLE: N_("Does not apply"),
    },
}
