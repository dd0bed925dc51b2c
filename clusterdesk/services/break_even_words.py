"""Break-even in words, for the window, the paper and the command line alike."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.levers import Lever, LeverKind
from clusterdesk.domain.breakeven.look_ahead import LEAST, Method
from clusterdesk.domain.breakeven.messages import TEXTS, Message
from clusterdesk.domain.breakeven.outlook import ScenarioOutlook
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.proposals import Rule
from clusterdesk.domain.breakeven.said import Said, SaidValue
from clusterdesk.domain.breakeven.series import Change
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.break_even_annual_words import TEXTS as ANNUAL_TEXTS
from clusterdesk.services.break_even_annual_words import AnnualWords

_LEVERS: Mapping[LeverKind, str] = {
    LeverKind.VOLUME: N_("sell {amount} more ({share})"),
    LeverKind.PRICE: N_("raise the prices by {share}"),
    LeverKind.VARIABLE: N_("lower the variable charges by {amount} ({share})"),
    LeverKind.FIXED: N_("lower the fixed charges by {amount} ({share})"),
}
_METHODS: Mapping[Method, str] = {
    Method.TREND: N_("trend"),
    Method.RECENT: N_("recent"),
    Method.CAUTIOUS: N_("cautious"),
}
# A month without margin has no threshold: what is said of it says it all.
# What is said of a single month, beside what is said of the whole.
_OF_A_MONTH = (
    Message.MISSING_MONTH,
    Message.OPEN_MONTH,
    Message.UNUSUAL_AMOUNT,
    Message.PARTS_DIFFER,
    Message.NEGATIVE_REVENUE,
    Message.FAR_FROM_THRESHOLD,
)
_TELLING = (Message.NO_SALES, Message.NEGATIVE_REVENUE, Message.NEGATIVE_MARGIN, Message.ZERO_MARGIN)


class BreakEvenWords:
    """Says how a ledger stands, in one language."""

    def __init__(self, t: Translator, formats: Formats) -> None:
        """Speak with a translator, write numbers and months with formats."""
        self._t, self._formats = t, formats
        self._annual = AnnualWords(t, formats)

    def sentence(self, view: BreakEven) -> str:
        """Return the sentence that stands first."""
        t, level = self._t, view.judged
        if level is None:
            if view.annual:
                return self._annual.sentence(view)
            return t("No month is complete yet: nothing can be said of break-even.")
        for said in level.said:
            if said.code in _TELLING:
                return self.message(said, view)
        if view.annual:
            return self._annual.sentence(view)
        if view.core is not None and view.core.events:
            change, period = view.core.events[-1]
            if change is Change.REACHED:
                return t("At break-even since {month}.", month=self.month(period))
            before = view.core.events[-2][1]
            return t(
                "Break-even, reached in {reached}, has been lost since {lost}.",
                reached=self.month(before),
                lost=self.month(period),
            )
        when = self.month(level.last)
        if level.core >= 0 and level.periods == 1:
            return t(
                "Above the threshold in {month}; it takes {n} in a row to be at break-even.", month=when, n=view.run
            )
        for said in level.said:
            if said.code is Message.THANKS_TO_SUBSIDIES:
                return self.message(said, view)
        if level.periods > 1:
            return t("Over twelve months the result is {amount}.", amount=self._money(level.core, view))
        return t(
            "Not at break-even yet: the result of {month} is {amount}.",
            month=when,
            amount=self._money(level.core, view),
        )

    def gap(self, view: BreakEven) -> str:
        """Return what is missing to the threshold, or in hand above it, in money and percent; empty where unknown."""
        t, level = self._t, view.judged
        if level is None or level.safety is None or level.safety_ratio is None:
            return ""
        if view.annual:
            return self._annual.gap(view)
        facts = {"threshold": self._money(level.threshold, view), "gap": self._money(abs(level.safety), view)}
        above, year = level.safety >= 0, level.periods > 1
        facts["share"] = self._formats.percent(abs(level.safety_ratio), 1)
        if year and above:
            return t(
                "Over twelve months the threshold is {threshold}; the turnover is {gap} above it ({share}).", **facts
            )
        if year:
            return t("Over twelve months the threshold is {threshold}; the turnover lacks {gap} ({share}).", **facts)
        if above:
            return t("The threshold is {threshold}; the turnover is {gap} above it ({share}).", **facts)
        return t("The threshold is {threshold}; the turnover lacks {gap} ({share}).", **facts)

    def levers(self, view: BreakEven) -> str:
        """Return what would close the gap, each by itself; empty where there is none."""
        told = [self._lever(one, view) for one in view.levers if one.possible]
        if not told:
            return ""
        joined = self._formats.joined(told, either=True)
        if view.annual:
            return self._annual.levers(joined)
        if view.judged is not None and view.judged.periods > 1:
            if view.judged.last.quarterly:
                return self._t(
                    "A quarter, on average, one of these is enough to close the gap: {levers}.", levers=joined
                )
            return self._t("A month, on average, one of these is enough to close the gap: {levers}.", levers=joined)
        return self._t("One of these is enough to close the gap: {levers}.", levers=joined)

    def growth(self, view: BreakEven) -> tuple[str, ...]:
        """Return the growth needed to be there in so many periods."""
        if view.annual:
            return tuple(self._annual.growth(view))
        quarterly = view.last is not None and view.last.last.quarterly
        return tuple(
            self._t.n(
                "To be there in {n} quarter: +{share} a quarter.",
                "To be there in {n} quarters: +{share} a quarter.",
                n=one.periods,
                share=self._formats.percent(one.growth, 1),
            )
            if quarterly
            else self._t.n(
                "To be there in {n} month: +{share} a month.",
                "To be there in {n} months: +{share} a month.",
                n=one.periods,
                share=self._formats.percent(one.growth, 1),
            )
            for one in view.growths
        )

    def messages(self, view: BreakEven) -> tuple[str, ...]:
        """Return what is to be looked at: of the ledger, of the level it is judged by, of its last periods."""
        said: dict[str, None] = {}
        for one in (*view.said, *(view.judged.said if view.judged else ())):
            said[self.message(one, view)] = None
        for month in view.months[-12:]:
            for one in month.said:
                if one.code in _OF_A_MONTH:
                    text = self.message(one, view)
                    named = "month" in one.values
                    said[text if named else self._t("{month}: {text}", month=self.month(month.period), text=text)] = (
                        None
                    )
        return tuple(said)

    def message(self, said: Said, view: BreakEven) -> str:
        """Return one message with its parameters."""
        if view.annual and said.code in ANNUAL_TEXTS:
            period = said.values.get("month")
            return self._t(ANNUAL_TEXTS[said.code], year=str(period) if period is not None else "")
        return self._t(TEXTS[said.code], **{name: self._value(value, view) for name, value in said.values.items()})

    def ahead(self, view: BreakEven) -> tuple[str, ...]:
        """Return the look ahead: never one date, never a probability."""
        t, outlook = self._t, view.outlook
        coach = self._coach(view)
        if view.annual:
            return (self._annual.ahead(), *coach)
        if outlook is None or not outlook.scenarios:
            needed = t.n(
                "{n} complete period; it takes {least}, and no hole among the last {least}.",
                "{n} complete periods; it takes {least}, and no hole among the last {least}.",
                n=view.complete,
                least=LEAST,
            )
            return (t("Not enough data for a projection."), *coach, needed, *self._holes(view))
        return (*coach, *self._outlook(view))

    def _coach(self, view: BreakEven) -> tuple[str, ...]:
        """Return what the coach supposed, which comes before any continuation of the past."""
        t, plan = self._t, next((one for one in view.scenarios if one.assumptions is not None), None)
        if plan is None:
            return ()
        if plan.reached_in is None:
            return (t("By the assumptions kept as “{name}”: not reached.", name=plan.scenario.name),)
        when = short_period(plan.reached_in, self._formats)
        return (t("By the assumptions kept as “{name}”: {month}.", name=plan.scenario.name, month=when),)

    def _holes(self, view: BreakEven) -> tuple[str, ...]:
        """Return which periods are missing before the last one that counts."""
        missing = view.outlook.missing if view.outlook is not None else ()
        if not missing:
            return ()
        return (self._t("Missing: {months}.", months=", ".join(short_period(one, self._formats) for one in missing)),)

    def method(self, view: BreakEven) -> tuple[str, ...]:
        """Return in plain words how it was calculated."""
        t = self._t
        first, threshold = (
            t("The result is the turnover less all charges of the month, before depreciation and without subsidies."),
            t(
                "The threshold is the turnover that just covers the charges: fixed charges divided by what is left of"
                " each euro sold once the variable charges are paid."
            ),
        )
        if view.annual:
            result, *rest = self._annual.method()
            return (result, threshold, *rest)
        rule = {
            Rule.R3: t("At break-even: {n} complete months in a row with a result of zero or more.", n=view.run),
            Rule.T12: t(
                "At break-even: twelve months added up give zero or more at {n} month-ends in a row.", n=view.run
            ),
            Rule.QUARTERLY: t(
                "At break-even, by quarters: {n} quarters in a row with a result of zero or more.", n=view.run
            ),
        }[view.rule]
        return (
            first,
            threshold,
            rule,
            t("A month counts once it is complete, exact and closed; a missing month is never taken as zero."),
        )

    def month(self, period: Period) -> str:
        """Return the name of a period."""
        if period.months > 1:
            return self._formats.partial(period)
        return self._formats.month_year(date(period.year, period.number, 1))

    def _outlook(self, view: BreakEven) -> Iterator[str]:
        t, outlook = self._t, view.outlook
        assert outlook is not None
        first, last = outlook.earliest, outlook.latest
        if first is None or last is None:
            told = t("Not lost within the horizon.") if outlook.reached else t("Not reached within the horizon.")
        elif first == last and outlook.without:
            told = t("Around {month} in the scenarios that get there.", month=short_period(first, self._formats))
        elif first == last:
            told = t("Around {month} in every scenario.", month=short_period(first, self._formats))
        elif outlook.reached:
            told = t(
                "Lost between {first} and {last}, depending on the scenario.",
                first=short_period(first, self._formats),
                last=short_period(last, self._formats),
            )
        else:
            told = t(
                "Between {first} and {last}, depending on the scenario.",
                first=short_period(first, self._formats),
                last=short_period(last, self._formats),
            )
        yield told
        if first is not None and (first != last or outlook.without):
            yield ", ".join(self._scenario(one) for one in outlook.scenarios) + "."
        facts = {"complete": outlook.complete, "missing": len(outlook.missing)}
        if outlook.quarterly:
            yield t.n(
                "{complete} complete quarters, {missing} missing; horizon {n} quarter.",
                "{complete} complete quarters, {missing} missing; horizon {n} quarters.",
                n=outlook.horizon,
                **facts,
            )
        else:
            yield t.n(
                "{complete} complete months, {missing} missing; horizon {n} month.",
                "{complete} complete months, {missing} missing; horizon {n} months.",
                n=outlook.horizon,
                **facts,
            )
        yield from self._holes(view)
        yield t(
            "Three scenarios – trend, recent, cautious – continue turnover, variable rate and fixed charges apart,"
            " each by the median of all slopes."
        )
        if outlook.error is not None:
            off = self._money(outlook.error.typical, view)
            yield t.n(
                "Tried {n} time on the past, {ahead} ahead, the method was typically off by {amount} a period.",
                "Tried {n} times on the past, {ahead} ahead, the method was typically off by {amount} a period.",
                n=outlook.error.trials,
                ahead=outlook.error.periods_ahead,
                amount=off,
            )

    def _scenario(self, one: ScenarioOutlook) -> str:
        name = self._t(_METHODS[one.projection.method])
        if one.turns_in is None:
            return self._t("{scenario}: not within the horizon", scenario=name)
        when = short_period(one.turns_in, self._formats)
        return self._t("{scenario}: {month}", scenario=name, month=when)

    def _lever(self, lever: Lever, view: BreakEven) -> str:
        share = self._formats.percent(lever.share, 1)
        return self._t(_LEVERS[lever.kind], amount=self._money(lever.amount, view), share=share)

    def _value(self, value: SaidValue, view: BreakEven) -> str:
        if isinstance(value, Period):
            return short_period(value, self._formats)
        return self._money(value, view) if isinstance(value, Decimal) else self._formats.number(value)

    def _money(self, amount: Decimal | None, view: BreakEven) -> str:
        return self._formats.money(amount, view.currency, places=0) if amount is not None else "–"


def short_period(period: Period, formats: Formats) -> str:
    """Return ``08/2027``, or the quarter, as it stands in a sentence."""
    return formats.partial(period) if period.months > 1 else f"{period.number:02}/{period.year:04}"
