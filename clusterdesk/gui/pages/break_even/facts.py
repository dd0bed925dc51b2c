"""What the card of numbers says, as rows of words: thresholds, margin, with and without subsidies, losses recovered."""

from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.charts.point_chart import FitLine, PointChart
from clusterdesk.domain.breakeven.level import Level
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.kit import Kit
from clusterdesk.services.break_even_reached import ReachedWords


@dataclass(frozen=True, slots=True)
class Facts:
    """A small table: its heads (the first stands over the names), and its rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def level_facts(view: BreakEven, kit: Kit) -> Facts:
    """Return thresholds and margins of the last complete period, and of the last twelve months."""
    t, levels = kit.t, [one for one in (view.last, view.year) if one is not None]

    def money(amount: Decimal | None) -> str:
        return kit.formats.money(amount, view.currency, 0) if amount is not None else "–"

    def share(ratio: Decimal | None) -> str:
        return kit.formats.percent(ratio, 1) if ratio is not None else "–"

    def number(value: Decimal | int | None) -> str:
        return kit.formats.number(value) if value is not None else "–"

    rows = [
        (t("Turnover"), [money(one.revenue) for one in levels]),
        (t("Charges"), [money(one.charges) for one in levels]),
        (t("Result without subsidies"), [money(one.core) for one in levels]),
        (t("Threshold (cash)"), [money(one.threshold) for one in levels]),
        (t("Accounting threshold, with depreciation"), [money(_other(one)) for one in levels]),
        (t("Safety margin"), [money(one.safety) for one in levels]),
        (t("Safety margin, share of the turnover"), [share(one.safety_ratio) for one in levels]),
        (t("Margin on variable charges"), [share(one.cm_ratio) for one in levels]),
        (t("Units to sell"), [number(one.threshold_units) for one in levels]),
        (t("Operating leverage"), [number(_tenths(one.leverage)) for one in levels]),
    ]
    heads = ["", *(_stretch(one, kit) for one in levels)]
    return Facts(tuple(heads), tuple((label, *cells) for label, cells in rows if set(cells) != {"–"}))


def reached_facts(view: BreakEven, kit: Kit) -> Facts:
    """Return when break-even was reached, by every measure, without and with subsidies."""
    return Facts(*ReachedWords(kit.t, kit.formats).table(view))


def split_words(view: BreakEven, kit: Kit) -> list[str]:
    """Return the estimate of the split where only totals are known, and that it is one."""
    t, hint = kit.t, view.split_hint
    if hint is None:
        return []

    def money(amount: Decimal) -> str:
        return kit.formats.money(amount, view.currency, 0)

    return [
        t(
            "Estimated split, from {n} periods: {rate} of the turnover is variable, {fixed} a period is fixed"
            " (median of all slopes).",
            n=hint.periods,
            rate=kit.formats.percent(hint.rate),
            fixed=money(hint.fixed),
        ),
        t(
            "By the highest and the lowest turnover: {rate} and {fixed}. The threshold itself needs the real split.",
            rate=kit.formats.percent(hint.high_low_rate),
            fixed=money(hint.high_low_fixed),
        ),
    ]


def split_chart(view: BreakEven, kit: Kit) -> PointChart:
    """Return the charges of each complete period at its turnover, and both lines of the estimate; empty without it."""
    t, hint = kit.t, view.split_hint
    if hint is None:
        return PointChart()
    points = tuple(
        (one.revenue, one.charges)
        for one in view.months
        if one.complete and one.revenue is not None and one.charges is not None
    )
    lines = (
        FitLine(t("Median"), hint.fixed, hint.rate, 0),
        FitLine(t("High-low"), hint.high_low_fixed, hint.high_low_rate, 2),
    )
    return PointChart(points, lines, t("Turnover"))


def _stretch(level: Level, kit: Kit) -> str:
    if level.last.annual:
        return kit.t("Year {year}", year=str(level.last.year))
    if level.periods == 1:
        return kit.formats.partial(level.last)
    return kit.t("Twelve months") if not level.last.quarterly else kit.t("Four quarters")


def _other(level: Level) -> Decimal | None:
    """Return the accounting threshold where it is another one."""
    return level.accounting_threshold if level.depreciation else None


def _tenths(value: Decimal | None) -> Decimal | None:
    return round(value, 1) if value is not None else None
