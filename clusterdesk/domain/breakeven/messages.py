"""What is said about a month, a threshold or a series, each with a stable code."""

from enum import StrEnum

from clusterdesk.base.marks import N_


class Message(StrEnum):
    """The code of a message; its text is a msgid with parameters."""

    NO_SALES = "no_sales"
    NEGATIVE_REVENUE = "negative_revenue"
    ZERO_MARGIN = "zero_margin"
    NEGATIVE_MARGIN = "negative_margin"
    MAXIMUM_VOLUME = "maximum_volume"
    NO_FIXED_COSTS = "no_fixed_costs"
    NEGATIVE_VARIABLE_COST = "negative_variable_cost"
    AT_BREAK_EVEN = "at_break_even"
    THANKS_TO_SUBSIDIES = "thanks_to_subsidies"
    MISSING_MONTH = "missing_month"
    NOT_ENOUGH_MONTHS = "not_enough_months"
    FAR_FROM_THRESHOLD = "far_from_threshold"
    TWO_CURRENCIES = "two_currencies"
    NO_LEVERAGE = "no_leverage"
    OPEN_MONTH = "open_month"
    UNUSUAL_AMOUNT = "unusual_amount"
    PARTS_DIFFER = "parts_differ"
    NO_SPLIT = "no_split"


TEXTS: dict[Message, str] = {
    Message.NO_SALES: N_("No sales yet: the threshold cannot be calculated. Fixed costs to cover: {amount} a month."),
    Message.NEGATIVE_REVENUE: N_("Negative turnover (credit notes): the month is left out of the threshold."),
    Message.ZERO_MARGIN: N_("Each sale just covers its variable cost: no volume reaches the threshold."),
    Message.NEGATIVE_MARGIN: N_(
        "Each sale loses money: selling more makes the loss larger. Look at the prices or the variable costs again."
    ),
    Message.MAXIMUM_VOLUME: N_("With subsidies: balance up to {n} units at most. Without subsidies: no balance."),
    Message.NO_FIXED_COSTS: N_("No fixed costs entered: to be checked."),
    Message.NEGATIVE_VARIABLE_COST: N_("Negative variable cost: to be corrected."),
    Message.AT_BREAK_EVEN: N_("At break-even."),
    Message.THANKS_TO_SUBSIDIES: N_("Break-even thanks to the subsidies ({g}); without subsidies {x} is missing."),
    Message.MISSING_MONTH: N_("Missing month: {month}. The series is interrupted."),
    Message.NOT_ENOUGH_MONTHS: N_("{n} complete months of the {m} that are needed."),
    Message.FAR_FROM_THRESHOLD: N_("The threshold is very far from the present level."),
    Message.TWO_CURRENCIES: N_("Several currencies: give the exchange rate and its date."),
    Message.NO_LEVERAGE: N_("The operating leverage cannot be calculated: the result is zero."),
    Message.OPEN_MONTH: N_("The month is not closed: not counted."),
    Message.UNUSUAL_AMOUNT: N_("Unusual amount (×100 against the median): to be confirmed."),
    Message.PARTS_DIFFER: N_("The sum of the parts ({x}) differs from the total entered ({y})."),
    Message.NO_SPLIT: N_("The split into variable and fixed costs is unknown: no threshold."),
}
