"""The places of the window, in the order of the rail. Pages are imported when first visited."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import WHERE_ONE_CAME_FROM, Place, Spot
from clusterdesk.gui.shortcuts import SETTINGS


def places(*, welcome: bool = False) -> tuple[Place, ...]:
    """Return every place that exists: what has no page yet does not appear. ``welcome``: before there is a binder."""
    if welcome:
        return (Place(routes.BINDERS, N_("Welcome"), "book-open", _page("binders.page:BindersPage"), Spot.HIDDEN),)
    return _rail() + _foot() + _below_today() + _below_organisations() + _below_others() + _below_settings()


def _page(named: str) -> Callable[[Context], Page]:
    """Return what makes a page: ``module:class`` under ``gui.pages``."""
    return partial(_make, named)


def _make(named: str, context: Context) -> Page:
    module, _, name = named.partition(":")
    made: Page = getattr(import_module(f"clusterdesk.gui.pages.{module}"), name)(context)
    return made


def _rail() -> tuple[Place, ...]:
    return (
        Place(routes.TODAY, N_("Today"), "calendar-check", _page("today.page:TodayPage")),
        Place(routes.ORGANISATIONS, N_("Organisations"), "building-2", _page("organisations.page:OrganisationsPage")),
        Place(routes.REFERRALS, N_("Orientations"), "share-2", _page("referrals.page:ReferralsPage")),
        Place(routes.CHAINS, N_("Value chains"), "workflow", _page("chains.page:ChainsPage")),
        Place(routes.PROGRAMME, N_("Programme"), "calendar-days", _page("programme.page:ProgrammePage")),
        Place(routes.DIFFICULTIES, N_("Difficulties"), "flag", _page("difficulties.page:DifficultiesPage")),
        Place(routes.BOARD, N_("Indicators"), "trending-up", _page("board.page:BoardPage")),
    )


def _foot() -> tuple[Place, ...]:
    """Return what stands at the foot of the rail: what leaves and comes in, backups, the bin, settings."""
    return (
        Place(routes.OUTBOX, N_("Outbox"), "send", _page("outbox.page:OutboxPage"), Spot.BOTTOM),
        Place(routes.IMPORT, N_("Import"), "import", _page("importing.page:ImportPage"), Spot.BOTTOM),
        Place(routes.BACKUPS, N_("Backups"), "hard-drive", _page("backups.page:BackupsPage"), Spot.BOTTOM),
        Place(routes.BIN, N_("Bin"), "trash-2", _page("bin.page:BinPage"), Spot.BOTTOM),
        Place(SETTINGS.id, N_("Settings"), "settings", _page("settings.page:SettingsPage"), Spot.BOTTOM),
    )


def _hidden(key: str, label: str, icon: str, page: str, under: str = "", *, in_palette: bool = False) -> Place:
    """Return a place inside another: reached from a list, a row, a search; not in the rail."""
    return Place(key, label, icon, _page(page), Spot.HIDDEN, under, in_palette=in_palette)


def _below_today() -> tuple[Place, ...]:
    under, visit = routes.TODAY, _page("visit.page:VisitPage")
    return (
        _hidden(routes.WEEK, N_("Week"), "calendar-days", "week.page:WeekPage", under),
        _hidden(routes.FIGURES_DUE, N_("Figures to enter"), "table", "figures.due_page:FiguresDuePage", under),
        Place(routes.VISIT, N_("Visit mode"), "message-square", visit, Spot.HIDDEN, under, whole_window=True),
        _hidden(routes.PREVIEW, N_("Preview"), "printer", "preview.page:PreviewPage", WHERE_ONE_CAME_FROM),
    )


def _below_organisations() -> tuple[Place, ...]:
    """Return an organisation with its tabs, each of which appears in its head as soon as it is here."""
    under = routes.ORGANISATIONS
    of_one = "organisation_referrals.page:OrganisationReferralsPage"
    return (
        _hidden(routes.ORGANISATION, N_("Organisation"), "building-2", "organisation.page:OrganisationPage", under),
        _hidden(routes.COACHING, N_("Coaching plan"), "briefcase", "coaching.page:CoachingPage", under),
        _hidden(routes.DIAGNOSTIC, N_("Diagnostic"), "gauge", "diagnostic.page:DiagnosticPage", under),
        _hidden(routes.FIGURES, N_("Figures"), "table", "figures.ledger_page:LedgerPage", under),
        _hidden(routes.BREAK_EVEN, N_("Break-even"), "trending-up", "break_even.page:BreakEvenPage", under),
        _hidden(routes.INDUSTRY, N_("Industry"), "factory", "industry.page:IndustryPage", under),
        _hidden(routes.EMPLOYMENT, N_("Jobs"), "users", "employment.page:EmploymentPage", under),
        _hidden(routes.ORGANISATION_REFERRALS, N_("Orientations of the organisation"), "share-2", of_one, under),
        _hidden(routes.ACCOUNTS, N_("Annual accounts"), "book-open", "accounts.page:AccountsPage", under),
        _hidden(routes.SESSION, N_("Session"), "message-square", "session.page:SessionPage", under),
        _hidden(routes.MERGE, N_("Merge"), "merge", "merging.page:MergePage", under),
        _hidden(
            routes.DUPLICATES, N_("Duplicates"), "merge", "merging.duplicates:DuplicatesPage", under, in_palette=True
        ),
    )


def _below_others() -> tuple[Place, ...]:
    figures = "figures_files.page:FiguresFilePage"
    strategy, numbers = N_("Strategy and action plan"), N_("Statistics of the year")
    return (
        _hidden(routes.STRATEGY, strategy, "trending-up", "strategy.page:StrategyPage", routes.BOARD, in_palette=True),
        _hidden(routes.REFERRAL, N_("Orientation"), "share-2", "referral.page:ReferralPage", routes.REFERRALS),
        _hidden(routes.EVENT, N_("Event"), "calendar-days", "event.page:EventPage", routes.PROGRAMME),
        _hidden(routes.DIFFICULTY, N_("Difficulty"), "flag", "difficulty.page:DifficultyPage", routes.DIFFICULTIES),
        _hidden(
            routes.VISION, N_("Common vision"), "book-open", "vision.page:VisionPage", routes.BOARD, in_palette=True
        ),
        _hidden(
            routes.COMMUNICATION,
            N_("Communication"),
            "message-square",
            "communication.page:CommunicationPage",
            routes.BOARD,
            in_palette=True,
        ),
        _hidden(routes.STATISTICS, numbers, "gauge", "statistics.page:StatisticsPage", routes.BOARD, in_palette=True),
        _hidden(routes.GROUP, N_("Working group"), "users", "group.page:GroupPage", routes.CHAINS),
        _hidden(routes.MEETING, N_("Meeting of a group"), "users", "meeting.page:MeetingPage", routes.CHAINS),
        _hidden(routes.FIGURES_FILE, N_("Import figures"), "file-spreadsheet", figures, routes.IMPORT),
        _hidden(routes.SEARCH, N_("Search"), "search", "search.page:ResultsPage"),
    )


def _below_settings() -> tuple[Place, ...]:
    """Return the places that stand under Settings; the palette offers them, too."""
    told = (
        (routes.LISTS, N_("Lists of the cluster"), "list", "lists.page:ListsPage", SETTINGS.id),
        (routes.TEAMS, N_("Receiving teams"), "handshake", "teams.page:TeamsPage", routes.REFERRALS),
        (routes.BINDERS, N_("Binders"), "database", "binders.page:BindersPage", SETTINGS.id),
        (routes.HEALTH, N_("Data health"), "list-checks", "health.page:HealthPage", SETTINGS.id),
        (routes.ABOUT, N_("About ClusterDesk"), "info", "about.page:AboutPage", SETTINGS.id),
        (routes.REPORTS, N_("Error reports"), "circle-alert", "about.reports:ReportsPage", SETTINGS.id),
    )
    return tuple(_hidden(*one, in_palette=True) for one in told)
