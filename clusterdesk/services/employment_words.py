"""Staff in words: the sentence that says it first, and every line of the sum that judges a year."""

from dataclasses import dataclass

from clusterdesk.domain.employment.judging import Judgement
from clusterdesk.domain.employment.quarters import QuarterEnd
from clusterdesk.domain.employment.rules import DEFAULT, QUARTERS, Rules
from clusterdesk.domain.employment.years import Year, YearState
from clusterdesk.domain.views.employment import EmploymentFile, HeadcountLine
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.staff_numbers import MINUS, fte_text, signed_fte
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of a sum: what it is, and its figure; ``strong`` is the line that decides."""

    label: str
    value: str
    strong: bool = False


def staff_sentence(judgement: Judgement, t: Translator, formats: Formats) -> str:
    """Return the sentence that says it first: how many work there, and how many more since the baseline."""
    latest, baseline = judgement.latest, judgement.baseline
    if latest is None:
        return t("No head count is known yet.")
    if latest.without_staff:
        return t("Bankrupt: the staff counts 0 FTE.")
    fte = fte_text(latest.fte, formats)
    if baseline is None or judgement.difference is None:
        return t("{fte} FTE on {day}.", fte=fte, day=formats.date(latest.on))
    since = formats.date(baseline.on)
    if judgement.difference == 0:
        return t("{fte} FTE, as many as at the baseline of {day}.", fte=fte, day=since)
    difference = signed_fte(judgement.difference, formats)
    return t("{fte} FTE, {difference} since the baseline of {day}.", fte=fte, difference=difference, day=since)


def baseline_sentence(file: EmploymentFile, t: Translator, formats: Formats, rules: Rules = DEFAULT) -> str:
    """Return where growth is measured from, and why from there."""
    baseline, began = file.judgement.baseline, file.first_action
    if began is None:
        return t("No baseline: this file has no coaching action yet.")
    if baseline is None:
        return t(
            "No baseline: nothing is known up to the first coaching action of {day}, nor in the {n} days after it.",
            day=formats.date(began),
            n=rules.days_after_start,
        )
    values = {"fte": fte_text(baseline.fte, formats), "day": formats.date(baseline.on), "began": formats.date(began)}
    if baseline.frozen:
        return t("Baseline: {fte} FTE on {day}, frozen. Coaching began on {began}.", **values)
    if baseline.afterwards:
        return t("Proposed baseline: {fte} FTE on {day}, the first known after coaching began on {began}.", **values)
    return t("Proposed baseline: {fte} FTE on {day}, the last known when coaching began on {began}.", **values)


def quarter_name(end: QuarterEnd, t: Translator) -> str:
    """Return "T3 2026"."""
    return t("Q{quarter} {year}", quarter=end.quarter.number, year=str(end.quarter.year))


def quarter_value(end: QuarterEnd, t: Translator, formats: Formats) -> str:
    """Return the staff at the end of a quarter, the day it was counted on, or why it is not known."""
    if end.ahead:
        return t("to come")
    if end.without_staff:
        return t("0, bankrupt")
    if end.fte is None or end.counted_on is None:
        return t("not known")
    fte = fte_text(end.fte, formats)
    if end.counted_on == end.quarter.last_day:
        return fte
    return t("{fte}, counted on {day}", fte=fte, day=formats.date(end.counted_on))


def year_lines(year: Year, t: Translator, formats: Formats, rules: Rules = DEFAULT) -> tuple[SumLine, ...]:
    """Return the sum of a year line by line: the quarter ends, their mean, the baseline, the difference."""
    lines = [SumLine(formats.date(end.quarter.last_day), quarter_value(end, t, formats)) for end in year.quarters]
    if year.mean is not None:
        numbers = [fte_text(end.fte, formats) for end in year.quarters if end.fte is not None]
        added = f"({' + '.join(numbers)}) ÷ {year.known} = {fte_text(year.mean, formats)}"
        lines.append(SumLine(t("Mean"), added))
    if year.baseline is not None and year.mean is not None and year.difference is not None:
        baseline = fte_text(year.baseline.fte, formats)
        lines.append(SumLine(t("Baseline of {day}", day=formats.date(year.baseline.on)), baseline))
        sum_text = f"{fte_text(year.mean, formats)} {MINUS} {baseline} = {signed_fte(year.difference, formats)}"
        lines.append(SumLine(t("Difference"), sum_text, strong=True))
        lines.append(SumLine(t("Needed"), signed_fte(rules.growth, formats)))
    return tuple(lines)


def year_state(year: Year, t: Translator) -> str:
    """Return in a few words what a year says."""
    if year.state is YearState.TOO_FEW:
        return t("Too few quarter ends known")
    if year.state is YearState.NO_BASELINE:
        return t("No baseline")
    if year.running:
        return t("Provisional: on course") if year.state is YearState.QUALIFIES else t("Provisional: not enough")
    if year.state is YearState.BELOW:
        return t("Does not qualify")
    return t("Qualifies") if year.attributed else t("Qualifies, outside the file")


def year_note(year: Year, t: Translator, rules: Rules = DEFAULT) -> str:
    """Return what is to be known of a year besides its state: what is missing, or that it is not over."""
    if year.running:
        return t(
            "Quarter ends known: {known} of {all}. The year is judged on 31 December.", known=year.known, all=QUARTERS
        )
    if year.state is YearState.TOO_FEW:
        return t(
            "Quarter ends known: {known} of {all}; {needed} are needed.",
            known=year.known,
            all=QUARTERS,
            needed=rules.quarters_needed,
        )
    return ""


def count_notes(line: HeadcountLine, t: Translator, formats: Formats) -> tuple[str, ...]:
    """Return what must be said of a head count: which number is judged and why, what is doubtful."""
    notes, count = [], line.count
    if count.from_parts and count.fte is not None:
        if count.left_out:
            notes.append(
                t(
                    "{fte} FTE are judged: {left} are under contracts that do not count.",
                    fte=fte_text(count.fte, formats),
                    left=fte_text(count.left_out, formats),
                )
            )
        else:
            notes.append(t("{fte} FTE are judged: the sum by kind of contract.", fte=fte_text(count.fte, formats)))
    if count.parts_differ and count.parts_sum is not None and count.stated is not None:
        notes.append(
            t(
                "The parts add up to {parts}, the total says {total}.",
                parts=fte_text(count.parts_sum, formats),
                total=fte_text(count.stated, formats),
            )
        )
    if line.contradicted:
        notes.append(t("Two different numbers are noted for this day."))
    return tuple(notes)
