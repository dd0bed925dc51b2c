"""The places of figures that come in and go out: files of figures, annual accounts."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot


def places_of_figures() -> tuple[Place, ...]:
    """Return the places; none of them stands in the rail."""
    return (
        Place(routes.FIGURES_FILE, N_("Import figures"), "file-spreadsheet", _figures_file, Spot.HIDDEN, routes.IMPORT),
        Place(routes.ACCOUNTS, N_("Annual accounts"), "book-open", _accounts, Spot.HIDDEN, routes.ORGANISATIONS),
    )


def _accounts(context: Context) -> Page:
    from clusterdesk.gui.pages.accounts.page import AccountsPage

    return AccountsPage(context)


def _figures_file(context: Context) -> Page:
    from clusterdesk.gui.pages.figures_files.page import FiguresFilePage

    return FiguresFilePage(context)
