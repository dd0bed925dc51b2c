"""Totals of a period: whatever is known of revenue, margin, fixed costs and result gives the rest, and the day."""

from fractions import Fraction

from clusterdesk.domain.breakeven.answer import Answer
from clusterdesk.domain.breakeven.days import (
    date_in_year,
    date_mixed,
    date_of_twelve_thirties,
    days_of_year,
    period_reached,
    start_of,
)
from clusterdesk.domain.breakeven.given import Given, cm_ratio, contradiction, differ, missing, plain, senseless
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.threshold import break_even, leverage

_HUNDRED, _USUAL_DAYS, _SCHOOL_DAYS = 100, 365, 360
_LONGEST = 366
_QUARTERS, _MONTHS, _SHORT = 4, 12, 30


class Totals:
    """The quantities of a period; each is worked out from the others as soon as they suffice."""

    def __init__(self, given: Given) -> None:
        """Take what is given and close it under R, V = R − CM, cmr = CM / R, result = CM − FC."""
        self.revenue = given.get("revenue", "sales", "turnover")
        self.variable = given.not_negative("variable_cost", "variable_costs", "total_variable_cost")
        self.cm = given.get("cm", "contribution_margin")
        self.ratio = cm_ratio(given)
        self.fixed = given.not_negative("fixed_cost", "fixed_costs", "fixed_cash_cost")
        self.result = given.get("operating_result", "operating_income", "result")
        self._check()
        for _ in range(4):
            self._close()

    def _check(self) -> None:
        """Refuse what cannot all be right."""
        if self.revenue is not None and self.cm is not None:
            if self.variable is None and self.cm > self.revenue:
                raise contradiction("revenue", "cm")
            if self.variable is not None and differ(self.cm, self.revenue - self.variable):
                raise contradiction("revenue", "variable_cost", "cm")
        margin = self.cm
        if margin is None and self.revenue is not None and self.variable is not None:
            margin = self.revenue - self.variable
        if margin is None:
            return
        if self.ratio is not None and self.revenue and differ(margin, self.ratio * self.revenue):
            raise contradiction("revenue", "variable_cost" if self.cm is None else "cm", "cm_ratio")
        if self.fixed is not None and self.result is not None and differ(margin, self.fixed + self.result):
            raise contradiction("cm", "fixed_cost", "result")

    def _close(self) -> None:
        if self.cm is None and self.revenue is not None and self.variable is not None:
            self.cm = self.revenue - self.variable
        if self.cm is None and self.revenue is not None and self.ratio is not None:
            self.cm = self.revenue * self.ratio
        if self.cm is None and self.fixed is not None and self.result is not None:
            self.cm = self.fixed + self.result
        if self.ratio is None and self.cm is not None and self.revenue is not None and self.revenue > 0:
            self.ratio = self.cm / self.revenue
        if self.revenue is None and self.cm is not None and self.ratio:
            self.revenue = self.cm / self.ratio
        if self.revenue is None and self.cm is not None and self.variable is not None:
            self.revenue = self.cm + self.variable
        if self.variable is None and self.cm is not None and self.revenue is not None:
            self.variable = self.revenue - self.cm
        if self.fixed is None and self.cm is not None and self.result is not None:
            self.fixed = self.cm - self.result
        if self.result is None and self.cm is not None and self.fixed is not None:
            self.result = self.cm - self.fixed


def totals(given: Given) -> Answer:
    """The threshold of a period from totals."""
    answer = Answer()
    _totals(given, answer)
    return answer


def _totals(given: Given, answer: Answer) -> tuple[Totals, Fraction | None]:
    known = Totals(given)
    if known.fixed is None:
        raise missing("fixed_cost", "operating_result")
    needed = _needed(known, answer)
    if known.revenue is not None:
        answer.put(revenue=known.revenue, variable_cost=known.variable, cm=known.cm, result=known.result)
        safety = known.revenue - needed if needed is not None else None
        answer.put(
            margin_of_safety=safety,
            margin_of_safety_pct=safety / known.revenue * _HUNDRED if safety is not None and known.revenue else None,
        )
        if known.cm is not None and known.result is not None:
            degree, messages = leverage(known.cm, known.result)
            answer.say(messages)
            answer.put(dol=degree)
            _subsidies(given, answer, known.result)
    elif known.cm is not None:
        answer.put(cm=known.cm, result=known.result)
    depreciation = given.not_negative("depreciation")
    if depreciation is not None and known.ratio is not None:
        accounting, _ = break_even(known.fixed + depreciation, known.ratio)
        answer.put(cash_be_revenue=needed, accounting_be_revenue=accounting)
    answer.put(fixed_cost=known.fixed)
    return known, needed


def _subsidies(given: Given, answer: Answer, result: Fraction) -> None:
    """Say whether the result is at zero, and what an operating subsidy makes of it."""
    subsidy = given.not_negative("operating_subsidy")
    if result == 0:
        answer.say([Message.AT_BREAK_EVEN])
    if subsidy is None:
        return
    answer.put(with_subsidies=result + subsidy)
    if result < 0 <= result + subsidy:
        answer.say([Message.THANKS_TO_SUBSIDIES])


def _needed(known: Totals, answer: Answer) -> Fraction | None:
    assert known.fixed is not None
    if known.revenue is not None and known.revenue <= 0:
        answer.say([Message.NO_SALES if known.revenue == 0 else Message.NEGATIVE_REVENUE])
        answer.put(cm_ratio=None, be_revenue=None)
        return None
    if known.ratio is None:
        raise missing("cm_ratio", "variable_ratio", "revenue, variable_cost")
    needed, messages = break_even(known.fixed, known.ratio)
    answer.say(messages)
    answer.put(cm_ratio=known.ratio, be_revenue=needed)
    return needed


def totals_and_date(given: Given) -> Answer:
    """The threshold of a year and the day on which a regular activity passes it."""
    answer = Answer()
    known, needed = _totals(given, answer)
    if known.revenue is None:
        raise missing("revenue")
    _dates(given, answer, needed, known.revenue)
    return answer


def date_only(given: Given) -> Answer:
    """The day on which a threshold is passed, by a regular activity."""
    answer = Answer()
    needed, revenue = given.needed("be_revenue"), given.needed("revenue")
    if revenue == 0:
        answer.say([Message.NO_SALES])
    _dates(given, answer, needed, revenue)
    return answer


def _dates(given: Given, answer: Answer, needed: Fraction | None, revenue: Fraction) -> None:
    share = needed / revenue if needed is not None and revenue > 0 else None
    active = given.not_negative("active_days")
    if active is not None:
        _active_dates(given, answer, share, revenue, active)
    else:
        days = given.get("year_days")
        if days is None:
            days = Fraction(_USUAL_DAYS)
        if not 0 < days <= _LONGEST:
            raise senseless("year_days", plain(days))
        answer.put_named(f"point_mort_days_{plain(days)}", share * days if share is not None else None)
        answer.put(date_30_360=date_of_twelve_thirties(share * _SCHOOL_DAYS) if share is not None else None)
        if days == _USUAL_DAYS:
            answer.put(date_mixed_365_30=date_mixed(share * days) if share is not None else None)
    for year in given.years():
        day = share * days_of_year(year) if share is not None else None
        answer.put_named(f"point_mort_days_actual_{year}", day)
        answer.put_named(f"date_actual_{year}", date_in_year(day, year) if day is not None else None)


def _active_dates(given: Given, answer: Answer, share: Fraction | None, revenue: Fraction, active: Fraction) -> None:
    if not 0 < active <= days_of_year(2024):
        raise senseless("active_days", plain(active))
    closed = given.numbers("closed_months") or [one for one in (given.get("closed_month"),) if one is not None]
    if any(month.denominator != 1 or not 1 <= month <= _MONTHS for month in closed):
        raise senseless("closed_month", [plain(month) for month in closed])
    day = share * active if share is not None else None
    answer.put(
        daily_revenue=revenue / active,
        point_mort_active_days=day,
        date_30_360=date_of_twelve_thirties(day, [int(month) for month in closed]) if day is not None else None,
    )


def seasonal_date(given: Given) -> Answer:
    """The day on which an uneven activity passes the threshold: ``quarter_revenue`` (4) or ``month_revenue`` (12)."""
    answer = Answer()
    name, parts = ("quarter", _QUARTERS) if "quarter_revenue" in given else ("month", _MONTHS)
    revenues = given.numbers(f"{name}_revenue")
    if len(revenues) != parts:
        raise senseless(f"{name}_revenue", [plain(one) for one in revenues]) if revenues else missing("quarter_revenue")
    ratio = cm_ratio(given)
    if ratio is None:
        raise missing("cm_ratio", "variable_ratio")
    needed, messages = break_even(given.needed("fixed_cost"), ratio)
    answer.say(messages)
    answer.put(be_revenue=needed)
    found = period_reached(revenues, needed) if needed is not None else None
    total = sum(revenues, Fraction(0))
    if total <= 0:
        answer.say([Message.NO_SALES if total == 0 else Message.NEGATIVE_REVENUE])
    naive = needed / total * _USUAL_DAYS if needed is not None and total > 0 else None
    answer.put_named(f"{name}_reached", found[0] + 1 if found else None)
    answer.put(naive_regular_days_365=naive)
    _seasonal_dates(given, answer, name, parts, found)
    return answer


def _seasonal_dates(given: Given, answer: Answer, name: str, parts: int, found: tuple[int, Fraction] | None) -> None:
    short = _SHORT * _MONTHS // parts
    place, share = found if found else (0, Fraction(0))
    school = share * short
    answer.put_named(f"days_into_{name}_{short}", school if found else None)
    answer.put(date_30_360=date_of_twelve_thirties(place * short + max(school, Fraction(1, 2))) if found else None)
    for number, year in enumerate(given.years()):
        first, length = start_of(place, parts, year)
        days = share * length
        if number == 0:
            answer.put_named(f"days_into_{name}_actual", days if found else None)
        inside = date_in_year((first - first.replace(month=1, day=1)).days + max(days, Fraction(1, 2)), year)
        answer.put_named(f"date_actual_{year}", inside if found else None)


def leverage_only(given: Given) -> Answer:
    """The degree of operating leverage, and what a change of sales does to the result."""
    answer = Answer()
    known = Totals(given)
    if known.cm is None or known.result is None:
        raise missing("cm", "operating_income")
    degree, messages = leverage(known.cm, known.result)
    answer.say(messages)
    change = given.get("sales_change_pct")
    answer.put(dol=degree)
    if change is not None:
        answer.put(income_change_pct=degree * change if degree is not None else None)
    return answer
