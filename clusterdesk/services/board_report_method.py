"""The last page of the report – how was counted, what is told otherwise now, what is missing – and the annexes."""

from datetime import date

from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.health import HealthKey
from clusterdesk.domain.production.stages import stage_of
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.views.board import Board
from clusterdesk.domain.views.board_report import BoardReport, ReportMethod
from clusterdesk.domain.views.board_report_parts import NamedProject, NamedResult, ReportAnnexes
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.domain.views.strategy import StrategyDesk
from clusterdesk.services.board_report_figures import last_frozen, restatements
from clusterdesk.services.board_report_texts import ReportTexts
from clusterdesk.services.health import count_health
from clusterdesk.services.production_views import read_production
from clusterdesk.store.desk_store import Store

_GAPS = (
    HealthKey.SESSION_NOTES,
    HealthKey.FILE_ACTION,
    HealthKey.HEADCOUNT,
    HealthKey.FIGURES,
    HealthKey.EVIDENCE,
)


def report_method(store: Store, board: Board, desk: StrategyDesk, texts: ReportTexts) -> ReportMethod:
    """Return how was counted as of the day of a board, and what an earlier frozen report told otherwise."""
    rules, earlier = desk.rules_on(board.as_of), last_frozen(board)
    return ReportMethod(
        texts(rules.owner) if rules is not None else "",
        rules.valid_from if rules is not None else None,
        texts(rules.reason) if rules is not None else "",
        earlier.period if earlier is not None else "",
        restatements(board, earlier) if earlier is not None else (),
        {key: number for key, number in count_health(store, _GAPS).items() if number},
    )


def annexes(store: Store, board: Board, report: BoardReport) -> ReportAnnexes:
    """Return who stands behind the numbers, by name: for the direction only."""
    goals = {one.indicator.id for one in report.goals}
    results = [
        NamedResult(row.indicator, one.project, one.organisation, one.on, counts, one.provable and counts, one.missing)
        for row in board.rows()
        if row.view is not None and row.indicator.id in goals
        for counts, lines in ((True, row.view.counted), (False, (*row.view.provisional, *row.view.nearly)))
        for one in lines
    ]
    members = report.year.members if report.year is not None else None
    return ReportAnnexes(
        tuple(results),
        tuple(_project(one, board.as_of) for one in read_production(store).rows),
        members.joined if members is not None else (),
        members.left if members is not None else (),
        report.year.participation.never if report.year is not None else (),
    )


def _project(row: ProductionRow, day: date) -> NamedProject:
    steps = in_order(step for step in row.steps if step.on <= day)
    stage: ProductionStage = stage_of(steps)
    missing = tuple(one.link for one in row.missing)
    return NamedProject(row.project.title, row.holder, row.chains, stage, steps[-1].on if steps else None, missing)
