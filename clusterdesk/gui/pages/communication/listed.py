"""What was published, as the table of an export."""

from collections.abc import Iterable

from clusterdesk.domain.views.communication import CommunicationRow
from clusterdesk.domain.views.listing import Cell
from clusterdesk.gui.kit import Kit


def headings(kit: Kit) -> tuple[str, ...]:
    """Return what stands over the columns."""
    t = kit.t
    return t("Date"), t("Title"), t("Channel"), t("Organisations featured"), t("Reach"), t("Link")


def cells(kit: Kit, rows: Iterable[CommunicationRow]) -> list[tuple[Cell, ...]]:
    """Return the rows."""
    return [_row(kit, row) for row in rows]


def _row(kit: Kit, row: CommunicationRow) -> tuple[Cell, ...]:
    one = row.record
    return (
        one.on,
        one.title,
        row.channel.name_in(kit.t.language) if row.channel is not None else "",
        ", ".join(each.name for each in row.featured),
        one.reach,
        one.link,
    )
