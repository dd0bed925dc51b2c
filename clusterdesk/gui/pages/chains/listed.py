"""The lists of the value chains as they are exported."""

from collections.abc import Sequence

from clusterdesk.domain.views.chains import ChainView
from clusterdesk.domain.views.listing import Cell
from clusterdesk.gui.kit import Kit


def chain_headings(kit: Kit) -> tuple[str, ...]:
    """Return the headings of links and who stands there."""
    t = kit.t
    return (t("Value chain"), t("Link"), t("Organisation"), t("In the Region"), t("From"), t("Remark"))


def chain_cells(kit: Kit, views: Sequence[ChainView]) -> list[tuple[Cell, ...]]:
    """Return a row for each organisation at a link, and one for each link without any."""
    t, today, language = kit.t, kit.clock.today(), kit.t.language
    found: list[tuple[Cell, ...]] = []
    for view in views:
        for row in view.links:
            head = (view.chain.name_in(language), row.link.name_in(language))
            stands = row.now(today)
            for one in stands:
                since = str(one.record.from_on) if one.record.from_on is not None else ""
                here = t("Yes") if one.in_region else t("No")
                found.append((*head, one.name, here, since, one.record.remark))
            if not stands:
                found.append((*head, "", "", "", ""))
    return found
