"""Offers and needs as they are exported."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.exchange import ExchangeList
from clusterdesk.domain.views.listing import Cell
from clusterdesk.gui.kit import Kit


def exchange_headings(kit: Kit) -> tuple[str, ...]:
    """Return the headings."""
    t = kit.t
    which = (t("Looks for or offers"), t("Kind"), t("What"), t("Quantity"), t("Unit"))
    return (t("Organisation"), *which, t("From"), t("Until"), t("Closed on"), t("What came of it"))


def exchange_cells(kit: Kit, data: ExchangeList) -> list[tuple[Cell, ...]]:
    """Return a row for each that is not restricted."""
    t = kit.t
    return [
        (
            row.organisation,
            t(choice_label(row.record.side)),
            t(choice_label(row.record.kind)),
            row.record.text,
            row.record.quantity,
            row.record.unit,
            row.record.from_on,
            row.record.to_on,
            row.record.closed_on,
            row.record.outcome,
        )
        for row in data.rows
        if row.record.visibility is not Visibility.RESTRICTED
    ]
