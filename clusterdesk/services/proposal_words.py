"""Proposed results in words, for the window and the command line."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.proposals.proposal import ResultProposal, ResultStanding, Sentence
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.break_even_words import short_period

STANDING_LABELS: Mapping[ResultStanding, str] = {
    ResultStanding.NOT_YET: N_("Not yet"),
    ResultStanding.ON_THE_WAY: N_("On the way"),
    ResultStanding.PROPOSED: N_("Proposed"),
    ResultStanding.ALREADY_BEFORE: N_("Already reached before the coaching"),
    ResultStanding.DOUBTFUL: N_("Only with a reason"),
    ResultStanding.TO_CONFIRM: N_("To confirm"),
    ResultStanding.CONFIRMED: N_("Confirmed"),
    ResultStanding.VALIDATED: N_("Validated"),
    ResultStanding.TO_REVOKE: N_("To revoke?"),
}


def sentence_words(sentence: Sentence, t: Translator, formats: Formats) -> str:
    """Return a sentence in the language of the translator."""
    values = {name: _shown(name, value, t, formats) for name, value in sentence.values.items()}
    return t(sentence.message, **values)


def proposal_head(proposal: ResultProposal, t: Translator, formats: Formats) -> str:
    """Return the sentence a proposal begins with: since when, or what became of it."""
    event, day = proposal.event, proposal.on
    if proposal.kind is ResultKind.BREAK_EVEN_LOST:
        return _lost_head(proposal, t, formats)
    match proposal.standing:
        case ResultStanding.NOT_YET | ResultStanding.ON_THE_WAY if day is not None and proposal.missing:
            return t("Reached on {day}, but not proposed yet: something is missing.", day=formats.date(day))
        case ResultStanding.NOT_YET | ResultStanding.ON_THE_WAY:
            return t("Not reached yet.")
        case ResultStanding.PROPOSED if day is not None:
            return t("Reached on {day}. It counts once somebody who knows confirms it.", day=formats.date(day))
        case ResultStanding.ALREADY_BEFORE:
            return t("Reached before the coaching began: it counts only with a reason, which is kept.")
        case ResultStanding.DOUBTFUL:
            return t("It would not count by itself: it counts only with a reason, which is kept.")
        case ResultStanding.TO_CONFIRM if event is not None:
            return t("Noted for {day}, not confirmed yet.", day=formats.date(event.on))
        case ResultStanding.CONFIRMED | ResultStanding.VALIDATED if event is not None:
            return t("Reached on {day}.", day=formats.date(event.on))
        case ResultStanding.TO_REVOKE if event is not None:
            return t(
                "Confirmed for {day}, but it does not hold any more. It counts until somebody revokes it.",
                day=formats.date(event.on),
            )
    return ""


def _lost_head(proposal: ResultProposal, t: Translator, formats: Formats) -> str:
    day = formats.date(proposal.event.on if proposal.event is not None else proposal.on or date.min)
    match proposal.standing:
        case ResultStanding.CONFIRMED | ResultStanding.VALIDATED:
            return t("Lost on {day}. What was counted stays counted; it does not hold any more.", day=day)
        case ResultStanding.TO_REVOKE:
            return t("Confirmed as lost on {day}, but that does not hold any more.", day=day)
        case _:
            return t("Lost on {day}. What was counted stays counted, once somebody confirms this.", day=day)


def _shown(name: str, value: object, t: Translator, formats: Formats) -> object:
    if name.endswith("_label") and isinstance(value, str):
        return t(value) if value else value
    if isinstance(value, Period):
        return short_period(value, formats)
    if isinstance(value, date):
        return formats.date(value)
    if isinstance(value, Decimal):
        return formats.money(value) if name.endswith("_money") else formats.number(value)
    return value
