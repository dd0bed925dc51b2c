"""A what-if in words: its numbers, what one step of each changes, when it reaches break-even."""

from collections.abc import Mapping
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.what_if import Assumptions, Effect, Input, deepest_need, reached_in
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.kit import Kit

# Named as a unit's numbers, and as those of a whole month (or quarter, or year) where units are not followed.
CAPTIONS: Mapping[Input, tuple[str, str, str, str]] = {
    Input.PRICE: (
        N_("Price of a unit"),
        N_("Turnover in the first month"),
        N_("Turnover in the first quarter"),
        N_("Turnover in the first year"),
    ),
    Input.VARIABLE_COST: (
        N_("Variable charges of a unit"),
        N_("Variable charges in the first month"),
        N_("Variable charges in the first quarter"),
        N_("Variable charges in the first year"),
    ),
    Input.FIXED_COSTS: (
        N_("Fixed charges a month"),
        N_("Fixed charges a month"),
        N_("Fixed charges a quarter"),
        N_("Fixed charges a year"),
    ),
    Input.UNITS: (
        N_("Units in the first month"),
        N_("Volume (1: as above)"),
        N_("Volume (1: as above)"),
        N_("Volume (1: as above)"),
    ),
    Input.GROWTH: (N_("Growth a month"), N_("Growth a month"), N_("Growth a quarter"), N_("Growth a year")),
}
_CHANGES: Mapping[Input, tuple[str, str]] = {
    Input.PRICE: (N_("{step} on the price"), N_("{step} of turnover at the same volume")),
    Input.VARIABLE_COST: (N_("{step} on the variable charges"), N_("{step} on the variable charges")),
    Input.FIXED_COSTS: (N_("{step} on the fixed charges"), N_("{step} on the fixed charges")),
    Input.UNITS: (N_("{step} on the volume"), N_("{step} on the volume")),
    Input.GROWTH: (N_("{step} of growth"), N_("{step} of growth")),
}


class WhatIfWords:
    """Says a what-if of one ledger."""

    def __init__(self, kit: Kit, view: BreakEven) -> None:
        """Speak of a ledger."""
        self._kit, self._view = kit, view

    def caption(self, what: Input, *, per_unit: bool) -> str:
        """Return what a number is called: one of a unit, or of the whole volume."""
        length = 3 if self._annual else 2 if self._quarterly else 1
        if what is Input.UNITS and per_unit and self._annual:
            return self._kit.t("Units in the first year")
        place = 0 if per_unit and what not in (Input.FIXED_COSTS, Input.GROWTH) else length
        return self._kit.t(CAPTIONS[what][place])

    def number(self, what: Input, value: Decimal) -> str:
        """Return a number with its unit."""
        formats = self._kit.formats
        if what is Input.GROWTH:
            return formats.percent(value / 100, 1)
        if what is Input.UNITS:
            return formats.number(value)
        whole = value == value.to_integral_value() and abs(value) >= 1000
        return formats.money(value, self._view.currency, 0 if whole else 2)

    def effect(self, effect: Effect, *, per_unit: bool) -> str:
        """Return "+1 € on the price = 2 months sooner", or what it changes where no date moves."""
        t = self._kit.t
        change = t(_CHANGES[effect.what][not per_unit], step=self._signed(effect, per_unit=per_unit))
        if effect.sooner is not None and effect.sooner != 0:
            return self._moved(change, effect.sooner)
        if effect.sooner is None and effect.now is not None:
            return t("{change} = break-even in {month}", change=change, month=self._kit.formats.partial(effect.now))
        amount = self._kit.formats.money(abs(effect.result), self._view.currency, 0)
        if effect.result == 0 and self._annual:
            return t("{change}: nothing changes in the first year", change=change)
        if effect.result == 0:
            return t("{change}: nothing changes in the first month", change=change)
        sign = "+" if effect.result > 0 else "−"
        if self._annual:
            return t("{change}: {amount} of result in the first year", change=change, amount=f"{sign}{amount}")
        return t("{change}: {amount} of result in the first month", change=change, amount=f"{sign}{amount}")

    def against(self, plan: Assumptions, given: Assumptions) -> str:
        """Return how a what-if stands against the plan it began with; empty where it is the same."""
        if plan == given:
            return ""
        before, now, t = reached_in(plan), reached_in(given), self._kit.t
        if before is not None and now is not None:
            sooner = before.index - now.index
            return self._moved(t("Against the plan"), sooner) if sooner else t("Against the plan: the same date")
        if now is not None:
            month = self._kit.formats.partial(now)
            return t("Against the plan: break-even appears, in {month}", month=month)
        if before is not None:
            return t("Against the plan: no break-even any more")
        return t("Against the plan: still no break-even")

    def outcome(self, given: Assumptions) -> str:
        """Return when a what-if reaches break-even, and what has to be found until then."""
        t, now = self._kit.t, reached_in(given)
        need = self._kit.formats.money(deepest_need(given), self._view.currency, 0)
        if now is None:
            if self._annual:
                text = t.n(
                    "The plan: not at break-even within {n} year.",
                    "The plan: not at break-even within {n} years.",
                    n=given.periods,
                )
            elif self._quarterly:
                text = t.n(
                    "The plan: not at break-even within {n} quarter.",
                    "The plan: not at break-even within {n} quarters.",
                    n=given.periods,
                )
            else:
                text = t.n(
                    "The plan: not at break-even within {n} month.",
                    "The plan: not at break-even within {n} months.",
                    n=given.periods,
                )
            return t("{text} To be found meanwhile: {need}.", text=text, need=need)
        month = self._kit.formats.partial(now)
        if deepest_need(given) == 0:
            return t("The plan: at break-even from {month} on, if the growth holds.", month=month)
        return t(
            "The plan: at break-even in {month} if the growth holds; to be found until then: {need}.",
            month=month,
            need=need,
        )

    @property
    def _quarterly(self) -> bool:
        return self._view.base is not None and self._view.base.first.quarterly

    @property
    def _annual(self) -> bool:
        return self._view.base is not None and self._view.base.first.annual

    def _moved(self, change: str, sooner: int) -> str:
        t, n = self._kit.t, abs(sooner)
        if self._annual:
            if sooner > 0:
                return t.n("{change} = {n} year sooner", "{change} = {n} years sooner", n=n, change=change)
            return t.n("{change} = {n} year later", "{change} = {n} years later", n=n, change=change)
        if self._quarterly:
            if sooner > 0:
                return t.n("{change} = {n} quarter sooner", "{change} = {n} quarters sooner", n=n, change=change)
            return t.n("{change} = {n} quarter later", "{change} = {n} quarters later", n=n, change=change)
        if sooner > 0:
            return t.n("{change} = {n} month sooner", "{change} = {n} months sooner", n=n, change=change)
        return t.n("{change} = {n} month later", "{change} = {n} months later", n=n, change=change)

    def _signed(self, effect: Effect, *, per_unit: bool) -> str:
        what, step = effect.what, effect.step
        sign = "+" if step > 0 else "−"
        if what is Input.GROWTH:
            return self._kit.t("{sign}{n} point", sign=sign, n=self._kit.formats.number(abs(step)))
        if what is Input.UNITS and per_unit:
            return f"{sign}{self._kit.formats.number(abs(step))}"
        if what is Input.UNITS:
            return f"{sign}{self._kit.formats.percent(abs(step))}"
        whole = step == step.to_integral_value()
        return f"{sign}{self._kit.formats.money(abs(step), self._view.currency, 0 if whole else 2)}"
