"""import figures: the same as figures import."""

from clusterdesk.base.errors import Translate
from clusterdesk.cli.groups.figures_files import add_import_options, take
from clusterdesk.cli.parser import Actions


def add_kinds(actions: Actions, t: Translate) -> None:
    """Add the import of figures."""
    add_import_options(actions.add("figures", t("figures of a ledger: months as columns or rows"), take), t)
