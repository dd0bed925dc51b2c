"""The mapping of the columns of a list: from a file, or kept in the binder under a name."""

from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.exchange.mapping.column_mapping import ColumnMapping


def mapping_meant(context: Context, given: str | None, kind: str) -> "ColumnMapping | None":
    """Read a mapping from a file, or find the one kept under a name.

    Raises:
        KnownError: there is neither.
    """
    from clusterdesk.exchange.importing.named import named_mapping
    from clusterdesk.exchange.mapping.column_mapping import from_toml

    if not given:
        return None
    path = Path(given).expanduser()
    if path.is_file():
        return from_toml(path.read_text(encoding="utf-8"))
    found = named_mapping(context.desk.store, given, kind)
    if found is None:
        raise KnownError(
            "no_such_mapping",
            N_("There is neither a file nor a kept mapping called “{name}”."),
            advice=N_("Import once without it and keep the mapping: --save-mapping NAME."),
            name=given,
        )
    return found


def keep(context: Context, name: str, mapping: "ColumnMapping") -> None:
    """Keep a mapping in the binder under a name."""
    from clusterdesk.exchange.importing.named import keep_mapping

    keep_mapping(context.desk.store, name, mapping)
