"""What the files of our pages are called."""

from datetime import date
from enum import StrEnum

from clusterdesk.base.filenames import safe_filename
from clusterdesk.i18n.translator import Translator


class BriefKind(StrEnum):
    """The kinds of page that become a file; a bag holds the pages of days and the sheets of their visits."""

    VISIT_SHEET = "visit"
    VISIT_REPORT = "report"
    DAY = "day"
    WEEK_NOTE = "week"
    BAG = "bag"
    BREAK_EVEN = "breakeven"
    ATTESTATION = "attestation"
    DIAGNOSTIC = "diagnostic"
    REFERRAL = "referral"
    DIFFICULTY = "difficulty"
    DIFFICULTIES = "difficulties"


def brief_filename(kind: BriefKind, on: date | None, organisation: str, t: Translator, *, suffix: str = ".pdf") -> str:
    """Return ``2026-11-23 Fiche de visite – Atelier Noord.pdf``: it sorts by date and is safe on every file system."""
    name = kind_name(kind, t)
    if organisation:
        name = t("{kind} – {organisation}", kind=name, organisation=organisation)
    return safe_filename(t("{date} {name}", date=on.isoformat(), name=name) if on else name, suffix)


def batch_filename(kind: BriefKind, on: date, t: Translator) -> str:
    """Return the name of several briefs merged into one PDF."""
    match kind:
        case BriefKind.VISIT_SHEET:
            name = t("Visit sheets")
        case BriefKind.VISIT_REPORT:
            name = t("Visit reports")
        case BriefKind.BREAK_EVEN:
            name = t("Break-even sheets")
        case BriefKind.ATTESTATION:
            name = t("Employment attestations")
        case BriefKind.DIAGNOSTIC:
            name = t("Diagnostics")
        case BriefKind.REFERRAL:
            name = t("Orientations")
        case BriefKind.DIFFICULTY:
            name = t("Notes of difficulties")
        case BriefKind.DAY | BriefKind.WEEK_NOTE | BriefKind.BAG | BriefKind.DIFFICULTIES:
            name = kind_name(kind, t)
    return safe_filename(t("{date} {name}", date=on.isoformat(), name=name), ".pdf")


def kind_name(kind: BriefKind, t: Translator) -> str:
    """Name a kind of brief in the language of the page."""
    match kind:
        case BriefKind.VISIT_SHEET:
            return t("Visit sheet")
        case BriefKind.VISIT_REPORT:
            return t("Visit report")
        case BriefKind.DAY:
            return t("Day of visits")
        case BriefKind.WEEK_NOTE:
            return t("Weekly note")
        case BriefKind.BAG:
            return t("Visits, ready to go")
        case BriefKind.BREAK_EVEN:
            return t("Break-even sheet")
        case BriefKind.ATTESTATION:
            return t("Employment attestation")
        case BriefKind.DIAGNOSTIC:
            return t("Diagnostic")
        case BriefKind.REFERRAL:
            return t("Orientation")
        case BriefKind.DIFFICULTY:
            return t("Note of a difficulty")
        case BriefKind.DIFFICULTIES:
            return t("Difficulties of the field")
