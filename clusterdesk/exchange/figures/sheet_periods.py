"""The periods of a sheet as a ledger would have them, or why they cannot be."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.periods import cadence_of
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.records.figures import Cadence, Ledger
from clusterdesk.exchange.figures.raw_cells import RawFigure

_NO_PERIOD = N_("“{text}” is no month, quarter or year.")
_NO_YEAR = N_("“{text}” has no year: say which year the sheet is about.")
_OUT_OF_RANGE = N_("“{text}” is outside the years 1990 to 2100.")
_OTHER_LENGTH = N_("{period} is no period of this ledger: its figures are due {cadence_label}.")
CADENCE_WORDS: Mapping[Cadence, str] = {
    Cadence.MONTHLY: N_("by month"),
    Cadence.QUARTERLY: N_("by quarter"),
    Cadence.ANNUAL: N_("by year"),
    Cadence.NONE: N_("by month"),
}


def ledger_period_of(raw: RawFigure, ledger: Ledger) -> str | Problem:
    """Return the period of a cell; a problem where it is none, has no year, or is no period of the ledger."""
    text = {"text": raw.written_period}
    if raw.period is None:
        return Problem("no_period", _NO_PERIOD, text)
    if not raw.period.in_range:
        return Problem("year_out_of_range", _OUT_OF_RANGE, text)
    period = raw.period.period
    if period is None:
        return Problem("year_missing", _NO_YEAR, text)
    wanted = ledger.cadence if ledger.cadence is not Cadence.NONE else Cadence.MONTHLY
    if cadence_of(period) is not wanted:
        told = {"period": period, "cadence_label": CADENCE_WORDS[wanted]}
        return Problem("period_of_other_length", _OTHER_LENGTH, told)
    return period
