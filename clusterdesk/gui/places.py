"""The places of the window, in the order of the rail. Pages are imported when first visited."""

from clusterdesk.base.marks import N_
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot
from clusterdesk.gui.shortcuts import SETTINGS


def places() -> tuple[Place, ...]:
    """Return every place that exists: what has no page yet does not appear."""
    return (Place(SETTINGS.id, N_("Settings"), "settings", _settings, Spot.BOTTOM),)


def _settings(context: Context) -> Page:
    from clusterdesk.gui.pages.settings.page import SettingsPage

    return SettingsPage(context)
