"""The value chains: meetings, actors, how far the projects of each are, and the links nobody in the Region fills."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.board_front import goal_strips
from clusterdesk.briefs.board_links import hole_strips, prospect_strips
from clusterdesk.briefs.board_results import objective_name
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.report_charts import counts
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.production.stages import ROAD
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.board_report_parts import ChainState
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def chains_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    rows = view.of("new_production")
    strips = flow.section(objective_name(view, rows, t) or t("Value chains"))
    for one in rows:
        strips += goal_strips(one, t, formats)
    if not view.chains:
        return [*strips, *flow.soft(t("No value chain is followed yet."))]
    strips += flow.heading(t("Projects by stage"))
    strips += list(_stages(view.chains, t))
    strips += flow.heading(t("By value chain"))
    strips += flow.table(_table(view, t, formats))
    strips += flow.heading(t("Links that nobody in the Region fills"))
    strips += list(hole_strips(view.chains, t))
    strips += flow.heading(t("Prospects for the missing links"))
    strips += list(prospect_strips(view, t, formats))
    return strips


def _stages(chains: Sequence[ChainState], t: Translator) -> Iterator[Strip]:
    total = Counter[ProductionStage]()
    for one in chains:
        total.update(one.stages)
    if not total:
        yield from flow.soft(t("No production project has been proposed yet."))
        return
    yield counts([(t(choice_label(stage)), total[stage]) for stage in ROAD])
    if not total[ProductionStage.IN_PRODUCTION]:
        yield from flow.soft(t("Nothing is in production yet."))
    if total[ProductionStage.ABANDONED]:
        yield from flow.fine(t.n("{n} was given up.", "{n} were given up.", n=total[ProductionStage.ABANDONED]))
    yield from flow.fine(t("A project of several value chains counts in each."))


def _table(view: BoardReport, t: Translator, formats: Formats) -> OutlineTable:
    number = formats.number
    columns = (
        OutlineColumn(t("Value chain"), 0.16),
        OutlineColumn(t("Meetings {year}", year=str(view.as_of.year)), 0.1, right=True),
        OutlineColumn(t("Actors"), 0.1, right=True),
        *(OutlineColumn(t(choice_label(stage)), 0.128, right=True) for stage in ROAD),
    )
    rows = tuple(
        (
            one.chain.name_in(t.language) if one.chain is not None else t("in no value chain"),
            number(one.meetings),
            number(one.actors),
            *(number(one.reached(stage)) if one.reached(stage) else "–" for stage in ROAD),
        )
        for one in view.chains
    )
    return OutlineTable(columns, rows)
