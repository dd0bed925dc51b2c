"""The reasons to see somebody, in words: short for a chip, whole for what explains it."""

from clusterdesk.domain.views.week import Reason, ReasonKind
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def reason_words(reason: Reason, t: Translator, formats: Formats) -> str:
    """Return what stands on a chip."""
    match reason.kind:
        case ReasonKind.NEXT_STEP:
            return t("Agreed for {day}", day=_day(reason, formats))
        case ReasonKind.RHYTHM:
            return t.n("Usually every day", "Usually every {n} days", n=reason.days)
        case ReasonKind.SILENT:
            return t.n("Silent for {n} day", "Silent for {n} days", n=reason.days)
        case ReasonKind.NEVER_MET:
            return t("Never met")
        case ReasonKind.WE_OWE:
            return t.n("We owe {n}, late", "We owe {n}, late", n=reason.count)
        case ReasonKind.THEY_OWE:
            return t.n("Owes us {n}, late", "Owes us {n}, late", n=reason.count)
        case ReasonKind.EVIDENCE:
            return t.n("Evidence missing", "{n} documents missing", n=reason.count)
        case ReasonKind.FIGURES:
            return t("Figures due: {period}", period=formats.partial(reason.text))
        case ReasonKind.NEAR:
            return t("Near {organisation}, {day}", organisation=reason.text, day=_day(reason, formats))


def reason_story(reason: Reason, t: Translator, formats: Formats) -> str:
    """Return the whole of it, with what it weighs in the order of the list."""
    return t("{why} Weight: {points}.", why=_why(reason, t, formats), points=reason.points)


def _why(reason: Reason, t: Translator, formats: Formats) -> str:
    match reason.kind:
        case ReasonKind.NEXT_STEP:
            return t("Next step agreed for {day}: {step}.", day=_day(reason, formats), step=reason.text)
        case ReasonKind.RHYTHM:
            return t.n(
                "You usually meet every day; by the end of this week it is longer.",
                "You usually meet every {n} days; by the end of this week it is longer.",
                n=reason.days,
            )
        case ReasonKind.SILENT:
            return t.n("The last contact was {n} day ago.", "The last contact was {n} days ago.", n=reason.days)
        case ReasonKind.NEVER_MET:
            return t("No session was ever held with this organisation.")
        case ReasonKind.WE_OWE | ReasonKind.THEY_OWE:
            return t.n("The oldest is {n} day late.", "The oldest is {n} days late.", n=reason.days)
        case ReasonKind.EVIDENCE:
            return t("Still to obtain: {document}.", document=reason.text)
        case ReasonKind.FIGURES:
            return t("The figures of {period} are not there yet.", period=formats.partial(reason.text))
        case ReasonKind.NEAR:
            return t("A visit close by is planned: the two can be combined.")


def _day(reason: Reason, formats: Formats) -> str:
    return formats.weekday_date(reason.on) if reason.on else ""
