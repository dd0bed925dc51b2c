"""The places of the window, in the order of the rail. Pages are imported when first visited."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot
from clusterdesk.gui.shortcuts import SETTINGS


def places() -> tuple[Place, ...]:
    """Return every place that exists: what has no page yet does not appear."""
    return (
        Place(routes.TODAY, N_("Today"), "calendar-check", _today),
        Place(routes.ORGANISATIONS, N_("Organisations"), "building-2", _organisations),
        Place(routes.ORGANISATION, N_("Organisation"), "building-2", _organisation, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.SESSION, N_("Session"), "message-square", _session, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.PREVIEW, N_("Preview"), "printer", _preview, Spot.HIDDEN, routes.TODAY),
        Place(routes.IMPORT, N_("Import"), "import", _import, Spot.BOTTOM),
        Place(routes.MERGE, N_("Merge"), "merge", _merge, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.DUPLICATES, N_("Duplicates"), "merge", _duplicates, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.SEARCH, N_("Search"), "search", _search, Spot.HIDDEN),
        Place(routes.BACKUPS, N_("Backups"), "hard-drive", _backups, Spot.BOTTOM),
        Place(routes.BIN, N_("Bin"), "trash-2", _bin, Spot.BOTTOM),
        Place(SETTINGS.id, N_("Settings"), "settings", _settings, Spot.BOTTOM),
    )


def _today(context: Context) -> Page:
    from clusterdesk.gui.pages.today.page import TodayPage

    return TodayPage(context)


def _organisations(context: Context) -> Page:
    from clusterdesk.gui.pages.organisations.page import OrganisationsPage

    return OrganisationsPage(context)


def _organisation(context: Context) -> Page:
    from clusterdesk.gui.pages.organisation.page import OrganisationPage

    return OrganisationPage(context)


def _session(context: Context) -> Page:
    from clusterdesk.gui.pages.session.page import SessionPage

    return SessionPage(context)


def _settings(context: Context) -> Page:
    from clusterdesk.gui.pages.settings.page import SettingsPage

    return SettingsPage(context)


def _preview(context: Context) -> Page:
    from clusterdesk.gui.pages.preview.page import PreviewPage

    return PreviewPage(context)


def _search(context: Context) -> Page:
    from clusterdesk.gui.pages.search.page import ResultsPage

    return ResultsPage(context)


def _backups(context: Context) -> Page:
    from clusterdesk.gui.pages.backups.page import BackupsPage

    return BackupsPage(context)


def _bin(context: Context) -> Page:
    from clusterdesk.gui.pages.bin.page import BinPage

    return BinPage(context)


def _import(context: Context) -> Page:
    from clusterdesk.gui.pages.importing.page import ImportPage

    return ImportPage(context)


def _merge(context: Context) -> Page:
    from clusterdesk.gui.pages.merging.page import MergePage

    return MergePage(context)


def _duplicates(context: Context) -> Page:
    from clusterdesk.gui.pages.merging.duplicates import DuplicatesPage

    return DuplicatesPage(context)
