"""What the files of our pages are called."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.marks import N_
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
    DOSSIER = "dossier"
    MEMBER = "member"
    STATISTICS = "statistics"
    YEAR_PLAN = "year-plan"
    YEAR_PLAN_A3 = "year-plan-a3"
    BADGES = "badges"
    MINUTES = "minutes"
    EVENT_MINUTES = "event-minutes"
    SIGN_IN = "signin"
    BOARD = "board"


def brief_filename(kind: BriefKind, on: date | None, organisation: str, t: Translator, *, suffix: str = ".pdf") -> str:
    """Return ``2026-11-23 Fiche de visite – Atelier Noord.pdf``: it sorts by date and is safe on every file system."""
    name = kind_name(kind, t)
    if organisation:
        name = t("{kind} – {organisation}", kind=name, organisation=organisation)
    return safe_filename(t("{date} {name}", date=on.isoformat(), name=name) if on else name, suffix)


def batch_filename(kind: BriefKind, on: date, t: Translator) -> str:
    """Return the name of several briefs merged into one PDF."""
    name = t(_PLURALS[kind]) if kind in _PLURALS else kind_name(kind, t)
    return safe_filename(t("{date} {name}", date=on.isoformat(), name=name), ".pdf")


def kind_name(kind: BriefKind, t: Translator) -> str:
    """Name a kind of brief in the language of the page."""
    return t(_NAMES[kind])


_NAMES: Mapping[BriefKind, str] = {
    BriefKind.VISIT_SHEET: N_("Visit sheet"),
    BriefKind.VISIT_REPORT: N_("Visit report"),
    BriefKind.DAY: N_("Day of visits"),
    BriefKind.WEEK_NOTE: N_("Weekly note"),
    BriefKind.BAG: N_("Visits, ready to go"),
    BriefKind.BREAK_EVEN: N_("Break-even sheet"),
    BriefKind.ATTESTATION: N_("Employment attestation"),
    BriefKind.DIAGNOSTIC: N_("Diagnostic"),
    BriefKind.REFERRAL: N_("Orientation"),
    BriefKind.DIFFICULTY: N_("Note of a difficulty"),
    BriefKind.DIFFICULTIES: N_("Difficulties of the field"),
    BriefKind.DOSSIER: N_("Vision dossier"),
    BriefKind.MEMBER: N_("Member sheet"),
    BriefKind.STATISTICS: N_("Statistics of the year"),
    BriefKind.YEAR_PLAN: N_("Year plan"),
    BriefKind.YEAR_PLAN_A3: N_("Year plan (A3)"),
    BriefKind.BADGES: N_("Name badges"),
    BriefKind.MINUTES: N_("Minutes"),
    BriefKind.EVENT_MINUTES: N_("Event report"),
    BriefKind.SIGN_IN: N_("Sign-in sheet"),
    BriefKind.BOARD: N_("Advisory Board report"),
}
# What several of a kind are called together; the others are called as one is.
_PLURALS: Mapping[BriefKind, str] = {
    BriefKind.VISIT_SHEET: N_("Visit sheets"),
    BriefKind.VISIT_REPORT: N_("Visit reports"),
    BriefKind.BREAK_EVEN: N_("Break-even sheets"),
    BriefKind.ATTESTATION: N_("Employment attestations"),
    BriefKind.DIAGNOSTIC: N_("Diagnostics"),
    BriefKind.REFERRAL: N_("Orientations"),
    BriefKind.DIFFICULTY: N_("Notes of difficulties"),
    BriefKind.DOSSIER: N_("Vision dossiers"),
    BriefKind.MEMBER: N_("Member sheets"),
    BriefKind.EVENT_MINUTES: N_("Event reports"),
    BriefKind.SIGN_IN: N_("Sign-in sheets"),
}
