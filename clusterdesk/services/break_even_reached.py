"""When break-even was reached, in words: by every measure, with and without subsidies; losses recovered; the day."""

from datetime import date

from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.series import Change, Rules, Track
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

type ReachedTable = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


class ReachedWords:
    """Says when break-even was reached: one word hides too much."""

    def __init__(self, t: Translator, formats: Formats) -> None:
        """Speak a language."""
        self._t, self._formats = t, formats

    def table(self, view: BreakEven) -> ReachedTable:
        """Return heads and rows: each measure, without and with subsidies."""
        t, tracks = self._t, (view.core, view.helped)
        heads = ("", t("Without subsidies"), t("With subsidies"))
        if view.annual:
            firsts = [self._period(one.first_non_negative if one else None) for one in tracks]
            return heads, ((t("First year at zero or above"), *firsts),)
        rows = [
            (
                t("First month at zero or above"),
                [self._period(one.first_non_negative if one else None) for one in tracks],
            ),
            (self._run(view), [self._last(one) for one in tracks]),
            (
                t("Twelve months added up"),
                [self._period(one.first_t12_non_negative if one else None) for one in tracks],
            ),
            (t("Twelve months, confirmed"), [self._period(one.t12_confirmed if one else None) for one in tracks]),
        ]
        return heads, tuple((label, *cells) for label, cells in rows)

    def payback(self, view: BreakEven) -> str:
        """Return the line of the losses recovered: apart, never the indicator."""
        t, paid = self._t, view.payback
        if paid is None or paid.deepest == 0:
            return ""
        since = self._formats.partial(paid.since)
        deepest = self._formats.money(-paid.deepest, view.currency, 0)
        if paid.recovered_in is not None:
            month = self._formats.partial(paid.recovered_in)
            return t(
                "Losses since {since} (up to {amount}) were recovered in {month}.",
                since=since,
                amount=deepest,
                month=month,
            )
        left = self._formats.money(-paid.total, view.currency, 0)
        return t("Losses since {since} are not recovered yet: {amount} to go.", since=since, amount=left)

    def point(self, view: BreakEven) -> str:
        """Return on which day of the last whole year the threshold was passed, by both ways; empty without one."""
        t, point = self._t, view.year_point
        if point is None:
            return ""
        if point.regular is None and point.real is None:
            return t("The threshold of {year} was not passed that year.", year=point.year)
        if point.whole:
            return t(
                "The annual threshold of {year} was passed on {regular} by a regular activity; the months are unknown.",
                year=point.year,
                regular=self._day(point.regular),
            )
        return t(
            "The threshold of {year} was passed on {real} by the real months (by a regular activity: {regular}).",
            year=point.year,
            real=self._day(point.real),
            regular=self._day(point.regular),
        )

    def _run(self, view: BreakEven) -> str:
        quarterly = view.last is not None and view.last.last.quarterly
        n = Rules().run(quarterly=quarterly)
        if quarterly:
            return self._t.n("{n} quarter in a row", "{n} quarters in a row", n=n)
        return self._t.n("{n} month in a row", "{n} months in a row", n=n)

    def _last(self, track: Track | None) -> str:
        if track is None or not track.events:
            return "–"
        change, period = track.events[-1]
        month = self._formats.partial(period)
        return month if change is Change.REACHED else self._t("lost in {month}", month=month)

    def _period(self, period: Period | None) -> str:
        return self._formats.partial(period) if period is not None else "–"

    def _day(self, found: date | None) -> str:
        return self._formats.date(found) if found is not None else self._t("not that year")
