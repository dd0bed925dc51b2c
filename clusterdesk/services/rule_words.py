"""What other rules would change, in words: a line for each result that is touched."""

from collections.abc import Iterator
from dataclasses import dataclass

from clusterdesk.domain.views.indicators import IndicatorLine
from clusterdesk.domain.views.rule_difference import IndicatorDifference, RulesDifference
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A result that is touched: of which indicator, what changes, and its name; ``good``: it counts or proves more."""

    indicator: str
    change: str
    project: str
    organisation: str
    on: str
    good: bool | None = None


def difference_lines(found: RulesDifference, t: Translator, formats: Formats) -> tuple[DifferenceLine, ...]:
    """Return the results that are touched, indicator by indicator."""
    return tuple(line for one in found.indicators for line in _lines(one, t, formats))


def totals_words(one: IndicatorDifference, t: Translator) -> str:
    """Return the numbers of an indicator by the present rules and by the new ones."""
    (was, now), (proved, provable) = one.total, one.provable
    if (was, proved) == (now, provable):
        return t("{n} counted, {provable} provable: as before", n=now, provable=provable)
    return t("{was} → {n} counted, {proved} → {provable} provable", was=was, n=now, proved=proved, provable=provable)


def _lines(one: IndicatorDifference, t: Translator, formats: Formats) -> Iterator[DifferenceLine]:
    name = one.rules.name_in(t.language)
    groups: tuple[tuple[str, tuple[IndicatorLine, ...], bool], ...] = (
        (t("would count"), one.appears, True),
        (t("would count no more"), one.vanishes, False),
        (t("would be provable"), one.gains_proof, True),
        (t("would be provable no more"), one.loses_proof, False),
    )
    for change, lines, good in groups:
        for line in lines:
            yield DifferenceLine(name, change, line.project, line.organisation, formats.date(line.on), good)
    for moved in one.moves:
        change = t("would count on another day (now {day})", day=formats.date(moved.before.on))
        line = moved.after
        yield DifferenceLine(name, change, line.project, line.organisation, formats.date(line.on))
