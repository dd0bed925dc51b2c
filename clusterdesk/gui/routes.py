"""Where one can go: the keys of all places and the routes to them, spelled once."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.gui.shell.places import Route

if TYPE_CHECKING:
    from clusterdesk.domain.health import HealthKey
    from clusterdesk.domain.referrals.board import Shown
    from clusterdesk.domain.views.difficulties import Waits
    from clusterdesk.gui.briefing.request import BriefRequest

TODAY = "today"
WEEK = "week"
ORGANISATIONS = "organisations"
ORGANISATION = "organisation"
COACHING = "coaching"
DIAGNOSTIC = "diagnostic"
BREAK_EVEN = "break-even"
INDUSTRY = "industry"
EMPLOYMENT = "employment"
FIGURES = "figures"
FIGURES_DUE = "figures-due"
FIGURES_FILE = "figures-file"
ACCOUNTS = "accounts"
SESSION = "session"
REFERRAL = "referral"
REFERRALS = "referrals"
ORGANISATION_REFERRALS = "organisation-referrals"
VISIT = "visit"
CHAINS = "chains"
GROUP = "group"
MEETING = "meeting"
DIFFICULTIES = "difficulties"
DIFFICULTY = "difficulty"
VISION = "vision"
COMMUNICATION = "communication"
PROGRAMME = "programme"
EVENT = "event"
STATISTICS = "statistics"
MERGE = "merge"
DUPLICATES = "duplicates"
PREVIEW = "preview"
SEARCH = "search"
IMPORT = "import"
BIN = "bin"
BACKUPS = "backups"
OUTBOX = "outbox"
LISTS = "lists"
TEAMS = "teams"
BINDERS = "binders"
HEALTH = "health"
ABOUT = "about"
REPORTS = "reports"
STRATEGY = "strategy"
BOARD = "board"


def week(monday: date | None = None) -> Route:
    """Return the way to a week by its Monday; this week without one."""
    return Route(WEEK, monday)


def organisations(shown: str = "") -> Route:
    """Return the way to the list of organisations; ``shown`` is the key of a filter to begin with."""
    return Route(ORGANISATIONS, shown or None)


def organisation(organisation_id: UUID) -> Route:
    """Return the way to the page of an organisation."""
    return Route(ORGANISATION, organisation_id)


def coaching(organisation_id: UUID) -> Route:
    """Return the way to the coaching plan of an organisation: files, tracks, milestones."""
    return Route(COACHING, organisation_id)


def diagnostic(organisation_id: UUID) -> Route:
    """Return the way to the diagnostic of an organisation."""
    return Route(DIAGNOSTIC, organisation_id)


def break_even(organisation_id: UUID) -> Route:
    """Return the way to break-even of an organisation."""
    return Route(BREAK_EVEN, organisation_id)


def industry(organisation_id: UUID) -> Route:
    """Return the way to the industrial maturity of an organisation's projects."""
    return Route(INDUSTRY, organisation_id)


def employment(organisation_id: UUID) -> Route:
    """Return the way to the staff of an organisation."""
    return Route(EMPLOYMENT, organisation_id)


def figures(organisation_id: UUID) -> Route:
    """Return the way to the grid of months and lines of an organisation's ledgers."""
    return Route(FIGURES, organisation_id)


def accounts(organisation_id: UUID) -> Route:
    """Return the way to the annual accounts of an organisation."""
    return Route(ACCOUNTS, organisation_id)


def figures_due() -> Route:
    """Return the way to the grid of all figures that are due."""
    return Route(FIGURES_DUE)


def figures_file(path: Path | None = None, organisation_id: UUID | None = None, ledger_id: UUID | None = None) -> Route:
    """Return the way to taking figures from a file, which may still be chosen; whose they are where it is known."""
    from clusterdesk.gui.pages.figures_files.request import FiguresFile

    return Route(FIGURES_FILE, FiguresFile(path, organisation_id, ledger_id))


def session(session_id: UUID) -> Route:
    """Return the way to a visit, meeting, call or mail."""
    return Route(SESSION, session_id)


def referrals(shown: "Shown | UUID | None" = None) -> Route:
    """Return the way to the orientations; ``shown`` says which first, or is the id of a team."""
    return Route(REFERRALS, shown)


def organisation_referrals(organisation_id: UUID) -> Route:
    """Return the way to the orientations of an organisation."""
    return Route(ORGANISATION_REFERRALS, organisation_id)


def referral(referral_id: UUID) -> Route:
    """Return the way to an orientation."""
    return Route(REFERRAL, referral_id)


def chains(tab: str = "chains", shown: UUID | None = None) -> Route:
    """Return the way to a tab of the value chains and projects, and to a record on it."""
    from clusterdesk.gui.pages.chains.request import ChainsRequest

    return Route(CHAINS, ChainsRequest(tab, shown))


def chain_link(record_id: UUID) -> Route:
    """Return the way to a link of a value chain, or to who stands at one."""
    return chains(shown=record_id)


def exchange(record_id: UUID) -> Route:
    """Return the way to an offer or a need."""
    return chains("exchange", record_id)


def prospect(record_id: UUID) -> Route:
    """Return the way to a prospect by its id, or by that of one of its states."""
    return chains("prospects", record_id)


def production(record_id: UUID) -> Route:
    """Return the way to a production project by its id, or by that of one of its parts."""
    return chains("projects", record_id)


def programme(year: int | None = None) -> Route:
    """Return the way to the programme of a year; this year without one."""
    return Route(PROGRAMME, year)


def theme(theme_id: UUID) -> Route:
    """Return the way to the programme of the year that a theme is proposed for."""
    return Route(PROGRAMME, theme_id)


def event(event_id: UUID) -> Route:
    """Return the way to an event of the programme."""
    return Route(EVENT, event_id)


def difficulties(waits: "Waits | None" = None) -> Route:
    """Return the way to the difficulties of the field; ``waits`` is what those shown first wait for."""
    return Route(DIFFICULTIES, waits)


def difficulty(difficulty_id: UUID) -> Route:
    """Return the way to a difficulty."""
    return Route(DIFFICULTY, difficulty_id)


def vision(dossier_id: UUID | None = None) -> Route:
    """Return the way to the common vision: to a dossier, or to the first one."""
    return Route(VISION, dossier_id)


def communication(item_id: UUID | None = None) -> Route:
    """Return the way to what was published; ``item_id`` is the one to open."""
    return Route(COMMUNICATION, item_id)


def board(quarter: str | None = None) -> Route:
    """Return the way to the indicators; ``quarter`` such as ``2026-Q3`` is a closed one, None is today."""
    return Route(BOARD, quarter)


def indicator(indicator_id: UUID) -> Route:
    """Return the way to the indicators of today, opened at one of them."""
    return Route(BOARD, indicator_id)


def strategy(part: str = "", row: UUID | None = None) -> Route:
    """Return the way to the strategy; ``part`` is the record type shown first, ``row`` one of it to open."""
    return Route(STRATEGY, (part, row) if row is not None else part or None)


def statistics(year: int | None = None) -> Route:
    """Return the way to a year in numbers; without one to this year."""
    return Route(STATISTICS, year)


def groups() -> Route:
    """Return the way to the working groups."""
    return chains("groups")


def group(group_id: UUID) -> Route:
    """Return the way to a working group."""
    return Route(GROUP, group_id)


def meeting(meeting_id: UUID) -> Route:
    """Return the way to a meeting of a group."""
    return Route(MEETING, meeting_id)


def visit(session_id: UUID) -> Route:
    """Return the way into visit mode with a session."""
    return Route(VISIT, session_id)


def merge(organisation_id: UUID, other_id: UUID | None = None, *, back_to_list: bool = False) -> Route:
    """Return the way to merging an organisation with another one; ``back_to_list``: then on to the next duplicates."""
    from clusterdesk.gui.pages.merging.request import MergeRequest

    return Route(MERGE, MergeRequest(organisation_id, other_id, back_to_list))


def importing(kind: str = "") -> Route:
    """Return the way to importing a list that is still to be chosen; ``kind`` is what it holds, where that is known."""
    from clusterdesk.gui.pages.importing.request import ListToChoose

    return Route(IMPORT, ListToChoose(kind) if kind else None)


def import_file(path: Path, kind: str = "", about: UUID | None = None) -> Route:
    """Return the way to importing a file; ``kind`` is what it holds, ``about`` of what, where that is known."""
    from clusterdesk.gui.pages.importing.request import FileToImport

    return Route(IMPORT, FileToImport(path, kind, about))


def read_calendar(path: Path) -> Route:
    """Return the way to this week, to read a calendar."""
    from clusterdesk.gui.pages.importing.request import FileToImport

    return Route(WEEK, FileToImport(path))


def preview(request: "BriefRequest") -> Route:
    """Return the way to the pages to print."""
    return Route(PREVIEW, request)


def next_sheet(organisation_id: UUID) -> Route:
    """Return the way to the sheet of the next visit to an organisation."""
    from clusterdesk.gui.briefing.request import next_sheet_of

    return preview(next_sheet_of(organisation_id))


def visit_sheet(session_id: UUID) -> Route:
    """Return the way to the sheet of a visit."""
    from clusterdesk.gui.briefing.request import sheet_of

    return preview(sheet_of(session_id))


def minutes(meeting_id: UUID) -> Route:
    """Return the way to the minutes of a meeting, as they would be sent."""
    from clusterdesk.briefs.filenames import BriefKind
    from clusterdesk.gui.briefing.request import page_of

    return preview(page_of(BriefKind.MINUTES, meeting_id))


def signin_sheet(subject_id: UUID) -> Route:
    """Return the way to the sheet that people sign when they come: of a meeting or an event."""
    from clusterdesk.briefs.filenames import BriefKind
    from clusterdesk.gui.briefing.request import page_of

    return preview(page_of(BriefKind.SIGN_IN, subject_id))


def board_report(quarter: str) -> Route:
    """Return the way to the report to the Advisory Board of a quarter."""
    from clusterdesk.briefs.filenames import BriefKind
    from clusterdesk.gui.briefing.request import page_of

    return preview(page_of(BriefKind.BOARD, quarter))


def search(text: str) -> Route:
    """Return the way to everything that holds the words of a text."""
    return Route(SEARCH, text)


def lists(type_key: str | None = None) -> Route:
    """Return the way to the editable lists; ``type_key`` is the record type of the one to begin with."""
    return Route(LISTS, type_key)


def teams(shown: UUID | str | None = None) -> Route:
    """Return the way to the directory of receiving teams; ``shown`` is the id of one to open, or words to look for."""
    return Route(TEAMS, shown)


def backups() -> Route:
    """Return the way to the backups."""
    return Route(BACKUPS)


def health(key: "HealthKey | None" = None) -> Route:
    """Return the way to data health; ``key`` is the check shown first."""
    return Route(HEALTH, key)


def about() -> Route:
    """Return the way to version and licences."""
    return Route(ABOUT)


def reports() -> Route:
    """Return the way to the error reports."""
    return Route(REPORTS)
