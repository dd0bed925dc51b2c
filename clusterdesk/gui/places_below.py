"""The places at the foot of the rail: what leaves and comes in, backups, the bin, settings."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot
from clusterdesk.gui.shortcuts import SETTINGS


def places_below() -> tuple[Place, ...]:
    """Return them in their order."""
    return (
        Place(routes.OUTBOX, N_("Outbox"), "send", _outbox, Spot.BOTTOM),
        Place(routes.IMPORT, N_("Import"), "import", _import, Spot.BOTTOM),
        Place(routes.BACKUPS, N_("Backups"), "hard-drive", _backups, Spot.BOTTOM),
        Place(routes.BIN, N_("Bin"), "trash-2", _bin, Spot.BOTTOM),
        Place(SETTINGS.id, N_("Settings"), "settings", _settings, Spot.BOTTOM),
    )


def _outbox(context: Context) -> Page:
    from clusterdesk.gui.pages.outbox.page import OutboxPage

    return OutboxPage(context)


def _import(context: Context) -> Page:
    from clusterdesk.gui.pages.importing.page import ImportPage

    return ImportPage(context)


def _backups(context: Context) -> Page:
    from clusterdesk.gui.pages.backups.page import BackupsPage

    return BackupsPage(context)


def _bin(context: Context) -> Page:
    from clusterdesk.gui.pages.bin.page import BinPage

    return BinPage(context)


def _settings(context: Context) -> Page:
    from clusterdesk.gui.pages.settings.page import SettingsPage

    return SettingsPage(context)
