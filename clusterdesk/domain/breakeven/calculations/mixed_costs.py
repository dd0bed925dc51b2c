"""Costs that are partly variable: split by the highest and lowest activity, and by the median of slopes beside it."""

from clusterdesk.domain.breakeven.answer import Answer
from clusterdesk.domain.breakeven.cost_split import high_low
from clusterdesk.domain.breakeven.given import Given, missing, plain, senseless
from clusterdesk.domain.breakeven.median_line import median_line

MOST_POINTS = 200


def mixed_cost(given: Given) -> Answer:
    """Split ``activity_cost`` ([[activity, cost], …]); ``cost_at`` asks for the cost at other activities."""
    answer = Answer()
    points = list(given.pairs("activity_cost"))
    if not points:
        raise missing("activity_cost")
    if len(points) > MOST_POINTS or any(activity < 0 for activity, _cost in points):
        raise senseless("activity_cost", len(points))
    if max(points)[0] == min(points)[0]:
        raise senseless("activity_cost", plain(points[0][0]))
    rate, fixed = high_low(points)
    slope, level = median_line(points)
    answer.put(variable_rate=rate, fixed=fixed, median_variable_rate=slope, median_fixed=level)
    for activity in given.numbers("cost_at"):
        answer.put_named(f"cost_at_{plain(activity)}", fixed + rate * activity)
        answer.put_named(f"median_cost_at_{plain(activity)}", level + slope * activity)
    return answer
