"""Why something counts, and what it lacks, in words: for the window, the command line and the report."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.strategy.candidates import Because, Reason
from clusterdesk.domain.strategy.rules import Measure
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.staff_numbers import fte_text, signed_fte
from clusterdesk.i18n.translator import Translator

_FACTS: Mapping[Measure, str] = {
    Measure.INDUSTRIALISED: N_("Industrialised on {on}."),
    Measure.BREAK_EVEN: N_("Break-even reached on {on}."),
    Measure.JOB_GROWTH: N_("Job growth, dated {on}, was confirmed."),
    Measure.NEW_PRODUCTION: N_("First day of production: {on}."),
}
_WORDS: Mapping[Reason, str] = {
    Reason.NO_FILE: N_("There is no coaching file."),
    Reason.NO_COACHING_ACTION: N_("No coaching action: no visit, meeting or call that was held, with a trace."),
    Reason.BEFORE_COACHING: N_("The result is not later than the first coaching action of {first_action}."),
    Reason.AFTER_WINDOW: N_("The result is later than {last_day}, the last day that counts after the file was closed."),
    Reason.OUTSIDE_REGION: N_("No seat or establishment in the Region on {on}."),
    Reason.OUTSIDE_PLAN: N_("Outside the plan, which runs from {start} to {end}."),
    Reason.OTHER_VALUE_CHAIN: N_("The project is in none of the value chains that count."),
    Reason.NO_PARTNER: N_("No partner is both accompanied and in the Region."),
    Reason.YEAR_RUNNING: N_("{year} is not over: provisional."),
    Reason.NO_BASELINE: N_(
        "No head count is known up to {days} days after the first coaching action of {began}, the first one is of"
        " {first}: growth cannot be measured. Enter the staff of then."
    ),
    Reason.TOO_FEW_QUARTERS: N_("{year}: quarter ends known: {known} of 4; {quarters} are needed."),
    Reason.NOT_ENOUGH_GROWTH: N_("{year}: {difference} FTE over the baseline of {baseline} FTE; {needed} are needed."),
    Reason.EVIDENCE_WANTED: N_("Still to obtain: {title}."),
    Reason.NOT_VALIDATED: N_("To be validated by a second person."),
    Reason.NOT_CONFIRMED: N_("Not confirmed by anybody yet."),
    Reason.NOT_SUCCEEDED: N_("Still open: no outcome is recorded."),
    Reason.CLOSED_WITHOUT_OUTCOME: N_("Closed without an outcome."),
    Reason.IN_REGION: N_("In the Region on {on}."),
    Reason.GROWTH: N_(
        "{year}: {mean} FTE in the mean, {difference} over the baseline of {baseline} FTE of {baseline_on}"
        " (quarter ends known: {known} of 4)."
    ),
    Reason.PARTNER: N_("Partner accompanied and in the Region: {organisation}."),
    Reason.HANDED_OVER: N_("Handed over on {on}."),
    Reason.OUTCOME: N_("Positive outcome on {on}."),
}
_SIGNED = frozenset({"difference", "needed"})


def because_words(because: Because, t: Translator, formats: Formats) -> str:
    """Return a reason as a sentence in the language of the translator."""
    values = {name: _shown(name, value, t, formats) for name, value in because.values.items()}
    match because.reason:
        case Reason.FACT:
            return t(_FACTS[Measure(str(because.values["measure"]))], **values)
        case Reason.ATTRIBUTED if because.values.get("closed") is not None:
            return t("First coaching action on {first_action}; the file was closed on {closed}.", **values)
        case Reason.ATTRIBUTED:
            return t("First coaching action on {first_action}.", **values)
        case Reason.NOT_VALIDATED if because.values.get("required"):
            return t("The rules require that a second person validates it.")
        case Reason.EVIDENCE_LEVEL if because.values.get("level") is None:
            return t("No evidence yet; level {needed} is needed.", **values)
        case Reason.EVIDENCE_LEVEL:
            return t("Evidence of level {level}; level {needed} is needed.", **values)
    return t(_WORDS[because.reason], **values)


def because_sentences(reasons: Iterable[Because], t: Translator, formats: Formats) -> tuple[str, ...]:
    """Return several reasons as sentences."""
    return tuple(because_words(one, t, formats) for one in reasons)


def because_document(because: Because, t: Translator, formats: Formats) -> dict[str, Any]:
    """Return a reason for programs: its code, what it speaks of, and the sentence."""
    values = {name: _plain(value) for name, value in because.values.items()}
    return {"code": because.reason.value, **values, "text": because_words(because, t, formats)}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return list(value)
    return value


def _shown(name: str, value: object, t: Translator, formats: Formats) -> object:
    if isinstance(value, date):
        return formats.date(value)
    if isinstance(value, Decimal):
        return signed_fte(value, formats) if name in _SIGNED else fte_text(value, formats)
    return str(value) if name == "year" else value
