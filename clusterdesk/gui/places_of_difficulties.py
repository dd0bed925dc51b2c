"""The places of difficulties: all of them in the rail, one of them on its page."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot


def places_of_difficulties() -> tuple[Place, ...]:
    """Return the place of the rail, and the one inside it."""
    return (
        Place(routes.DIFFICULTIES, N_("Difficulties"), "flag", _difficulties),
        Place(routes.DIFFICULTY, N_("Difficulty"), "flag", _difficulty, Spot.HIDDEN, routes.DIFFICULTIES),
    )


def _difficulties(context: Context) -> Page:
    from clusterdesk.gui.pages.difficulties.page import DifficultiesPage

    return DifficultiesPage(context)


def _difficulty(context: Context) -> Page:
    from clusterdesk.gui.pages.difficulty.page import DifficultyPage

    return DifficultyPage(context)
