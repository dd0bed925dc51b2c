"""Break-even in words where only whole years are known: each sentence says that it is of a year."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

TEXTS: Mapping[Message, str] = {
    Message.MISSING_MONTH: N_("Missing year: {year}."),
    Message.OPEN_MONTH: N_("The year is not closed: not counted."),
    Message.NEGATIVE_REVENUE: N_("Negative turnover (credit notes): the year is left out of the threshold."),
}


class AnnualWords:
    """Says how a ledger of years stands, in one language."""

    def __init__(self, t: Translator, formats: Formats) -> None:
        """Speak with a translator, write numbers with formats."""
        self._t, self._formats = t, formats

    def sentence(self, view: BreakEven) -> str:
        """Return the sentence that stands first."""
        t, level = self._t, view.judged
        if level is None:
            return t("No year is complete yet: nothing can be said of break-even.")
        facts = {"year": str(level.last.year), "amount": self._money(level.core, view)}
        if level.core >= 0:
            return t("At or above the threshold over the whole of {year}: a result of {amount}.", **facts)
        return t("Below the threshold over the whole of {year}: a result of {amount}.", **facts)

    def gap(self, view: BreakEven) -> str:
        """Return what is missing to the annual threshold, or in hand above it; empty where unknown."""
        t, level = self._t, view.judged
        if level is None or level.threshold is None or level.safety is None or level.safety_ratio is None:
            return ""
        facts = {
            "year": str(level.last.year),
            "threshold": self._money(level.threshold, view),
            "gap": self._money(abs(level.safety), view),
            "share": self._formats.percent(abs(level.safety_ratio), 1),
        }
        if level.safety >= 0:
            return t(
                "The annual threshold of {year} is {threshold}; the turnover is {gap} above it ({share}).", **facts
            )
        return t("The annual threshold of {year} is {threshold}; the turnover lacks {gap} ({share}).", **facts)

    def levers(self, levers: str) -> str:
        """Return what would close the gap of a year, each by itself."""
        return self._t("Over a year, one of these is enough to close the gap: {levers}.", levers=levers)

    def growth(self, view: BreakEven) -> Iterator[str]:
        """Return the growth needed to be there in so many years."""
        for one in view.growths:
            yield self._t.n(
                "To be there in {n} year: +{share} a year.",
                "To be there in {n} years: +{share} a year.",
                n=one.periods,
                share=self._formats.percent(one.growth, 1),
            )

    def ahead(self) -> str:
        """Return why there is no look ahead."""
        return self._t("Only whole years are known: months or quarters are needed to look ahead.")

    def method(self) -> tuple[str, ...]:
        """Return in plain words how it was calculated."""
        t = self._t
        return (
            t("The result is the turnover less all charges of the year, before depreciation and without subsidies."),
            t(
                "A year that is known as a whole says neither in which month break-even was reached nor whether it"
                " held: nothing is proposed as a result."
            ),
            t("A year counts once it is complete, exact and closed; a missing year is never taken as zero."),
        )

    def _money(self, amount: Decimal, view: BreakEven) -> str:
        return self._formats.money(amount, view.currency, places=0)
