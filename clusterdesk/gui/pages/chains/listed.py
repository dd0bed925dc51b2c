"""The lists of the value chains as they are exported."""

from collections.abc import Sequence

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.production.rating import SCORES
from clusterdesk.domain.views.chains import ChainView
from clusterdesk.domain.views.listing import Cell
from clusterdesk.domain.views.production import ProductionList
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


def project_headings(kit: Kit) -> tuple[str, ...]:
    """Return the headings of production projects."""
    t = kit.t
    scores = (t("Timing"), t("Skills"), t("Budget"), t("Funding"), t("Impact"))
    return (
        t("Rank by score"),
        t("Project"),
        t("Value chains"),
        t("Holder"),
        t("Stage"),
        t("Since"),
        *scores,
        t("Missing"),
    )


def project_cells(kit: Kit, data: ProductionList) -> list[tuple[Cell, ...]]:
    """Return a row for each production project."""
    t, language = kit.t, kit.t.language
    found: list[tuple[Cell, ...]] = []
    for row in data.rows:
        rating = row.rating
        scores = [getattr(rating, name) if rating is not None else None for name in SCORES]
        chains = ", ".join(one.name_in(language) for one in row.chains)
        missing = ", ".join(one.link.name_in(language) for one in row.missing)
        head = (data.ranks.get(row.project.id), row.project.title, chains, row.holder)
        found.append((*head, t(choice_label(row.stage)), row.since, *scores, missing))
    return found
