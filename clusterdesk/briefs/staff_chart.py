"""The chart of the staff, in the window and on paper: quarter ends with their gaps, over baseline and threshold."""

from collections.abc import Sequence
from decimal import Decimal

from clusterdesk.charts.description import Line, LineChart, Reference
from clusterdesk.domain.employment.quarters import QuarterEnd
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.staff_numbers import fte_text
from clusterdesk.i18n.translator import Translator


def staff_chart(
    ends: Sequence[QuarterEnd],
    baseline: Decimal | None,
    threshold: Decimal | None,
    t: Translator,
    formats: Formats,
) -> LineChart:
    """Describe the chart; a quarter end that is not known leaves a gap."""
    labels = tuple(t("Q{quarter} {year}", quarter=one.quarter.number, year=str(one.quarter.year)) for one in ends)
    references = []
    if baseline is not None:
        references.append(Reference(t("Baseline {fte}", fte=fte_text(baseline, formats)), baseline))
    if threshold is not None:
        references.append(Reference(t("To reach {fte}", fte=fte_text(threshold, formats)), threshold))
    line = Line(t("FTE"), tuple(one.fte for one in ends))
    return LineChart(labels, (line,), tuple(references))
