"""The answers to what must be sold, in sentences, for the window and the command line alike."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.messages import TEXTS, Message
from clusterdesk.domain.breakeven.questions import Footing, ProductMix, SteppedCosts, WantedResult, Zone
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

BEFORE = N_("Before depreciation and without subsidies, like everything on this page.")


class QuestionWords:
    """Says what must be sold, in one language, in the currency of a ledger."""

    def __init__(self, t: Translator, formats: Formats, currency: str, footing: Footing) -> None:
        """Speak of what the questions start from."""
        self._t, self._formats, self._currency, self._footing = t, formats, currency, footing

    def footing(self) -> str:
        """Return what the questions start from."""
        one, t = self._footing, self._t
        if one.annual:
            return self._footing_of_year()
        if one.per_unit:
            facts = {"price": self._cents(one.price), "variable": self._cents(one.variable)}
            if one.quarterly:
                return t(
                    "Starting from {price} a unit, {variable} of it variable, and {fixed} of fixed charges a quarter.",
                    fixed=self._money(one.fixed),
                    **facts,
                )
            return t(
                "Starting from {price} a unit, {variable} of it variable, and {fixed} of fixed charges a month.",
                fixed=self._money(one.fixed),
                **facts,
            )
        share = self._formats.percent(_decimal(one.variable), 1)
        if one.quarterly:
            return t(
                "Starting from {share} of the turnover variable and {fixed} of fixed charges a quarter.",
                share=share,
                fixed=self._money(one.fixed),
            )
        return t(
            "Starting from {share} of the turnover variable and {fixed} of fixed charges a month.",
            share=share,
            fixed=self._money(one.fixed),
        )

    def _footing_of_year(self) -> str:
        one, t = self._footing, self._t
        if not one.per_unit:
            return t(
                "Starting from {share} of the turnover variable and {fixed} of fixed charges a year.",
                share=self._formats.percent(_decimal(one.variable), 1),
                fixed=self._money(one.fixed),
            )
        return t(
            "Starting from {price} a unit, {variable} of it variable, and {fixed} of fixed charges a year.",
            price=self._cents(one.price),
            variable=self._cents(one.variable),
            fixed=self._money(one.fixed),
        )

    def wanted(self, answer: WantedResult) -> tuple[str, ...]:
        """Return what a result after tax takes."""
        t = self._t
        asked = t(
            "To keep {net} a year after {tax} of tax takes {before} before tax.",
            net=self._money(answer.net),
            tax=self._formats.percent(_decimal(answer.tax / 100), int(answer.tax.denominator > 1)),
            before=self._money(answer.before_tax),
        )
        if answer.revenue is None:
            return (asked, *self._said(answer.messages))
        return (asked, self._needed(answer), self._against(answer), *self._said(answer.messages))

    def _needed(self, answer: WantedResult) -> str:
        t = self._t
        assert answer.revenue is not None
        period = self._money(answer.revenue / self._footing.a_year)
        revenue = self._money(answer.revenue)
        if answer.units is not None:
            units = self._formats.number(answer.units)
            if self._footing.annual:
                return t("That is {units} units and {revenue} of turnover a year.", units=units, revenue=revenue)
            if self._footing.quarterly:
                return t(
                    "That is {units} units and {revenue} of turnover a year, {period} a quarter on average.",
                    units=units,
                    revenue=revenue,
                    period=period,
                )
            return t(
                "That is {units} units and {revenue} of turnover a year, {period} a month on average.",
                units=units,
                revenue=revenue,
                period=period,
            )
        if self._footing.annual:
            return t("That is {revenue} of turnover a year.", revenue=revenue)
        if self._footing.quarterly:
            return t(
                "That is {revenue} of turnover a year, {period} a quarter on average.", revenue=revenue, period=period
            )
        return t("That is {revenue} of turnover a year, {period} a month on average.", revenue=revenue, period=period)

    def _against(self, answer: WantedResult) -> str:
        t = self._t
        assert answer.revenue is not None
        gap, now = answer.revenue - answer.now, self._money(answer.now)
        if gap <= 0:
            return t("Today’s pace, {now} a year, is enough: {gap} more than that.", now=now, gap=self._money(-gap))
        if answer.now <= 0:
            return t("Nothing is sold today.")
        share = self._formats.percent(_decimal(gap / answer.now), 1)
        return t("Today’s pace, {now} a year, lacks {gap} (+{share}).", now=now, gap=self._money(gap), share=share)

    def mix(self, answer: ProductMix) -> tuple[str, ...]:
        """Return what several products take."""
        t = self._t
        margin = t("Weighted margin: {margin} a unit sold.", margin=self._cents(answer.margin))
        if answer.units is None or answer.revenue is None:
            return (margin, *self._said(answer.messages))
        facts = {"revenue": self._money(answer.revenue), "units": self._quantity(answer.units, per_unit=True)}
        if self._footing.annual:
            needed = t("Break-even takes {units} a year in this mix, {revenue} of turnover.", **facts)
        elif self._footing.quarterly:
            needed = t("Break-even takes {units} a quarter in this mix, {revenue} of turnover.", **facts)
        else:
            needed = t("Break-even takes {units} a month in this mix, {revenue} of turnover.", **facts)
        each = [t("{product}: {n}", product=name, n=self._formats.number(units)) for name, units in answer.each]
        return (margin, needed, " · ".join(each), *self._said(answer.messages))

    def steps(self, answer: SteppedCosts) -> tuple[str, ...]:
        """Return what each step of fixed costs takes, and where it stands today."""
        lines = [self._zone(zone) for zone in answer.zones]
        lines += self._falls(answer.zones)
        t = self._t
        if answer.zones and answer.zones[-1].end is not None:
            end = self._quantity(answer.zones[-1].end)
            lines.append(
                t("Nothing is known beyond {end}: what could not be made, or what another step would cost.", end=end)
            )
        if answer.result is not None:
            lines.append(
                t(
                    "Today’s volume, {volume}, gives {amount}.",
                    volume=self._quantity(answer.volume),
                    amount=self._money(answer.result),
                )
            )
        return (*lines, *self._said(answer.messages))

    def _zone(self, zone: Zone) -> str:
        t = self._t
        facts = {"start": self._formats.number(zone.start), "fixed": self._money(zone.fixed)}
        if zone.end is not None:
            facts["end"] = self._quantity(zone.end)
            if zone.first is None:
                return t("From {start} to {end}, {fixed} of fixed charges: not at break-even.", **facts)
            first = self._quantity(zone.first)
            return t(
                "From {start} to {end}, {fixed} of fixed charges: at break-even from {first} on.", first=first, **facts
            )
        if zone.first is None:
            return t("From {start} on, {fixed} of fixed charges: not at break-even.", **facts)
        first = self._quantity(zone.first)
        return t("From {start} on, {fixed} of fixed charges: at break-even from {first} on.", first=first, **facts)

    def _falls(self, zones: tuple[Zone, ...]) -> Iterator[str]:
        """Say where a step takes break-even away again: one number would hide it."""
        for before, after in pairwise(zones):
            if before.first is not None and after.first != after.start:
                start = self._quantity(after.start)
                yield self._t("The step at {start} takes break-even away again.", start=start)

    def _said(self, messages: tuple[Message, ...]) -> Iterator[str]:
        for one in messages:
            yield self._t(TEXTS[one], amount=self._money(self._footing.fixed))

    def _quantity(self, volume: Fraction | int, *, per_unit: bool = False) -> str:
        if not (self._footing.per_unit or per_unit):
            return self._money(Fraction(volume))
        if Fraction(volume).denominator == 1:
            count = int(volume)
            return self._t.n("{number} unit", "{number} units", n=count, number=self._formats.number(count))
        return self._t("{number} units", number=self._formats.number(_decimal(Fraction(volume))))

    def _money(self, amount: Fraction) -> str:
        return self._formats.money(_decimal(amount), self._currency, places=0)

    def _cents(self, amount: Fraction) -> str:
        return self._formats.money(_decimal(amount), self._currency, places=2)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
